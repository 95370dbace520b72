/** What each parameter sets, with its unit, as people read it. */
import type { Words } from '#ingest/declare.ts';

const words: Readonly<Record<string, Words>> = {
  decision_days: { zh: '受理后作出审查决定的期限（日）', en: 'Days from acceptance to the decision' },
  rereview_days: { zh: '专家复核反馈的期限（日）', en: 'Days for the expert re-review' },
  register_days: { zh: '设立后登记的期限（日）', en: 'Days from founding to registration' },
  emergency_hours: { zh: '应急审查的时限（小时）', en: 'Hours for an emergency review' },
  annual_report_mmdd: { zh: '年度报告的最后一日（月-日）', en: 'Last day of the annual report (MM-DD)' },
  min_members: { zh: '伦理委员会的最少人数', en: 'Fewest members of a committee' },
  term_years_max: { zh: '委员一届任期的上限（年）', en: 'Longest term of a member (years)' },
  min_attending: { zh: '会议审查的最少到会人数', en: 'Fewest members at a meeting' },
  min_rereview_experts: { zh: '专家复核的最少人数', en: 'Fewest experts of a re-review' },
  followup_months: { zh: '跟踪审查的间隔上限（月）', en: 'Months between follow-up reviews, at most' },
  followup_months_listed: {
    zh: '清单内活动跟踪审查的间隔上限（月）',
    en: 'Months between follow-up reviews of listed activities, at most'
  },
  consent_share_of_attending: {
    zh: '通过所需的同意比例（占到会委员）',
    en: 'Share of members attending that must consent'
  },
  consent_share_of_members: {
    zh: '通过所需的同意比例（占全体委员，须超过）',
    en: 'Share of all members that must be exceeded to consent'
  },
  quorum_strict: {
    zh: '类别、性别和外单位委员是否计入法定到会（1 为是）',
    en: 'Whether category, gender and outside members count into the quorum (1: yes)'
  },
  screening_workdays: {
    zh: '举报受理审查的期限（工作日）',
    en: 'Working days to decide on a report received'
  },
  investigation_months: { zh: '调查的期限（月）', en: 'Months for an investigation' },
  investigation_ext_months: { zh: '调查可延长的期限（月）', en: 'Months by which it may be extended' },
  regular_meetings_per_year: { zh: '每年定期会商的次数', en: 'Regular joint meetings a year' },
  change_report_days: { zh: '变更报告的期限（工作日）', en: 'Working days to report a change' },
  member_training_hours: { zh: '委员每年培训的学时', en: 'Hours of training a member and year' },
  incident_first_report_hours: {
    zh: '事件首次报告的时限（小时）',
    en: 'Hours to the first report of an incident'
  },
  major_issue_escalation_workdays: {
    zh: '重大问题提请会商的期限（工作日）',
    en: 'Working days to bring a major issue before the joint meeting'
  },
  acknowledgement_workdays: {
    zh: '整改通知签收的期限（工作日）',
    en: 'Working days to acknowledge an order'
  },
  drill_months: { zh: '应急演练的间隔上限（月）', en: 'Months between emergency drills, at most' },
  small_denominator: {
    zh: '分母低于此数时只列明细、不评级',
    en: 'Denominator under which a rate is shown without a state'
  },
  silent_days: { zh: '失报：多少日未报送', en: 'Days without a file after which an institution is silent' },
  campaign_sci_tech_workers_day: {
    zh: '全国科技工作者日活动期（起止月-日）',
    en: 'Days of the Science and Technology Workers’ Day'
  },
  campaign_national_sci_pop_month: {
    zh: '全国科普月活动期（起止月-日）',
    en: 'Days of the Science Popularisation Month'
  }
};

/** The key itself for a parameter that only a city has. */
export const parameterWords = (key: string): Words => words[key] ?? { zh: key, en: key };
