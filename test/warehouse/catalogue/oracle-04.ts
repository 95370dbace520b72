/** Measure 4 counted the slow way. */
import { afterWorkdays } from '../official-days.ts';
import { inPeriod, Tally, valuedOn } from './by-hand.ts';
import { lifeOf, over, upTo, type Known } from './oracle-known.ts';

export function commitmentsOfLeads(known: Known): Tally {
  const tally = new Tally();
  for (const period of valuedOn('quarter', known.day))
    for (const project of known.of('R13')) {
      const { begun, ended } = lifeOf(project);
      if (begun > period.at || over(ended, period.at)) continue;
      if (project('funding_kind') !== 'fiscal' && project('in_review_scope') !== 'Y') continue;
      const counted = { denominator: 1, numerator: Number(project('pi_commitment_signed') === 'Y') };
      const isSuspended = project('project_status') === 'suspended';
      tally.add(period, project('institution_uscc'), isSuspended ? { excluded: 1 } : counted);
    }
  return tally;
}

export function changesReported(known: Known): Tally {
  const tally = new Tally();
  for (const period of valuedOn('quarter', known.day))
    for (const followup of known.of('R05')) {
      const change = followup('change_date');
      const review = known.find('R04', 'review_id', followup('review_id'));
      if (change === '' || !review) continue;
      const due = afterWorkdays(change, 5);
      if (!inPeriod(due, period, period.due)) continue;
      const inTime = upTo(followup('change_reported_date'), due);
      tally.add(period, known.reviewer(review), { denominator: 1, numerator: Number(inTime) });
    }
  return tally;
}
