/** Events, campaigns and the interpretation of rules. */
import type { CodeList } from './code-list.ts';

export const publicity = {
  CL45: {
    id: 'CL45',
    name: 'event_kind',
    zh: '活动类型',
    en: 'Kind of event',
    items: [
      { code: 'forum', zh: '论坛', en: 'Forum' },
      { code: 'seminar', zh: '研讨会', en: 'Seminar' },
      { code: 'lecture', zh: '讲座/报告', en: 'Lecture' },
      { code: 'exhibition', zh: '展览/开放日', en: 'Exhibition' },
      { code: 'media_programme', zh: '媒体栏目/专题', en: 'Media programme' },
      { code: 'online_campaign', zh: '线上传播', en: 'Online campaign' },
      { code: 'school_visit', zh: '进校园/社区', en: 'School or community' }
    ]
  },
  CL46: {
    id: 'CL46',
    name: 'campaign',
    zh: '依托节点',
    en: 'Campaign',
    note: {
      zh: '科技工作者日为5月30日，科普月为9月；活动周、科普日日期每年由通知确定',
      en: 'Workers’ day is 30 May, the month is September; the week and the day are set by notice each year'
    },
    items: [
      { code: 'sci_tech_week', zh: '科技活动周', en: 'S&T Week' },
      { code: 'sci_tech_workers_day', zh: '全国科技工作者日', en: "S&T Workers' Day" },
      { code: 'national_sci_pop_day', zh: '全国科普日', en: 'National Science Popularisation Day' },
      { code: 'national_sci_pop_month', zh: '全国科普月', en: 'National Science Popularisation Month' },
      { code: 'none', zh: '非节点', en: 'None' }
    ]
  },
  CL47: {
    id: 'CL47',
    name: 'audience',
    zh: '对象',
    en: 'Audience',
    items: [
      { code: 'public', zh: '社会公众', en: 'Public' },
      { code: 'researchers', zh: '科技人员', en: 'Researchers' },
      { code: 'students', zh: '学生', en: 'Students' },
      { code: 'enterprises', zh: '企业', en: 'Enterprises' },
      { code: 'officials', zh: '管理人员', en: 'Officials' }
    ]
  },
  CL64: {
    id: 'CL64',
    name: 'publicity_kind',
    zh: '宣传解读类型',
    en: 'Kind of publicity',
    items: [
      { code: 'interpretation_session', zh: '制度解读会', en: 'Interpretation session' },
      { code: 'guideline_release', zh: '规范/指南发布转发', en: 'Guideline release' },
      { code: 'qa_material', zh: '问答/图解', en: 'Q&A material' },
      { code: 'self_check', zh: '单位落实自查', en: 'Institution self-check' }
    ]
  }
} as const satisfies Record<string, CodeList>;
