/** Measure 2, responsibility of innovation bodies. */
import type { Indicator } from './declare.ts';
import { ofCommittees } from './groupings.ts';

export const measure02: readonly Indicator[] = [
  {
    id: 'IND-02-01',
    measure: '2',
    words: { zh: '敏感领域单位委员会设立率', en: 'Committee coverage in sensitive fields' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'institution',
    period: 'quarter',
    over_time: 'last',
    values: [
      {
        name: 'rate',
        words: { zh: '设立率', en: 'Coverage' },
        timing: { stock: true },
        shape: {
          kind: 'ratio',
          among: `from_date <= at_date and to_date > at_date and is_active
            and (valid_to is null or valid_to > at_date) and sensitive_involved
            and has_research_tasks and institution_kind <> 'sci_tech_society'`,
          counts: `len(list_filter(committees, c -> c.from_date <= at_date and (c.until_date is null or c.until_date > at_date))) > 0`
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
    thresholds: [
      { name: 'rate', green: 100, amber: 90, from: '2023-12-01', basis: 'D（“应设立”无例外，故100%为绿）' }
    ],
    definition: {
      numerator: {
        zh: '其中在估值日设有有效科技伦理（审查）委员会的单位数',
        en: 'Those with an active ethics committee on the valuation day'
      },
      denominator: {
        zh: '研究内容涉及敏感领域、承担科研任务、状态有效的单位数（不含科技类社会团体）',
        en: 'Active institutions with research tasks whose research touches sensitive fields (without societies)'
      },
      note: {
        zh: '委员会的终止日取登记表首次报告其非有效之日。',
        en: 'A committee ends on the day when a report first says that it is no longer active.'
      }
    },
    legal_basis: {
      zh: '市措施二（一）2；《科技伦理审查办法（试行）》第四条；涉人工智能：《人工智能科技伦理审查与服务办法（试行）》第九条',
      en: 'City measures II(1)2; Measures for Ethics Review (2023) Art. 4; AI Measures (2026) Art. 9'
    },
    reports: ['R01', 'R02'],
    facts: ['institution_kind', 'sensitive_fields', 'has_committee', 'committee_from', 'committee_until']
  },
  {
    id: 'IND-02-03',
    measure: '2',
    words: { zh: '委员会国家平台登记及时率', en: 'Timely registration on the national platform' },
    strength: 'must',
    direction: 'up',
    unit: 'percent',
    mart: 'committee',
    period: 'quarter',
    over_time: 'last',
    by: ofCommittees,
    values: [
      {
        name: 'rate',
        words: { zh: '及时率', en: 'On time' },
        timing: { stock: true },
        shape: {
          kind: 'ratio',
          among: `registration_due_date <= due_until and established_date >= date '2023-12-01'
            and (ceased_date is null or ceased_date > at_date)`,
          counts: 'platform_registered_date <= registration_due_date'
        }
      }
    ],
    missing: {
      kind: 'records',
      reports: ['R02'],
      words: { zh: '被退回或待关联的委员会登记行', en: 'Rejected or waiting rows of the committee report' }
    },
    thresholds: [{ name: 'rate', green: 100, amber: 90, from: '2023-12-01', basis: 'D' }],
    definition: {
      numerator: {
        zh: '其中在期限内完成国家平台登记的委员会数',
        en: 'Those registered on the platform by then'
      },
      denominator: {
        zh: '2023年12月1日以后设立、登记期限（设立后30日，遇休假日顺延）已届满且仍有效的委员会数',
        en: 'Active committees set up since 2023-12-01 whose registration day (30 days, rolled) has passed'
      },
      note: {
        zh: '办法施行前设立的委员会无30日期限，不计入。',
        en: 'Committees set up before the Measures have no 30-day clock and are not counted.'
      }
    },
    legal_basis: {
      zh: '《科技伦理审查办法（试行）》第四十三条',
      en: 'Measures for Ethics Review (2023) Art. 43'
    },
    reports: ['R02'],
    facts: ['established_date', 'registration_due_date', 'platform_registered_date', 'ceased_date']
  }
];
