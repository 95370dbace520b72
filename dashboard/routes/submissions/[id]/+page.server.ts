import { error, redirect } from '@sveltejs/kit';
import { app } from '#jobs/app.ts';
import type { SubmissionProgress } from '#jobs/progress.ts';
import type { SubmissionRow } from '#warehouse/answers.ts';
import { oneOf, pageOf, text } from '#dashboard/asked.ts';
import { NOT_KEPT } from '#dashboard/page-cache.ts';
import { said } from '#dashboard/said.ts';
import { reportById } from '#ingest/reports/index.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
  const reader = await readerOf({ locals, url });
  const id = Number(params.id);
  const submission = Number.isInteger(id) ? await reader.submission(id) : undefined;
  if (!submission) error(404, params.id);
  const progress = reader.moment.is_past ? undefined : progressOf(submission);
  // What moves by itself is not kept.
  if (progress) setHeaders({ 'cache-control': NOT_KEPT });
  const [level, field] = [oneOf(url, 'level', ['reject', 'remark'] as const), text(url, 'field')];
  const findings = await reader.findings(id, {
    ...(level && { level }),
    ...(field && { field }),
    page: pageOf(url),
    page_size: 50
  });
  const reports = submission.reports.flatMap((each) => reportById(each) ?? []);
  const columns = reports.flatMap((each) => each.columns);
  return {
    ...said({ submission, findings }, locals.language),
    progress,
    level,
    field,
    refused: oneOf(url, 'refused', ['rerun'] as const),
    report_names: Object.fromEntries(reports.map((each) => [each.id, each[locals.language]])),
    fields: Object.fromEntries(columns.map((column) => [column.field, column[locals.language]]))
  };
};

/** What is received and not begun by this process waits for its turn. */
function progressOf({ id, state }: SubmissionRow): SubmissionProgress | undefined {
  const now = app().progress.of(id);
  if (now || state !== 'received') return now;
  const nothing = { rows: 0, rows_expected: null, share: null, rate: null, seconds_left: null, seconds: 0 };
  return { submission: id, stage: 'waiting', ...nothing };
}

export const actions: Actions = {
  /** Its kept bytes once more, as a submission of its own. */
  async rerun({ locals, params, url }) {
    const reader = await readerOf({ locals, url });
    const id = Number(params.id);
    // Until people sign in, only the city has files read again.
    if (locals.scope.kind !== 'city' || !(await reader.submission(id))) error(404, params.id);
    const taken = app().rerun(id);
    redirect(303, taken ? `/submissions/${taken.id}` : `/submissions/${id}?refused=rerun`);
  }
};
