/** Measure 9 counted the slow way. */
import { periodNamed } from '#warehouse/periods.ts';
import { afterWorkdays } from '../official-days.ts';
import { inPeriod, Tally, valuedOn } from './by-hand.ts';
import { upTo, type Known } from './oracle-known.ts';

export function screening(known: Known): Tally {
  const tally = new Tally();
  for (const period of valuedOn('quarter', known.day))
    for (const lead of known.of('R09')) {
      const due = afterWorkdays(lead('received_date'), 15);
      if (!inPeriod(due, period, period.due)) continue;
      const decided = lead('accept_decision_date');
      tally.add(period, lead('institution_uscc'), {
        denominator: 1,
        numerator: Number(upTo(decided, due)),
        missing: Number(lead('accept_decision') !== '' && decided === '')
      });
    }
  return tally;
}

export function leadsByResearchers(known: Known): Tally {
  const tally = new Tally();
  for (const period of valuedOn('year', known.day)) {
    for (const lead of known.of('R09'))
      if (inPeriod(lead('received_date'), period, period.at))
        tally.add(period, lead('institution_uscc'), { numerator: 1 });
    for (const uscc of new Set(known.of('R21').map((base) => base('institution_uscc')))) {
      const ended = known
        .of('R21')
        .filter((base) => base('institution_uscc') === uscc)
        .map((base) => ({ end: periodNamed(base('period'))?.end ?? '', staff: base('research_staff_end') }))
        .filter(({ end }) => inPeriod(end, period, period.at))
        .sort((a, b) => a.end.localeCompare(b.end));
      tally.add(period, uscc, { denominator: Number(ended.at(-1)?.staff ?? 0) });
    }
  }
  return tally;
}
