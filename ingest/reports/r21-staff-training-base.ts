/** R21, figures of one institution in one quarter: the denominators of training. */
import type { Report } from '../declare.ts';
import { checks } from './r21-staff-training-base-checks.ts';

export const staffTrainingBase = {
  id: 'R21',
  table: 'staff_training_base',
  zh: '单位期间基数表（人员与入职）',
  en: 'Period base figures (staff, new hires)',
  who: { zh: '承担科研任务的单位', en: 'Institutions with research tasks' },
  frequency: { zh: '季报', en: 'Quarterly' },
  deadline: { zh: '季后10个工作日内', en: 'Within 10 working days of the quarter' },
  nil: false,
  note: {
    zh: '培训覆盖率的分母；本年累计口径。',
    en: 'The denominators of training; cumulated over the year.'
  },
  columns: [
    {
      field: 'institution_uscc',
      zh: '单位代码',
      en: 'Credit code of the institution',
      type: 'string',
      required: 'yes',
      length: 18,
      ref: 'institutions',
      variants: ['统一社会信用代码', '统一信用代码', '社会信用代码', '信用代码', '机构代码', 'USCC'],
      example: '12210100000000019C'
    },
    {
      field: 'period',
      zh: '期间',
      en: 'Quarter',
      type: 'quarter',
      required: 'yes',
      variants: ['季度', '所属期间', '所属季度', '统计期间'],
      note: { zh: 'YYYY-Qn，如 2026-Q3', en: 'YYYY-Qn, for example 2026-Q3' },
      example: '2026-Q3'
    },
    {
      field: 'research_staff_end',
      zh: '期末科技人员数',
      en: 'Research staff at the end of the period',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: ['科技人员数', '期末科研人员数', '期末科技人员', '科技人员期末数'],
      example: '870'
    },
    {
      field: 'staff_trained_ytd',
      zh: '本年累计已参训科技人员数（去重）',
      en: 'Research staff trained this year (each once)',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: [
        '本年累计已参训科技人员数',
        '累计参训科技人员数',
        '已参训科技人员数',
        '本年累计参训科技人员数',
        '累计参训人数'
      ],
      note: { zh: '由单位去重，一人一年只计一次', en: 'The institution counts each person once a year' },
      example: '640'
    },
    {
      field: 'new_hires_ytd',
      zh: '本年累计新入职科技人员数',
      en: 'New research staff this year',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: ['累计新入职科技人员数', '新入职科技人员数', '本年新入职人数', '新入职人数'],
      example: '52'
    },
    {
      field: 'new_hires_trained_ytd',
      zh: '其中已接受伦理内容入职培训人数',
      en: 'Of these, with ethics in their onboarding',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: [
        '已接受伦理内容入职培训人数',
        '其中：已接受伦理内容入职培训人数',
        '新入职已培训人数',
        '其中已接受入职伦理培训人数'
      ],
      example: '49'
    },
    {
      field: 'academic_events',
      zh: '本期学术交流/研讨活动数',
      en: 'Academic events in the period',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: ['本期学术交流研讨活动数', '学术交流活动数', '学术活动数', '学术交流/研讨活动数'],
      example: '18'
    },
    {
      field: 'academic_events_with_ethics',
      zh: '其中含科技伦理内容的活动数',
      en: 'Of these, with ethics',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: ['含科技伦理内容的活动数', '其中：含科技伦理内容的活动数', '含伦理内容活动数'],
      example: '6'
    },
    {
      field: 'leadership_risk_review',
      zh: '单位负责人是否研判伦理风险',
      en: 'Leadership reviewed ethics risks',
      type: 'bool',
      required: 'yes',
      variants: ['负责人是否研判伦理风险', '是否研判伦理风险', '是否开展专题研判'],
      note: { zh: '本期至少一次专题研判的填“是”', en: 'Y with at least one such review in the period' },
      example: 'Y'
    },
    {
      field: 'leadership_review_date',
      zh: '专题研判日期',
      en: 'Date of that review',
      type: 'date',
      required: 'conditional',
      variants: ['研判日期', '专题研判时间', '伦理风险研判日期'],
      note: { zh: '已研判的必填', en: 'Needed if there was one' },
      example: '2026-08-18'
    },
    {
      field: 'nil_declared',
      zh: '是否零报告',
      en: 'Nil declared',
      type: 'bool',
      required: 'yes',
      variants: ['零报告', '是否零申报'],
      note: { zh: '各表无记录时逐表勾选', en: 'For the reports without any record' },
      example: 'N'
    }
  ],
  key: ['institution_uscc', 'period'],
  institution: { field: 'institution_uscc' },
  checks,
  speaks_of: 'period',
  due: [
    {
      every: 'quarter',
      by: { workdays_after: 10 },
      owed_by: 'has_research_tasks and is_active',
      basis: 'D：季后10个工作日内'
    }
  ]
} as const satisfies Report;
