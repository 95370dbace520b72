/**
 * Truths about one row of R13. Whether the review named here approved it in time, and whether a listed or an
 * international project stands in its own report, needs R04, R06 and R14: rules and cross-checks ask that.
 */
import type { Check } from '../declare.ts';
import { columnOf } from './column-of.ts';
import { given } from './given.ts';
import { columns } from './r13-projects-columns.ts';

/** The project has begun, whatever became of it; one that was terminated may never have. */
const begun = "project_status in ('ongoing', 'suspended', 'completed')";

const assessment = [
  {
    id: 'R13.risk_assessed',
    level: 'remark',
    fields: ['risk_assessed'],
    holds: 'risk_assessed',
    says: { zh: '尚未完成伦理风险评估。', en: 'The ethics risk is not assessed.' },
    remedy: { zh: '按本单位办法完成评估后更新本表。', en: 'Assess it, then update this row.' },
    basis: '办法第九条'
  },
  given('R13', columnOf(columns, 'risk_assessed_date'), {
    when: 'risk_assessed',
    reads: ['risk_assessed'],
    said: { zh: '已完成伦理风险评估', en: 'The ethics risk is assessed' },
    basis: '办法第九条'
  }),
  {
    id: 'R13.assessment_said',
    level: 'remark',
    fields: ['risk_assessed', 'risk_assessed_date'],
    holds: 'risk_assessed or risk_assessed_date is null',
    says: {
      zh: '已填评估完成日期，但填为未完成评估，前后不一致。',
      en: 'A date of assessment, yet said not to be done.'
    },
    remedy: { zh: '核实后更正。', en: 'Check and correct.' },
    basis: '办法第九条'
  },
  {
    id: 'R13.assessed_before_start',
    level: 'remark',
    fields: ['risk_assessed_date', 'start_date'],
    holds: 'risk_assessed_date <= start_date',
    says: { zh: '评估完成日期晚于项目开始日期。', en: 'Assessed after the project began.' },
    remedy: {
      zh: '核对两个日期；风险评估应在科技活动开始前完成。',
      en: 'Check both dates; the assessment belongs before the start.'
    },
    basis: '办法第九条'
  },
  given('R13', columnOf(columns, 'in_review_scope'), {
    when: 'risk_assessed',
    reads: ['risk_assessed'],
    said: { zh: '已完成伦理风险评估', en: 'The ethics risk is assessed' },
    basis: '办法第九条'
  }),
  given('R13', columnOf(columns, 'activity_scope'), {
    when: 'in_review_scope',
    reads: ['in_review_scope'],
    said: { zh: '属审查范围', en: 'Within the scope of review' },
    basis: '办法第二条'
  }),
  {
    id: 'R13.listed_in_scope',
    level: 'remark',
    fields: ['in_review_scope', 'list_item'],
    holds: "list_item = 'none' or in_review_scope",
    says: {
      zh: '属于清单事项，但填为不属审查范围，前后不一致。',
      en: 'A listed item, yet said to lie outside the scope of review.'
    },
    remedy: { zh: '核实清单事项和评估结论。', en: 'Check the item and the assessment.' },
    basis: '办法第二十五条'
  },
  given('R13', columnOf(columns, 'approval_review_id'), {
    when: `in_review_scope and ${begun}`,
    reads: ['in_review_scope', 'project_status'],
    said: { zh: '属审查范围且已开始实施', en: 'Within the scope of review and begun' },
    basis: '市措施二（三）7'
  })
] as const satisfies readonly Check[];

