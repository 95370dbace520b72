/** What is known of the ledgers that were handed in, for those who count by hand: no SQL, no shared predicates. */
import type { Day } from '#warehouse/calendar.ts';
import type { ReportId, Texts } from '../filled-in.ts';
import type { Ledgers } from './any-ledgers.ts';

export interface Row {
  /** Of a cell, or '' where it is empty. */
  (field: string): string;
  /** The day on which it was published. */
  known: Day;
}

/** Every row handed in; each record was handed in once. */
export class Known {
  readonly #rows = new Map<ReportId, Row[]>();
  /** The day of the newest publication. */
  day: Day = '';

  take(ledgers: Ledgers, day: Day): void {
    this.day = day;
    for (const [report, rows] of Object.entries(ledgers) as [ReportId, Texts[]][])
      this.#rows.set(report, [...this.of(report), ...rows.map((row) => rowOf(row, day))]);
  }
  of(report: ReportId): readonly Row[] {
    return this.#rows.get(report) ?? [];
  }
  find(report: ReportId, field: string, is: string): Row | undefined {
    return this.of(report).find((row) => row(field) === is);
  }
  /** Whose committee decided on a review. */
  reviewer(review: Row): string {
    return this.find('R02', 'committee_id', review('committee_id'))?.('institution_uscc') ?? '';
  }
}

const rowOf = (row: Texts, known: Day): Row => Object.assign((field: string) => row[field] ?? '', { known });

/** The day of a date or an instant, as it is written. */
export const dayOf = (text: string): Day => text.slice(0, 10);
/** By text: an empty day is no day. */
export const upTo = (day: Day, last: Day): boolean => day !== '' && day <= last;

/** A project's life: since when it is approved or begun, carried out, and over; '' where it is not. */
export function lifeOf(project: Row): { begun: Day; started: Day; ended: Day } {
  const [approved, start, status] = [
    project('approved_project_date'),
    project('start_date'),
    project('project_status')
  ];
  const dated = [approved, start].filter((day) => day !== '').sort();
  return {
    begun: dated[0] ?? project.known,
    started: status === 'planned' ? '' : start || approved || project.known,
    ended: ['completed', 'terminated'].includes(status) ? project.known : ''
  };
}
export const over = (ended: Day, at: Day): boolean => ended !== '' && ended <= at;
