/** How a committee reviews, decides, follows up and delegates; expert re-review. */
import type { CodeList } from './code-list.ts';

export const reviews = {
  CL11: {
    id: 'CL11',
    name: 'review_subject',
    zh: '审查事项类型',
    en: 'Subject of review',
    items: [
      { code: 'initial', zh: '初始审查', en: 'Initial' },
      { code: 'amendment', zh: '方案变更审查', en: 'Amendment' },
      { code: 'resubmission', zh: '修改后再审', en: 'Re-review after revision' },
      { code: 'risk_change', zh: '风险变化重新审查', en: 'Risk-change re-review' },
      { code: 'release', zh: '敏感成果发布前审核', en: 'Pre-release check' },
      { code: 'appeal', zh: '申诉重新审查', en: 'Appeal' },
      { code: 'recognition', zh: '互认确认', en: 'Recognition confirmation' }
    ]
  },
  CL12: {
    id: 'CL12',
    name: 'procedure_kind',
    zh: '审查程序',
    en: 'Review procedure',
    items: [
      { code: 'general', zh: '一般程序（会议审查）', en: 'General (meeting)' },
      { code: 'simplified', zh: '简易程序', en: 'Simplified' },
      { code: 'expert_rereview', zh: '专家复核程序', en: 'Expert re-review' },
      { code: 'emergency', zh: '应急程序', en: 'Emergency' },
      { code: 'exempt', zh: '免除伦理审查（仅 nhc_2023 第三十二条）', en: 'Exempt (NHC Art. 32)' }
    ]
  },
  CL13: {
    id: 'CL13',
    name: 'simplified_basis',
    zh: '简易程序依据',
    en: 'Ground for the simplified procedure',
    items: [
      { code: 'minimal_risk', zh: '风险可能性和程度不高于最低风险', en: 'Not above minimal risk' },
      { code: 'minor_amendment', zh: '已批准方案较小修改且不影响风险受益比', en: 'Minor amendment' },
      { code: 'followup_no_change', zh: '前期无重大调整的跟踪审查', en: 'Follow-up w/o major change' },
      {
        code: 'lead_site_confirmation',
        zh: '对牵头机构审查意见的确认（nhc_2023）',
        en: 'Confirmation of lead-site opinion (NHC)'
      }
    ]
  },
  CL15: {
    id: 'CL15',
    name: 'decision',
    zh: '审查决定',
    en: 'Review decision',
    note: {
      zh: '办法第十六条四种决定，另加系统状态 pending、withdrawn',
      en: 'The four decisions of Art. 16 of the Measures, and the states pending and withdrawn'
    },
    items: [
      { code: 'pending', zh: '审查中', en: 'Pending' },
      { code: 'approved', zh: '批准', en: 'Approved' },
      { code: 'approved_after_revision', zh: '修改后批准', en: 'Approved after revision' },
      { code: 'revise_resubmit', zh: '修改后再审', en: 'Revise and re-review' },
      { code: 'disapproved', zh: '不予批准', en: 'Disapproved' },
      { code: 'withdrawn', zh: '申请人撤回', en: 'Withdrawn' }
    ]
  },
  CL16: {
    id: 'CL16',
    name: 'followup_decision',
    zh: '跟踪结论',
    en: 'Follow-up decision',
    items: [
      { code: 'continue', zh: '继续实施', en: 'Continue' },
      { code: 'continue_modified', zh: '调整后继续实施', en: 'Continue with changes' },
      { code: 'suspended', zh: '暂停', en: 'Suspended' },
      { code: 'terminated', zh: '终止', en: 'Terminated' },
      { code: 'rereview', zh: '重新开展伦理审查', en: 'Full re-review' }
    ]
  },
  CL17: {
    id: 'CL17',
    name: 'rereview_org',
    zh: '复核组织单位',
    en: 'Body that organises the re-review',
    note: {
      zh: '市级无复核组织权（办法第二十六、五十二条）',
      en: 'A city cannot organise a re-review (Arts. 26 and 52 of the Measures)'
    },
    items: [
      { code: 'provincial', zh: '省级“地方”主管部门', en: 'Provincial authority' },
      { code: 'ministry', zh: '国务院相关行业主管部门', en: 'Central line ministry' }
    ]
  },
  CL18: {
    id: 'CL18',
    name: 'rereview_exempt_basis',
    zh: '复核豁免依据',
    en: 'Ground for exemption from re-review',
    items: [
      { code: 'none', zh: '不豁免', en: 'Not exempt' },
      {
        code: 'admin_approval',
        zh: '国家实行行政审批且以伦理符合性为条件（办法第三十四条）',
        en: 'Administrative approval regime'
      },
      {
        code: 'ai_registered',
        zh: '已按深度合成/算法推荐/生成式AI规定监管且符合伦理要求（ai_2026）',
        en: 'Already regulated AI service'
      }
    ]
  },
  CL19: {
    id: 'CL19',
    name: 'rereview_opinion',
    zh: '复核意见',
    en: 'Re-review opinion',
    items: [
      { code: 'agree', zh: '同意', en: 'Agree' },
      { code: 'disagree', zh: '不同意', en: 'Disagree' },
      { code: 'pending', zh: '复核中', en: 'Pending' }
    ]
  },
  CL23: {
    id: 'CL23',
    name: 'emergency_level',
    zh: '应急分级',
    en: 'Level of emergency',
    note: {
      zh: '办法第三十六条要求分级管理，未给级名；本分级为建议',
      en: 'Art. 36 of the Measures asks for levels and names none; these are proposed'
    },
    items: [
      { code: 'e1', zh: '特别紧急', en: 'Extremely urgent' },
      { code: 'e2', zh: '紧急', en: 'Urgent' },
      { code: 'e3', zh: '较急', en: 'Fairly urgent' }
    ]
  },
  CL24: {
    id: 'CL24',
    name: 'followup_trigger',
    zh: '跟踪触发',
    en: 'Trigger of a follow-up',
    items: [
      { code: 'scheduled', zh: '定期', en: 'Scheduled' },
      { code: 'protocol_change', zh: '方案调整', en: 'Protocol change' },
      { code: 'environment_change', zh: '外部环境变化', en: 'External change' },
      { code: 'incident', zh: '伦理事件', en: 'Incident' },
      { code: 'complaint', zh: '投诉举报', en: 'Complaint' },
      { code: 'inspection', zh: '监督检查', en: 'Inspection' }
    ]
  },
  CL26: {
    id: 'CL26',
    name: 'delegation_kind',
    zh: '委托/互认类型',
    en: 'Kind of delegation or recognition',
    items: [
      { code: 'delegated_review', zh: '委托审查', en: 'Delegated review' },
      { code: 'mutual_recognition', zh: '审查结果互认', en: 'Mutual recognition' },
      { code: 'service_center', zh: '委托AI伦理审查服务中心', en: 'AI ethics service center' }
    ]
  },
  CL27: {
    id: 'CL27',
    name: 'recognition_result',
    zh: '互认结果',
    en: 'Result of recognition',
    items: [
      { code: 'recognised', zh: '认可', en: 'Recognised' },
      { code: 'recognised_conditional', zh: '附条件认可', en: 'Recognised with conditions' },
      { code: 'not_recognised', zh: '不认可，另行审查', en: 'Not recognised' }
    ]
  }
} as const satisfies Record<string, CodeList>;
