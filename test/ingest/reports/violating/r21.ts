import type { RowsOf } from '../violating.ts';

export const r21: RowsOf = {
  violating: {
    'R21.trained_plausible': [{ staff_trained_ytd: '1306' }],
    'R21.hires_trained_within': [{ new_hires_trained_ytd: '53' }],
    'R21.events_within': [{ academic_events_with_ethics: '19' }],
    'R21.review_dated': [{ leadership_review_date: null }],
    'R21.review_said': [{ leadership_risk_review: 'N' }],
    'R21.review_in_period': [
      { leadership_review_date: '2026-06-30' },
      { leadership_review_date: '2025-08-18' }
    ]
  },
  holding: [
    { staff_trained_ytd: '1305' },
    { leadership_risk_review: 'N', leadership_review_date: null },
    {
      new_hires_ytd: '0',
      new_hires_trained_ytd: '0',
      academic_events: '0',
      academic_events_with_ethics: '0'
    },
    { leadership_review_date: '2026-09-30' }
  ]
};
