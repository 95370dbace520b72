/** Truths about one row of R22, which is either a department's interpretation of rules or an institution's self-check. */
import { usccHoldsSql } from '../codes/uscc.ts';
import type { Check } from '../declare.ts';
import { columnOf } from './column-of.ts';
import { given } from './given.ts';
import { columns } from './r22-policy-publicity-columns.ts';

const selfCheck = {
  when: "publicity_kind = 'self_check'",
  reads: ['publicity_kind'],
  said: { zh: '类型为单位落实自查', en: 'A self-check' },
  basis: '市措施二（二）5'
};

export const checks = [
  // Without them nobody answers for the row.
  given('R22', columnOf(columns, 'institution_uscc'), { ...selfCheck, level: 'reject' }),
  given('R22', columnOf(columns, 'organizer_dept'), {
    when: "publicity_kind <> 'self_check'",
    reads: ['publicity_kind'],
    said: { zh: '类型为宣传解读', en: 'An interpretation of rules' },
    basis: '市措施二（二）5',
    level: 'reject'
  }),
  given('R22', columnOf(columns, 'covered_usccs'), {
    when: "publicity_kind = 'interpretation_session'",
    reads: ['publicity_kind'],
    said: {
      zh: '类型为制度解读会',
      en: 'An interpretation session'
    },
    basis: '市措施二（二）5'
  }),
  {
    id: 'R22.covered_are_codes',
    level: 'remark',
    fields: ['covered_usccs'],
    holds: `length(list_filter(covered_usccs, x -> not ${usccHoldsSql('x')})) = 0`,
    says: {
      zh: '参加单位代码中有校验不通过的统一社会信用代码，该单位不计入覆盖率。',
      en: 'Among those attending is a code that is no unified social credit code; it is not counted.'
    },
    remedy: {
      zh: '逐个核对18位代码，多个代码以分号分隔。',
      en: 'Check each of the 18 characters; separate several codes by semicolons.'
    },
    basis: 'VAL-01 GB 32100-2015'
  },
  given('R22', columnOf(columns, 'check_items'), selfCheck),
  given('R22', columnOf(columns, 'nonconformities'), selfCheck),
  {
    id: 'R22.nonconformities_within',
    level: 'reject',
    fields: ['nonconformities', 'check_items'],
    holds: 'nonconformities <= check_items',
    says: { zh: '自查不符合数多于自查条目数。', en: 'More nonconformities than items checked.' },
    remedy: { zh: '核对两个数字。', en: 'Check both numbers.' },
    basis: 'D'
  },
  given('R22', columnOf(columns, 'nonconformities_fixed'), {
    when: 'nonconformities > 0',
    reads: ['nonconformities'],
    said: { zh: '自查有不符合项', en: 'There are nonconformities' },
    basis: '市措施二（二）5'
  }),
  {
    id: 'R22.fixed_within',
    level: 'reject',
    fields: ['nonconformities_fixed', 'nonconformities'],
    holds: 'nonconformities_fixed <= nonconformities',
    says: { zh: '已整改数多于自查不符合数。', en: 'More were fixed than were found.' },
    remedy: { zh: '核对两个数字。', en: 'Check both numbers.' },
    basis: 'D'
  }
] as const satisfies readonly Check[];
