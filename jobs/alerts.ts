/** Alert episodes as they were known on a day, of one scope. */
import { readFileSync } from 'node:fs';
import type { AlertRow, Page } from '#warehouse/answers.ts';
import type { Calendar, Day } from '#warehouse/calendar.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import type { Scope } from '#warehouse/scope.ts';
import { alertText, institutionWords } from './alert-text.ts';
import { episodeScope, type Facts } from './episode.ts';
import type { Severity } from './rules/declare.ts';
import { ruleById } from './rules/index.ts';

export interface AlertFilter {
  rule?: string;
  severity?: string;
  /** Institution or department by code. */
  institution?: string;
  department?: string;
  /** Default `open`. */
  state?: 'open' | 'closed' | 'all';
  /** From 1. */
  page?: number;
  page_size?: number;
}

const seen = readFileSync(new URL('./alerts-as-of.sql', import.meta.url), 'utf8');

const gravest = `case severity when 'critical' then 0 when 'high' then 1 when 'medium' then 2 else 3 end`;

/** Gravest first, then newest. What a text says of days past is counted to `day`, or to the day when it closed. */
export function alertsAsOf(
  from: { control: ControlStore; calendar: Calendar },
  scope: Scope,
  day: Day,
  filter: AlertFilter = {}
): Page<AlertRow> {
  const page = filter.page ?? 1;
  const page_size = filter.page_size ?? 50;
  const params = { ...matching(scope, day, filter), severity: filter.severity ?? null };
  const where = 'where $severity is null or severity = $severity';
  const total =
    from.control.one<{ n: number }>(`${seen} select count(*) as n from seen ${where}`, params)?.n ?? 0;
  const rows = from.control.all<Found>(
    `${seen} select *,
       (select v.facts from episode_event v where v.episode_id = seen.id and v.day <= $day and v.facts is not null
        order by v.id desc limit 1) as facts,
       (select v.data_day from episode_event v where v.episode_id = seen.id and v.day <= $day
        order by v.id desc limit 1) as data_day
     from seen ${where} order by ${gravest}, opened_day desc, id desc limit $limit offset $offset`,
    { ...params, limit: page_size, offset: (page - 1) * page_size }
  );
  return { rows: rows.map((row) => alertRow(row, day, from.calendar)), total, page, page_size };
}

export interface AlertCount {
  rule: string;
  severity: Severity;
  institution_uscc: string | null;
  n: number;
}

/** Open episodes counted by rule, severity and institution: what overview and lists show beside their rows. */
export function alertCounts(control: ControlStore, scope: Scope, day: Day): AlertCount[] {
  return control.all<AlertCount>(
    `${seen} select rule, severity, institution_uscc, count(*) as n from seen group by rule, severity, institution_uscc`,
    matching(scope, day, {})
  );
}

type Found = Omit<AlertRow, 'rule_words' | 'kind' | 'institution_name' | 'who' | 'text' | 'basis'> & {
  facts: string;
};

const matching = (scope: Scope, day: Day, filter: AlertFilter) => ({
  ...episodeScope(scope),
  day,
  rule: filter.rule ?? null,
  institution: filter.institution ?? null,
  department: filter.department ?? null,
  state: filter.state ?? 'open'
});

function alertRow({ facts: text, ...found }: Found, day: Day, calendar: Calendar): AlertRow {
  const rule = ruleById(found.rule);
  const facts = JSON.parse(text) as Facts;
  return {
    ...found,
    rule_words: rule.words,
    kind: rule.kind,
    institution_name: facts.institution_name,
    who: institutionWords({ ...found, facts }),
    text: alertText(rule, { ...found, facts }, found.closed_day ?? day, calendar),
    basis: rule.basis.zh
  };
}
