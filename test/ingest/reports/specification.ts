/** The written specification of reports and code lists, against which the declarations are held. */
import { readFileSync } from 'node:fs';

export interface SpecColumn {
  zh: string;
  field: string;
  type: string;
  required: 'Y' | 'C' | 'N';
  codes: string;
  validation: string;
  example: string;
}

export interface Specification {
  reports: {
    id: string;
    table: string;
    zh: string;
    en: string;
    frequency: string;
    deadline: string;
    nil: 'Y' | 'N';
    columns: SpecColumn[];
  }[];
  code_lists: { id: string; name: string; zh: string; items: { code: string; zh: string; en: string }[] }[];
}

const file = new URL('../../../fixtures/spec/spec.json', import.meta.url);

export const specification = JSON.parse(readFileSync(file, 'utf8')) as Specification;
