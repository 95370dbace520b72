/** Projects and the risks that are monitored in them. */
import type { CodeList } from './code-list.ts';

export const projects = {
  CL25: {
    id: 'CL25',
    name: 'project_status',
    zh: '活动/项目状态',
    en: 'Status of an activity or project',
    items: [
      { code: 'planned', zh: '未开始', en: 'Planned' },
      { code: 'ongoing', zh: '实施中', en: 'Ongoing' },
      { code: 'suspended', zh: '暂停', en: 'Suspended' },
      { code: 'terminated', zh: '终止', en: 'Terminated' },
      { code: 'completed', zh: '完成', en: 'Completed' }
    ]
  },
  CL48: {
    id: 'CL48',
    name: 'project_level',
    zh: '项目级别',
    en: 'Level of the project',
    items: [
      { code: 'national', zh: '国家级', en: 'National' },
      { code: 'provincial', zh: '省级', en: 'Provincial' },
      { code: 'municipal', zh: '市级', en: 'Municipal' },
      { code: 'district', zh: '区县级', en: 'District' },
      { code: 'institution', zh: '单位自立', en: 'Institutional' },
      { code: 'commissioned', zh: '横向/委托', en: 'Commissioned' }
    ]
  },
  CL49: {
    id: 'CL49',
    name: 'funding_kind',
    zh: '资金来源',
    en: 'Source of funding',
    items: [
      { code: 'fiscal', zh: '财政资金', en: 'Fiscal' },
      { code: 'self_funded', zh: '自筹', en: 'Self-funded' },
      { code: 'commissioned', zh: '委托经费', en: 'Commissioned' },
      { code: 'overseas', zh: '境外经费', en: 'Overseas' },
      { code: 'mixed', zh: '混合', en: 'Mixed' }
    ]
  },
  CL50: {
    id: 'CL50',
    name: 'risk_level',
    zh: '风险等级',
    en: 'Level of risk',
    note: {
      zh: '最低风险指日常生活中遇到的常规风险或与健康体检相当的风险（办法第五十二条）',
      en: 'Minimal risk is that of daily life or of a health check (Art. 52 of the Measures)'
    },
    items: [
      { code: 'minimal', zh: '不高于最低风险', en: 'Minimal' },
      { code: 'low', zh: '低', en: 'Low' },
      { code: 'medium', zh: '中', en: 'Medium' },
      { code: 'high', zh: '高', en: 'High' },
      { code: 'extreme', zh: '极高', en: 'Extreme' }
    ]
  },
  CL51: {
    id: 'CL51',
    name: 'risk_trend',
    zh: '趋势',
    en: 'Trend of risk',
    items: [
      { code: 'down', zh: '下降', en: 'Down' },
      { code: 'stable', zh: '持平', en: 'Stable' },
      { code: 'up', zh: '上升', en: 'Up' }
    ]
  },
  CL52: {
    id: 'CL52',
    name: 'risk_points',
    zh: '关键风险点',
    en: 'Key risk points',
    items: [
      { code: 'informed_consent', zh: '知情同意', en: 'Informed consent' },
      { code: 'data_privacy', zh: '隐私与数据', en: 'Privacy' },
      { code: 'vulnerable_group', zh: '脆弱人群', en: 'Vulnerable groups' },
      { code: 'biosafety', zh: '生物安全', en: 'Biosafety' },
      { code: 'animal_welfare', zh: '动物福利', en: 'Animal welfare' },
      { code: 'algorithm_bias', zh: '算法偏见歧视', en: 'Algorithmic bias' },
      { code: 'autonomy_control', zh: '自主失控/人类监督不足', en: 'Loss of control' },
      { code: 'dual_use', zh: '误用滥用', en: 'Dual use' },
      { code: 'ecology', zh: '生态环境', en: 'Ecology' },
      { code: 'public_opinion', zh: '社会舆论', en: 'Public opinion' }
    ]
  },
  CL53: {
    id: 'CL53',
    name: 'control_status',
    zh: '措施执行',
    en: 'State of controls',
    items: [
      { code: 'effective', zh: '有效执行', en: 'Effective' },
      { code: 'partly', zh: '部分执行', en: 'Partly' },
      { code: 'ineffective', zh: '未执行/失效', en: 'Ineffective' }
    ]
  }
} as const satisfies Record<string, CodeList>;
