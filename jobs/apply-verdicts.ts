/** Turns a rule's verdicts into episodes and their events. Runs inside the transaction of one evaluation. */
import type { Calendar, Day } from '#warehouse/calendar.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import { recordEvent, type EventDetail, type EventKind, type Facts, type OpenEpisode } from './episode.ts';
import type { Evaluation } from './evaluate-rules.ts';
import type { Judged } from './rules/compile.ts';
import { severities, type Rule, type Severity } from './rules/declare.ts';
import { stageReached } from './reminder-stage.ts';

export interface Moment {
  publication: number;
  day: Day;
  /** Instant, ISO UTC. */
  at: string;
  calendar: Calendar;
}

interface Case {
  rule: Rule;
  open: readonly OpenEpisode[];
  verdicts: readonly Judged[];
  voided: readonly string[];
}

export function applyVerdicts(control: ControlStore, now: Moment, each: Case, done: Evaluation): void {
  const open = new Map(each.open.map((episode) => [episode.object_id, episode]));
  for (const verdict of each.verdicts) {
    const episode = open.get(verdict.object_id);
    if (verdict.verdict === 'offends') {
      if (episode) done.raised += follow(control, now, each.rule, episode, verdict);
      else done.opened += begin(control, now, each.rule, verdict);
    } else if (episode) {
      done.closed += end(
        control,
        now,
        episode,
        verdict.verdict === 'lapsed' ? 'lapsed' : 'recovered',
        verdict.data_day
      );
    }
  }
  for (const object_id of each.voided) {
    const episode = open.get(object_id);
    if (episode) done.closed += end(control, now, episode, 'voided', episode.data_day);
  }
}

function begin(control: ControlStore, now: Moment, rule: Rule, verdict: Judged): 1 {
  const severity = severityOf(rule, verdict);
  const facts = JSON.stringify(factsOf(rule, verdict, []));
  const { id } = control.run(
    `insert into episode (rule, object_table, object_id, institution_uscc, dept, severity, opened_at, opened_day,
       act_by, data_day, facts, publication)
     values ($rule, $mart, $object_id, $institution_uscc, $dept, $severity, $at, $day, $act_by, $data_day, $facts,
       $publication)`,
    {
      rule: rule.id,
      mart: rule.mart,
      object_id: verdict.object_id,
      institution_uscc: verdict.institution_uscc,
      dept: verdict.supervising_dept,
      severity,
      at: now.at,
      day: now.day,
      act_by:
        rule.act_by && 'workdays' in rule.act_by
          ? now.calendar.addWorkdays(now.day, rule.act_by.workdays)
          : verdict.act_by,
      data_day: verdict.data_day,
      facts,
      publication: now.publication
    }
  );
  const record = recorder(control, now, id, verdict.data_day);
  record('opened', severity, facts, {});
  for (const level of levelsOf(rule, verdict)) record('escalated', severity, null, { level });
  remind(control, rule, id, verdict, severity, record);
  return 1;
}

/** Returns 1 when it got worse, a step of the ladder was reached or a reminder fell due. */
function follow(
  control: ControlStore,
  now: Moment,
  rule: Rule,
  episode: OpenEpisode,
  verdict: Judged
): number {
  const severity = severityOf(rule, verdict);
  const before = JSON.parse(episode.facts) as Facts;
  const facts = JSON.stringify(factsOf(rule, verdict, before.levels));
  const act_by = rule.act_by && 'date' in rule.act_by ? verdict.act_by : episode.act_by;
  const { institution_uscc, supervising_dept: dept, data_day } = verdict;
  const record = recorder(control, now, episode.id, data_day);
  const changed = facts !== episode.facts ? facts : null;
  const same =
    institution_uscc === episode.institution_uscc &&
    dept === episode.dept &&
    act_by === episode.act_by &&
    data_day === episode.data_day &&
    severity === episode.severity;
  if (!same || changed)
    control.run(
      `update episode set institution_uscc = $institution_uscc, dept = $dept, severity = $severity,
         act_by = $act_by, data_day = $data_day, facts = $facts where id = $id`,
      { id: episode.id, institution_uscc, dept, severity, act_by, data_day, facts }
    );
  if (changed || data_day !== episode.data_day) record('changed', severity, changed, {});
  const rise = severities.indexOf(episode.severity) - severities.indexOf(severity);
  if (rise !== 0) record(rise > 0 ? 'worse' : 'better', severity, null, { from: episode.severity });
  const levels = levelsOf(rule, verdict).filter((level) => !before.levels.includes(level));
  for (const level of levels) record('escalated', severity, null, { level });
  const reminded = remind(control, rule, episode.id, verdict, severity, record);
  return rise > 0 || levels.length > 0 || reminded ? 1 : 0;
}

