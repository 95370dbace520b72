/** Words for what figures are grouped by: departments and districts of the city, kinds, affiliations. */
import { codeLists } from '#ingest/codes/index.ts';
import type { Words } from '#ingest/declare.ts';
import type { By } from './answers.ts';
import type { CityCodes } from './typed.ts';

const lists: Partial<Record<By, keyof typeof codeLists>> = {
  department: 'CL03',
  district: 'CL20',
  kind: 'CL01',
  affiliation: 'CL02'
};

/** The label of a group's code; a code without one stands for itself. */
export function groupWords(by: By, code: string, city: CityCodes): Words {
  const list = lists[by];
  const items = list ? (city[list] ?? codeLists[list].items) : [];
  const item = items.find((one) => one.code === code);
  return item ? { zh: item.zh, en: item.en } : { zh: code, en: code };
}
