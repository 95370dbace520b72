/**
 * Truths about one row of R02. Clocks of 30 days and 3 months run on the calendar with its rest days: indicators
 * and rules read them. The procedure for simplified review and the report on listed activities depend on other
 * reports.
 */
import type { Check } from '../declare.ts';

const should = (field: string, zh: string, en: string, basis: string) =>
  ({
    id: `R02.${field}`,
    level: 'remark',
    fields: [field],
    holds: field,
    says: { zh: `委员会尚无${zh}。`, en: `The committee has no ${en}.` },
    remedy: { zh: `制定${zh}后更新本表。`, en: 'Set it up, then update this row.' },
    basis
  }) as const;

export const checks = [
  {
    id: 'R02.id_of_institution',
    level: 'remark',
    fields: ['committee_id', 'institution_uscc'],
    holds: "left(committee_id, 10) = right(institution_uscc, 8) || '-C'",
    says: {
      zh: '委员会编号不符合“统一社会信用代码后8位-C序号”的编号规则。',
      en: 'The number does not follow the pattern: last 8 characters of the credit code, -C, a number.'
    },
    remedy: {
      zh: '新设委员会按规则编号；已使用的编号保持不变。',
      en: 'Number new committees by the pattern; a number in use stays.'
    },
    basis: 'D'
  },
  {
    id: 'R02.registered_after_set_up',
    level: 'reject',
    fields: ['platform_registered_date', 'established_date'],
    holds: 'platform_registered_date >= established_date',
    says: { zh: '国家平台登记日期早于委员会设立日期。', en: 'Registered before it was set up.' },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: '办法第四十三条'
  },
  {
    id: 'R02.registration_no_given',
    level: 'remark',
    fields: ['platform_reg_no', 'platform_registered_date'],
    holds: 'platform_registered_date is null or platform_reg_no is not null',
    says: { zh: '已填国家平台登记日期，未填登记号。', en: 'A date of registration without its number.' },
    remedy: { zh: '补填国家平台登记号。', en: 'Give the registration number.' },
    basis: '办法第四十三条'
  },
  {
    id: 'R02.registration_date_given',
    level: 'remark',
    fields: ['platform_registered_date', 'platform_reg_no'],
    holds: 'platform_reg_no is null or platform_registered_date is not null',
    says: {
      zh: '已填国家平台登记号，未填登记日期，按未登记统计。',
      en: 'A registration number without its date: it counts as not registered.'
    },
    remedy: { zh: '补填国家平台登记日期。', en: 'Give the date of registration.' },
    basis: '办法第四十三条'
  },
  {
    id: 'R02.health_filing_given',
    level: 'remark',
    fields: ['health_filed_date', 'regimes'],
    holds: "not list_contains(regimes, 'nhc_2023') or health_filed_date is not null",
    says: {
      zh: '适用《涉及人的生命科学和医学研究伦理审查办法》的委员会未填备案日期。',
      en: 'The NHC Measures apply, and no filing with the health authority is given.'
    },
    remedy: {
      zh: '设立后3个月内办理备案并补填日期；适用制度选错的，更正适用制度。',
      en: 'File within 3 months of setting up and give the date, or correct the regimes.'
    },
    basis: '《涉及人的生命科学和医学研究伦理审查办法》备案规定'
  },
  {
    id: 'R02.seven_members',
    level: 'remark',
    fields: ['member_count'],
    holds: 'member_count >= 7',
    says: { zh: '委员总数少于7人。', en: 'Fewer than seven members.' },
    remedy: { zh: '增补委员，或者核对人数。', en: 'Appoint members, or check the number.' },
    basis: '办法第七条'
  },
  should('has_charter', '章程', 'charter', '办法第六条'),
  should('has_coi_rule', '利益冲突管理机制', 'rule on conflicts of interest', '办法第六条'),
  should('has_conf_archive_rule', '保密与档案制度', 'rules on confidentiality and archives', '办法第六条'),
  should('has_emergency_rule', '应急审查制度', 'rule on emergency review', '办法第三十五条'),
  {
    id: 'R02.staff',
    level: 'remark',
    fields: ['staff_count'],
    holds: 'staff_count > 0',
    says: { zh: '委员会没有专职工作人员。', en: 'The committee has no full-time staff.' },
    remedy: {
      zh: '为委员会履职配备必要的工作人员，或者核对人数。',
      en: 'Provide the staff that the committee needs, or check the number.'
    },
    basis: '办法第四条'
  },
  {
    id: 'R02.annual_report_by_march',
    level: 'remark',
    fields: ['annual_report_date'],
    holds: 'extract(month from annual_report_date) <= 3',
    says: { zh: '上年度报告提交日期晚于3月31日。', en: 'The annual report came after 31 March.' },
    remedy: {
      zh: '核对日期；今后每年3月31日前提交上一年度报告。',
      en: 'Check the date; in future hand it in by 31 March.'
    },
    basis: '办法第四十五条'
  },
  {
    id: 'R02.annual_list_report_by_march',
    level: 'remark',
    fields: ['annual_list_report_date'],
    holds: 'extract(month from annual_list_report_date) <= 3',
    says: {
      zh: '上年度清单活动实施报告提交日期晚于3月31日。',
      en: 'The report on listed activities came after 31 March.'
    },
    remedy: {
      zh: '核对日期；今后每年3月31日前提交上一年度报告。',
      en: 'Check the date; in future hand it in by 31 March.'
    },
    basis: '办法第四十五条'
  }
] as const satisfies readonly Check[];
