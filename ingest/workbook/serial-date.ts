/** Days as spreadsheets count them. */

const dayMs = 86_400_000;
/** Days from 1899-12-30 to 1970-01-01, and from 1904-01-01. */
const epoch1900 = 25_569;
const epoch1904 = 24_107;

/** Excel counts a day 1900-02-29 that never was. */
const leapDay = 60;

/** The moment of a serial number as if its wall time were UTC. */
export function serialDate(serial: number, date1904: boolean): Date {
  if (date1904) return new Date((serial - epoch1904) * dayMs);
  return new Date((serial - epoch1900 + (serial < leapDay ? 1 : 0)) * dayMs);
}

/** 2000-01-01 to 2099-12-31: a number between them, in a column of dates, is a day whose cell lost its date format. */
const plausible = { from: 36_526, to: 73_051 };

export function isLikelyDay(serial: number, date1904: boolean): boolean {
  const days = serial + (date1904 ? epoch1900 - epoch1904 : 0);
  return days >= plausible.from && days < plausible.to;
}
