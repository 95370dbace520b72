/** What the reader is handed down from the layers above the warehouse: alerts, and the words of reading and judging. */
import { fillWords, rejectionWords, type RejectionCode, type RejectionParams } from '#ingest/rejection.ts';
import { noticeWords, type Notice } from '#ingest/notice.ts';
import { genericChecks } from '#ingest/validate.ts';
import type { Above } from '#warehouse/reader.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { alertCounts, alertsAsOf } from './alerts.ts';
import { ruleById } from './rules/index.ts';

export const above = ({ control, calendar }: Pick<Warehouse, 'control' | 'calendar'>): Above => ({
  alerts: (scope, day, ask) => alertsAsOf({ control, calendar }, scope, day, ask),
  alertCounts: (scope, day) =>
    alertCounts(control, scope, day).map((count) => ({ ...count, measure: ruleById(count.rule).measure })),
  reasonWords,
  noticeWords: (notices) => (JSON.parse(notices) as Notice[]).map(shownNotice),
  genericChecks
});

const shownNotice = ({ code, params, sheet, row }: Notice) => ({
  sheet,
  row: row ?? null,
  words: fillWords(noticeWords[code], params)
});

/** `reason` is written when a file is returned: what is wrong with it, and on which sheet. */
function reasonWords(reason: string): ReturnType<Above['reasonWords']> {
  const { code, params, sheet } = JSON.parse(reason) as {
    code: RejectionCode;
    params: RejectionParams;
    sheet: string | null;
  };
  const { says, remedy } = rejectionWords[code];
  const filled = fillWords(says, params);
  return {
    says: sheet ? { zh: `工作表“${sheet}”：${filled.zh}`, en: `Sheet “${sheet}”: ${filled.en}` } : filled,
    remedy: fillWords(remedy, params)
  };
}
