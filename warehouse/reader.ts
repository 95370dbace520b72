/** The one reader that pages, API, mails and packs ask: a scope, a moment, and questions. */
import type * as A from './answers.ts';
import type { DuePeriod, Words } from '#ingest/declare.ts';
import type { Indicator } from './catalogue/declare.ts';
import { catalogueInForce } from './catalogue/in-force.ts';
import { changes, type AskChanges, type Changes } from './changes.ts';
import { currentParameters, parameterOn } from './control/parameters.ts';
import * as crossing from './cross-check-findings.ts';
import * as quality from './data-quality.ts';
import { newestOf, periodsOf, type PeriodRow } from './figure-periods.ts';
import { figures } from './figures.ts';
import type { GenericChecks } from './finding-words.ts';
import { findings, type AskFindings } from './findings.ts';
import { forecast, type AskForecast, type Forecast } from './forecast/forecast.ts';
import { foundFindings, type AskFound, type FoundPage } from './found-findings.ts';
import { indicatorWords } from './indicator-words.ts';
import {
  lateFilings,
  ledger,
  ledgerPeriods,
  type AskLateFilings,
  type AskLedger,
  type LedgerPage
} from './ledger.ts';
import { lineageInWords, type IndicatorLineage } from './lineage-words.ts';
import * as lists from './lists.ts';
import { mapping, mappings, type AskMappings } from './mappings.ts';
import { members, type AskMembers, type MembersPage } from './members.ts';
import { momentOf } from './moment.ts';
import { overview, statusesOf } from './overview.ts';
import { periodNamed } from './periods.ts';
import { record } from './record.ts';
import { seesWhole } from './rows-in-sight.ts';
import type { Scope } from './scope.ts';
import { sheet, type SheetAnswer } from './sheet.ts';
import { sheetRows, type SubmittedRow } from './sheet-rows.ts';
import * as handedIn from './submissions.ts';
import { allValues, arrowValues, values, type ValueRow } from './values.ts';
import type { Warehouse } from './warehouse.ts';

export type Severity = 'critical' | 'high' | 'medium' | 'low';

export interface AskAlerts {
  rule?: string;
  severity?: string;
  institution?: string;
  department?: string;
  state?: 'open' | 'closed' | 'all';
  page?: number;
  page_size?: number;
}

/** What stands in layers above the warehouse and is handed down: alerts, and the words of the validator. */
export interface Above {
  alerts(scope: Scope, day: string, ask: AskAlerts): A.Page<A.AlertRow>;
  alertCounts(
    scope: Scope,
    day: string
  ): { rule: string; measure: string; severity: Severity; institution_uscc: string | null; n: number }[];
  reasonWords: handedIn.ReasonWords;
  noticeWords: handedIn.NoticeWords;
  genericChecks: GenericChecks;
}

/** What every question needs to know. */
export interface Asking {
  readonly warehouse: Warehouse;
  readonly scope: Scope;
  readonly moment: A.Moment;
  /** The indicators, with the limits that had been set by then. */
  readonly catalogue: readonly Indicator[];
  readonly small_denominator: number;
  readonly reasonWords: handedIn.ReasonWords;
  readonly genericChecks: GenericChecks;
  /** Open alerts by institution, severity and measure. */
  alertCounts(): Map<string, number>;
  remembered<T>(key: string, ask: () => Promise<T>): Promise<T>;
  alertsBySeverity(): Record<Severity, number>;
  alertsByMeasure(): Map<string, number>;
}

export interface AskFigures {
  by: A.By;
  /** Kind of period; if not said, that of `period`, or the indicator's own. */
  every?: DuePeriod;
  period?: string;
  periods?: number;
  group?: string;
}

export interface SubmissionAnswer extends A.SubmissionRow {
  /** All of it may be seen; of another's file a scope sees the rows of its own institutions, and never the file. */
  is_whole: boolean;
  /** What is said of the file though it was read: hidden sheets, cells beyond the header … */
  notices: handedIn.ShownNotice[];
  sheets: {
    sheet_no: number;
    sheet: string;
    report: string;
    report_words: Words;
    rows: number;
    accepted: number;
    rejected: number;
    unknown_columns: string[];
    skipped: { row: number; why: string; text: string }[];
    /** By which mapping profile it was read. */
    mapping: A.ReadByMapping | null;
  }[];
}

