/** Measure 8 counted the slow way. */
import { periodNamed } from '#warehouse/periods.ts';
import { inPeriod, Tally, valuedOn } from './by-hand.ts';
import { lifeOf, over, upTo, type Known } from './oracle-known.ts';

export function commitments(known: Known): Tally {
  const tally = new Tally();
  for (const period of valuedOn('quarter', known.day))
    for (const project of known.of('R13')) {
      const approved = project('approved_project_date');
      if (project('funding_kind') !== 'fiscal' || !inPeriod(approved, period, period.due)) continue;
      const inTime = upTo(project('commitment_signed_date'), approved);
      tally.add(period, project('institution_uscc'), { denominator: 1, numerator: Number(inTime) });
    }
  return tally;
}

export function monitoring(known: Known): Tally {
  const tally = new Tally();
  for (const period of valuedOn('month', known.day))
    for (const project of known.of('R13')) {
      const { started, ended } = lifeOf(project);
      const risky = project('risk_level') !== 'medium' || project('list_item') !== 'none';
      if (!risky || !upTo(started, period.at) || over(ended, period.at)) continue;
      const monitored = known
        .of('R15')
        .some((one) => one('project_id') === project('project_id') && one('monitor_period') === period.name);
      tally.add(
        period,
        project('institution_uscc'),
        project('project_status') === 'suspended'
          ? { excluded: 1 }
          : { denominator: 1, numerator: Number(monitored) }
      );
    }
  return tally;
}

export function corrections(known: Known): Tally {
  const tally = new Tally();
  for (const period of valuedOn('quarter', known.day))
    for (const project of known.of('R13')) {
      const told = periodNamed(project('report_period'))?.end ?? '';
      if (told.slice(0, 4) !== period.end.slice(0, 4) || told > period.end) continue;
      tally.add(period, project('institution_uscc'), {
        denominator: Number(project('issues_found_ytd')),
        numerator: Number(project('issues_corrected_ytd'))
      });
    }
  return tally;
}
