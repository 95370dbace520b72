/** Measure 8, activities of high risk and incidents. */
import type { Indicator } from './declare.ts';

/** Carried out on the valuation day, of high risk or on the list. */
const risky = `started_date <= at_date and (ended_date is null or ended_date > at_date)
            and (risk_level in ('high', 'extreme') or list_item <> 'none')`;
const suspended = [
  {
    where: `${risky} and is_suspended`,
    words: { zh: '项目已暂停，恢复实施后再计', en: 'Suspended; counted again once it goes on' }
  }
];
const rejectedMonitoring = {
  zh: '被退回或待关联的项目台账、动态监测表行；未报的单位另列',
  en: 'Rejected or waiting rows of the project ledger and the monitoring report; institutions that did not report are listed'
};
const highRisk = {
  zh: '估值日在实施的高、极高风险项目和清单活动项目数，不含暂停',
  en: 'Projects of high or extreme risk or on the list that were carried out on the valuation day, without suspended ones'
};

export const measure08Risks: readonly Indicator[] = [
  {
    id: 'IND-08-03',
    measure: '8',
    words: { zh: '高风险活动动态监测覆盖率', en: 'High-risk monitoring coverage' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'project',
    period: 'month',
    over_time: 'last',
    values: [
      {
        name: 'rate',
        words: { zh: '监测覆盖率', en: 'Monitored' },
        timing: { stock: true },
        shape: {
          kind: 'ratio',
          among: `${risky} and not is_suspended`,
          counts: 'len(list_filter(monitored, x -> x.month = t.period)) > 0'
        }
      }
    ],
    missing: { kind: 'records', reports: ['R13', 'R15'], words: rejectedMonitoring },
    excluded: suspended,
    thresholds: [{ name: 'rate', green: 100, amber: 90, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: {
        zh: '其中当月有动态监测记录的项目数',
        en: 'Those with a monitoring record of that very month'
      },
      denominator: highRisk,
      note: {
        zh: '监测表次月10日前报送，当月及上月数值在报送期限届满前为暂时数。未填开始日的，自立项日或者首次报送之日起计。',
        en: 'Monitoring is reported by the 10th of the next month; until then a month’s figure is preliminary. Without a start a project counts from its approval, or from the day it was first reported.'
      }
    },
    legal_basis: {
      zh: '市措施二（三）8“动态跟踪、风险评估”；《科技伦理审查办法（试行）》第四十一条',
      en: 'City measures II(3)8: tracking and risk assessment; Measures for Ethics Review (2023) Art. 41'
    },
    reports: ['R13', 'R15'],
    facts: ['risk_level', 'list_item', 'started_date', 'ended_date', 'project_status']
  },
  {
    id: 'IND-08-04',
    measure: '8',
    words: { zh: '高风险活动应急预案与演练率', en: 'Plans & drills' },
    strength: 'promote',
    direction: 'up',
    unit: 'percent',
    mart: 'project',
    period: 'quarter',
    over_time: 'last',
    values: [
      {
        name: 'rate',
        words: { zh: '预案与演练率', en: 'With plan and drill' },
        timing: { stock: true },
        shape: {
          kind: 'ratio',
          among: `${risky} and not is_suspended`,
          counts: `len(list_filter(monitored, x -> x.has_plan and x.drill_date <= at_date
            and x.drill_date >= at_date - to_months(drill_months))) > 0`
        }
      }
    ],
    missing: { kind: 'records', reports: ['R13', 'R15'], words: rejectedMonitoring },
    excluded: suspended,
    thresholds: [{ name: 'rate', green: 90, amber: 70, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: {
        zh: '其中有应急预案，且最近12个月（参数）内进行过应急演练的项目数',
        en: 'Those with an emergency plan and a drill in the last 12 months (a parameter)'
      },
      denominator: highRisk,
      note: {
        zh: '以动态监测表任一次记录为准；12个月自估值日往前计算，首日含在内。',
        en: 'By any of its monitoring records; the 12 months run back from the valuation day, their first day included.'
      }
    },
    legal_basis: {
      zh: '市措施二（三）8“伦理事件应急处置”；《科技伦理审查办法（试行）》第四十一条',
      en: 'City measures II(3)8: response to incidents; Measures for Ethics Review (2023) Art. 41'
    },
    reports: ['R15', 'R13'],
    facts: ['risk_level', 'list_item', 'started_date', 'ended_date', 'project_status']
  },
  {
    id: 'IND-08-05',
    measure: '8',
    words: { zh: '伦理事件首报及时率', en: 'First report within 24h' },
    strength: 'promote',
    direction: 'up',
    unit: 'percent',
    mart: 'incident',
    period: 'quarter',
    over_time: 'sum',
    by: [],
    values: [
      {
        name: 'rate',
        words: { zh: '及时率', en: 'In time' },
        timing: { flow: 'discovered_date', until: 'at_date' },
        shape: { kind: 'ratio', among: 'true', counts: 'report_hours <= limit_hours' }
      }
    ],
    missing: {
      kind: 'records',
      reports: ['R16'],
      words: { zh: '被退回或待关联的事件行', en: 'Rejected or waiting rows of incidents' }
    },
    thresholds: [
      { name: 'rate', green: 100, amber: 80, from: '2023-12-01', basis: 'D（24小时为管理默认值）' }
    ],
    definition: {
      numerator: {
        zh: '其中自发现至首报不超过24小时（参数，按发现之日有效值，不顺延）的事件数',
        en: 'Those first reported within 24 hours of discovery (a parameter of that day; no roll)'
      },
      denominator: { zh: '本期发现的伦理事件数', en: 'Incidents discovered in the period' },
      note: {
        zh: '首报时限为管理设定，非办法原文，须由市科技局确认。',
        en: 'The limit is a management default, not law; the bureau confirms it.'
      }
    },
    legal_basis: {
      zh: '市措施二（三）8“伦理事件应急处置”；24小时为管理默认值（D）',
      en: 'City measures II(3)8: response to incidents; 24 hours is a default'
    },
    reports: ['R16'],
    facts: [
      'incident_kind',
      'incident_level',
      'discovered_at',
      'first_reported_at',
      'report_hours',
      'limit_hours'
    ]
  }
];
