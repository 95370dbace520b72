/** What an alert rule is: one entry of `jobs/rules/measure-….ts`; evaluation, alert text, mail and page derive from it. */
import type { Words } from '#ingest/declare.ts';

export const severities = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

/** Who is told: the institution, its supervising department, a named department, or the department in a column. */
export type Recipient = 'institution' | 'supervising_dept' | { department: string } | { column: string };

/** Steps of the ladder in `Rule.escalations`: supervising department, lead department, joint meeting, province. */
export type Level = 'L2' | 'L3' | 'L4' | 'L5';

/**
 * What offends, as an SQL expression. The day-counting forms keep the date alone, so that the text says the right
 * number on any day that it is read.
 */
export type Value =
  { days_past: string } | { workdays_past: string } | { workdays_left: string } | { text: string };

/** All SQL of a rule speaks of the columns of its mart and of `day`, the day of evaluation (a DATE). */
export interface Rule {
  id: string;
  words: Words;
  /** L checks a written rule, P a management parameter (`D`), I informs and never makes a rectification. */
  kind: 'L' | 'P' | 'I';
  measure: string;
  /** Mart whose rows are judged: `marts.<mart>(p)`. */
  mart: string;
  /** Expression that names the object: the record's key, where there is a report. */
  object: string;
  /** The report whose record the object is, for the link and for voided records; null where it is none. */
  report: string | null;
  /** Expression in each language → how a person calls the object; default is `object`. */
  called?: Words;
  /** Expression → what the object is about, in the submitter's words, or null. */
  about?: string;
  /** Predicate: the rows that this rule can judge at all. An episode closes only for a judged row (missing data closes none). */
  judged: string;
  /** Predicate over judged rows: true where the rule is offended, false where not; null judges nothing. */
  offends: string;
  /** Expression → severity. It sees the offending rows alone, so a window counts offences. */
  severity: string;
  value: Value;
  /** Expression → the limit that was passed. */
  limit: string;
  /** Working days to act from the day it was raised, or an expression → DATE, or null for none. */
  act_by: { workdays: number } | { date: string } | null;
  basis: Words;
  /** What to do, after 请于 {deadline} 前. */
  action: Words;
  /**
   * It is about reports that are owed, many at a time: the digest has a section for them, where those of one report and
   * period are one item. The object is named `report|owner|period`.
   */
  of_reports?: true;
  /** Expression → the department that answers for the object itself, where no institution does. */
  dept?: string;
  recipients: readonly Recipient[];
  /** Steps of the ladder and the predicate (windows as in `severity`) that reaches them; each is reached once. */
  escalations: readonly { level: Level; when: string }[];
  /** Working days left at which a reminder is mailed, and the date that they lead to (ruling 17). */
  reminders?: { workdays_left: readonly number[]; until: string };
  /** Predicate over a judged row that offends no longer: its time has passed, so it ends without having recovered. */
  lapses?: string;
  /**
   * Predicate over `object_id` of an object that is no longer in the mart: true where it is known not to matter any
   * more, `{{p}}` is the publication. Records need none: they end when they are voided.
   */
  gone?: string;
}

/** Working days after the first date up to and including the second; both are expressions of a DATE. */
export const workdays = (from: string, to: string): string =>
  `((select workday_no from meta.calendar where cal_date = ${to}) - ` +
  `(select workday_no from meta.calendar where cal_date = ${from}))`;
