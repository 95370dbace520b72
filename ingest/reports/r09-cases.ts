/** R09, the ledger of leads and cases. A lead is no finding: until a conclusion everything is suspected. */
import type { Report } from '../declare.ts';
import { checks } from './r09-cases-checks.ts';

export const cases = {
  id: 'R09',
  table: 'cases',
  zh: '科技伦理违规线索与案件台账',
  en: 'Violation leads & cases',
  who: {
    zh: '各单位；主管部门对直接查办案件填报',
    en: 'Institutions; departments for the cases that they handle themselves'
  },
  frequency: { zh: '发生即报 + 月更新', en: 'As it happens, and updated every month' },
  deadline: {
    zh: '受理决定作出后5个工作日内；重大案件24小时内首报',
    en: 'Within 5 working days of the decision on acceptance; major cases first within 24 hours'
  },
  nil: true,
  note: {
    zh: '不采集举报人、被调查人姓名；涉案人员只报人数与身份类别。线索≠违规，结论前界面一律标“疑似”。',
    en: 'No names of those who complain or are investigated; only how many. A lead is no violation: it is shown as suspected until a conclusion.'
  },
  columns: [
    {
      field: 'case_id',
      zh: '案件编号',
      en: 'Case no.',
      type: 'string',
      required: 'yes',
      length: 40,
      variants: ['线索编号', '案件号', '案号', '线索（案件）编号', 'Case ID'],
      example: 'CS-2026-004'
    },
    {
      field: 'institution_uscc',
      zh: '涉事单位代码',
      en: 'Credit code of the institution',
      type: 'string',
      required: 'yes',
      length: 18,
      ref: 'institutions',
      variants: [
        '涉事单位统一社会信用代码',
        '统一社会信用代码',
        '统一信用代码',
        '社会信用代码',
        '单位代码',
        'USCC'
      ],
      example: '12210100000000019C'
    },
    {
      field: 'intake_channel',
      zh: '线索来源',
      en: 'Source of the lead',
      type: 'code',
      required: 'yes',
      codes: 'CL33',
      variants: ['来源', '线索渠道', '案件来源', '受理渠道'],
      example: 'self_report'
    },
    {
      field: 'received_date',
      zh: '收到日期',
      en: 'Date received',
      type: 'date',
      required: 'yes',
      variants: ['收到时间', '线索收到日期', '接收日期', '收件日期'],
      example: '2026-05-06'
    },
    {
      field: 'accept_decision',
      zh: '是否受理',
      en: 'Decision on acceptance',
      type: 'code',
      required: 'no',
      codes: 'CL34',
      variants: ['受理决定', '受理情况', '受理结果'],
      note: { zh: '应在收到后15个工作日内决定', en: 'Due within 15 working days of receipt' },
      example: 'accepted'
    },
    {
      field: 'accept_decision_date',
      zh: '受理决定日',
      en: 'Date of the decision on acceptance',
      type: 'date',
      required: 'conditional',
      variants: ['受理决定日期', '受理日期', '受理时间'],
      note: { zh: '已作受理决定的必填', en: 'Needed with the decision' },
      example: '2026-05-18'
    },
    {
      field: 'violation_kind',
      zh: '违规类型',
      en: 'Kind of violation',
      type: 'code',
      required: 'yes',
      codes: 'CL35',
      variants: ['违规类别', '违规情形', '疑似违规类型'],
      example: 'no_approval_started'
    },
    {
      field: 'is_misconduct',
      zh: '是否同时涉及科研失信',
      en: 'Research misconduct as well',
      type: 'bool',
      required: 'yes',
      variants: ['是否涉及科研失信', '涉及科研失信', '是否科研失信'],
      note: { zh: '是的，适用科研失信行为调查处理规则', en: 'Then the rules on misconduct apply' },
      example: 'N'
    },
    {
      field: 'investigator_kind',
      zh: '调查主体',
      en: 'Investigating body',
      type: 'code',
      required: 'yes',
      codes: 'CL36',
      variants: ['调查单位', '调查机构', '调查方'],
      note: {
        zh: '单位或其负责人涉嫌的，不得由本单位调查',
        en: 'Not the institution, if it or its head is suspected'
      },
      example: 'institution'
    },
    {
      field: 'investigation_due_date',
      zh: '调查期限日',
      en: 'Investigation due date',
      type: 'date',
      required: 'conditional',
      may_be_future: true,
      variants: ['调查期限', '调查截止日期', '调查到期日'],
      note: { zh: '已受理的必填；受理日起6个月', en: 'Needed when accepted; six months from then' },
      example: '2026-11-18'
    },
    {
      field: 'extended_due_date',
      zh: '延长后期限日',
      en: 'Extended due date',
      type: 'date',
      required: 'no',
      may_be_future: true,
      variants: ['延长后期限', '延期后期限', '延长至', '延期至'],
      note: { zh: '延长不超过6个月', en: 'Six months longer at most' },
      example: ''
    },
    {
      field: 'investigation_closed_date',
      zh: '调查结束日',
      en: 'Date the investigation ended',
      type: 'date',
      required: 'no',
      variants: ['调查结束日期', '调查完成日期', '调查终结日期'],
      example: ''
    },
    {
      field: 'case_conclusion',
      zh: '结论',
      en: 'Conclusion',
      type: 'code',
      required: 'no',
      codes: 'CL37',
      variants: ['案件结论', '调查结论', '认定结论'],
      example: ''
    },
    {
      field: 'violation_severity',
      zh: '情节',
      en: 'Gravity',
      type: 'code',
      required: 'conditional',
      codes: 'CL38',
      variants: ['违规情节', '情节轻重', '情节认定'],
      note: { zh: '查实的必填', en: 'Needed when substantiated' },
      example: ''
    },
    {
      field: 'persons_involved',
      zh: '涉及人数',
      en: 'Persons involved',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: ['涉案人数', '涉事人数'],
      note: { zh: '只报人数，不报姓名', en: 'How many, no names' },
      example: '1'
    },
    {
      field: 'sanction_date',
      zh: '处理决定日',
      en: 'Date of the sanction',
      type: 'date',
      required: 'no',
      variants: ['处理决定日期', '处理日期', '处理决定时间'],
      example: ''
    },
    {
      field: 'sanction_kinds',
      zh: '处理措施（多选）',
      en: 'Sanctions',
      type: 'codes',
      required: 'no',
      codes: 'CL39',
      variants: ['处理措施', '处理方式', '处理结果'],
      example: ''
    },
    {
      field: 'sanction_completed_date',
      zh: '处理执行完毕日',
      en: 'Date the sanction was carried out',
      type: 'date',
      required: 'no',
      variants: ['处理执行完毕日期', '执行完毕日期', '执行完毕日'],
      example: ''
    },
    {
      field: 'transferred',
      zh: '是否移送',
      en: 'Transferred',
      type: 'bool',
      required: 'yes',
      variants: ['移送', '是否已移送'],
      example: 'N'
    },
    {
      field: 'closed_date',
      zh: '结案日',
      en: 'Date closed',
      type: 'date',
      required: 'no',
      variants: ['结案日期', '结案时间'],
      example: ''
    },
    {
      field: 'case_status',
      zh: '案件状态',
      en: 'Status of case',
      type: 'code',
      required: 'yes',
      codes: 'CL40',
      variants: ['状态', '办理状态', '案件进展', 'Status'],
      example: 'investigating'
    },
    {
      // Added to the form: whether the institution may investigate itself cannot be told from the others.
      field: 'unit_or_head_suspected',
      zh: '是否涉嫌单位或其负责人',
      en: 'Institution or its head suspected',
      type: 'bool',
      required: 'no',
      variants: ['是否涉及单位或其负责人', '单位或负责人是否涉嫌', '是否涉嫌单位或负责人'],
      note: { zh: '是的，应由上级主管部门调查', en: 'Then the superior department investigates' },
      example: 'N'
    }
  ],
  key: ['case_id'],
  institution: { field: 'institution_uscc' },
  checks,
  due: [
    {
      every: 'month',
      by: { day_of_next_month: 10, roll: true },
      owed_by: 'is_active and has_open_case',
      basis: 'D：有未结案件的每月更新，次月10日前，遇休假日顺延'
    }
  ],
  filed_within: [
    {
      id: 'R09.decided',
      field: 'accept_decision_date',
      limit: { workdays: 5 },
      basis: 'D：受理决定作出后5个工作日内'
    }
  ],
  department_owns: [
    'accept_decision',
    'accept_decision_date',
    'investigator_kind',
    'investigation_due_date',
    'extended_due_date',
    'investigation_closed_date',
    'case_conclusion',
    'violation_severity',
    'sanction_date',
    'sanction_kinds',
    'transferred',
    'closed_date'
  ],
  // The institution is the first to investigate its own cases, and then writes these columns itself.
  department_owns_when: "investigator_kind <> 'institution'"
} as const satisfies Report;
