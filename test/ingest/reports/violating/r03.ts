import type { RowsOf } from '../violating.ts';

export const r03: RowsOf = {
  violating: {
    'R03.member_numbered': [{ member_no: '3' }, { member_no: '张某某' }, { member_no: 'M3' }],
    'R03.term_ends_after_start': [{ term_end: '2024-03-15' }],
    'R03.term_five_years': [{ term_end: '2029-03-16' }],
    'R03.pledge': [{ pledge_signed: 'N' }],
    'R03.changed_date_given': [{ platform_updated_date: '2026-05-20' }],
    'R03.updated_after_change': [{ changed_date: '2026-05-06', platform_updated_date: '2026-05-05' }]
  },
  holding: [
    { term_end: '2029-03-15' },
    { term_start: '2024-02-29', term_end: '2029-02-28' },
    { member_status: 'expired', pledge_signed: 'N' },
    { changed_date: '2026-05-06' },
    { changed_date: '2026-05-06', platform_updated_date: '2026-05-06' },
    { member_no: 'M101', training_hours_ytd: '0', meetings_attended_ytd: '0' }
  ]
};
