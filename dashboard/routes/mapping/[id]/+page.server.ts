import { error, redirect } from '@sveltejs/kit';
import { app } from '#jobs/app.ts';
import { whole } from '#dashboard/asked.ts';
import { to } from '#dashboard/links.ts';
import { said } from '#dashboard/said.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const reader = await readerOf({ locals, url });
  const id = Number(params.id);
  const profile = Number.isInteger(id) ? await reader.mapping(id) : undefined;
  if (!profile) error(404, params.id);
  return { profile: said(profile, locals.language), saved: whole(url, 'saved', 0) || null };
};

export const actions: Actions = {
  retire: ({ locals, params, url }) => {
    if (!app().mapping.retire(locals.scope, Number(params.id))) error(404, params.id);
    redirect(303, to(url, `/mapping/${params.id}`));
  }
};