function end(
  control: ControlStore,
  now: Moment,
  episode: OpenEpisode,
  as: 'recovered' | 'lapsed' | 'voided',
  data_day: Day | null
): 1 {
  control.run(
    `update episode set closed_at = $at, closed_day = $day, closed_as = $as, data_day = $data_day where id = $id`,
    { id: episode.id, at: now.at, day: now.day, as, data_day }
  );
  recorder(control, now, episode.id, data_day)(as, episode.severity, null, {});
  return 1;
}

/** Each stage once for each date that it leads to; a stage that was slept through is not made up for by two mails. */
function remind(
  control: ControlStore,
  rule: Rule,
  episode_id: number,
  verdict: Judged,
  severity: Severity,
  record: Recorder
): boolean {
  const { left_workdays, until } = verdict;
  if (!rule.reminders || left_workdays === null || until === null) return false;
  const said = control.all<{ workdays_left: number }>(
    `select json_extract(detail, '$.workdays_left') as workdays_left from episode_event
     where episode_id = $episode_id and kind = 'stage' and json_extract(detail, '$.until') = $until`,
    { episode_id, until }
  );
  const stage = stageReached(
    rule.reminders.workdays_left,
    left_workdays,
    said.map((row) => row.workdays_left)
  );
  if (stage === undefined) return false;
  record('stage', severity, null, { workdays_left: stage, until });
  return true;
}

type Recorder = (kind: EventKind, severity: Severity, facts: string | null, detail: EventDetail) => void;

const recorder =
  (control: ControlStore, { at, day }: Moment, episode_id: number, data_day: Day | null): Recorder =>
  (kind, severity, facts, detail) =>
    recordEvent(control, { episode_id, at, day, kind, severity, data_day, facts, detail });

function severityOf(rule: Rule, { severity, object_id }: Judged): Severity {
  const known = severities.find((each) => each === severity);
  if (!known) throw new Error(`${rule.id} gives ${object_id} no severity: ${severity}`);
  return known;
}

function levelsOf(rule: Rule, { reached }: Judged) {
  return rule.escalations.flatMap(({ level }, i) => (reached[i] === true ? [level] : []));
}

/** Steps of the ladder once reached stay reached; the keys stand in a fixed order, since facts are compared as text. */
function factsOf(rule: Rule, verdict: Judged, levels: Facts['levels']): Facts {
  const told = verdict.told.filter((dept) => dept !== null);
  const reached = new Set([...levels, ...levelsOf(rule, verdict)]);
  return {
    institution_name: verdict.institution_name,
    ...(verdict.own_dept !== null && verdict.institution_uscc === null && { department: verdict.own_dept }),
    called: { zh: verdict.called_zh ?? verdict.object_id, en: verdict.called_en ?? verdict.object_id },
    about: verdict.about,
    value: verdict.value,
    limit: verdict.limit_value,
    told: [...new Set(told)].sort(),
    institution: rule.recipients.includes('institution'),
    levels: [...reached].sort()
  };
}