export interface Reader {
  readonly scope: Scope;
  readonly moment: A.Moment;
  overview(): Promise<A.Overview>;
  /** Every indicator that has such a grouping, with its newest figure and its course for one group. */
  statuses(by: A.By, group: string): Promise<A.IndicatorStatus[]>;
  /** All indicators' words, in the measures' order. */
  indicators(): A.IndicatorWords[];
  indicator(id: string): A.IndicatorWords | undefined;
  /** What every indicator is computed from, parameters as they hold on the day; the same for every scope. */
  lineage(): Promise<IndicatorLineage[]>;
  /** Figures of one indicator. Default: the newest period with a value; `periods: n` gives the last n, oldest first. */
  figures(id: string, ask: AskFigures): Promise<A.Figure[]>;
  /** Periods for which the indicator has figures, newest first. */
  periods(id: string, every?: DuePeriod): Promise<string[]>;
  members(id: string, ask: AskMembers): Promise<MembersPage>;
  /** A figure on an earlier day and now, and what moved it, by cause. */
  changes(id: string, ask: AskChanges): Promise<Changes>;
  record(report: string, key: string): Promise<A.RecordAnswer | undefined>;
  /** Rows around a row of a submitted sheet, as submitted. */
  sheet(
    submission: number,
    sheet_no: number,
    ask: { row: number; around: number }
  ): Promise<SheetAnswer | undefined>;
  /** All rows of a submitted sheet, or only those of some numbers, as submitted, some thousand at a time. */
  sheetRows(
    submission: number,
    sheet_no: number,
    only?: readonly number[]
  ): AsyncGenerator<SubmittedRow[], void, void>;
  institutions(ask?: lists.AskInstitutions): Promise<A.Page<A.InstitutionRow>>;
  institution(uscc: string): Promise<A.InstitutionRow | undefined>;
  rectifications(ask?: lists.AskRectifications): Promise<A.Page<A.RectificationRow>>;
  /** What will be overdue on a day ahead: if nothing happens, and at each owner's past pace. */
  forecast(ask?: AskForecast): Promise<Forecast>;
  /** What is owed, soonest first, then what came; with the number of lines by status. */
  ledger(ask?: AskLedger): Promise<LedgerPage>;
  /** Periods for which a report is owed, or any, newest first. */
  ledgerPeriods(report?: string): Promise<string[]>;
  /** Events that were filed after their limit, latest first. */
  lateFilings(ask?: AskLateFilings): Promise<A.Page<A.LateFilingRow>>;
  submissions(ask?: handedIn.AskSubmissions): Promise<A.Page<A.SubmissionRow>>;
  submission(id: number): Promise<SubmissionAnswer | undefined>;
  findings(id: number, ask?: AskFindings): Promise<A.Page<A.FindingRow>>;
  /** Findings across files, of those that stand; paged by key. */
  foundFindings(ask?: AskFound): Promise<FoundPage>;
  /** Where reports contradict one another. */
  crossChecks(ask?: crossing.AskCrossChecks): Promise<A.Page<crossing.CrossCheckFinding>>;
  /** How often each cross-check found something, by institution. */
  crossCheckCounts(): Promise<crossing.CrossCheckCount[]>;
  /** How well each institution and department reported in the last twelve months, worst first. */
  qualityByOwner(ask?: quality.AskQuality): Promise<A.Page<quality.QualityOfOwner>>;
  qualityByReport(): Promise<quality.QualityOfReport[]>;
  /** Mapping profiles: those in use first. */
  mappings(ask?: AskMappings): Promise<A.MappingProfileRow[]>;
  mapping(id: number): Promise<A.MappingProfileAnswer | undefined>;
  alerts(ask?: AskAlerts): Promise<A.Page<A.AlertRow>>;
  /** The stored parts of all figures, of all institutions and periods. */
  values(ask?: { page?: number; page_size?: number }): Promise<A.Page<ValueRow>>;
  /** The same whole: as rows, some thousand at a time, or as an Arrow IPC stream. Read as it is taken; end it by `return()`. */
  allValues(): AsyncGenerator<ValueRow[], void, void>;
  arrowValues(): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void>;
}

/** Thrown for an indicator, value or period that does not exist; shown as 404. */
export class NotVisible extends Error {
  constructor(what: string) {
    super(`${what} is not known here`);
    this.name = 'NotVisible';
  }
}

