/** Leads, cases, violations and sanctions. */
import type { CodeList } from './code-list.ts';

export const cases = {
  CL33: {
    id: 'CL33',
    name: 'intake_channel',
    zh: '线索来源',
    en: 'Channel of intake',
    items: [
      { code: 'self_report', zh: '科技人员主动报告', en: 'Self-report' },
      { code: 'internal_check', zh: '单位自查', en: 'Internal check' },
      { code: 'committee', zh: '委员会跟踪发现', en: 'Committee follow-up' },
      { code: 'complaint_named', zh: '实名举报', en: 'Named complaint' },
      { code: 'complaint_anonymous', zh: '匿名举报', en: 'Anonymous complaint' },
      { code: 'superior_transfer', zh: '上级移交', en: 'Superior transfer' },
      { code: 'dept_inspection', zh: '部门检查', en: 'Dept inspection' },
      { code: 'media', zh: '媒体舆情', en: 'Media' },
      { code: 'platform_alert', zh: '系统预警转入', en: 'System alert' }
    ]
  },
  CL34: {
    id: 'CL34',
    name: 'accept_decision',
    zh: '受理决定',
    en: 'Decision on acceptance',
    items: [
      { code: 'accepted', zh: '受理', en: 'Accepted' },
      { code: 'not_accepted', zh: '不予受理', en: 'Not accepted' },
      { code: 'transferred_out', zh: '移送有权机关', en: 'Transferred' }
    ]
  },
  CL35: {
    id: 'CL35',
    name: 'violation_kind',
    zh: '违规类型',
    en: 'Kind of violation',
    note: {
      zh: '项号为办法第四十七、四十八条原文顺序',
      en: 'Item numbers follow Arts. 47 and 48 of the Measures'
    },
    items: [
      { code: 'fraud_approval', zh: '弄虚作假获批/伪造篡改批准文件（47-1）', en: 'Fraudulent approval' },
      {
        code: 'list_without_rereview',
        zh: '未经审查和复核擅自开展清单活动（47-2）',
        en: 'List activity w/o re-review'
      },
      { code: 'no_approval_started', zh: '未获批准擅自开展（47-3）', en: 'Started w/o approval' },
      { code: 'beyond_scope', zh: '超出批准范围（47-4）', en: 'Beyond approved scope' },
      { code: 'obstruct_review', zh: '干扰阻碍审查（47-5）', en: 'Obstruction' },
      { code: 'other_47', zh: '其他违反本办法（47-6）', en: 'Other, Art. 47' },
      { code: 'committee_fraud', zh: '委员会/委员弄虚作假提供便利（48-1）', en: 'Committee fraud' },
      {
        code: 'committee_abuse',
        zh: '委员会/委员徇私舞弊、滥用职权、玩忽职守（48-2）',
        en: 'Committee abuse'
      },
      { code: 'other_48', zh: '委员会/委员其他违规（48-3）', en: 'Other, Art. 48' }
    ]
  },
  CL36: {
    id: 'CL36',
    name: 'investigator_kind',
    zh: '调查主体',
    en: 'Investigating body',
    items: [
      { code: 'institution', zh: '单位（第一责任主体）', en: 'Institution' },
      { code: 'superior_dept', zh: '上级主管部门', en: 'Superior department' },
      { code: 'provincial_scitech', zh: '省级科技行政部门', en: 'Provincial S&T authority' },
      { code: 'city_scitech', zh: '市科技行政部门（权限内）', en: 'City S&T authority (within powers)' },
      { code: 'joint', zh: '联合调查', en: 'Joint' }
    ]
  },
  CL37: {
    id: 'CL37',
    name: 'case_conclusion',
    zh: '案件结论',
    en: 'Conclusion of a case',
    items: [
      { code: 'substantiated', zh: '查实', en: 'Substantiated' },
      { code: 'partly', zh: '部分查实', en: 'Partly' },
      { code: 'unsubstantiated', zh: '未查实', en: 'Unsubstantiated' }
    ]
  },
  CL38: {
    id: 'CL38',
    name: 'violation_severity',
    zh: '情节',
    en: 'Gravity of the violation',
    items: [
      { code: 'minor', zh: '较轻', en: 'Minor' },
      { code: 'serious', zh: '较重', en: 'Serious' },
      { code: 'grave', zh: '严重', en: 'Grave' },
      { code: 'especially_grave', zh: '特别严重', en: 'Especially grave' }
    ]
  },
  CL39: {
    id: 'CL39',
    name: 'sanction_kinds',
    zh: '处理措施',
    en: 'Sanctions',
    items: [
      { code: 'order_correct', zh: '责令改正', en: 'Ordered correction' },
      { code: 'admonition', zh: '诫勉谈话', en: 'Admonition' },
      { code: 'criticism', zh: '通报批评', en: 'Criticism' },
      { code: 'suspend_project', zh: '暂停项目/经费', en: 'Suspend project' },
      { code: 'terminate_recover', zh: '终止项目、追回资金', en: 'Terminate & recover' },
      { code: 'ban_apply', zh: '限制申报/承担', en: 'Ban on applications' },
      { code: 'integrity_record', zh: '记入科研诚信严重失信数据库', en: 'Integrity record' },
      { code: 'discipline', zh: '处分', en: 'Discipline' },
      { code: 'admin_penalty', zh: '行政处罚', en: 'Administrative penalty' },
      { code: 'transfer_judicial', zh: '移送司法', en: 'Judicial transfer' }
    ]
  },
  CL40: {
    id: 'CL40',
    name: 'case_status',
    zh: '案件状态',
    en: 'Status of a case',
    items: [
      { code: 'received', zh: '已收到', en: 'Received' },
      { code: 'not_accepted', zh: '不受理', en: 'Not accepted' },
      { code: 'investigating', zh: '调查中', en: 'Investigating' },
      { code: 'concluded', zh: '已结论待处理', en: 'Concluded' },
      { code: 'sanctioned', zh: '已处理', en: 'Sanctioned' },
      { code: 'closed', zh: '结案', en: 'Closed' },
      { code: 'transferred_out', zh: '已移送', en: 'Transferred' },
      { code: 'appealed', zh: '复查申诉中', en: 'Under appeal' }
    ]
  }
} as const satisfies Record<string, CodeList>;
