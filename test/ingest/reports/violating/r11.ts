import type { RowsOf } from '../violating.ts';

export const r11: RowsOf = {
  violating: {
    'R11.term_form': [
      { term: '2026-S3' },
      { term: '2026-Q1' },
      { term: '2026S1' },
      { term: '2026-s1' },
      { term: '26-S1' }
    ],
    'R11.four_hours': [{ class_hours: '3' }],
    'R11.first_time_within': [{ enrolled_first_ytd: '211' }]
  },
  holding: [
    { term: '2025-S2' },
    { class_hours: '4', credits: '0', is_standalone: 'N' },
    { enrolled_first_ytd: '210' },
    { enrolled: '0', enrolled_first_ytd: '0' }
  ]
};
