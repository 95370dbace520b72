/** What the reader answers: one shape per question. Percentages are 0–100; days are YYYY-MM-DD in Asia/Shanghai. */
import type { DuePeriod, Words, Level } from '#ingest/declare.ts';
import type { Grouping, Unit } from './catalogue/declare.ts';
import type { Day } from './calendar.ts';

/** What was known when: the day asked for and the publication that answers. */
export interface Moment {
  day: Day;
  publication: number;
  /** Day on which that publication valued its figures. */
  published_day: Day;
  /** Instant of the publication, ISO UTC. */
  published_at: string;
  /** True when an earlier day than the newest was asked for. */
  is_past: boolean;
  /** Day of the first publication: nothing is known before. */
  first_day: Day;
}

export type Status = 'green' | 'amber' | 'red' | 'info' | 'none';
export type By = 'city' | Grouping;

export interface Figure {
  indicator: string;
  /** Named value of the indicator: rate, count, median, p90, open, overdue … */
  name: string;
  /** Code of the group: '' for the city, a department code, an institution's code … */
  group: string;
  group_words: Words;
  /** Split of the indicator itself (procedure), '' for all. */
  dimension: string;
  period: string;
  period_start: Day;
  period_end: Day;
  /** The day the figure is valued at. */
  at_date: Day;
  /** The period still runs, or its calendar is not official. */
  provisional: boolean;
  numerator: number | null;
  denominator: number | null;
  /** In the unit of its named value; null where nothing can be said (“—”). */
  value: number | null;
  /** Not reported, rejected or waiting, in the unit of the denominator. */
  missing: number;
  /** Rows of the period that are left out on purpose; why, the records say. */
  excluded: number;
  /** The value if all that is missing went one way or the other; null where unknown (“—”). */
  low: number | null;
  high: number | null;
  status: Status;
  /** Denominator under the small-denominator parameter: shown as n/N without colour. */
  small: boolean;
}

export interface NamedValueWords {
  name: string;
  words: Words;
  unit: Unit;
  /** Column by which it is also split, as records have it; null where it is not. */
  dimension: string | null;
}

/** An indicator as a person reads it; derived from its catalogue entry. */
export interface IndicatorWords {
  id: string;
  measure: string;
  measure_words: Words;
  words: Words;
  strength: 'must' | 'promote' | 'encourage';
  direction: 'up' | 'down' | 'neutral';
  /** The shortest period of which it has figures, and the longer ones into which these are rolled up. */
  period_kind: DuePeriod;
  longer: DuePeriod[];
  over_time: 'sum' | 'last' | 'ytd';
  values: NamedValueWords[];
  /** Which groupings it has. */
  by: By[];
  definition: {
    numerator: Words;
    denominator: Words | null;
    excluded: Words[];
    missing: Words | null;
    note: Words | null;
  };
  thresholds: {
    name: string;
    green: string;
    amber: string;
    red: string;
    /** What the limits are for, where it is not the figure itself. */
    per: Words | null;
    from: Day;
    basis: string;
  }[];
  legal_basis: Words;
  reports: string[];
  /** The SQL that computed it. */
  sql: string;
}

export interface IndicatorStatus {
  indicator: IndicatorWords;
  /** The headline figure of the newest period, and the same of the one it is compared with. */
  now: Figure[];
  before: Figure[];
  compared_with: 'period_before' | 'year_before';
  /** City figures of up to 13 periods, oldest first, for the sparkline. */
  trend: Figure[];
  open_alerts: number;
}

export interface Overview {
  /** Measures in the city's order, with their indicators. */
  measures: { measure: string; words: Words; indicators: IndicatorStatus[] }[];
  counts: {
    institutions: number;
    silent_institutions: number;
    open_alerts: Record<'critical' | 'high' | 'medium' | 'low', number>;
    overdue_rectifications: number;
    overdue_reports: number;
    waiting_records: number;
  };
  /** Newest receipt day of any published submission. */
  data_day: Day | null;
}

