/**
 * Truths about one row of R14. The city's measures ask for both reviews before the project is approved, which is
 * stricter than Art. 12 of the Measures.
 */
import type { Check } from '../declare.ts';
import { columnOf } from './column-of.ts';
import { given } from './given.ts';
import { columns } from './r14-intl-projects-columns.ts';

const inScope = {
  when: 'in_review_scope',
  reads: ['in_review_scope'],
  said: { zh: '属审查范围', en: 'Within the scope of review' }
};
const approved = {
  when: 'in_review_scope and project_approved_date is not null',
  reads: ['in_review_scope', 'project_approved_date'],
  said: { zh: '属审查范围且已立项', en: 'Within the scope of review and approved' }
};
const basis = '市措施二（三）8';
const beforeApproval = {
  zh: '核对两个日期；立项前应当通过双方各自的伦理审查。',
  en: 'Check both dates; both reviews belong before the approval.'
};

export const checks = [
  {
    id: 'R14.countries_coded',
    level: 'remark',
    fields: ['partner_countries'],
    // One code or marking after the other, for an element test of a list is written otherwise on each engine.
    holds:
      "regexp_full_match(array_to_string(partner_countries, ';'), '([A-Z]{2}|中国(台湾|香港|澳门))(;([A-Z]{2}|中国(台湾|香港|澳门)))*')",
    says: {
      zh: '合作方国家/地区代码不是两位大写字母代码，也不是“中国台湾”“中国香港”“中国澳门”。',
      en: 'A partner country is not written as a code of two capital letters.'
    },
    remedy: {
      zh: '按ISO 3166-1填两位字母代码，如德国填DE；多个用分号隔开。',
      en: 'Write the ISO 3166-1 code, such as DE for Germany; join several by semicolons.'
    },
    basis: 'ISO 3166-1'
  },
  given('R14', columnOf(columns, 'cn_review_id'), { ...inScope, basis: '办法第十二条' }),
  given('R14', columnOf(columns, 'cn_approved_date'), { ...approved, basis }),
  given('R14', columnOf(columns, 'foreign_approved_date'), { ...approved, basis }),
  {
    id: 'R14.approved_after_own_review',
    level: 'remark',
    fields: ['project_approved_date', 'cn_approved_date', 'in_review_scope'],
    holds: 'not in_review_scope or project_approved_date >= cn_approved_date',
    says: {
      zh: '立项日期早于中方审查通过日。',
      en: 'The project was approved before the review of the Chinese side.'
    },
    remedy: beforeApproval,
    basis
  },
  {
    id: 'R14.approved_after_partners_review',
    level: 'remark',
    fields: ['project_approved_date', 'foreign_approved_date', 'in_review_scope'],
    holds: 'not in_review_scope or project_approved_date >= foreign_approved_date',
    says: {
      zh: '立项日期早于外方所在国审查通过日。',
      en: 'The project was approved before the review in the partner’s country.'
    },
    remedy: beforeApproval,
    basis
  },
  {
    id: 'R14.evidence_archived',
    level: 'remark',
    fields: ['foreign_evidence_archived', 'foreign_approved_date', 'in_review_scope'],
    holds:
      'not in_review_scope or foreign_approved_date is null or coalesce(foreign_evidence_archived, false)',
    says: {
      zh: '外方审查已通过，审查证明未存档或者未填，不计为完成双方审查。',
      en: 'The partner’s review approved, and its evidence is not archived or not given: it does not count.'
    },
    remedy: { zh: '取得外方审查证明并存档后更新本表。', en: 'Archive the evidence, then update this row.' },
    basis
  },
  given('R14', columnOf(columns, 'hgr_approval_no'), {
    when: 'involves_hgr',
    reads: ['involves_hgr'],
    said: { zh: '涉及人类遗传资源', en: 'Human genetic resources are involved' },
    basis: '《人类遗传资源管理条例》'
  }),
  {
    id: 'R14.data_export_elsewhere',
    level: 'remark',
    fields: ['involves_data_export'],
    holds: 'not involves_data_export',
    says: {
      zh: '涉及数据出境，伦理审查不代替数据出境合规手续。',
      en: 'Data leave the country: the ethics review does not stand in for the rules on that.'
    },
    remedy: {
      zh: '另行办理数据出境合规手续；已办理的无需处理。',
      en: 'See to these rules; nothing to do if it is done.'
    },
    basis: 'D'
  }
] as const satisfies readonly Check[];
