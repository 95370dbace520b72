import { rules } from '#jobs/rules/index.ts';
import type { Language } from '#dashboard/language.ts';

/** Name of each rule by its id, in the order of the measures. */
export const alertRules = (language: Language): Record<string, string> =>
  Object.fromEntries(rules.map(({ id, words }) => [id, words[language]]));
