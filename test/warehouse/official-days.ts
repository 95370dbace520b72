/**
 * The State Council's holiday arrangements, day by day, as the oracle of day counting:
 * 2025 https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm
 * 2026 https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm
 */
import { addDays, type Day } from '#warehouse/calendar.ts';

/** First and last day of each holiday, weekly rest days within it included. */
const holidays: readonly [Day, Day][] = [
  ['2025-01-01', '2025-01-01'], // 元旦
  ['2025-01-28', '2025-02-04'], // 春节
  ['2025-04-04', '2025-04-06'], // 清明节
  ['2025-05-01', '2025-05-05'], // 劳动节
  ['2025-05-31', '2025-06-02'], // 端午节
  ['2025-10-01', '2025-10-08'], // 国庆节、中秋节
  ['2026-01-01', '2026-01-03'], // 元旦
  ['2026-02-15', '2026-02-23'], // 春节
  ['2026-04-04', '2026-04-06'], // 清明节
  ['2026-05-01', '2026-05-05'], // 劳动节
  ['2026-06-19', '2026-06-21'], // 端午节
  ['2026-09-25', '2026-09-27'], // 中秋节
  ['2026-10-01', '2026-10-07'] // 国庆节
];

/** Saturdays and Sundays that are worked in exchange. */
export const makeUpDays: readonly Day[] = [
  '2025-01-26',
  '2025-02-08',
  '2025-04-27',
  '2025-09-28',
  '2025-10-11',
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10'
];

export function isHoliday(day: Day): boolean {
  return holidays.some(([first, last]) => first <= day && day <= last);
}

/** Worked on: by the arrangement in 2025 and 2026, by the weekday in other years. */
export function isWorked(day: Day): boolean {
  if (makeUpDays.includes(day)) return true;
  if (isHoliday(day)) return false;
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** The day itself if it is worked, else the first one after it that is. */
export const rolled = (day: Day): Day => (isWorked(day) ? day : rolled(addDays(day, 1)));

/** The n-th worked day after a day. */
export function afterWorkdays(day: Day, n: number): Day {
  let at = day;
  for (let left = n; left > 0;) {
    at = addDays(at, 1);
    if (isWorked(at)) left--;
  }
  return at;
}
