/** Runs the rules over a publication: opens, changes and ends alert episodes, all in one transaction. */
import type { Calendar, Day } from '#warehouse/calendar.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import type { Engine } from '#warehouse/engine.ts';
import type { Row } from '#warehouse/plain.ts';
import { applyVerdicts, type Moment } from './apply-verdicts.ts';
import type { OpenEpisode } from './episode.ts';
import { goneSql, judgingSql, type Judged } from './rules/compile.ts';
import type { Rule } from './rules/declare.ts';
import { rules as allRules } from './rules/index.ts';

export interface Evaluation {
  opened: number;
  /** Severity rose, a step of the ladder was reached, or a reminder fell due. */
  raised: number;
  closed: number;
  open: number;
}

interface Ask {
  engine: Engine;
  control: ControlStore;
  calendar: Calendar;
  publication: number;
  /** The day on which the rules look at the publication; never before the last evaluation's. */
  day: Day;
  at: Date;
  rules?: readonly Rule[];
}

const LAST = 'rules_evaluated';

/**
 * Idempotent: the same publication and day again changes nothing, and a crash before the end leaves nothing behind.
 * @throws Error for an older publication or day than the last one, which would rewrite what people were told.
 */
export async function evaluateRules(ask: Ask): Promise<Evaluation> {
  const { control, publication, day, at } = ask;
  const before = lastEvaluation(control);
  if (before && (day < before.day || publication < before.publication))
    throw new Error(
      `Rules were evaluated for publication ${before.publication} on ${before.day}; ` +
        `publication ${publication} on ${day} is older`
    );
  const judged: { rule: Rule; open: OpenEpisode[]; verdicts: Judged[]; voided: string[] }[] = [];
  for (const rule of ask.rules ?? allRules)
    judged.push({ rule, ...(await judge(ask, rule, openEpisodes(control, rule.id))) });
  return control.transaction(() => {
    if (JSON.stringify(lastEvaluation(control)) !== JSON.stringify(before))
      throw new Error('Rules were evaluated by somebody else meanwhile');
    const done: Evaluation = { opened: 0, raised: 0, closed: 0, open: 0 };
    const moment: Moment = { publication, day, at: at.toISOString(), calendar: ask.calendar };
    for (const each of judged) applyVerdicts(control, moment, each, done);
    done.open =
      control.one<{ n: number }>('select count(*) as n from episode where closed_at is null')?.n ?? 0;
    const now = JSON.stringify({ publication, day });
    if (JSON.stringify(before) !== now)
      control.run(`insert or replace into meta (key, value) values ($key, $value)`, {
        key: LAST,
        value: now
      });
    return done;
  });
}

function lastEvaluation(control: ControlStore): { publication: number; day: Day } | undefined {
  const row = control.one<{ value: string }>('select value from meta where key = $key', { key: LAST });
  return row && (JSON.parse(row.value) as { publication: number; day: Day });
}

const openEpisodes = (control: ControlStore, rule: string) =>
  control.all<OpenEpisode>(
    `select id, object_id, institution_uscc, dept, severity, act_by, data_day, facts
     from episode where rule = $rule and closed_at is null`,
    { rule }
  );

async function judge({ engine, publication, day }: Ask, rule: Rule, open: OpenEpisode[]) {
  const ids = open.map((episode) => episode.object_id);
  const verdicts = await engine.all<Judged & Row>(judgingSql(rule), {
    p: publication,
    day,
    open: JSON.stringify(ids)
  });
  const seen = new Set(verdicts.map((verdict) => verdict.object_id));
  const unseen = ids.filter((id) => !seen.has(id));
  const sql = goneSql(rule);
  const gone =
    sql === null || unseen.length === 0
      ? []
      : await engine.all<{ object_id: string }>(sql, { p: publication, gone: JSON.stringify(unseen) });
  return { open, verdicts, voided: gone.map((row) => row.object_id) };
}
