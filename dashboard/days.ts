/** Days (`YYYY-MM-DD`, Asia/Shanghai) and instants as a reader of either language writes them. */
import type { Day } from '#warehouse/calendar.ts';
import { localeOf, type Language } from './language.ts';

/** The text as a day, or undefined where it is none that exists. */
export function asDay(text: string | null | undefined): Day | undefined {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? undefined : text;
}

/** Whole days from one day to another; negative where `to` lies before. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** So many days before a day. */
export const daysBefore = (day: Day, n: number): Day =>
  day && new Date(Date.parse(`${day}T00:00:00Z`) - n * 86_400_000).toISOString().slice(0, 10);

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(localeOf(language), options)));
  return found;
}

/** `2026年11月23日`, `23 November 2026`. */
export const longDay = (day: Day, language: Language): string =>
  format(language, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`)
  );

/** `2026-11-08 10:11` in Asia/Shanghai from an ISO instant: the form that sorts and that tables can hold. */
export const moment = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const HALVES = {
  zh: { H1: '上半年', H2: '下半年', S1: '春季学期', S2: '秋季学期' },
  en: { H1: 'First half of', H2: 'Second half of', S1: 'Spring semester', S2: 'Autumn semester' }
} as const;

/**
 * `2026年9月`, `2026年三季度`, `2026年上半年`, `2026年春季学期`, `2026年`; `Sep 2026`, `Q3 2026`, `First half of 2026`,
 * `Spring semester 2026`, `2026`.
 */
export function periodName(period: string, language: Language): string {
  const half = /^(\d{4})-([HS][12])$/.exec(period);
  if (half) {
    const word = HALVES[language][half[2] as keyof typeof HALVES.zh];
    return language === 'zh' ? `${half[1]}年${word}` : `${word} ${half[1]}`;
  }
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter)
    return language === 'zh'
      ? `${quarter[1]}年${'一二三四'[Number(quarter[2]) - 1]}季度`
      : `Q${quarter[2]} ${quarter[1]}`;
  if (/^\d{4}-\d{2}$/.test(period)) return monthName(period, language);
  return language === 'zh' && /^\d{4}$/.test(period) ? `${period}年` : period;
}

const monthName = (month: string, language: Language): string =>
  format(language, { year: 'numeric', month: language === 'zh' ? 'long' : 'short', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`)
  );

/** For the axis of a chart: `9月`, with the year where it begins (`2026年`); `Sep`, `2026`. */
export function shortPeriod(period: string, language: Language, first = false): string {
  const [year = '', rest = ''] = period.split('-');
  if (rest === '') return year;
  const begins = first || rest === '01' || rest === 'Q1';
  const part = rest.startsWith('Q')
    ? rest
    : format(language, { month: 'short', timeZone: 'UTC' }).format(new Date(`${period}-01T00:00:00Z`));
  return begins ? `${part}\n${year}` : part;
}
