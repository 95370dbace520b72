import { app } from '#jobs/app.ts';
import { pageOf } from '#dashboard/asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
  const page = pageOf(url);
  const page_size = 50;
  return { ...(await app().deliveries({ page, page_size })), page, page_size };
};
