import type { RowsOf } from '../violating.ts';

export const r17: RowsOf = {
  violating: {
    'R17.none_stands_alone': [{ sensitive_fields: 'none;medicine' }],
    'R17.ends_after_begin': [{ end_date: '2026-01-09' }],
    'R17.output_after_begin': [{ output_date: '2026-01-09' }],
    'R17.output_kind_given': [
      { output_kind: null, adopted: null, adopted_by_dept: null },
      { output_kind: null, output_date: null }
    ],
    'R17.output_date_given': [{ output_date: null }],
    'R17.adopted_given': [
      { adopted: null, adopted_by_dept: null },
      { output_kind: 'standard', adopted: null, adopted_by_dept: null }
    ],
    'R17.adopted_by_dept_given': [{ adopted_by_dept: null }],
    'R17.adoption_said': [{ adopted: 'N' }, { output_kind: 'paper', adopted: null }]
  },
  holding: [
    { output_kind: null, output_date: null, adopted: null, adopted_by_dept: null },
    { output_kind: 'paper', adopted: null, adopted_by_dept: null, published: 'Y' },
    { adopted: 'N', adopted_by_dept: null },
    { sensitive_fields: 'none' },
    { end_date: '2026-01-10', output_date: '2026-01-10' },
    { end_date: '2026-05-31' }
  ]
};
