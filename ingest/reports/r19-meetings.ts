/** R19, joint meetings of the departments, kept by the leading bureau for the city. */
import type { Report } from '../declare.ts';
import { checks } from './r19-meetings-checks.ts';

export const meetings = {
  id: 'R19',
  table: 'meetings',
  zh: '市级部门会商会议表',
  en: 'Inter-department meetings',
  who: { zh: '市科技局（牵头）', en: 'The S&T bureau (leading)' },
  frequency: { zh: '会后即报', en: 'After each meeting' },
  deadline: { zh: '会后5个工作日内', en: 'Within 5 working days of the meeting' },
  nil: true,
  columns: [
    {
      field: 'meeting_id',
      zh: '会议编号',
      en: 'Meeting no.',
      type: 'string',
      required: 'yes',
      length: 30,
      variants: ['会商会议编号', '会议号', '会议序号', 'Meeting ID'],
      example: 'MT-2026-02'
    },
    {
      field: 'meeting_kind',
      zh: '会议类型',
      en: 'Kind of meeting',
      type: 'code',
      required: 'yes',
      codes: 'CL62',
      variants: ['类型', '会议类别', '会商类型', 'Meeting type'],
      example: 'regular'
    },
    {
      field: 'meeting_date',
      zh: '会议日期',
      en: 'Date of meeting',
      type: 'date',
      required: 'yes',
      variants: ['会议时间', '召开日期', '召开时间', '日期'],
      example: '2026-07-10'
    },
    {
      field: 'invited_units',
      zh: '应到成员单位数',
      en: 'Units invited',
      type: 'int',
      required: 'yes',
      min: 1,
      max: 20,
      variants: ['应到单位数', '应到部门数', '应参会单位数', '应到数'],
      note: { zh: '会商机制成员默认7个', en: 'Seven where all members of the mechanism are' },
      example: '7'
    },
    {
      field: 'attended_units',
      zh: '实到成员单位数',
      en: 'Units attending',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: ['实到单位数', '实到部门数', '实际参会单位数', '实到数'],
      example: '7'
    },
    {
      field: 'absent_depts',
      zh: '缺席部门（多选）',
      en: 'Departments absent',
      type: 'codes',
      required: 'no',
      codes: 'CL03',
      variants: ['缺席部门', '缺席单位', '未到会部门', '未参会部门'],
      note: { zh: '数量等于应到减实到', en: 'As many as were invited and did not come' },
      example: ''
    },
    {
      field: 'agenda_count',
      zh: '议题数',
      en: 'Items on the agenda',
      type: 'int',
      required: 'yes',
      min: 1,
      variants: ['议题数量', '议题个数', '会议议题数'],
      example: '4'
    },
    {
      field: 'resolution_count',
      zh: '形成决议数',
      en: 'Resolutions',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: ['决议数', '议定事项数', '形成决议数量', '形成决议事项数'],
      note: {
        zh: '与督办表中本会议的决议序号个数一致',
        en: 'As many as there are numbers of resolutions among the action items of the meeting'
      },
      example: '3'
    },
    {
      field: 'minutes_issued_date',
      zh: '会议纪要印发日',
      en: 'Date the minutes were issued',
      type: 'date',
      required: 'no',
      variants: ['会议纪要印发日期', '纪要印发日期', '纪要印发日', '印发日期'],
      example: '2026-07-15'
    },
    {
      field: 'major_issue_count',
      zh: '审议重大问题数',
      en: 'Major issues considered',
      type: 'int',
      required: 'yes',
      min: 0,
      variants: ['重大问题数', '审议重大问题数量', '研究重大问题数'],
      example: '1'
    }
  ],
  key: ['meeting_id'],
  // Nobody but the leading bureau answers for a row: it is handed in for the city.
  institution: null,
  checks,
  due: [],
  filed_within: [
    { id: 'R19.filed', field: 'meeting_date', limit: { workdays: 5 }, basis: 'D：会后5个工作日内' }
  ]
} as const satisfies Report;
