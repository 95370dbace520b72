import { error, redirect } from '@sveltejs/kit';
import { app } from '#jobs/app.ts';
import { outcomes } from '#jobs/run-list.ts';
import type { Job } from '#jobs/job-run.ts';
import { oneOf, pageOf, text } from '#dashboard/asked.ts';
import { NOT_KEPT } from '#dashboard/page-cache.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { Actions, PageServerLoad } from './$types';

const fixed: readonly Job[] = ['receive', 'daily', 'digest', 'deliver'];

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
  // What the machine room does is the city's affair.
  if (locals.scope.kind !== 'city') error(404, 'runs');
  const reader = await readerOf({ locals, url });
  // Runs come and go without anything that other pages show.
  setHeaders({ 'cache-control': NOT_KEPT });
  const running = app();
  const jobs = [...fixed, ...running.ways_in.sources().map(({ name }): Job => `pull:${name}`)];
  const [job, outcome] = [jobs.find((each) => each === text(url, 'job')), oneOf(url, 'outcome', outcomes)];
  const found = running.runs({
    ...(job && { job }),
    ...(outcome && { outcome }),
    page: pageOf(url),
    page_size: 50
  });
  const submissions = [];
  for (const each of running.progress.submissions())
    submissions.push({ ...each, file_name: (await reader.submission(each.submission))?.file_name ?? '' });
  return {
    ...found,
    job,
    outcome,
    jobs,
    live: { runs: running.progress.runs(), submissions },
    said: oneOf(url, 'said', ['begun', 'not_begun'] as const)
  };
};

export const actions: Actions = {
  async again({ locals, request, url }) {
    if (locals.scope.kind !== 'city') error(404, 'runs');
    const id = Number((await request.formData()).get('run'));
    url.searchParams.delete('/again');
    url.searchParams.set('said', app().runAgain(id) ? 'begun' : 'not_begun');
    redirect(303, `/runs?${url.searchParams}`);
  }
};
