/** Measure 1, the regular joint meeting of departments. */
import type { Indicator } from './declare.ts';
import { ofDepartments } from './groupings.ts';
import { measure01Items } from './measure-01-items.ts';

const basis = {
  zh: '市措施二（一）1“建立科技伦理市级部门定期会商机制”',
  en: 'City measures II(1)1'
};
const rejectedMeetings = {
  zh: '被退回的会商会议行（R19）',
  en: 'Rejected rows of the joint meetings (R19)'
};

export const measure01: readonly Indicator[] = [
  {
    id: 'IND-01-01',
    measure: '1',
    words: { zh: '定期会商完成率', en: 'Regular meeting completion' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'meeting',
    period: 'quarter',
    over_time: 'sum',
    by: [],
    values: [
      {
        name: 'rate',
        words: { zh: '完成率', en: 'Completion' },
        shape: {
          kind: 'quotient',
          // A quarter that still runs has neither target nor meetings: both are of the quarters that are over.
          numerator: [
            {
              mart: 'meeting',
              timing: { flow: 'meeting_date', until: 'due_until' },
              among: `meeting_kind = 'regular' and due_until = period_end`,
              facts: ['meeting_kind', 'meeting_date', 'invited_units', 'attended_units']
            }
          ],
          denominator: [
            {
              mart: 'regular_meeting_target',
              timing: { flow: 'target_date', until: 'due_until' },
              among: 'true',
              weight: 'target_meetings',
              facts: ['regular_meetings_per_year', 'target_date']
            }
          ]
        }
      }
    ],
    missing: { kind: 'records', reports: ['R19'], words: rejectedMeetings },
    thresholds: [
      { name: 'rate', green: 100, amber: 75, from: '2023-12-01', basis: 'D（低于四分之三即机制空转）' }
    ],
    small_denominator: false,
    definition: {
      numerator: {
        zh: '已结束的季度内召开的定期会商次数',
        en: 'Regular meetings held in quarters that are over'
      },
      denominator: {
        zh: '同期应召开次数：每年应召开次数（参数 regular_meetings_per_year，取季末有效值）÷4×已结束季度数',
        en: 'Meetings due in them: the parameter regular_meetings_per_year as at the end of each quarter, a quarter of it each'
      },
      note: {
        zh: '市措施未规定频次，默认每年4次。进行中的季度不计次数也不计应召开数，结束后一并计入；专题会商、联络员会议不计。自首次发布之日或者最早一次定期会商所在季度起算。按年看可以一季多开补另一季。',
        en: 'The measures set no frequency: 4 a year by default. A running quarter counts with neither meetings nor target. Special and liaison meetings do not count. It begins with the first publication or the first regular meeting known. Over a year meetings of one quarter make up for another.'
      }
    },
    legal_basis: basis,
    reports: ['R19'],
    facts: ['meeting_kind', 'meeting_date', 'invited_units', 'attended_units']
  },
  {
    id: 'IND-01-02',
    measure: '1',
    words: { zh: '成员单位到会率', en: 'Member-unit attendance' },
    strength: 'promote',
    direction: 'up',
    unit: 'percent',
    mart: 'meeting',
    period: 'quarter',
    over_time: 'sum',
    dept: 'dept',
    by: ofDepartments,
    values: [
      {
        name: 'rate',
        words: { zh: '到会率（实到÷应到）', en: 'Attendance (attending ÷ invited)' },
        timing: { flow: 'meeting_date', until: 'at_date' },
        shape: {
          kind: 'ratio',
          among: 'true',
          counts: 'true',
          numerator_weight: 'attended_units',
          denominator_weight: 'invited_units'
        }
      },
      {
        name: 'by_department',
        words: {
          zh: '成员部门到会率（定期会商）',
          en: 'Attendance of member departments (regular meetings)'
        },
        mart: 'meeting_unit',
        timing: { flow: 'meeting_date', until: 'at_date' },
        shape: { kind: 'ratio', among: 'true', counts: 'attended' }
      }
    ],
    missing: { kind: 'records', reports: ['R19'], words: rejectedMeetings },
    thresholds: ['rate', 'by_department'].map((name) => ({
      name,
      green: 90,
      amber: 75,
      from: '2023-12-01',
      basis: 'D（7个成员单位缺1次为86%，允许偶发缺席）'
    })),
    small_denominator: false,
    definition: {
      numerator: {
        zh: '到会率：实到成员单位数之和；成员部门到会率：部门到会的定期会商次数',
        en: 'Units attending; of a department, the regular meetings that it attended'
      },
      denominator: {
        zh: '到会率：本期各类会商应到成员单位数之和；成员部门到会率：本期召开的定期会商次数',
        en: 'Units invited to meetings of any kind in the period; of a department, the regular meetings held'
      },
      note: {
        zh: '全市按会议表实到、应到数统计；分部门按“缺席部门”反算，只计定期会商（应到成员不逐一列名，专题会商未必邀请全体成员），未列为缺席的按到会统计。',
        en: 'The city by the numbers of the form; a department by those named absent, at regular meetings only: who is not named counts as present, and special meetings need not call everybody.'
      }
    },
    legal_basis: basis,
    reports: ['R19'],
    facts: ['meeting_date']
  },
  ...measure01Items
];
