import { app } from '#jobs/app.ts';
import { realEffects } from '#jobs/effects.ts';
import { api } from '#dashboard/server/api.ts';
import type { RequestHandler } from './$types';

const { log } = realEffects();

const machine = api(app, (error, path) => {
  const says = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log('error', 'an answer of the interface failed', { path, says });
});

export const fallback: RequestHandler = ({ request, locals }) =>
  machine.fetch(request, { scope: locals.scope });
