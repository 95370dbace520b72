/** What entries are grouped by, besides the city as a whole. */
import type { Grouping } from './declare.ts';

/** All that an institution has. */
export const ofInstitutions: readonly Grouping[] = [
  'department',
  'district',
  'kind',
  'affiliation',
  'institution'
];

/** The same of what a committee answers for. */
export const ofCommittees: readonly Grouping[] = [...ofInstitutions, 'committee'];

/** Of what no institution has. */
export const ofDepartments: readonly Grouping[] = ['department'];