const management = [
  {
    id: 'R13.none_stands_alone',
    level: 'reject',
    fields: ['sensitive_fields'],
    holds: "not list_contains(sensitive_fields, 'none') or length(sensitive_fields) = 1",
    says: {
      zh: '领域选择“不涉及”的，不得同时选择其他领域。',
      en: 'The fields name “none” together with others.'
    },
    remedy: { zh: '仅保留“不涉及”，或者删去“不涉及”。', en: 'Keep “none” alone, or take it out.' },
    basis: '办法第四条'
  },
  given('R13', columnOf(columns, 'managing_dept'), {
    when: "project_level = 'municipal'",
    reads: ['project_level'],
    said: { zh: '市级项目', en: 'A municipal project' },
    basis: 'D'
  }),
  {
    id: 'R13.ends_after_start',
    level: 'reject',
    fields: ['end_date', 'start_date'],
    holds: 'end_date >= start_date',
    says: { zh: '结束日期早于开始日期。', en: 'It ends before it begins.' },
    remedy: { zh: '核对两个日期。', en: 'Check both dates.' },
    basis: 'D'
  },
  given('R13', columnOf(columns, 'start_date'), {
    when: begun,
    reads: ['project_status'],
    said: { zh: '项目已开始实施', en: 'The project has begun' },
    basis: '市措施二（三）7'
  }),
  given('R13', columnOf(columns, 'commitment_signed_date'), {
    when: "funding_kind = 'fiscal' and approved_project_date is not null",
    reads: ['funding_kind', 'approved_project_date'],
    said: { zh: '财政资金项目已立项', en: 'A fiscal project is approved' },
    basis: '市措施二（三）8'
  }),
  {
    id: 'R13.committed_before_approval',
    level: 'remark',
    fields: ['commitment_signed_date', 'approved_project_date', 'funding_kind'],
    holds: "funding_kind <> 'fiscal' or commitment_signed_date <= approved_project_date",
    says: {
      zh: '财政资金项目的承诺书签署日期晚于立项日期。',
      en: 'The commitment of a fiscal project was signed after its approval.'
    },
    remedy: {
      zh: '核对两个日期；承诺书应在立项前签署。',
      en: 'Check both dates; it belongs before approval.'
    },
    basis: '市措施二（三）8'
  },
  {
    id: 'R13.lead_committed',
    level: 'remark',
    fields: ['pi_commitment_signed', 'project_status', 'funding_kind', 'in_review_scope'],
    holds:
      "pi_commitment_signed or project_status <> 'ongoing' or not (funding_kind = 'fiscal' or coalesce(in_review_scope, false))",
    says: { zh: '项目在实施，负责人尚未签署承诺。', en: 'Under way, and its lead has signed no commitment.' },
    remedy: { zh: '补签承诺后更新本表。', en: 'Have it signed, then update this row.' },
    basis: '市措施二（一）4、二（三）8'
  }
] as const satisfies readonly Check[];

const course = [
  {
    id: 'R13.corrected_within_found',
    level: 'reject',
    fields: ['issues_corrected_ytd', 'issues_found_ytd'],
    holds: 'issues_corrected_ytd <= issues_found_ytd',
    says: { zh: '已纠正问题数多于检查发现问题数。', en: 'More issues corrected than found.' },
    remedy: {
      zh: '核对两个数字；只计本年检查发现的问题。',
      en: 'Check both numbers; only issues found this year count.'
    },
    basis: '市措施二（三）8'
  },
  given('R13', columnOf(columns, 'oldest_open_issue_date'), {
    when: 'issues_found_ytd > issues_corrected_ytd',
    reads: ['issues_found_ytd', 'issues_corrected_ytd'],
    said: { zh: '检查发现的问题尚未全部纠正', en: 'Issues are not all corrected' },
    basis: '市措施二（三）8'
  }),
  {
    id: 'R13.release_said',
    level: 'remark',
    fields: ['sensitive_release', 'release_date'],
    holds: 'sensitive_release or release_date is null',
    says: {
      zh: '已填敏感成果首次发布日期，但填为没有敏感成果，前后不一致。',
      en: 'A date of release, yet no sensitive results.'
    },
    remedy: { zh: '核实后更正。', en: 'Check and correct.' },
    basis: '市措施二（一）4'
  }
] as const satisfies readonly Check[];

export const checks = [...assessment, ...management, ...course] as const satisfies readonly Check[];
