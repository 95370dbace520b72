/** Ethics research, its outputs, and typical cases. */
import type { CodeList } from './code-list.ts';

export const research = {
  CL57: {
    id: 'CL57',
    name: 'research_kind',
    zh: '研究类型',
    en: 'Kind of research',
    items: [
      { code: 'funded_project', zh: '立项课题', en: 'Funded project' },
      { code: 'self_study', zh: '自主研究', en: 'Self-initiated' },
      { code: 'standard_drafting', zh: '规范/标准研制', en: 'Standard drafting' },
      { code: 'consultation', zh: '决策咨询', en: 'Policy consultation' },
      { code: 'exchange', zh: '合作交流', en: 'Exchange' }
    ]
  },
  CL58: {
    id: 'CL58',
    name: 'output_kind',
    zh: '成果类型',
    en: 'Kind of output',
    items: [
      { code: 'paper', zh: '论文', en: 'Paper' },
      { code: 'advisory_report', zh: '咨询建议', en: 'Advisory report' },
      { code: 'standard', zh: '规范/标准/指南', en: 'Standard or guideline' },
      { code: 'monograph', zh: '专著/教材', en: 'Monograph' },
      { code: 'tool', zh: '工具/平台', en: 'Tool' }
    ]
  },
  CL59: {
    id: 'CL59',
    name: 'case_theme',
    zh: '案例类型',
    en: 'Theme of the case',
    items: [
      { code: 'review_practice', zh: '审查实践', en: 'Review practice' },
      { code: 'governance_mechanism', zh: '治理机制', en: 'Governance mechanism' },
      { code: 'risk_response', zh: '风险处置', en: 'Risk response' },
      { code: 'education', zh: '教育培训', en: 'Education' },
      { code: 'publicity', zh: '宣传科普', en: 'Publicity' },
      { code: 'warning', zh: '警示教育', en: 'Warning' }
    ]
  },
  CL60: {
    id: 'CL60',
    name: 'case_nature',
    zh: '案例性质',
    en: 'Nature of the case',
    items: [
      { code: 'positive', zh: '正面经验', en: 'Positive' },
      { code: 'warning', zh: '反面警示', en: 'Warning' }
    ]
  },
  CL61: {
    id: 'CL61',
    name: 'promotion_kind',
    zh: '推广方式',
    en: 'Way of promotion',
    items: [
      { code: 'city_bulletin', zh: '市级通报/简报', en: 'City bulletin' },
      { code: 'meeting', zh: '会议交流', en: 'Meeting' },
      { code: 'training_material', zh: '培训教材', en: 'Training material' },
      { code: 'media', zh: '媒体报道', en: 'Media' },
      { code: 'provincial_or_above', zh: '省级以上推广', en: 'Provincial or above' }
    ]
  }
} as const satisfies Record<string, CodeList>;
