/** Truths about one row of R11. That the institution is a university is known to the registry alone. */
import type { Check } from '../declare.ts';

export const checks = [
  {
    id: 'R11.term_form',
    level: 'reject',
    fields: ['term'],
    holds: "regexp_full_match(term, '[0-9]{4}-S[12]')",
    says: {
      zh: '学期不是“年份-S1”或者“年份-S2”。',
      en: 'The semester is not written as year-S1 or year-S2.'
    },
    remedy: {
      zh: '春季学期填如2026-S1，秋季学期填如2026-S2。',
      en: 'Write 2026-S1 for the spring semester, 2026-S2 for the autumn semester.'
    },
    basis: 'D'
  },
  {
    // A shorter course can be true; it is hardly one.
    id: 'R11.four_hours',
    level: 'remark',
    fields: ['class_hours'],
    holds: 'class_hours >= 4',
    says: { zh: '学时少于4学时。', en: 'Fewer than four class hours.' },
    remedy: {
      zh: '核对学时；单次讲座改在培训台账填报。',
      en: 'Check the hours; report a single lecture as a training session.'
    },
    basis: 'D'
  },
  {
    id: 'R11.first_time_within',
    level: 'reject',
    fields: ['enrolled_first_ytd', 'enrolled'],
    holds: 'enrolled_first_ytd <= enrolled',
    says: {
      zh: '本年度首次修读人数多于选课人数。',
      en: 'More students for the first time than students at all.'
    },
    remedy: { zh: '核对两个人数。', en: 'Check both numbers.' },
    basis: 'D'
  }
] as const satisfies readonly Check[];
