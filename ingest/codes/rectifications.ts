/** Where an issue comes from and how its rectification ends. */
import type { CodeList } from './code-list.ts';

export const rectifications = {
  CL28: {
    id: 'CL28',
    name: 'rect_source',
    zh: '问题来源',
    en: 'Source of the issue',
    items: [
      { code: 'platform_alert', zh: '系统预警', en: 'System alert' },
      { code: 'dept_inspection', zh: '部门检查', en: 'Department inspection' },
      { code: 'self_check', zh: '单位自查', en: 'Self-check' },
      { code: 'followup_review', zh: '跟踪审查', en: 'Follow-up review' },
      { code: 'case', zh: '案件', en: 'Case' },
      { code: 'incident', zh: '事件', en: 'Incident' },
      { code: 'superior', zh: '上级交办', en: 'Superior assignment' }
    ]
  },
  CL29: {
    id: 'CL29',
    name: 'issue_category',
    zh: '问题类别',
    en: 'Category of issue',
    items: [
      { code: 'committee_missing', zh: '应设未设委员会', en: 'Committee missing' },
      { code: 'committee_noncompliant', zh: '委员会组成/登记不合规', en: 'Committee non-compliant' },
      { code: 'no_review', zh: '应审未审', en: 'Unreviewed activity' },
      { code: 'review_overdue', zh: '审查超期', en: 'Review overdue' },
      { code: 'quorum_vote', zh: '会议人数/表决不合规', en: 'Quorum or vote defect' },
      { code: 'followup_overdue', zh: '跟踪审查超期', en: 'Follow-up overdue' },
      { code: 'list_activity', zh: '清单活动复核/登记问题', en: 'List-activity defect' },
      { code: 'commitment_missing', zh: '承诺缺失', en: 'Commitment missing' },
      { code: 'international', zh: '国际合作审查缺失', en: 'International review missing' },
      { code: 'monitoring_gap', zh: '监测/应急缺失', en: 'Monitoring gap' },
      { code: 'training_gap', zh: '培训不足', en: 'Training gap' },
      { code: 'case_handling', zh: '案件查处不及时', en: 'Case handling' },
      { code: 'report_missing', zh: '报送缺失或失实', en: 'Report missing/false' },
      { code: 'other_issue', zh: '其他', en: 'Other' }
    ]
  },
  CL30: {
    id: 'CL30',
    name: 'severity',
    zh: '等级（预警/问题）',
    en: 'Severity (alerts, issues)',
    items: [
      { code: 'critical', zh: '重大', en: 'Critical' },
      { code: 'high', zh: '较大', en: 'High' },
      { code: 'medium', zh: '一般', en: 'Medium' },
      { code: 'low', zh: '提示', en: 'Low' }
    ]
  },
  CL31: {
    id: 'CL31',
    name: 'acceptance_result',
    zh: '验收结论',
    en: 'Result of acceptance',
    items: [
      { code: 'passed', zh: '通过', en: 'Passed' },
      { code: 'passed_conditional', zh: '基本通过', en: 'Conditionally passed' },
      { code: 'failed', zh: '不通过', en: 'Failed' }
    ]
  },
  CL32: {
    id: 'CL32',
    name: 'rect_status',
    zh: '整改状态',
    en: 'Status of a rectification',
    items: [
      { code: 'open', zh: '已下达', en: 'Open' },
      { code: 'in_progress', zh: '整改中', en: 'In progress' },
      { code: 'submitted', zh: '已提交', en: 'Submitted' },
      { code: 'returned', zh: '退回', en: 'Returned' },
      { code: 'closed', zh: '已销号', en: 'Closed' },
      { code: 'cancelled', zh: '撤销', en: 'Cancelled' }
    ]
  }
} as const satisfies Record<string, CodeList>;