/** One record in an indicator's denominator (or missing from it, or left out of it). */
export interface Member {
  report: string | null;
  record_key: string;
  institution_uscc: string;
  institution_name: string;
  part: 'numerator' | 'denominator_only' | 'missing' | 'excluded';
  /** Why it is left out; null otherwise. */
  reason: Words | null;
  /** The base period in which it is counted. */
  period: string;
  /** Why: the fields that the predicates look at, in order. */
  facts: Record<string, string | number | boolean | null>;
  weight_numerator: number;
  weight_denominator: number;
  source: CellSource | null;
}

/** Where a record's present version was submitted. */
export interface CellSource {
  submission_id: number;
  sheet_no: number;
  row_no: number;
}

export interface RecordVersion {
  source: CellSource;
  file_name: string;
  sha256: string;
  sheet: string;
  received_at: string;
  published_in: number;
  published_day: Day;
  superseded_in: number | null;
  row_action: string | null;
  /** By which mapping profile its file was read; null for a file under the report's own headers. */
  mapping: ReadByMapping | null;
  fields: RecordField[];
}
export interface ReadByMapping {
  profile_id: number;
  name: string;
  version: number;
}
export interface RecordField {
  field: string;
  words: Words;
  /** As submitted. */
  submitted: string | null;
  /** As read. */
  value: string | number | boolean | string[] | null;
  value_words: Words | null;
  /** Address in the submitted file, for example `C12`; null where the file has no such column. */
  cell: string | null;
  /** Differs from the version before. */
  changed: boolean;
}
export interface RecordAnswer {
  report: string;
  report_words: Words;
  record_key: string;
  institution_uscc: string | null;
  institution_name: string | null;
  /** Newest first. */
  versions: RecordVersion[];
  /** Indicators whose rows this record can be in. */
  indicators: string[];
}

export interface InstitutionRow {
  institution_uscc: string;
  institution_name: string;
  institution_kind: string;
  affiliation_level: string;
  supervising_dept: string;
  district_code: string;
  is_active: boolean;
  sensitive_involved: boolean;
  has_research_tasks: boolean;
  has_active_committee: boolean;
  open_alerts: number;
  overdue_rectifications: number;
  overdue_reports: number;
  last_received: Day | null;
}

export interface RectificationRow {
  rectification_id: string;
  institution_uscc: string;
  institution_name: string;
  supervising_dept: string;
  issued_by_dept: string;
  issue_category: string;
  severity: string;
  is_major: boolean;
  issue_summary: string;
  issued_date: Day;
  due_date: Day;
  original_due_date: Day;
  is_extended: boolean;
  report_submitted_date: Day | null;
  accepted_date: Day | null;
  acceptance_result: string | null;
  rect_status: string;
  /** overdue, due_soon, open, submitted, closed, cancelled at the day asked for. */
  state: 'overdue' | 'due_soon' | 'open' | 'submitted' | 'closed' | 'cancelled';
  /** Calendar days past due (positive) or left (negative). */
  days_overdue: number;
  workdays_left: number;
  source: CellSource;
}

export type DueStatus = 'expected' | 'on_time' | 'late' | 'partly' | 'nil' | 'overdue' | 'withdrawn';

/** What an institution, or a department, owes for a period, and what came of it. */
export interface LedgerRow {
  report: string;
  report_period: string;
  period_end: Day;
  /** Null where a department owes it. */
  institution_uscc: string | null;
  institution_name: string | null;
  /** The department that owes it itself, or null. */
  dept: string | null;
  supervising_dept: string;
  due_date: Day;
  /** Day on which the first file came of which something was accepted, or a nil declaration. */
  received_date: Day | null;
  status: DueStatus;
  /** Nothing of it stands: not handed in, or all of it withdrawn. */
  is_owed: boolean;
  /** Working days after the due day, of what came or until the day asked for. */
  workdays_late: number;
  /** Working days until the due day, while it is owed and not past; else null. */
  workdays_left: number | null;
  /** Rows accepted. */
  row_count: number;
  /** Rows that were rejected and have not been handed in again since: still owed. */
  rejected_rows: number;
  /** Accepted rows that came after the due day. */
  late_rows: number;
  submission_id: number | null;
}

