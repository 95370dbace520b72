/** Records with the facts beside them in words: names of columns, labels of codes, yes and no. */
import type { Column, Report } from '#ingest/declare.ts';
import { reportById, reports } from '#ingest/reports/index.ts';
import type { Member } from '#warehouse/answers.ts';
import { labels } from '#dashboard/code-labels.server.ts';
import type { Language } from '#dashboard/language.ts';
import type { Messages } from '#dashboard/messages/messages.ts';

/** `reportIds`: the reports that the indicator uses; their names of columns stand above all others. */
export function withFacts(
  members: Member[],
  reportIds: readonly string[],
  language: Language,
  words: Messages
) {
  const own = reportIds.flatMap((id) => reportById(id) ?? []);
  const fields = [...new Set(members.flatMap(({ facts }) => Object.keys(facts)))];
  const derived: Record<string, string> = words.facts;
  const columns = fields.map((field) => {
    const column = columnIn(field, own) ?? columnIn(field, reports);
    const head = columnIn(field, own)?.[language] ?? derived[field] ?? column?.[language] ?? field;
    return { field, head, codes: column?.codes && labels(language, column.codes)[column.codes] };
  });
  const say = (value: Member['facts'][string], codes: Record<string, string> | undefined): string => {
    const text = String(value ?? '');
    if (text === 'true') return words.record.yes;
    if (text === 'false') return words.record.no;
    if (!codes) return text.replace(/^(\d{4}-\d{2}-\d{2})T/, '$1 ');
    const items = text
      .replace(/^\[|\]$/g, '')
      .split(/;|, /)
      .map((code) => codes[code] ?? code);
    return items.join(language === 'zh' ? '、' : ', ');
  };
  return {
    heads: columns.map(({ head }) => head),
    rows: members.map(({ facts, ...row }) => ({
      ...row,
      // What a row is about that is no record: a report owed, found again in the ledger.
      owed: row.report === null ? { report: facts['report'], period: facts['report_period'] } : null,
      facts: columns.map(({ field, codes }) => say(facts[field] ?? null, codes))
    }))
  };
}

const columnIn = (field: string, among: readonly Report[]): Column | undefined =>
  among.flatMap(({ columns }) => columns).find((column) => column.field === field);
