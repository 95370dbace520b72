import { setTimeout as wait } from 'node:timers/promises';
import { error, fail, redirect } from '@sveltejs/kit';
import { labels } from '#dashboard/code-labels.server.ts';
import { oneOf, pageOf, text, whole } from '#dashboard/asked.ts';
import { asDay } from '#dashboard/days.ts';
import { takesNil } from '#dashboard/ledger-lines.server.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import { said } from '#dashboard/said.ts';
import { reports } from '#ingest/reports/index.ts';
import { app } from '#jobs/app.ts';
import type { Actions, PageServerLoad } from './$types';

const statuses = ['overdue', 'expected', 'partly', 'late', 'on_time', 'nil', 'withdrawn'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = await readerOf({ locals, url });
  const asked = {
    status: oneOf(url, 'status', statuses),
    owed: oneOf(url, 'owed', ['yes', 'overdue'] as const),
    report: text(url, 'report'),
    department: text(url, 'department'),
    period: text(url, 'period'),
    institution: text(url, 'institution'),
    due_from: asDay(text(url, 'due_from')),
    search: text(url, 'search')
  };
  const set = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const declared = whole(url, 'declared', 0);
  const [found, periods, nil] = await Promise.all([
    reader.ledger({ ...set, page: pageOf(url), page_size: 50 }),
    reader.ledgerPeriods(asked.report),
    declared > 0 ? reader.submission(declared) : undefined
  ]);
  const { language } = locals;
  return {
    ...found,
    rows: found.rows.map(takesNil(reader.moment.day)),
    asked,
    periods,
    declared: nil && said({ id: nil.id, state: nil.state, reason: nil.reason }, language),
    names: Object.fromEntries(reports.map((each) => [each.id, `${each.id} ${each[language]}`])),
    departments: labels(language, 'CL03').CL03
  };
};

/** Milliseconds that a reader waits for the publication: then the page shows how far it is. */
const PATIENCE = 4_000;

export const actions: Actions = {
  /** Declares that there was nothing to report, and leads back to where it was done. */
  nil: async ({ locals, request }) => {
    if (locals.scope.kind !== 'city') error(404, 'ledger');
    const form = await request.formData();
    const given = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const [report, period] = [given('report') ?? '', given('period') ?? ''];
    const [institution, department] = [given('institution'), given('department')];
    if (!reports.some(({ id }) => id === report)) error(404, 'ledger');
    const declared = await app().declareNil(
      { report, period, institution, department },
      { channel: 'ledger' }
    );
    if ('refused' in declared) return fail(409, { refused: declared.refused[locals.language] });
    await Promise.race([declared.settled, wait(PATIENCE)]);
    redirect(303, backTo(given('back'), declared.id));
  }
};

/** A page of ours, with the number of what was declared on it. */
function backTo(path: string | undefined, declared: number): string {
  const here = new URL(path?.startsWith('/') && !path.startsWith('//') ? path : '/ledger', 'http://here');
  if (here.origin !== 'http://here') return '/ledger';
  here.searchParams.set('declared', String(declared));
  return here.pathname + here.search;
}
