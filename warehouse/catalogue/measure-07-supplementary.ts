/** Measure 7, supplementary: listed activities, delegation and recognition. */
import type { Indicator } from './declare.ts';

const rejectedActivities = {
  zh: '被退回或待关联的清单活动行；未报清单活动表的单位另列',
  en: 'Rejected or waiting rows of listed activities; institutions that did not report are listed'
};

export const measure07Supplementary: readonly Indicator[] = [
  {
    id: 'IND-07-07',
    measure: '7',
    words: { zh: '清单活动复核完成率', en: 'List activities re-reviewed before start' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'list_activity',
    period: 'month',
    over_time: 'last',
    values: [
      {
        name: 'rate',
        words: { zh: '复核完成率', en: 'Re-reviewed' },
        timing: { stock: true },
        shape: {
          kind: 'ratio',
          among: `activity_start_date <= at_date and activity_start_date >= date '2023-12-01'`,
          counts: `rereview_exempt_basis <> 'none'
            or (rereview_opinion = 'agree' and coalesce(rereview_feedback_date, activity_start_date) <= at_date)`
        }
      }
    ],
    missing: { kind: 'records', reports: ['R06'], words: rejectedActivities },
    excluded: [
      {
        where: `activity_start_date < date '2023-12-01'`,
        words: {
          zh: '2023年12月1日《科技伦理审查办法（试行）》施行前已开始',
          en: 'Begun before the Measures came into force on 2023-12-01'
        }
      }
    ],
    thresholds: [{ name: 'rate', green: 100, amber: 100, from: '2023-12-01', basis: 'D（无容忍度）' }],
    definition: {
      numerator: {
        zh: '其中估值日专家复核意见为同意，或者依法免于专家复核的活动数',
        en: 'Those to which the experts had agreed by the valuation day, or that are exempt from re-review'
      },
      denominator: {
        zh: '估值日已开始的清单活动数（2023年12月1日以后开始）',
        en: 'Listed activities that had begun by the valuation day, since 2023-12-01'
      },
      note: {
        zh: '先开始后补复核的，自复核意见反馈之日起计入分子，其先行由预警规则处理。专家复核由省级或者国家行业主管部门组织。',
        en: 'One re-reviewed after it began counts from the day of feedback on; its early start is for a rule. Re-review is organised by the province or a central ministry.'
      }
    },
    legal_basis: {
      zh: '市措施二（三）7；《科技伦理审查办法（试行）》第二十五条至第三十二条、第三十四条（免于复核）',
      en: 'City measures II(3)7; Measures for Ethics Review (2023) Arts. 25–32, 34 (exemption)'
    },
    reports: ['R06'],
    facts: [
      'list_item',
      'activity_start_date',
      'rereview_exempt_basis',
      'rereview_applied_date',
      'rereview_opinion',
      'rereview_feedback_date',
      'activity_status'
    ]
  },
  {
    id: 'IND-07-08',
    measure: '7',
    words: { zh: '清单活动平台登记及时率', en: 'List-activity registration on time' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'list_activity',
    period: 'quarter',
    over_time: 'last',
    values: [
      {
        name: 'rate',
        words: { zh: '登记及时率', en: 'Registered in time' },
        timing: { stock: true },
        shape: {
          kind: 'ratio',
          among: `registration_due_date <= due_until and final_decision_date >= date '2023-12-01'
            and coalesce(final_decision, 'approved') not in ('disapproved', 'revise_resubmit', 'withdrawn')`,
          counts: 'platform_registered_date <= registration_due_date'
        }
      }
    ],
    missing: { kind: 'records', reports: ['R06'], words: rejectedActivities },
    excluded: [
      {
        where: `registration_due_date <= due_until and final_decision in ('disapproved', 'revise_resubmit', 'withdrawn')`,
        words: { zh: '最终未获批准，无须登记', en: 'Not approved in the end: nothing to register' }
      }
    ],
    thresholds: [{ name: 'rate', green: 100, amber: 90, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: {
        zh: '其中在期限内完成国家平台登记的活动数',
        en: 'Those registered on the platform by then'
      },
      denominator: {
        zh: '登记期限（最终审查决定后30日，遇休假日顺延）已届满的清单活动数，不含未获批准',
        en: 'Listed activities whose registration day (30 days from the final decision, rolled) has passed, not those refused'
      },
      note: {
        zh: '2023年12月1日以后作出最终决定的才有登记期限；已填决定日而未填决定的，按已获批准计。',
        en: 'Only decisions since 2023-12-01 have such a day; one dated without being given is taken for an approval.'
      }
    },
    legal_basis: {
      zh: '《科技伦理审查办法（试行）》第四十四条',
      en: 'Measures for Ethics Review (2023) Art. 44'
    },
    reports: ['R06'],
    facts: [
      'list_item',
      'final_decision',
      'final_decision_date',
      'registration_due_date',
      'platform_registered_date'
    ]
  },
  {
    id: 'IND-07-09',
    measure: '7',
    words: { zh: '无委员会单位委托审查覆盖率', en: 'Delegation coverage' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'institution_activity',
    period: 'quarter',
    over_time: 'last',
    values: [
      {
        name: 'rate',
        words: { zh: '委托覆盖率', en: 'Covered' },
        timing: { stock: true },
        shape: {
          kind: 'ratio',
          among: `from_date <= at_date and to_date > at_date and is_active
            and (valid_to is null or valid_to > at_date) and has_research_tasks
            and coalesce(len(list_filter(committees, c -> c.from_date <= at_date and (c.until_date is null or c.until_date > at_date))), 0) = 0
            and len(list_filter(projects_in_scope, c -> c.from_date <= at_date and (c.until_date is null or c.until_date > at_date))) > 0`,
          counts: `len(list_filter(delegations, c -> c.from_date <= at_date and c.to_date >= at_date)) > 0`
        }
      }
    ],
    missing: {
      kind: 'rows',
      where: 'committee_from is null and has_committee',
      words: {
        zh: '名录称已设委员会，但尚未报送委员会登记表（R02）的单位',
        en: 'Institutions said to have a committee whose committee report (R02) has not come in'
      }
    },
    thresholds: [{ name: 'rate', green: 100, amber: 90, from: '2023-12-01', basis: 'D（“应书面委托”）' }],
    definition: {
      numerator: {
        zh: '其中估值日有有效委托（书面协议、受托方合格、在协议期内）的单位数',
        en: 'Those with a delegation in force on that day: in writing, to a qualified committee, within its term'
      },
      denominator: {
        zh: '估值日承担科研任务、没有有效委员会、有属审查范围且在实施的项目的有效单位数',
        en: 'Active institutions with research tasks, without an active committee, that had a project within the scope of review under way'
      },
      note: {
        zh: '委托包括委托审查和委托人工智能伦理审查服务中心；结果互认不是委托。',
        en: 'A delegation is one of review, or to an AI service centre; recognising a result is none.'
      }
    },
    legal_basis: {
      zh: '市措施二（三）7；《科技伦理审查办法（试行）》第十三条（应书面委托）',
      en: 'City measures II(3)7; Measures for Ethics Review (2023) Art. 13 (delegation in writing)'
    },
    reports: ['R01', 'R07', 'R13', 'R02'],
    facts: ['institution_kind', 'has_committee', 'committee_from', 'committee_until']
  },
  {
    id: 'IND-07-10',
    measure: '7',
    words: { zh: '审查结果互认率', en: 'Mutual recognition rate' },
    strength: 'promote',
    direction: 'up',
    unit: 'percent',
    mart: 'delegation',
    period: 'year',
    over_time: 'sum',
    by: [],
    values: [
      {
        name: 'rate',
        words: { zh: '互认率', en: 'Recognised' },
        timing: { flow: 'recognition_date', until: 'at_date' },
        shape: {
          kind: 'ratio',
          among: `delegation_kind = 'mutual_recognition'`,
          counts: `recognition_result in ('recognised', 'recognised_conditional')`
        }
      }
    ],
    missing: {
      kind: 'rows',
      where: 'recognition_result is null',
      words: { zh: '已填互认决定日而未填互认结果', en: 'Decisions on recognition whose result is not given' }
    },
    thresholds: [
      { name: 'rate', green: 80, amber: 50, from: '2023-12-01', basis: 'D（仅提示，“逐步实现”）' }
    ],
    definition: {
      numerator: {
        zh: '其中结果为认可或者附条件认可的件数',
        en: 'Those recognised, with or without conditions'
      },
      denominator: { zh: '本年作出互认决定的件数', en: 'Decisions on mutual recognition in the year' },
      note: {
        zh: '推动类指标，仅作提示，不据此整改；没有互认决定的不评价。',
        en: 'To be promoted: shown as a hint, no ground for rectification; where nothing was decided it says nothing.'
      }
    },
    legal_basis: {
      zh: '市措施二（三）7（逐步实现审查结果互认）；《科技伦理审查办法（试行）》第二十一条（协作与认可机制）',
      en: 'City measures II(3)7; Measures for Ethics Review (2023) Art. 21 (cooperation and recognition)'
    },
    reports: ['R07'],
    facts: ['delegation_kind', 'recognition_date', 'recognition_result']
  }
];
