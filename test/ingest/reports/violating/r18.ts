import type { RowsOf } from '../violating.ts';

export const r18: RowsOf = {
  violating: {
    'R18.desensitised': [{ desensitised: 'N' }],
    'R18.selected_after_recommended': [{ selected_date: '2026-06-29' }],
    'R18.promoted_after_selected': [
      { promoted_date: '2026-08-09' },
      { selected_date: null, promoted_date: '2026-06-29' }
    ],
    'R18.promotion_kind_given': [
      { promotion_kind: null },
      { promotion_kind: null, promoted_date: null },
      { promotion_kind: null, selected_date: null }
    ],
    'R18.selected_date_given': [{ selected_date: null }]
  },
  holding: [
    { selected_date: null, promotion_kind: null, promoted_date: null },
    { promoted_date: null },
    { selected_date: '2026-06-30', promoted_date: '2026-06-30' },
    { case_theme: 'warning', case_nature: 'warning', reuse_count: '3' }
  ]
};
