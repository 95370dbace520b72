import { messages } from '../messages/messages.ts';
import type { LayoutLoad } from './$types';

/** Words hold functions, which the server cannot send; and a browser wants one language only. */
export const load: LayoutLoad = async ({ data }) => ({ ...data, words: await messages(data.language) });
