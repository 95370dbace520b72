/** Committees in the registry, in their own report, in their members' and at their meetings. */
import type { CrossCheck } from './declare.ts';

export const committees: readonly CrossCheck[] = [
  {
    id: 'VAL-03 registered',
    file: 'committee-registered-but-not-reported',
    report: 'R01',
    field: 'has_committee',
    against: 'R02',
    says: {
      zh: '名录填“已设委员会”，但委员会登记表中没有有效的委员会。',
      en: 'The registry says that there is a committee; none is reported as active.'
    },
    remedy: {
      zh: '补报委员会登记表，或者更正名录。',
      en: 'Report the committee (R02), or correct the registry.'
    },
    basis: 'VAL-03'
  },
  {
    id: 'VAL-03 reported',
    file: 'committee-reported-but-not-registered',
    report: 'R02',
    field: 'committee_id',
    against: 'R01',
    says: {
      zh: '已报有效的委员会，但名录填“未设委员会”。',
      en: 'An active committee is reported; the registry says that there is none.'
    },
    remedy: {
      zh: '更正名录，或者更正委员会状态。',
      en: 'Correct the registry, or the status of the committee.'
    },
    basis: 'VAL-03'
  },
  {
    id: 'VAL-04',
    file: 'members-counted',
    report: 'R02',
    field: 'member_count',
    against: 'R03',
    says: {
      zh: '委员总数填{found}人，委员结构表中有效委员为{expected}人。',
      en: '{found} members are said, {expected} active ones are listed.'
    },
    remedy: { zh: '核对两张表，更正有误的一张。', en: 'Compare both reports and correct the wrong one.' },
    basis: 'VAL-04'
  },
  {
    id: 'VAL-05',
    file: 'one-chair',
    report: 'R02',
    field: 'committee_id',
    against: 'R03',
    says: {
      zh: '委员结构表中有效的主任委员为{found}人，应为1人。',
      en: '{found} active chairs are listed; there is to be one.'
    },
    remedy: { zh: '核对委员结构表中的职务。', en: 'Check the roles in the member list.' },
    basis: 'VAL-05'
  },
  {
    id: 'VAL-08',
    file: 'attending-within-committee',
    report: 'R04',
    field: 'attending_count',
    against: 'R02',
    says: {
      zh: '到会委员{found}人，多于委员总数减去回避人数（{expected}人）。',
      en: '{found} attended; without those recused the committee has {expected} members.'
    },
    remedy: {
      zh: '核对到会人数、回避人数和委员总数。',
      en: 'Check the numbers attending, recused and in all.'
    },
    basis: 'VAL-08'
  },
  {
    id: 'VAL-11',
    file: 'followup-due',
    report: 'R05',
    field: 'due_date',
    against: 'R04',
    says: {
      zh: '应完成日{found}晚于规定的最晚日{expected}，且未填频度调整依据；系统按后者计算。',
      en: 'Due on {found}, later than the law allows ({expected}), without a basis; the earlier day counts.'
    },
    remedy: { zh: '更正应完成日，或者填写频度调整依据。', en: 'Correct the due date, or give the basis.' },
    basis: 'VAL-11 办法第十九条、第三十三条'
  },
  {
    id: 'VAL-12',
    file: 'followup-issues-rectified',
    report: 'R05',
    field: 'issues_found',
    against: 'R08',
    says: {
      zh: '跟踪审查发现问题{found}个，此后30日内没有该单位的整改记录。',
      en: '{found} issues were found; no rectification of the institution followed within 30 days.'
    },
    remedy: {
      zh: '补报整改台账；已当场改正的，说明情况。',
      en: 'Report the rectification, or say that it was put right.'
    },
    basis: 'VAL-12；30日为默认（D）'
  }
];