export async function openReader(
  warehouse: Warehouse,
  above: Above,
  scope: Scope,
  asof?: string
): Promise<Reader> {
  const moment = await momentOf(warehouse, asof);
  const asking = askingOf(warehouse, above, scope, moment);
  const entry = (id: string) => {
    const found = asking.catalogue.find((one) => one.id === id);
    if (!found) throw new NotVisible(id);
    return found;
  };
  const named = (id: string, name: string | undefined) => {
    const indicator = entry(id);
    const value = indicator.values.find((each) => name === undefined || each.name === name);
    if (!value) throw new NotVisible(`${id} ${name}`);
    return [indicator, value] as const;
  };
  const chosenPeriods = async (id: string, ask: AskFigures): Promise<PeriodRow[]> => {
    const kind = ask.every ?? (ask.period === undefined ? undefined : periodNamed(ask.period)?.kind);
    const all = await periodsOf(asking, entry(id), kind);
    if (ask.period !== undefined) return all.filter(({ period }) => period === ask.period);
    if (ask.periods === undefined) return [newestOf(all, entry(id))].flatMap((period) => period ?? []);
    return all.slice(0, ask.periods).toReversed();
  };
  return {
    scope,
    moment,
    overview: () => overview(asking),
    statuses: (by, group) => statusesOf(asking, by, group),
    indicators: () => asking.catalogue.map(indicatorWords),
    indicator: (id) => {
      const found = asking.catalogue.find((one) => one.id === id);
      return found && indicatorWords(found);
    },
    lineage: () => lineageInWords(warehouse, moment.day),
    figures: async (id, ask) =>
      figures(asking, entry(id), await chosenPeriods(id, ask), ask.by, ask.group ?? null),
    periods: async (id, every) => (await periodsOf(asking, entry(id), every)).map(({ period }) => period),
    members: async (id, ask) => members(asking, ...named(id, ask.name), ask),
    changes: async (id, ask) => changes(asking, ...named(id, ask.name), ask),
    record: (report, key) => record(asking, report, key),
    sheet: (id, sheet_no, ask) => sheet(asking, id, sheet_no, ask),
    sheetRows: (id, sheet_no, only) => sheetRows(asking, id, sheet_no, only),
    institutions: (ask) => lists.institutions(asking, ask),
    institution: async (uscc) => (await lists.institutions(asking, { uscc })).rows[0],
    rectifications: (ask) => lists.rectifications(asking, ask),
    forecast: (ask) => forecast(asking, ask),
    ledger: (ask) => ledger(asking, ask),
    lateFilings: (ask) => lateFilings(asking, ask),
    ledgerPeriods: (report) => ledgerPeriods(asking, report),
    submissions: (ask) => handedIn.submissions(asking, ask),
    submission: async (id) => {
      const row = await handedIn.submission(asking, id);
      return (
        row && {
          ...row,
          is_whole: seesWhole(asking, id),
          notices: above.noticeWords(handedIn.noticesOf(warehouse, id)),
          sheets: handedIn.shownSheets(asking, id)
        }
      );
    },
    findings: (id, ask) => findings(asking, id, ask),
    foundFindings: (ask) => foundFindings(asking, ask),
    crossChecks: (ask) => crossing.crossCheckFindings(asking, ask),
    crossCheckCounts: () => crossing.crossCheckCounts(asking),
    qualityByOwner: (ask) => quality.qualityByOwner(asking, ask),
    qualityByReport: () => quality.qualityByReport(asking),
    mappings: (ask) => mappings(asking, ask),
    mapping: (id) => mapping(asking, id),
    alerts: (ask) => Promise.resolve(above.alerts(scope, moment.day, ask ?? {})),
    values: (ask) => values(asking, ask),
    allValues: () => allValues(asking),
    arrowValues: () => arrowValues(asking)
  };
}

const newestPublication = ({ control }: Warehouse): number =>
  control.one<{ number: number | null }>('select max(number) as number from publication')?.number ?? 0;

function askingOf(warehouse: Warehouse, above: Above, scope: Scope, moment: A.Moment): Asking {
  const known_on = moment.is_past ? moment.day : undefined;
  let counts: ReturnType<Above['alertCounts']> | undefined;
  const open = () => (counts ??= above.alertCounts(scope, moment.day));
  const sumBy = (key: (row: ReturnType<typeof open>[number]) => string) => {
    const sums = new Map<string, number>();
    for (const row of open()) sums.set(key(row), (sums.get(key(row)) ?? 0) + row.n);
    return sums;
  };
  return {
    warehouse,
    scope,
    moment,
    catalogue: catalogueInForce(currentParameters(warehouse.control, warehouse.city_parameters, known_on)),
    // Before the first publication there are no figures, and the day may lie before any parameter holds.
    small_denominator:
      moment.publication === 0
        ? 0
        : Number(parameterOn(warehouse, 'small_denominator', moment.day, known_on)),
    reasonWords: above.reasonWords,
    genericChecks: above.genericChecks,
    remembered: (key, ask) =>
      warehouse.remembered.take(
        newestPublication(warehouse),
        JSON.stringify([key, moment.publication, moment.published_day, scope]),
        ask
      ),
    alertCounts: () => sumBy(({ institution_uscc }) => institution_uscc ?? ''),
    alertsByMeasure: () => sumBy(({ measure }) => measure),
    alertsBySeverity: () => {
      const sums = sumBy(({ severity }) => severity);
      const of = (severity: Severity) => sums.get(severity) ?? 0;
      return { critical: of('critical'), high: of('high'), medium: of('medium'), low: of('low') };
    }
  };
}
