import { error } from '@sveltejs/kit';
import { app } from '#jobs/app.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const mail = await app().delivery(Number(params.id));
  if (!mail) error(404, params.id);
  return { mail };
};
