/** placeholder: replaced by the implementation; the shape is the contract. */
import type { Scope } from './scope.ts';
import type * as A from './answers.ts';

export interface Reader {
  readonly scope: Scope;
  readonly moment: A.Moment;
  overview(): Promise<A.Overview>;
  /** All indicators' words, in the measures' order. */
  indicators(): A.IndicatorWords[];
  indicator(id: string): A.IndicatorWords | undefined;
  /** Figures of one indicator. Default: the newest period with data; `periods: n` gives the last n, oldest first. */
  figures(id: string, ask: { by: A.By; period?: string; periods?: number; group?: string }): Promise<A.Figure[]>;
  /** Periods for which the indicator has figures, newest first. */
  periods(id: string): Promise<string[]>;
  members(
    id: string,
    ask: { name?: string; period: string; by?: A.By; group?: string; part?: A.Member['part']; page?: number; page_size?: number }
  ): Promise<A.Page<A.Member> & { numerator: number; denominator: number; missing: number }>;
  record(report: string, key: string): Promise<A.RecordAnswer | undefined>;
  /** Rows around a row of a submitted sheet, as submitted, with the header. */
  sheet(
    submission: number,
    sheet_no: number,
    ask: { row: number; around: number }
  ): Promise<{ columns: { letter: string; header: string; field: string | null }[]; rows: { row_no: number; cells: (string | null)[]; rejected: boolean }[] } | undefined>;
  institutions(ask?: { search?: string; department?: string; district?: string; kind?: string; sort?: string; page?: number; page_size?: number }): Promise<A.Page<A.InstitutionRow>>;
  institution(uscc: string): Promise<A.InstitutionRow | undefined>;
  rectifications(ask?: { state?: string; department?: string; institution?: string; search?: string; page?: number; page_size?: number }): Promise<A.Page<A.RectificationRow>>;
  ledger(ask?: { status?: string; report?: string; department?: string; institution?: string; period?: string; page?: number; page_size?: number }): Promise<A.Page<A.LedgerRow>>;
  submissions(ask?: { state?: string; report?: string; institution?: string; search?: string; page?: number; page_size?: number }): Promise<A.Page<A.SubmissionRow>>;
  submission(id: number): Promise<(A.SubmissionRow & { sheets: { sheet_no: number; sheet: string; report: string; rows: number; accepted: number; rejected: number; unknown_columns: string[]; skipped: { row: number; why: string; text: string }[] }[] }) | undefined>;
  findings(id: number, ask?: { level?: string; field?: string; page?: number; page_size?: number }): Promise<A.Page<A.FindingRow>>;
  alerts(ask?: { rule?: string; severity?: string; institution?: string; department?: string; state?: 'open' | 'closed' | 'all'; page?: number; page_size?: number }): Promise<A.Page<A.AlertRow>>;
}
