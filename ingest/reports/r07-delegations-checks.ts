/** Truths about one row of R07. Whether the entrusted committee is still active, and its scope, is known to R02. */
import type { Check } from '../declare.ts';
import { columnOf } from './column-of.ts';
import { given } from './given.ts';
import { columns } from './r07-delegations-columns.ts';

const recognition = {
  when: "delegation_kind = 'mutual_recognition'",
  reads: ['delegation_kind'],
  said: { zh: '审查结果互认', en: 'Mutual recognition' },
  basis: '办法第二十一条'
};

export const checks = [
  {
    id: 'R07.one_trustee',
    level: 'reject',
    fields: ['external_committee_name', 'committee_id'],
    holds: 'committee_id is null or external_committee_name is null',
    says: {
      zh: '受托方委员会编号和外地受托方名称只能填一项。',
      en: 'Both a committee of this city and a body elsewhere are named.'
    },
    remedy: {
      zh: '受托方为本市委员会的只填编号，不在本市登记的只填名称。',
      en: 'Give the number of a committee registered here, or the name of one that is not.'
    },
    basis: 'D'
  },
  {
    id: 'R07.trustee_named',
    level: 'remark',
    fields: ['committee_id', 'external_committee_name'],
    holds: 'committee_id is not null or external_committee_name is not null',
    says: { zh: '未填受托（出具）方。', en: 'The entrusted committee is not named.' },
    remedy: {
      zh: '本市委员会填委员会编号，外地受托方填名称。',
      en: 'Give the number of a committee of this city, or the name of one elsewhere.'
    },
    basis: '办法第十三条'
  },
  {
    id: 'R07.in_writing',
    level: 'remark',
    fields: ['has_written_agreement', 'delegation_kind'],
    holds: "delegation_kind = 'mutual_recognition' or has_written_agreement",
    says: {
      zh: '委托审查没有书面委托协议，不计为有效委托。',
      en: 'A delegation without a written agreement: it does not count.'
    },
    remedy: { zh: '签订书面委托协议后更新本表。', en: 'Sign one, then update this row.' },
    basis: '办法第十三条'
  },
  {
    id: 'R07.trustee_verified',
    level: 'remark',
    fields: ['trustee_qualified'],
    holds: 'trustee_qualified',
    says: {
      zh: '受托方资质未经核验，不计为有效委托。',
      en: 'The qualification of the entrusted is not verified.'
    },
    remedy: { zh: '核验受托方登记情况和审查范围后更新本表。', en: 'Verify it, then update this row.' },
    basis: '办法第十三条'
  },
  {
    id: 'R07.ends_after_begin',
    level: 'reject',
    fields: ['valid_to', 'valid_from'],
    holds: 'valid_to > valid_from',
    says: { zh: '协议止不晚于协议起。', en: 'It ends no later than it begins.' },
    remedy: { zh: '核对协议起止日期。', en: 'Check both dates.' },
    basis: 'D'
  },
  given('R07', columnOf(columns, 'project_id'), recognition),
  given('R07', columnOf(columns, 'review_id'), recognition),
  given('R07', columnOf(columns, 'recognition_result'), recognition),
  given('R07', columnOf(columns, 'recognition_date'), recognition)
] as const satisfies readonly Check[];
