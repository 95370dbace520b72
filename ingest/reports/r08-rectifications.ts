/**
 * R08, the ledger of rectifications. The issuing department writes what it demands and whether it accepts;
 * the institution writes that it has begun and handed in.
 */
import type { Report } from '../declare.ts';
import { checks } from './r08-rectifications-checks.ts';

export const rectifications = {
  id: 'R08',
  table: 'rectifications',
  zh: '问题整改台账',
  en: 'Rectification ledger',
  who: {
    zh: '被督促整改单位；下达部门录入要求',
    en: 'The institution that rectifies; the issuing department enters the demand'
  },
  frequency: { zh: '发生即报 + 月更新', en: 'As it happens, and updated every month' },
  deadline: {
    zh: '下达5个工作日内录入；到期日前提交整改报告',
    en: 'Entered within 5 working days of issue; the report of rectification by its due date'
  },
  nil: true,
  columns: [
    {
      field: 'rectification_id',
      zh: '整改编号',
      en: 'Rectification no.',
      type: 'string',
      required: 'yes',
      length: 40,
      variants: ['整改单编号', '整改单号', '问题编号', '台账编号', 'Rectification ID'],
      example: 'RC-2026-017'
    },
    {
      field: 'institution_uscc',
      zh: '责任单位代码',
      en: 'Credit code of the institution',
      type: 'string',
      required: 'yes',
      length: 18,
      ref: 'institutions',
      variants: [
        '责任单位统一社会信用代码',
        '统一社会信用代码',
        '统一信用代码',
        '社会信用代码',
        '单位代码',
        'USCC'
      ],
      example: '12210100000000019C'
    },
    {
      field: 'rect_source',
      zh: '问题来源',
      en: 'Source of the issue',
      type: 'code',
      required: 'yes',
      codes: 'CL28',
      variants: ['来源', '问题发现来源', '发现渠道', 'Issue source'],
      example: 'platform_alert'
    },
    {
      field: 'alert_rule_id',
      zh: '关联规则/预警号',
      en: 'Rule or alert no.',
      type: 'string',
      required: 'no',
      length: 20,
      variants: ['关联规则', '预警号', '预警编号', '规则号', '关联规则号', '关联预警号'],
      note: { zh: '由系统预警而来的填规则号', en: 'Number of the rule, if an alert led to it' },
      example: 'RULE-07-03'
    },
    {
      field: 'issue_category',
      zh: '问题类别',
      en: 'Category of issue',
      type: 'code',
      required: 'yes',
      codes: 'CL29',
      variants: ['问题类型', '问题分类', '类别'],
      example: 'review_overdue'
    },
    {
      field: 'severity',
      zh: '问题等级',
      en: 'Severity',
      type: 'code',
      required: 'yes',
      codes: 'CL30',
      variants: ['等级', '问题严重程度', '严重程度'],
      example: 'medium'
    },
    {
      field: 'issue_summary',
      zh: '问题描述（不含个人信息）',
      en: 'Issue in short (no personal data)',
      type: 'string',
      required: 'yes',
      length: 300,
      free_text: true,
      variants: ['问题描述', '问题摘要', '问题概述', '存在问题', '问题内容'],
      example: '3件审查超过30日未作决定且无延长记录'
    },
    {
      field: 'issued_by_dept',
      zh: '下达部门',
      en: 'Issuing department',
      type: 'code',
      required: 'yes',
      codes: 'CL03',
      variants: ['整改下达部门', '督办部门', '下达单位', 'Issued by'],
      example: 'scitech_bureau'
    },
    {
      field: 'issued_date',
      zh: '下达日期',
      en: 'Date issued',
      type: 'date',
      required: 'yes',
      variants: ['下达时间', '整改下达日期', '交办日期'],
      example: '2026-10-12'
    },
    {
      field: 'due_date',
      zh: '整改期限',
      en: 'Due date',
      type: 'date',
      required: 'yes',
      may_be_future: true,
      variants: ['整改截止日期', '到期日', '整改到期日', '截止日期', '整改时限', '限期'],
      example: '2026-11-02'
    },
    {
      field: 'is_extended',
      zh: '是否延期',
      en: 'Extended',
      type: 'bool',
      required: 'yes',
      variants: ['是否延长', '延期'],
      note: { zh: '须经下达部门同意，最多1次', en: 'Once at most, by the issuing department' },
      example: 'N'
    },
    {
      field: 'extended_due_date',
      zh: '延期后期限',
      en: 'Extended due date',
      type: 'date',
      required: 'conditional',
      may_be_future: true,
      variants: ['延长后期限', '延期至', '延期后截止日期', '延期后到期日'],
      note: { zh: '延期的必填', en: 'Needed when extended' },
      example: ''
    },
    {
      field: 'report_submitted_date',
      zh: '提交整改报告日',
      en: 'Date the report was submitted',
      type: 'date',
      required: 'no',
      variants: ['提交整改报告日期', '整改报告提交日期', '整改报告日期', '报告提交日期'],
      example: '2026-10-30'
    },
    {
      field: 'accepted_date',
      zh: '验收日期',
      en: 'Date of acceptance',
      type: 'date',
      required: 'no',
      variants: ['验收时间', '验收日', '销号日期'],
      example: ''
    },
    {
      field: 'acceptance_result',
      zh: '验收结论',
      en: 'Result of acceptance',
      type: 'code',
      required: 'no',
      codes: 'CL31',
      variants: ['验收结果', '验收意见'],
      example: ''
    },
    {
      field: 'rect_status',
      zh: '状态',
      en: 'Status',
      type: 'code',
      required: 'yes',
      codes: 'CL32',
      variants: ['整改状态', '办理状态', '整改情况', 'Rectification status'],
      note: { zh: '是否逾期由系统推定', en: 'Whether it is overdue is derived' },
      example: 'submitted'
    },
    {
      field: 'is_major',
      zh: '是否重大问题',
      en: 'Major issue',
      type: 'bool',
      required: 'yes',
      variants: ['重大问题', '是否重大'],
      note: { zh: '重大问题须报会商机制', en: 'Major issues go to the joint meeting' },
      example: 'N'
    },
    {
      field: 'escalated_meeting_date',
      zh: '提交会商日期',
      en: 'Date brought to the joint meeting',
      type: 'date',
      required: 'no',
      variants: ['上报会商日期', '报会商日期', '提交会商时间'],
      note: { zh: '重大问题认定后10个工作日内', en: 'Within 10 working days of being found major' },
      example: ''
    }
  ],
  key: ['rectification_id'],
  institution: { field: 'institution_uscc' },
  departments: ['issued_by_dept'],
  checks,
  due: [
    {
      every: 'month',
      by: { day_of_next_month: 10, roll: true },
      owed_by: 'is_active and has_open_rectification',
      basis: 'D：有未销号整改的每月更新，次月10日前，遇休假日顺延'
    }
  ],
  filed_within: [
    { id: 'R08.entered', field: 'issued_date', limit: { workdays: 5 }, basis: 'D：下达后5个工作日内录入' }
  ],
  department_owns: [
    'rect_source',
    'alert_rule_id',
    'issue_category',
    'severity',
    'issue_summary',
    'issued_by_dept',
    'issued_date',
    'due_date',
    'is_extended',
    'extended_due_date',
    'accepted_date',
    'acceptance_result',
    'is_major',
    'escalated_meeting_date'
  ]
} as const satisfies Report;
