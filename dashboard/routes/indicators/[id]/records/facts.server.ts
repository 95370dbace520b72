/** The facts beside a record in words: names of columns, labels of codes, yes and no. */
import { reportById, reports } from '#ingest/reports/index.ts';
import type { Column } from '#ingest/declare.ts';
import { labels } from '#dashboard/code-labels.server.ts';
import type { Language } from '#dashboard/language.ts';
import type { Messages } from '#dashboard/messages/messages.ts';

type Value = string | number | boolean | null;

/** A column that is called so, in the reports that the indicator uses, else in any. */
const columnOf = (field: string, ids: readonly string[]): Column | undefined =>
  [...ids.flatMap((id) => reportById(id) ?? []), ...reports]
    .flatMap(({ columns }) => columns)
    .find((column) => column.field === field);

export function factWords(
  fields: string[],
  reportIds: readonly string[],
  language: Language,
  words: Messages
) {
  const derived: Record<string, string> = words.facts;
  const yes_no = words.record;
  const columns = new Map(fields.map((field) => [field, columnOf(field, reportIds)]));
  const codes = new Map(
    [...columns].flatMap(([field, column]) =>
      column?.codes ? [[field, labels(language, column.codes)[column.codes]] as const] : []
    )
  );
  return {
    heads: fields.map((field) => derived[field] ?? columns.get(field)?.[language] ?? field),
    text(field: string, value: Value): string {
      if (value === null) return '';
      if (typeof value === 'boolean') return value ? yes_no.yes : yes_no.no;
      const labelled = codes.get(field);
      if (!labelled) return String(value).replace('T', ' ');
      return String(value)
        .split(';')
        .map((code) => labelled[code] ?? code)
        .join(language === 'zh' ? '、' : ', ');
    }
  };
}
