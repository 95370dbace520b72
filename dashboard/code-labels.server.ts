/** Labels of codes in one language. The lists stay on the server: a page gets those that it shows. */
import { app } from '#jobs/app.ts';
import { codeLists, type CodeListId } from '#ingest/codes/index.ts';
import type { Language } from './language.ts';

/** Label by code, in the order of the list. */
export type Labels = Record<string, string>;

export function labels<Id extends CodeListId>(language: Language, ...ids: Id[]): Record<Id, Labels> {
  return Object.fromEntries(ids.map((id) => [id, labelsOf(id, language)])) as Record<Id, Labels>;
}

/** Departments and districts are the city's own. */
function labelsOf(id: CodeListId, language: Language): Labels {
  const { city } = app();
  const items = id === 'CL03' ? city.departments : id === 'CL20' ? city.districts : codeLists[id].items;
  return Object.fromEntries(items.map((item) => [item.code, item[language]]));
}
