import { error, fail, redirect } from '@sveltejs/kit';
import { app } from '#jobs/app.ts';
import { whole } from '#dashboard/asked.ts';
import { to } from '#dashboard/links.ts';
import { parameterPageWords } from '#dashboard/messages/parameters.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import { said } from '#dashboard/said.ts';
import type { Actions, PageServerLoad } from './$types';
import { shownDifferences } from './differences.server.ts';
import { posted, reachOf, tried } from './posted.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { moment } = await readerOf({ locals, url });
  const { parameters } = app();
  const day = moment.is_past ? moment.day : parameters.today();
  const row = parameters.list(day, moment.is_past).find(({ key }) => key === params.key);
  if (!row) error(404, params.key);
  return {
    row: said(row, locals.language),
    today: parameters.today(),
    saved: whole(url, 'saved', 0) || null
  };
};

/** Parameters are the city's affair, and the past is not changed from where one looks at it. */
const onlyCityNow = async ({ scope, reader }: App.Locals): Promise<void> => {
  if (scope.kind !== 'city' || (await reader()).moment.is_past) error(404, 'parameters');
};

export const actions: Actions = {
  preview: async ({ locals, params, request, url }) => {
    await onlyCityNow(locals);
    const form = await request.formData();
    const entered = posted(form, params.key);
    const found = await app().parameters.preview(entered, reachOf(form));
    if ('refused' in found)
      return fail(422, {
        entered,
        refused: said(found.refused, locals.language),
        found: undefined,
        tried: ''
      });
    const reader = await readerOf({ locals, url });
    return {
      entered,
      refused: undefined,
      found: shownDifferences(found, reader, locals.language),
      tried: tried(entered)
    };
  },
  save: async ({ locals, params, request, url }) => {
    await onlyCityNow(locals);
    const form = await request.formData();
    const entered = posted(form, params.key);
    const words = parameterPageWords[locals.language];
    if (form.get('tried') !== tried(entered))
      return fail(422, { entered, refused: { value: words.not_previewed }, found: undefined, tried: '' });
    const done = await app().parameters.save(entered);
    if ('refused' in done)
      return fail(422, {
        entered,
        refused: said(done.refused, locals.language),
        found: undefined,
        tried: tried(entered)
      });
    redirect(
      303,
      to(url, `/parameters/${encodeURIComponent(params.key)}`, { saved: Math.max(done.publication, 1) })
    );
  }
};
