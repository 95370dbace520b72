import { page } from '$app/state';
import type { Language } from './language.ts';
import type { Messages } from './messages/messages.ts';

interface Spoken {
  language: Language;
  words: Messages;
}

/** Language and words of the page shown (routes/+layout.ts loads them); read it inside `$derived`. */
export const spoken = (): Spoken => page.data as Spoken;
