/**
 * The file's fault: a whole file that cannot be read as a report goes back to its submitter with a stable
 * code, the parameters for its words, and the place. What is wrong with single rows is a finding instead.
 */
import type { Words } from './declare.ts';
import { rejectionWords } from './rejection-words.ts';

export type RejectionCode =
  | 'empty_file'
  | 'not_supported' // kind
  | 'old_excel'
  | 'password_protected'
  | 'broken_archive' // detail
  | 'zip_bomb' // expanded_mb, limit_mb
  | 'unsafe_archive' // why, why_en
  | 'too_many_sheets' // count, most
  | 'no_visible_sheet'
  | 'bad_encoding' // line, encoding
  | 'unclosed_quote' // line
  | 'too_wide' // line (an element of JSON), most
  | 'long_line' // line (an element of JSON), most
  | 'json_broken' // element (0: the file as a whole), detail
  | 'json_nested' // element, key
  | 'repeated_key' // element, key
  | 'unknown_report' // report
  | 'not_recognised' // headers
  | 'missing_columns' // report, report_en, missing, missing_en
  | 'ambiguous' // reports
  | 'profile_columns' // profile, version, missing, missing_en
  | 'duplicate_header' // report, header, cells
  | 'nil_not_possible' // report, report_en
  | 'nil_of_nobody' // report, report_en
  | 'nil_of_others' // report, report_en, code
  | 'nil_of_no_period' // report, report_en, period
  | 'nil_too_early' // report, report_en, period, end
  | 'nil_beside_rows' // report, report_en, period, count, submission
  | 'too_large' // detail
  | 'too_slow' // minutes
  | 'unreadable' // detail
  | 'no_member'; // members, members_en

export type RejectionParams = Record<string, string | number>;

export class Rejection extends Error {
  readonly code: RejectionCode;
  readonly params: RejectionParams;
  /** Name of the worksheet, where the file has several and one is at fault. */
  sheet?: string;

  constructor(code: RejectionCode, params: RejectionParams = {}, sheet?: string) {
    super(`${code} ${JSON.stringify(params)}${sheet ? ` in ${sheet}` : ''}`);
    this.name = 'Rejection';
    this.code = code;
    this.params = params;
    if (sheet) this.sheet = sheet;
  }
}

/** Puts parameters into `{name}` placeholders; an unknown name stays as it is, so that a test can see it. */
export function fillWords(words: Words, params: RejectionParams): Words {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (all, name: string) => `${params[name] ?? all}`);
  return { zh: fill(words.zh), en: fill(words.en) };
}

export { rejectionWords };
