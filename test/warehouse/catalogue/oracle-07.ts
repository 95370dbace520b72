/** Measure 7 counted the slow way. */
import { addDays } from '#warehouse/calendar.ts';
import { rolled } from '../official-days.ts';
import { inPeriod, Tally, valuedOn } from './by-hand.ts';
import { dayOf, lifeOf, over, upTo, type Known, type Row } from './oracle-known.ts';

/** Of projects that all began under the Measures. */
export function approvedBeforeStart(known: Known): Tally {
  const tally = new Tally();
  for (const period of valuedOn('quarter', known.day))
    for (const project of known.of('R13')) {
      const [start, scope] = [project('start_date'), project('in_review_scope')];
      if (!upTo(start, period.due)) continue;
      const isPlanned = project('project_status') === 'planned';
      const asked = scope === 'Y' && !isPlanned;
      const isOut = isPlanned ? scope === 'Y' : scope === '';
      if (isOut) tally.add(period, project('institution_uscc'), { excluded: 1 });
      if (!asked) continue;
      const review = known.find('R04', 'review_id', project('approval_review_id'));
      const isApproved = ['approved', 'approved_after_revision'].includes(review?.('decision') ?? '');
      tally.add(period, project('institution_uscc'), {
        denominator: 1,
        numerator: Number(isApproved && dayOf(review?.('decision_at') ?? '') <= start),
        missing: Number(!review && project('approval_review_id') !== '')
      });
    }
  return tally;
}

/** Yes, no, or not known. */
type Answer = boolean | null;
const ofNumbers = (one: string, other: string, holds: (a: number, b: number) => boolean): Answer =>
  one === '' || other === '' ? null : holds(Number(one), Number(other));
const ofYes = (cell: string): Answer => (cell === '' ? null : cell === 'Y');

function meetingAnswers(review: Row, members: string): Answer[] {
  const [attending, consent] = [review('attending_count'), review('consent_votes')];
  const ofAll = ['nhc_2023', 'biomed_2026'].includes(review('regime'));
  const said = review('attending_categories');
  const has = said.split(';');
  return [
    ofNumbers(attending, '5', (n, least) => n >= least),
    said === '' ? null : ['sci_tech_peer', 'ethics', 'law'].every((one) => has.includes(one)),
    ofYes(review('attending_both_genders')),
    ofYes(review('attending_has_external')),
    ofAll
      ? ofNumbers(consent, members, (votes, all) => votes > all / 2)
      : ofNumbers(consent, attending, (votes, present) => 3 * votes >= 2 * present)
  ];
}

export function meetings(known: Known): Tally {
  const tally = new Tally();
  for (const period of valuedOn('quarter', known.day))
    for (const review of known.of('R04')) {
      if (!['general', 'emergency'].includes(review('procedure_kind'))) continue;
      if (!inPeriod(dayOf(review('decision_at')), period, period.at)) continue;
      const owner = known.reviewer(review);
      if (review('decision') === 'withdrawn') tally.add(period, owner, { excluded: 1 });
      else {
        const committee = known.find('R02', 'committee_id', review('committee_id'));
        const answers = meetingAnswers(review, committee?.('member_count') ?? '');
        const isKnown = !answers.includes(null);
        const isWrong = answers.includes(false);
        tally.add(period, owner, {
          denominator: 1,
          numerator: Number(isKnown && !isWrong),
          missing: Number(!isKnown && !isWrong)
        });
      }
    }
  return tally;
}

export function followedUp(known: Known): Tally {
  const tally = new Tally();
  for (const period of valuedOn('month', known.day))
    for (const followup of known.of('R05')) {
      const review = known.find('R04', 'review_id', followup('review_id'));
      if (!review || !inPeriod(followup('due_date'), period, period.due)) continue;
      const inTime = upTo(followup('completed_at'), followup('due_date'));
      tally.add(period, known.reviewer(review), { denominator: 1, numerator: Number(inTime) });
    }
  return tally;
}

export function registrations(known: Known): Tally {
  const tally = new Tally();
  for (const period of valuedOn('quarter', known.day))
    for (const activity of known.of('R06')) {
      const decided = activity('final_decision_date');
      const project = known.find('R13', 'project_id', activity('project_id'));
      if (decided === '' || !project) continue;
      const due = rolled(addDays(decided, 30));
      if (due > period.due) continue;
      const inTime = upTo(activity('platform_registered_date'), due);
      const refused = activity('final_decision') === 'disapproved';
      tally.add(
        period,
        project('institution_uscc'),
        refused ? { excluded: 1 } : { denominator: 1, numerator: Number(inTime) }
      );
    }
  return tally;
}

/** `registered_from`: since when the institutions stand in the registry. */
export function delegated(known: Known, registered_from: string): Tally {
  const tally = new Tally();
  for (const period of valuedOn('quarter', known.day))
    for (const institution of known.of('R01')) {
      const uscc = institution('institution_uscc');
      if (registered_from > period.at || known.find('R02', 'institution_uscc', uscc)) continue;
      const carriesOut = known.of('R13').some((project) => {
        const { begun, ended } = lifeOf(project);
        const isOwn = project('institution_uscc') === uscc && project('in_review_scope') === 'Y';
        return isOwn && begun <= period.at && !over(ended, period.at);
      });
      if (!carriesOut) continue;
      const covered = known
        .of('R07')
        .some(
          (one) =>
            one('institution_uscc') === uscc && one('valid_from') <= period.at && one('valid_to') >= period.at
        );
      tally.add(period, uscc, { denominator: 1, numerator: Number(covered) });
    }
  return tally;
}

export function emergencies(known: Known): Tally {
  const tally = new Tally();
  for (const period of valuedOn('year', known.day))
    for (const review of known.of('R04')) {
      if (review('procedure_kind') !== 'emergency') continue;
      if (!inPeriod(dayOf(review('decision_at')), period, period.at)) continue;
      const accepted = review('accepted_at');
      const hours = (Date.parse(review('decision_at')) - Date.parse(accepted)) / 3_600_000;
      const withdrawn = review('decision') === 'withdrawn';
      tally.add(
        period,
        known.reviewer(review),
        withdrawn
          ? { excluded: 1 }
          : { denominator: 1, numerator: Number(hours <= 72), missing: Number(accepted === '') }
      );
    }
  return tally;
}

export function simplified(known: Known, value: 'share' | 'converted'): Tally {
  const tally = new Tally();
  for (const period of valuedOn('quarter', known.day))
    for (const review of known.of('R04')) {
      if (!inPeriod(dayOf(review('decision_at')), period, period.at)) continue;
      const is = review('procedure_kind') === 'simplified';
      if (value === 'converted' && !is) continue;
      const counts = value === 'share' ? is : review('converted_to_meeting') === 'Y';
      tally.add(period, known.reviewer(review), { denominator: 1, numerator: Number(counts) });
    }
  return tally;
}
