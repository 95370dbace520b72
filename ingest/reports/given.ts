/** The commonest check of a conditional column: it must be filled when something else in the row says so. */
import type { Check, Column, Level, Words } from '../declare.ts';

/**
 * `when`: SQL over the typed fields, `reads` the fields in it; `said`: that condition as a half-sentence, for example
 * “已完成” / “Completed”. A remark unless the row cannot be true without the cell.
 */
export function given(
  report: string,
  column: Pick<Column, 'field' | 'zh' | 'en' | 'type'>,
  {
    when,
    reads,
    said,
    basis,
    level = 'remark'
  }: { when: string; reads: readonly string[]; said: Words; basis: string; level?: Level }
): Check {
  const { field, zh, en, type } = column;
  const filled =
    type === 'codes' || type === 'strings' ? `coalesce(length(${field}), 0) > 0` : `${field} is not null`;
  return {
    id: `${report}.${field}_given`,
    level,
    fields: [field, ...reads],
    holds: `not coalesce(${when}, false) or ${filled}`,
    says: { zh: `${said.zh}，未填“${zh}”。`, en: `${said.en}, without “${en}”.` },
    remedy: { zh: `补填“${zh}”。`, en: `Fill in “${en}”.` },
    basis
  };
}
