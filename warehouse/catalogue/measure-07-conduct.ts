/** Measure 7, how reviews are conducted: meetings and votes, and following up what was approved. */
import type { Indicator } from './declare.ts';
import { ofCommittees } from './groupings.ts';

export const measure07Conduct: readonly Indicator[] = [
  {
    id: 'IND-07-05',
    measure: '7',
    words: { zh: '会议与表决合规率', en: 'Quorum & vote compliance' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'review_meeting',
    period: 'quarter',
    over_time: 'sum',
    by: ofCommittees,
    values: [
      {
        name: 'rate',
        words: { zh: '合规率', en: 'Compliant' },
        timing: { flow: 'decided_date', until: 'at_date' },
        shape: {
          kind: 'ratio',
          among: `decision <> 'withdrawn'`,
          counts: 'quorum_ok and composition_ok and vote_ok'
        }
      }
    ],
    missing: {
      kind: 'rows',
      // Nothing known speaks against it.
      where: 'coalesce(quorum_ok, true) and coalesce(composition_ok, true) and coalesce(vote_ok, true)',
      words: {
        zh: '到会人数、类别、性别、外部委员或者票数未填，其余各项均合规的审查',
        en: 'Reviews with cells left empty (attendance, categories, genders, outside members, votes) and nothing known to be wrong'
      }
    },
    excluded: [
      { where: `decision = 'withdrawn'`, words: { zh: '申请人撤回', en: 'Withdrawn by the applicant' } }
    ],
    thresholds: [{ name: 'rate', green: 100, amber: 97, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: {
        zh: '其中到会委员不少于5人，含同行专家、伦理、法律三类，含不同性别和非本单位委员，且同意票数达到适用制度要求的审查件数',
        en: 'Those with at least five members attending, of all three categories, both genders and from outside, and with the votes that the regime asks for'
      },
      denominator: {
        zh: '本期按一般、应急程序作出决定（四类决定均计）的审查件数',
        en: 'Reviews by the general or the emergency procedure decided in the period, whatever the decision'
      },
      note: {
        zh: '同意票数：国卫健委2023年办法、2026年生物医学新技术条例须超过全体委员的二分之一（按委员会登记的委员总数），其余制度不少于到会委员的三分之二；人数、比例均为参数，按决定之日有效值计。类别、性别、外部委员本指标一律要求；参数“严格法定人数”只影响预警规则。简易程序转会议审查的，以转为一般程序后的记录为准。',
        en: 'Votes: more than one half of all members (as registered) under the NHC Measures of 2023 and the regulation of 2026, else at least two thirds of those attending; numbers and shares are parameters of the day of decision. Categories, genders and outside members are always asked for here; the parameter of a strict quorum concerns rules alone. A simplified review turned over to a meeting counts by its record as a general one.'
      }
    },
    legal_basis: {
      zh: '市措施二（三）7；《科技伦理审查办法（试行）》第七条、第十四条、第十六条；《涉及人的生命科学和医学研究伦理审查办法》（全体委员二分之一以上）',
      en: 'City measures II(3)7; Measures for Ethics Review (2023) Arts. 7, 14, 16; NHC Measures (2023)'
    },
    reports: ['R04', 'R02'],
    facts: [
      'regime',
      'procedure_kind',
      'decided_date',
      'attending_count',
      'attending_categories',
      'attending_both_genders',
      'attending_has_external',
      'consent_votes',
      'member_count',
      'quorum_ok',
      'composition_ok',
      'vote_ok'
    ]
  },
  {
    id: 'IND-07-06',
    measure: '7',
    words: { zh: '跟踪审查按期率', en: 'Follow-ups on time' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'followup',
    period: 'month',
    over_time: 'sum',
    by: ofCommittees,
    values: [
      {
        name: 'rate',
        words: { zh: '按期率', en: 'On time' },
        timing: { flow: 'due_date', until: 'due_until' },
        shape: { kind: 'ratio', among: 'true', counts: 'completed_at <= due_date' }
      }
    ],
    missing: {
      kind: 'records',
      reports: ['R05'],
      words: {
        zh: '被退回或待关联的跟踪审查台账行；未报台账的单位另列',
        en: 'Rejected or waiting rows of the follow-up ledger; institutions that did not report are listed'
      }
    },
    thresholds: [{ name: 'rate', green: 95, amber: 85, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: { zh: '其中在应完成日当日或之前完成的件数', en: 'Those completed on or before that day' },
      denominator: {
        zh: '应完成日在本期的跟踪审查件数',
        en: 'Follow-up reviews whose due day fell in the period'
      },
      note: {
        zh: '应完成日以台账所报为准（一般12个月内、清单活动6个月内）；晚于规定间隔的，由交叉核对另行提示。',
        en: 'By the due day as reported (within 12 months, 6 for listed activities); one later than that is found by a cross-check.'
      }
    },
    legal_basis: {
      zh: '市措施二（三）7；《科技伦理审查办法（试行）》第十九条（一般不超过12个月）、第三十三条（清单活动一般不超过6个月）',
      en: 'City measures II(3)7; Measures for Ethics Review (2023) Art. 19 (12 months), Art. 33 (listed: 6 months)'
    },
    reports: ['R05', 'R04'],
    facts: ['followup_trigger', 'due_date', 'completed_at', 'followup_decision', 'interval_basis']
  }
];
