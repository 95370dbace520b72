/**
 * Truths about one row of R03. What is asked of a committee as a whole (number of members, one chair, categories,
 * genders, someone from outside) needs all its rows: cross-checks and a rule ask it.
 */
import type { Check } from '../declare.ts';
import { columnOf } from './column-of.ts';
import { given } from './given.ts';
import { columns } from './r03-committee-members-columns.ts';

export const checks = [
  {
    id: 'R03.member_numbered',
    level: 'remark',
    fields: ['member_no'],
    holds: "regexp_full_match(member_no, 'M[0-9]{2,}')",
    says: {
      zh: '委员序号不符合“M加数字，M01起”的编号规则。',
      en: 'The number does not follow the pattern: M and two digits or more.'
    },
    remedy: {
      zh: '按规则编号，不得以姓名、证件号、工号代替；已使用的序号保持不变。',
      en: 'Number by the pattern, never by name, identity or staff number; a number in use stays.'
    },
    basis: 'D'
  },
  {
    id: 'R03.term_ends_after_start',
    level: 'reject',
    fields: ['term_end', 'term_start'],
    holds: 'term_end > term_start',
    says: { zh: '任期止不晚于任期起。', en: 'The term ends no later than it begins.' },
    remedy: { zh: '核对任期起止日期。', en: 'Check both dates.' },
    basis: '办法第七条'
  },
  {
    id: 'R03.term_five_years',
    level: 'remark',
    fields: ['term_end', 'term_start'],
    holds: 'term_end <= term_start + interval 5 year',
    says: { zh: '任期超过5年。', en: 'A term of more than five years.' },
    remedy: {
      zh: '核对任期；确超过5年的，按规定调整任期。',
      en: 'Check the term; shorten it to five years.'
    },
    basis: 'VAL-06 办法第七条'
  },
  {
    id: 'R03.pledge',
    level: 'remark',
    fields: ['pledge_signed', 'member_status'],
    holds: "member_status <> 'active' or pledge_signed",
    says: { zh: '有效委员未签保密与利益冲突承诺。', en: 'An active member has not signed the pledge.' },
    remedy: { zh: '签署承诺后更新本表。', en: 'Have it signed, then update this row.' },
    basis: '办法第八条'
  },
  given('R03', columnOf(columns, 'changed_date'), {
    when: 'platform_updated_date is not null',
    reads: ['platform_updated_date'],
    said: { zh: '已填国家平台更新日期', en: 'Updated on the national platform' },
    basis: '办法第四十三条'
  }),
  {
    id: 'R03.updated_after_change',
    level: 'remark',
    fields: ['platform_updated_date', 'changed_date'],
    holds: 'platform_updated_date >= changed_date',
    says: {
      zh: '国家平台更新日期早于变动日期，不包含本次变动。',
      en: 'The platform was updated before the change: it does not show it.'
    },
    remedy: {
      zh: '在国家平台更新后填写更新日期；尚未更新的留空。',
      en: 'Give the date of the update that shows the change; leave it empty if there was none.'
    },
    basis: '办法第四十三条'
  }
] as const satisfies readonly Check[];
