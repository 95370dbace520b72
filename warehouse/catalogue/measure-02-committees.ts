/** Measure 2, by committee: its registration, its composition and its annual report. */
import type { Excluded, Indicator } from './declare.ts';
import { ofCommittees } from './groupings.ts';

const standing = 'established_date <= at_date and (ceased_date is null or ceased_date > at_date)';
const MEASURES = `date '2023-12-01'`;

const ceased: Excluded = {
  where: 'ceased_date <= at_date',
  words: { zh: '估值日已终止的委员会', en: 'Committees that had ended by the valuation day' }
};
const rejectedCommittees = {
  zh: '被退回或待关联的委员会登记行',
  en: 'Rejected or waiting rows of the committee report'
};

export const registration: Indicator = {
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
        among: `registration_due_date <= due_until and established_date >= ${MEASURES}
            and (ceased_date is null or ceased_date > at_date)`,
        counts: 'platform_registered_date <= registration_due_date'
      }
    },
    {
      name: 'stock',
      words: { zh: '存量登记率', en: 'Earlier committees registered' },
      neutral: true,
      timing: { stock: true },
      shape: {
        kind: 'ratio',
        among: `${standing} and established_date < ${MEASURES}`,
        counts: 'platform_registered_date <= at_date'
      }
    }
  ],
  missing: { kind: 'records', reports: ['R02'], words: rejectedCommittees },
  excluded: [
    ceased,
    {
      where: `${standing} and established_date < ${MEASURES}`,
      words: {
        zh: '办法施行（2023年12月1日）前设立的委员会，无30日期限，计入存量登记率',
        en: 'Committees set up before the Measures have no 30-day clock; they count as earlier committees'
      }
    },
    {
      where: `${standing} and established_date >= ${MEASURES} and registration_due_date > due_until`,
      words: {
        zh: '登记期限尚未届满的委员会',
        en: 'Committees whose registration day has not passed'
      }
    }
  ],
  thresholds: [{ name: 'rate', green: 100, amber: 90, from: '2023-12-01', basis: 'D' }],
  definition: {
    numerator: {
      zh: '及时率：其中在期限内完成国家平台登记的委员会数；存量登记率：其中在估值日已完成登记的委员会数',
      en: 'On time: those registered on the platform by then; earlier committees: those registered by the valuation day'
    },
    denominator: {
      zh: '及时率：2023年12月1日以后设立、登记期限（设立后30日，遇休假日顺延）已届满且仍有效的委员会数；存量登记率：此前设立且仍有效的委员会数',
      en: 'On time: active committees set up since 2023-12-01 whose registration day (30 days, rolled) has passed; earlier committees: active ones set up before'
    },
    note: {
      zh: '办法施行前设立的委员会无30日期限，另列存量登记率，不评优劣。',
      en: 'Committees set up before the Measures have no 30-day clock: their registration stands beside it and is not judged.'
    }
  },
  legal_basis: {
    zh: '《科技伦理审查办法（试行）》第四十三条',
    en: 'Measures for Ethics Review (2023) Art. 43'
  },
  reports: ['R02'],
  facts: ['established_date', 'registration_due_date', 'platform_registered_date', 'ceased_date']
};

/** Members who sit on the valuation day. */
const seated = `list_filter(members, s -> s.from_date <= at_date and (s.left_date is null or s.left_date > at_date))`;
const seatedWith = (what: string) => `len(list_filter(${seated}, x -> ${what}))`;
const withCategory = (code: string) => `${seatedWith(`x.category = '${code}'`)} >= 1`;