/** An event that was filed later than its report's limit. */
export interface LateFilingRow {
  report: string;
  /** Name of the limit, for example `R08.entered`. */
  limit_id: string;
  record_key: string;
  institution_uscc: string | null;
  institution_name: string | null;
  /** The department whose record it is, where no institution answers for it. */
  dept: string | null;
  supervising_dept: string | null;
  event_date: Day;
  /** Last day on which it would have been in time. */
  limit_date: Day;
  received_date: Day;
  workdays_late: number;
  submission_id: number;
}

export interface SubmissionRow {
  id: number;
  file_name: string;
  sha256: string;
  bytes: number;
  channel: string;
  authority: string;
  received_at: string;
  state: 'received' | 'returned' | 'duplicate' | 'validated' | 'published' | 'withdrawn';
  reports: string[];
  rows: number;
  accepted: number;
  remarked: number;
  rejected: number;
  unchanged: number;
  publication: number | null;
  /** Why the file was returned whole. */
  reason: { says: Words; remedy: Words } | null;
  duration_ms: number | null;
  /** The submission of the same bytes that a duplicate repeats. */
  same_as: number | null;
  /** The submission whose kept bytes a steward had read again. */
  rerun_of: number | null;
  /** Taken back; `publication` is the one with which its rows left the numbers, null before that and where they never were in them. */
  withdrawal: { at: string; by: string; reason: string; publication: number | null } | null;
}

export interface FindingRow {
  sheet: string;
  sheet_no: number;
  row_no: number;
  field: string;
  field_words: Words;
  /** `C12`, or null where the file lacks the column. */
  cell: string | null;
  level: Level;
  check_id: string;
  value: string | null;
  says: Words;
  remedy: Words;
  basis: string;
}

/** A mapping profile in its newest version. */
export interface MappingProfileRow {
  id: number;
  owner_kind: 'city' | 'department' | 'institution';
  /** '' for the city. */
  owner_code: string;
  owner_words: Words;
  report: string;
  report_words: Words;
  name: string;
  version: number;
  created_at: string;
  changed_at: string;
  retired_at: string | null;
  /** Files that it has read. */
  files: number;
}

export interface MappingProfileAnswer extends MappingProfileRow {
  /** Newest first. */
  versions: {
    version: number;
    note: string;
    created_at: string;
    created_by: string;
    files: number;
    entries: MappingEntry[];
  }[];
}

/** What a version says of one column of the report. */
export interface MappingEntry {
  field: string;
  words: Words;
  /** Their header; null where a constant stands. */
  header: string | null;
  constant: string | null;
  constant_words: Words | null;
  /** Their wordings for codes; null where the column is read as it stands. */
  codes: { wording: string; code: string; words: Words }[] | null;
}

export interface Page<T> {
  rows: T[];
  total: number;
  page: number;
  page_size: number;
}

export interface AlertRow {
  id: number;
  rule: string;
  rule_words: Words;
  kind: 'L' | 'P' | 'I';
  severity: 'critical' | 'high' | 'medium' | 'low';
  object_table: string;
  object_id: string;
  institution_uscc: string | null;
  institution_name: string | null;
  /** Whose matter it is: the institution by its name, or the department that answers itself. */
  who: Words;
  dept: string | null;
  opened_day: Day;
  closed_day: Day | null;
  /** Last day to act. */
  act_by: Day | null;
  data_day: Day | null;
  /** Sentence by the pattern of rules.md §7, both languages. */
  text: Words;
  basis: string;
}

export interface DeliveryRow {
  id: number;
  person: string;
  mail: string;
  kind: string;
  day: Day;
  state: 'queued' | 'sending' | 'sent' | 'written' | 'failed';
  attempts: number;
  next_attempt_at: string | null;
  last_error: string | null;
  message_id: string;
  subject: string;
  sent_at: string | null;
}
