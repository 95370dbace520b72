/** What a digest says: what is new, worse, due or recovered since the one before, in the scope of its reader. */
import { readFileSync } from 'node:fs';
import type { Day } from '#warehouse/calendar.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import type { Scope } from '#warehouse/scope.ts';
import { episodeScope, type EventDetail, type EventKind, type Facts } from './episode.ts';
import { isTold } from './recipients.ts';
import { severities, type Level, type Rule, type Severity } from './rules/declare.ts';
import { ruleById } from './rules/index.ts';

export const sections = ['new', 'worse', 'reminder', 'reports', 'recovered', 'critical'] as const;
export type Section = (typeof sections)[number];

export interface DigestItem {
  rule: Rule;
  object_id: string;
  institution_uscc: string | null;
  severity: Severity;
  /** Severity before it got worse. */
  before: Severity | null;
  /** Steps of the ladder reached since. */
  levels: Level[];
  act_by: Day | null;
  data_day: Day | null;
  opened_day: Day;
  closed_as: string | null;
  facts: Facts;
  /** Others of whom the same is said: the item stands for all of them. */
  others: Pick<DigestItem, 'institution_uscc' | 'facts'>[];
}

/**
 * Gravest first in each section; `reports`: due soon or overdue, gathered by report and period; `critical`: still open,
 * and said in none of the sections before.
 */
export type DigestContent = Record<Section, DigestItem[]>;

interface EpisodeRow {
  id: number;
  rule: string;
  object_id: string;
  institution_uscc: string | null;
  dept: string | null;
  severity: Severity;
  act_by: Day | null;
  data_day: Day | null;
  facts: string;
  opened_day: Day;
  closed_as: string | null;
}
type EventRow = EpisodeRow & { event_id: number; kind: EventKind; detail: string };

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const eventsSql = read('./digest-events.sql');
const criticalSql = read('./digest-critical.sql');

/** The events after `from` up to `through` (ids), as `scope` is told of them. */
export function digestContent(
  control: ControlStore,
  scope: Scope,
  events: { from: number; through: number },
  lead_department: string
): DigestContent {
  const content = Object.fromEntries(sections.map((section) => [section, []])) as unknown as DigestContent;
  const said = new Set<number>();
  const rows = control.all<EventRow>(eventsSql, { ...episodeScope(scope), ...events });
  for (const happened of Map.groupBy(rows, ({ id }) => id).values()) {
    const item = itemOf(happened[0] as EpisodeRow, happened);
    if (!isTold(scope, { dept: (happened[0] as EpisodeRow).dept, facts: item.facts }, lead_department))
      continue;
    const section = sectionOf(item, happened);
    if (section === undefined) continue;
    content[section].push(item);
    said.add((happened[0] as EpisodeRow).id);
  }
  for (const row of control.all<EpisodeRow>(criticalSql, episodeScope(scope))) {
    const item = itemOf(row, []);
    if (!said.has(row.id) && isTold(scope, { dept: row.dept, facts: item.facts }, lead_department))
      content.critical.push(item);
  }
  for (const section of sections) content[section] = gathered(content[section]).sort(gravestFirst);
  return content;
}

/** Nothing but open criticals that were said before is no news. */
export const hasNews = (content: DigestContent): boolean =>
  sections.some((section) => section !== 'critical' && content[section].length > 0);

function sectionOf(item: DigestItem, happened: readonly EventRow[]): Section | undefined {
  const has = (...kinds: EventKind[]) => happened.some(({ kind }) => kinds.includes(kind));
  const opened = has('opened');
  if (item.closed_as !== null) {
    // What began and ended between two digests was never said, so its end is no news either.
    return !opened && has('recovered', 'voided') ? 'recovered' : undefined;
  }
  const { reminders, of_reports } = item.rule;
  if (reminders) return has('stage') ? (of_reports ? 'reports' : 'reminder') : undefined;
  const rose = item.before !== null || item.levels.length > 0;
  if (opened || rose) return of_reports ? 'reports' : opened ? 'new' : 'worse';
  return undefined;
}

/** Of what is said of many who owe the same report, one item. */
function gathered(items: readonly DigestItem[]): DigestItem[] {
  const groups = Map.groupBy(items, (item) => {
    const { rule, facts, before, levels, severity, act_by, closed_as } = item;
    return rule.of_reports
      ? JSON.stringify([rule.id, facts.called, facts.limit, before, levels, severity, act_by, closed_as])
      : item;
  });
  return [...groups.values()].map(([first, ...others]) => ({ ...(first as DigestItem), others }));
}

function itemOf(row: EpisodeRow, happened: readonly EventRow[]): DigestItem {
  const details = happened.map(({ kind, detail }) => ({ kind, ...(JSON.parse(detail) as EventDetail) }));
  const from = details.find(({ kind }) => kind === 'worse' || kind === 'better')?.from ?? null;
  const rose = from !== null && severities.indexOf(row.severity) < severities.indexOf(from);
  return {
    rule: ruleById(row.rule),
    object_id: row.object_id,
    institution_uscc: row.institution_uscc,
    severity: row.severity,
    before: rose ? from : null,
    levels: details.flatMap(({ level }) => level ?? []),
    act_by: row.act_by,
    data_day: row.data_day,
    opened_day: row.opened_day,
    closed_as: row.closed_as,
    facts: JSON.parse(row.facts) as Facts,
    others: []
  };
}

function gravestFirst(a: DigestItem, b: DigestItem): number {
  const bySeverity = severities.indexOf(a.severity) - severities.indexOf(b.severity);
  return (
    bySeverity || (a.act_by ?? '9').localeCompare(b.act_by ?? '9') || a.opened_day.localeCompare(b.opened_day)
  );
}
