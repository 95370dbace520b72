/** R12, outreach and exchange events: one row an event, by an institution or by a department. */
import type { Report } from '../declare.ts';
import { checks } from './r12-outreach-events-checks.ts';

export const outreachEvents = {
  id: 'R12',
  table: 'outreach_events',
  zh: '科普宣传与交流活动表',
  en: 'Outreach & exchange events',
  who: {
    zh: '单位、社团、媒体主管部门、各部门',
    en: 'Institutions, societies, the department in charge of media, and all departments'
  },
  frequency: { zh: '季报', en: 'Quarterly' },
  deadline: { zh: '季后10个工作日内', en: 'Within 10 working days of the quarter' },
  nil: true,
  columns: [
    {
      field: 'event_id',
      zh: '活动编号',
      en: 'Event no.',
      type: 'string',
      required: 'yes',
      length: 40,
      variants: ['活动号', '宣传活动编号', '科普活动编号', 'Event ID'],
      example: 'EV-2026-011'
    },
    {
      field: 'institution_uscc',
      zh: '主办单位代码',
      en: 'Credit code of the organising institution',
      type: 'string',
      required: 'conditional',
      length: 18,
      ref: 'institutions',
      variants: [
        '主办单位统一社会信用代码',
        '举办单位代码',
        '统一社会信用代码',
        '统一信用代码',
        '社会信用代码',
        '单位代码',
        'USCC'
      ],
      note: { zh: '与主办部门二选一', en: 'This or the organising department' },
      example: '12210100000000019C'
    },
    {
      field: 'organizer_dept',
      zh: '主办部门',
      en: 'Organising department',
      type: 'code',
      required: 'conditional',
      codes: 'CL03',
      variants: ['举办部门', '组织部门', '活动主办部门', 'Organizer department'],
      note: { zh: '部门主办的填写', en: 'Where a department held it' },
      example: ''
    },
    {
      field: 'partner_usccs',
      zh: '合作单位代码（多）',
      en: 'Credit codes of partners',
      type: 'strings',
      required: 'no',
      ref: 'institutions',
      variants: ['合作单位代码', '合作单位', '合作单位统一社会信用代码', '协办单位代码', '联合主办单位代码'],
      note: {
        zh: '多个代码以分号分隔；用于统计社团合作',
        en: 'Separated by semicolons; used to count societies as partners'
      },
      example: '91210112MA00000310'
    },
    {
      field: 'event_kind',
      zh: '活动类型',
      en: 'Kind of event',
      type: 'code',
      required: 'yes',
      codes: 'CL45',
      variants: ['类型', '活动类别', '活动形式', 'Event type'],
      example: 'forum'
    },
    {
      field: 'campaign',
      zh: '依托节点',
      en: 'Campaign',
      type: 'code',
      required: 'yes',
      codes: 'CL46',
      variants: ['节点', '重点节点', '宣传节点', '依托活动节点'],
      note: {
        zh: '不依托节点的选“非节点”；日期应在节点窗口内',
        en: '“None” where it belongs to none; its date should lie in the window of the campaign'
      },
      example: 'sci_tech_week'
    },
    {
      field: 'event_date',
      zh: '日期',
      en: 'Date of the event',
      type: 'date',
      required: 'yes',
      variants: ['活动日期', '活动时间', '举办日期', '举办时间', 'Date'],
      note: { zh: '多日活动填开始日期', en: 'The first day where it took several' },
      example: '2026-05-25'
    },
    {
      field: 'offline_attendance',
      zh: '线下参与人次',
      en: 'Attendance on site',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: ['线下参加人次', '线下参与人数', '现场参与人次', '线下人次'],
      example: '260'
    },
    {
      field: 'online_reach',
      zh: '线上触达人次',
      en: 'Reached online',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: ['线上触达', '线上参与人次', '线上观看人次', '线上人次'],
      note: { zh: '与线下分列，不相加', en: 'Apart from attendance on site, never added to it' },
      example: '12000'
    },
    {
      field: 'media_reports',
      zh: '媒体报道篇数',
      en: 'Media reports',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: ['媒体报道数', '报道篇数', '媒体报道', '新闻报道篇数'],
      example: '3'
    },
    {
      field: 'is_ethics_dedicated',
      zh: '是否伦理专题',
      en: 'On ethics alone',
      type: 'bool',
      required: 'yes',
      variants: ['伦理专题', '是否科技伦理专题', '是否专题活动', '是否伦理专题活动'],
      note: {
        zh: '含伦理内容的综合活动填“否”',
        en: 'N for an event on other matters that has ethics among them'
      },
      example: 'Y'
    },
    {
      field: 'audience',
      zh: '面向对象',
      en: 'Audience',
      type: 'code',
      required: 'yes',
      codes: 'CL47',
      variants: ['对象', '活动对象', '受众', '面向人群'],
      example: 'public'
    }
  ],
  key: ['event_id'],
  institution: { field: 'institution_uscc' },
  departments: ['organizer_dept'],
  checks,
  due: [
    {
      every: 'quarter',
      by: { workdays_after: 10 },
      owed_by: 'has_research_tasks and is_active',
      owed_by_departments: 'is_member',
      basis: 'D：季后10个工作日内'
    }
  ]
} as const satisfies Report;
