/** Truths about one row of R21. That cumulated figures never fall within a year needs the quarter before. */
import type { Check } from '../declare.ts';

export const checks = [
  {
    // People who left in the year were trained too: more than the staff at its end is possible, not much more.
    id: 'R21.trained_plausible',
    level: 'remark',
    fields: ['staff_trained_ytd', 'research_staff_end'],
    holds: '2 * staff_trained_ytd <= 3 * research_staff_end',
    says: {
      zh: '累计已参训科技人员数超过期末科技人员数的1.5倍。',
      en: 'More than one and a half times the staff were trained.'
    },
    remedy: { zh: '核对是否按人去重。', en: 'Check that each person is counted once.' },
    basis: 'VAL-14'
  },
  {
    id: 'R21.hires_trained_within',
    level: 'reject',
    fields: ['new_hires_trained_ytd', 'new_hires_ytd'],
    holds: 'new_hires_trained_ytd <= new_hires_ytd',
    says: {
      zh: '已接受入职培训人数多于新入职科技人员数。',
      en: 'More new hires trained than hired.'
    },
    remedy: { zh: '核对两个人数。', en: 'Check both numbers.' },
    basis: 'D'
  },
  {
    id: 'R21.events_within',
    level: 'reject',
    fields: ['academic_events_with_ethics', 'academic_events'],
    holds: 'academic_events_with_ethics <= academic_events',
    says: { zh: '含科技伦理内容的活动数多于学术活动总数。', en: 'More events with ethics than events.' },
    remedy: { zh: '核对两个活动数。', en: 'Check both numbers.' },
    basis: 'D'
  },
  {
    id: 'R21.review_dated',
    level: 'remark',
    fields: ['leadership_review_date', 'leadership_risk_review'],
    holds: 'not leadership_risk_review or leadership_review_date is not null',
    says: { zh: '已研判伦理风险，未填专题研判日期。', en: 'Risks were reviewed, without a date.' },
    remedy: { zh: '补填专题研判日期。', en: 'Give the date.' },
    basis: 'D'
  },
  {
    id: 'R21.review_said',
    level: 'remark',
    fields: ['leadership_risk_review', 'leadership_review_date'],
    holds: 'leadership_risk_review or leadership_review_date is null',
    says: { zh: '已填专题研判日期，但填为未研判，前后不一致。', en: 'A date, yet no review.' },
    remedy: { zh: '核实后更正。', en: 'Check and correct.' },
    basis: 'D'
  },
  {
    id: 'R21.review_in_period',
    level: 'remark',
    fields: ['leadership_review_date', 'period'],
    // `||` and not concat, which takes an empty date for an empty text.
    holds:
      "cast(extract(year from leadership_review_date) as varchar) || '-Q' || cast(extract(quarter from leadership_review_date) as varchar) = period",
    says: { zh: '专题研判日期不在本期间内。', en: 'The review lies outside the period.' },
    remedy: { zh: '填本期间内的研判日期；本期未研判的填“否”。', en: 'Give a date in the period, or say N.' },
    basis: 'D'
  }
] as const satisfies readonly Check[];