export const composition: Indicator = {
  id: 'IND-02-04',
  measure: '2',
  words: { zh: '委员会组成合规率', en: 'Committee composition compliance' },
  strength: 'must',
  direction: 'up',
  unit: 'percent',
  mart: 'committee_composition',
  period: 'quarter',
  over_time: 'last',
  by: ofCommittees,
  values: [
    {
      name: 'rate',
      words: { zh: '合规率', en: 'Compliant' },
      timing: { stock: true },
      shape: {
        kind: 'ratio',
        among: standing,
        counts: [
          `len(${seated}) >= min_members`,
          `${seatedWith(`x.role = 'chair'`)} = 1`,
          withCategory('sci_tech_peer'),
          withCategory('ethics'),
          withCategory('law'),
          `${seatedWith(`x.gender = 'female'`)} >= 1`,
          `${seatedWith(`x.gender = 'male'`)} >= 1`,
          `${seatedWith('x.is_external')} >= 1`,
          `${seatedWith('x.term_end < at_date or x.term_end > x.term_start + to_years(term_years_max)')} = 0`
        ].join('\n            and ')
      }
    }
  ],
  missing: {
    kind: 'rows',
    where: 'members is null',
    words: {
      zh: '尚未报送委员结构表（R03）的委员会',
      en: 'Committees whose members (R03) have not come in'
    }
  },
  excluded: [ceased],
  thresholds: [
    { name: 'rate', green: 100, amber: 90, from: '2023-12-01', basis: 'D（第七条逐项可查，无例外）' }
  ],
  definition: {
    numerator: {
      zh: '其中在估值日组成符合第七条全部要求的委员会数：委员不少于7人，恰有1名主任委员，含同行专家、伦理、法律三类委员，有不同性别的委员和非本单位委员，各委员任期不超过5年且未届满',
      en: 'Those that on the valuation day meet all of Art. 7: 7 members or more, one chair, peers, ethics and law, both genders, someone from outside, and every term of five years or less and not past'
    },
    denominator: { zh: '估值日有效的委员会数', en: 'Committees that are active on the valuation day' },
    note: {
      zh: '人数按委员结构表（R03）在任委员计，不取登记表所填总数。任期起日起在任；报告非有效的，自变动日起离任，未填变动日的自首次报告之日起，至迟任期届满次日。任期已届满而仍报有效的，视为任期届满，不合规。',
      en: 'Members are counted by R03, not by the number in R02. A member sits from the first day of the term; one reported as no longer active left on the date of the change, else on the day when a report first said so, at the latest after the term. A term that is past while the member is still reported as active fails.'
    }
  },
  legal_basis: {
    zh: '《科技伦理审查办法（试行）》第七条',
    en: 'Measures for Ethics Review (2023) Art. 7'
  },
  reports: ['R02', 'R03'],
  facts: [
    'member_count',
    'seats',
    'chairs',
    'member_category',
    'genders',
    'outsiders',
    'first_term_end',
    'established_date',
    'ceased_date'
  ]
};

/** The year's last day for the report: inclusive, and no holiday moves it (D). */
const annualDue = 'list_filter(annual_due_dates, x -> x between year_start and period_end)[1]';

export const annualReport: Indicator = {
  id: 'IND-02-06',
  measure: '2',
  words: { zh: '年度工作报告按期提交率', en: 'Annual report on time' },
  strength: 'must',
  direction: 'up',
  unit: 'percent',
  mart: 'committee',
  period: 'year',
  over_time: 'last',
  by: ofCommittees,
  values: [
    {
      name: 'rate',
      words: { zh: '按期率', en: 'On time' },
      timing: { stock: true },
      shape: {
        kind: 'ratio',
        among: `${annualDue} between ${MEASURES} and due_until and established_date < year_start
            and (ceased_date is null or ceased_date > at_date)`,
        counts: `len(list_filter(annual_report_dates, r -> r >= year_start and r <= ${annualDue})) > 0`
      }
    }
  ],
  missing: { kind: 'records', reports: ['R02'], words: rejectedCommittees },
  excluded: [
    ceased,
    {
      where: `${standing} and established_date >= year_start`,
      words: {
        zh: '本年设立的委员会，尚无上年度工作',
        en: 'Committees set up this year: they have no year before to report on'
      }
    }
  ],
  thresholds: [{ name: 'rate', green: 100, amber: 90, from: '2023-12-01', basis: 'D' }],
  definition: {
    numerator: {
      zh: '其中在当年3月31日以前（含当日）提交上年度工作报告的委员会数',
      en: 'Those that handed in the report of the year before by 31 March (inclusive) of the year'
    },
    denominator: {
      zh: '当年1月1日前设立且在估值日有效的委员会数；当年3月31日过后方开始统计，自2024年起',
      en: 'Active committees set up before 1 January of the year; counted once 31 March has passed, since 2024'
    },
    note: {
      zh: '3月31日为休假日的不顺延。登记表只存最近一次提交日期，历年日期取各年最后一次所报。',
      en: '31 March is not rolled over rest days. The form keeps the newest date alone: of every year the one last told is taken.'
    }
  },
  legal_basis: {
    zh: '《科技伦理审查办法（试行）》第四十五条',
    en: 'Measures for Ethics Review (2023) Art. 45'
  },
  reports: ['R02'],
  facts: ['established_date', 'annual_report_date', 'ceased_date']
};
