/**
 * Numbers that name a person: the identity number (公民身份号码, GB 11643-1999) and the mobile number (YD/T 1314).
 * VAL-19 refuses them in free text, and nothing that stood in a file is shown with them whole. In digits of either
 * width, together or in groups.
 *
 * A number of 18 digits counts where its digits 7 to 14 can be a day of birth; its check digit is not asked, since a
 * mistyped number is still a person's. Without such a day it is nobody's, and may be a project's. A unified social
 * credit code is none, nor is a part of a longer identifier (`KY2026-13800138000`, `024-13800138`).
 */
import { isUscc, usccHoldsSql } from './uscc.ts';

const digit = '[0-9０-９]';
const alphanumeric = '0-9A-Za-z０-９Ａ-Ｚａ-ｚ';
/** What people put between groups of digits. */
const apart = '[ \\t\\x{a0}\\x{200b}\\x{3000}\\-－–—.．·]?';
const one = (ascii: string, wide: string) => `[${ascii}${wide}]`;

/** Letters before a number make it part of an identifier, but for these. */
const callings = 'tel|telephone|phone|mobile|mob|cell|wechat|wx|qq|id|idcard|sfz|sfzh|no';
const before = `(?:^|[^${alphanumeric}_－-]|(?:^|[^${alphanumeric}])[_－-]|(?:^|[^A-Za-z])(?i:${callings})[_－-]?)`;
const after = `(?:$|[^${alphanumeric}_.．－-]|[_－-](?:$|[^${alphanumeric}])|[.．](?:$|[^0-9０-９]))`;

const century = `(?:${one('1', '１')}${apart}${one('89', '８９')}|${one('2', '２')}${apart}${one('0', '０')})`;
const month = `(?:${one('0', '０')}${apart}${one('1-9', '１-９')}|${one('1', '１')}${apart}${one('0-2', '０-２')})`;
const day = `(?:${one('0', '０')}${apart}${one('1-9', '１-９')}|${one('12', '１２')}${apart}${digit}|${one('3', '３')}${apart}${one('01', '０１')})`;
const digits = (count: number) => Array.from({ length: count }, () => digit).join(apart);
const identity = [
  one('1-9', '１-９'),
  digits(5),
  century,
  digits(2),
  month,
  day,
  digits(3),
  '[0-9０-９XxＸｘ]'
].join(apart);

const mobileStart = `${one('1', '１')}${one('3-9', '３-９')}`;
const mobile = `(?:(?:${one('0', '０')}{2})?${one('8', '８')}${one('6', '６')}${apart}${apart})?(?:${[
  [`${mobileStart}${digit}`, `${digit}{4}`, `${digit}{4}`],
  [`${mobileStart}${digit}{2}`, `${digit}{4}`, `${digit}{3}`],
  [`${mobileStart}${digit}`, `${digit}{3}`, `${digit}{5}`]
]
  .map((groups) => groups.join(apart))
  .join('|')})`;

/** RE2 has no look-around, so the engine's form takes what stands around the number as well. */
const engineForm = `${before}(?:${identity}|${mobile})${after}`;
const inScript = (form: string) => form.replaceAll(/\\x\{(\w+)\}/g, (_, code: string) => `\\u{${code}}`);
const scriptForm = new RegExp(
  inScript(`(?=${digit})(?<=${before})(?:${identity}|${mobile})(?=${after})`),
  'gu'
);

/** The text with such numbers cut down to their first three characters. */
export function withoutPersonalData(text: string): string {
  return text.replaceAll(scriptForm, (number) => (isUscc(number) ? number : `${number.slice(0, 3)}********`));
}

/** Whether a text holds such a number, as SQL; false for null. Give a column: it is named several times. */
export function personalDataSql(text: string): string {
  const long = `regexp_extract(${text}, '[0-9]{18}')`;
  const found = (where: string) => `regexp_matches(${where}, '${engineForm}')`;
  return `(case when ${found(text)} then
    case when ${usccHoldsSql(long)} then ${found(`replace(${text}, ${long}, ' ')`)} else true end else false end)`;
}
