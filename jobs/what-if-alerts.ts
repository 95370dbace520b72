/** Which objects the rules would find offending under other parameters, at the ends of the last 24 months and now. */
import type { Words } from '#ingest/declare.ts';
import type { Moment } from '#warehouse/answers.ts';
import { addMonths, type Day } from '#warehouse/calendar.ts';
import { clocks } from '#warehouse/clocks.ts';
import type { Engine } from '#warehouse/engine.ts';
import { marts, martSql } from '#warehouse/models.ts';
import type { Row } from '#warehouse/plain.ts';
import { MONTHS_BACK, NAMED } from '#warehouse/what-if.ts';
import { judgingSql, type Judged } from './rules/compile.ts';
import type { Rule } from './rules/declare.ts';
import { rules as allRules } from './rules/index.ts';

/** A day on which the rules look, and the publication of that day. */
export interface DayJudged {
  day: Day;
  publication: number;
}

export interface AlertDifference {
  rule: string;
  rule_words: Words;
  object_table: string;
  object_id: string;
  called: Words;
  institution_uscc: string | null;
  institution_name: string | null;
  dept: string | null;
  /** Severity where it offends; null where it does not. */
  before: string | null;
  after: string | null;
  /** Days on which that is so, earliest first. */
  days: Day[];
}

export interface AlertDifferences {
  /** The first of them, those of the most days first. */
  rows: AlertDifference[];
  total: number;
  /** Number of days on which the rules looked. */
  days: number;
}

type Offences = Map<string, { rule: Rule; day: Day; judged: Judged }>;

/** Rules whose question, or a mart that they read, names the parameter or a clock that runs as long as it says. */
export function rulesThatUse(key: string): Rule[] {
  const names = [
    key,
    ...Object.entries(clocks).flatMap(([column, length]) =>
      Object.values<string>(length).includes(key) ? [column] : []
    )
  ];
  return allRules.filter((rule) => {
    const read = new Set<string>();
    const texts = [judgingSql(rule), ...martsRead(rule.mart, read)];
    return names.some((name) => texts.some((text) => new RegExp(`\\b${name}\\b`).test(text)));
  });
}

function martsRead(mart: string, read: Set<string>): string[] {
  if (read.has(mart) || !marts.includes(mart)) return [];
  read.add(mart);
  const on: string[] = [];
  const sql = martSql(mart, (name) => {
    on.push(name);
    return name;
  });
  return [sql, ...on.flatMap((name) => martsRead(name, read))];
}

/** The last day of each of the last 24 months on which something was known, and at last the newest. */
export async function daysJudged(engine: Pick<Engine, 'all'>, moment: Moment): Promise<DayJudged[]> {
  const newest = moment.published_day;
  const ends = Array.from({ length: MONTHS_BACK }, (_, back) => {
    const first = addMonths(`${newest.slice(0, 7)}-01`, back - MONTHS_BACK + 1);
    return new Date(Date.parse(`${first}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  });
  const known = await engine.all<{ day: Day; publication: number }>(
    `select d.day, (select max(number) from meta.publication n where n.day <= cast(d.day as date)) as publication
     from (select unnest(from_json($days, '["VARCHAR"]')) as day) d`,
    { days: JSON.stringify(ends) }
  );
  return [
    ...known.filter(({ publication }) => publication !== null).sort((a, b) => a.day.localeCompare(b.day)),
    { day: newest, publication: moment.publication }
  ];
}

export async function offencesOn(
  engine: Pick<Engine, 'all'>,
  rules: readonly Rule[],
  days: readonly DayJudged[]
): Promise<Offences> {
  const found: Offences = new Map();
  for (const rule of rules) {
    const sql = judgingSql(rule);
    for (const { day, publication } of days)
      for (const judged of await engine.all<Judged & Row>(sql, { p: publication, day, open: '[]' }))
        found.set(`${rule.id}|${day}|${judged.object_id}`, { rule, day, judged });
  }
  return found;
}

export function alertsThatDiffer(before: Offences, after: Offences, days: number): AlertDifferences {
  const found = new Map<string, AlertDifference>();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    const [then, now] = [was?.judged.severity ?? null, is?.judged.severity ?? null];
    const one = is ?? was;
    if (!one || then === now) continue;
    const { rule, judged } = one;
    const group = [rule.id, judged.object_id, then, now].join('|');
    const difference = found.get(group) ?? {
      rule: rule.id,
      rule_words: rule.words,
      object_table: rule.mart,
      object_id: judged.object_id,
      called: { zh: judged.called_zh ?? judged.object_id, en: judged.called_en ?? judged.object_id },
      institution_uscc: judged.institution_uscc,
      institution_name: judged.institution_name,
      dept: judged.own_dept,
      before: then,
      after: now,
      days: []
    };
    difference.days.push(one.day);
    found.set(group, difference);
  }
  const all = [...found.values()];
  for (const one of all) one.days.sort();
  all.sort((a, b) => b.days.length - a.days.length || a.object_id.localeCompare(b.object_id));
  return { rows: all.slice(0, NAMED), total: all.length, days };
}
