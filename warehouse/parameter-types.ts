/** What a parameter may be set to: its type, unit and sensible bounds, and why a value is refused. */
import type { Words } from '#ingest/declare.ts';
import { isThresholdKey, limitsFrom } from './catalogue/in-force.ts';
import type { Indicator, Unit } from './catalogue/declare.ts';

export type ParameterType =
  | { kind: 'whole'; unit: Words; least: number; most: number }
  /** 0 or 1. */
  | { kind: 'yes_no' }
  /** `2/3`: above 0, at most 1. */
  | { kind: 'fraction' }
  /** `MM-DD`. */
  | { kind: 'month_day' }
  /** `MM-DD/MM-DD`, within a year. */
  | { kind: 'days_of_year' }
  /** `green|amber`; `∞` where nothing beyond green is red. */
  | { kind: 'limits'; direction: 'up' | 'down'; unit: Unit }
  | { kind: 'text' };

const whole =
  (zh: string, en: string) =>
  (least: number, most: number): ParameterType => ({ kind: 'whole', unit: { zh, en }, least, most });
const days = whole('日', 'days');
const workdays = whole('工作日', 'working days');
const months = whole('个月', 'months');
const hours = whole('小时', 'hours');
const people = whole('人', 'people');

const types: Readonly<Record<string, ParameterType>> = {
  decision_days: days(1, 365),
  rereview_days: days(1, 365),
  register_days: days(1, 365),
  emergency_hours: hours(1, 720),
  annual_report_mmdd: { kind: 'month_day' },
  min_members: people(1, 99),
  term_years_max: whole('年', 'years')(1, 20),
  min_attending: people(1, 99),
  min_rereview_experts: people(1, 99),
  followup_months: months(1, 60),
  followup_months_listed: months(1, 60),
  consent_share_of_attending: { kind: 'fraction' },
  consent_share_of_members: { kind: 'fraction' },
  quorum_strict: { kind: 'yes_no' },
  screening_workdays: workdays(1, 250),
  investigation_months: months(1, 60),
  investigation_ext_months: months(0, 60),
  regular_meetings_per_year: whole('次', 'meetings')(1, 52),
  change_report_days: workdays(1, 250),
  member_training_hours: hours(0, 500),
  incident_first_report_hours: hours(1, 720),
  major_issue_escalation_workdays: workdays(1, 250),
  acknowledgement_workdays: workdays(1, 250),
  drill_months: months(1, 120),
  small_denominator: whole('件', 'cases')(0, 1000),
  silent_days: days(1, 730),
  campaign_sci_tech_workers_day: { kind: 'days_of_year' },
  campaign_national_sci_pop_month: { kind: 'days_of_year' }
};

/** Keys of which it is said what they may be. */
export const typedParameters: readonly string[] = Object.keys(types);

/** `judged`: the value whose limits the key sets. A parameter that only a city has may be any text. */
export const typeOfParameter = (
  key: string,
  judged?: { direction: Indicator['direction']; unit: Unit }
): ParameterType =>
  isThresholdKey(key)
    ? {
        kind: 'limits',
        direction: judged?.direction === 'down' ? 'down' : 'up',
        unit: judged?.unit ?? 'count'
      }
    : (types[key] ?? { kind: 'text' });

/** Why the text is no value of the type; undefined where it is one. */
export function refusedValue(type: ParameterType, text: string): Words | undefined {
  switch (type.kind) {
    case 'whole':
      return /^\d+$/.test(text) && Number(text) >= type.least && Number(text) <= type.most
        ? undefined
        : {
            zh: `应为${type.least}至${type.most}的整数`,
            en: `A whole number from ${type.least} to ${type.most} is expected`
          };
    case 'yes_no':
      return /^[01]$/.test(text)
        ? undefined
        : { zh: '应为1（是）或0（否）', en: '1 (yes) or 0 (no) is expected' };
    case 'fraction':
      return isShare(text)
        ? undefined
        : { zh: '应为大于0、不大于1的分数，如 2/3', en: 'A fraction above 0, at most 1, is expected: 2/3' };
    case 'month_day':
      return isMonthDay(text) ? undefined : { zh: '应为“月-日”，如 03-31', en: 'MM-DD is expected: 03-31' };
    case 'days_of_year': {
      const [first = '', last = '', ...more] = text.split('/');
      return isMonthDay(first) && isMonthDay(last) && first <= last && more.length === 0
        ? undefined
        : {
            zh: '应为“月-日/月-日”，起不晚于止',
            en: 'MM-DD/MM-DD is expected, the first not after the last'
          };
    }
    case 'limits':
      return refusedLimits(type.direction, text);
    case 'text':
      return text.trim() === '' ? { zh: '不能为空', en: 'A value is expected' } : undefined;
  }
}

function isShare(text: string): boolean {
  const [, numerator, denominator] = /^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? [];
  return Number(numerator) > 0 && Number(numerator) <= Number(denominator);
}

/** In a year that has no 29 February. */
const isMonthDay = (text: string): boolean =>
  /^\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`2025-${text}T00:00:00Z`)) &&
  new Date(`2025-${text}T00:00:00Z`).toISOString().slice(5, 10) === text;

function refusedLimits(direction: 'up' | 'down', text: string): Words | undefined {
  try {
    const { green, amber } = limitsFrom(text);
    if (direction === 'up' ? amber <= green : amber >= green) return undefined;
  } catch {
    // said below
  }
  return direction === 'up'
    ? { zh: '应为两个数，关注线不高于达标线', en: 'Two numbers are expected, amber not above green' }
    : {
        zh: '应为两个数，关注线不低于达标线；不设未达标的，关注线填“∞”',
        en: 'Two numbers are expected, amber not below green; ∞ where nothing is red'
      };
}

/** A law names its article (《…》第…条) or a document its number (…〔2023〕167号, 第24号). */
export const isCitation = (basis: string): boolean =>
  /《[^》]+》.*第[\d一二三四五六七八九十百零〇]+条/.test(basis) || /(?:〔\d{4}〕|第)\s*\d+\s*号/.test(basis);
