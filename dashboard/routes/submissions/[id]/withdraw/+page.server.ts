import { error, fail, redirect } from '@sveltejs/kit';
import { app } from '#jobs/app.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { Actions, PageServerLoad } from './$types';

/** Characters of a reason; spaces around it do not count. */
const REASON = { least: 2, most: 500 };

async function submissionOf(event: { locals: App.Locals; params: { id: string }; url: URL }) {
  const reader = await readerOf(event);
  const id = Number(event.params.id);
  const found = Number.isInteger(id) ? await reader.submission(id) : undefined;
  // Until people sign in, only the city takes files back.
  if (!found || event.locals.scope.kind !== 'city' || reader.moment.is_past) error(404, event.params.id);
  return found;
}

export const load: PageServerLoad = async (event) => {
  const { id, file_name, state, rows, accepted, reports } = await submissionOf(event);
  return { id, file_name, state, rows, accepted, reports };
};

export const actions: Actions = {
  async default(event) {
    const { id } = await submissionOf(event);
    const given = (await event.request.formData()).get('reason');
    const reason = typeof given === 'string' ? given.trim() : '';
    if (reason.length < REASON.least || reason.length > REASON.most)
      return fail(400, { refused: 'reason' as const, reason });
    const refused = app().withdraw(id, { reason });
    if (refused === 'unknown') error(404, event.params.id);
    if (refused) return fail(409, { refused, reason });
    redirect(303, `/submissions/${id}`);
  }
};
