/** Tables with foreign headers: read by a mapping profile, or as they stand so that a profile can be made. */
import type { Words } from './declare.ts';
import { headerLikeness } from './guess-header.ts';
import { normalHeader } from './header-names.ts';
import { constantText, type AsItStands, type MappingProfile } from './mapping.ts';
import type { HeaderCell, HeaderMatch, Place } from './match-header.ts';
import { ownHeaders } from './own-headers.ts';
import type { Meta, ReportHead } from './sheet-read.ts';

export interface ProfileMatch extends HeaderMatch {
  /** The constants of the profile as they stand in the rows of this file. */
  constants: Record<string, string>;
}

/** Columns of a profile that a row of a file has, and those that it lacks. */
export function matchProfile(
  profile: MappingProfile,
  report: ReportHead,
  cells: readonly HeaderCell[],
  said: Meta
): ProfileMatch | { lacking: string[]; matched: number } {
  const own = ownHeaders(cells);
  const places = new Map(
    own.map((header, index) => [normalHeader(header), { index, header }]).reverse() as [string, Place][]
  );
  const columns: Record<string, Place> = {};
  const lacking: string[] = [];
  for (const [field, header] of Object.entries(profile.columns)) {
    const place = places.get(normalHeader(header));
    if (place) columns[field] = place;
    else lacking.push(header);
  }
  if (lacking.length > 0) return { lacking, matched: Object.keys(columns).length };
  const constants = Object.fromEntries(
    Object.entries(profile.constants).map(([field, text]) => [field, constantText(text, profile, said)])
  );
  const used = new Set(Object.values(columns).map(({ index }) => index));
  const given = (field: string) => field in columns || field in constants;
  return {
    report,
    columns,
    constants,
    unknown: own.flatMap((header, index) => (header === '' || used.has(index) ? [] : [{ index, header }])),
    duplicates: [],
    score: Object.keys(columns).length + Object.keys(constants).length,
    missing: report.columns.filter((column) => column.required === 'yes' && !given(column.field))
  };
}

/** A row of data may hold some of our words by chance: below a header it must be much the likelier. */
const CLEARLY = 1.2;

/** A row that names fewer things than this is no header. */
const leastNames = 2;

/** The columns of a foreign table as a report of its own: `c0`, `c1` … by position. Undefined where no row looks like a header. */
export function asItStands<Row extends { cells: HeaderCell[]; row: number }>(
  rows: Iterable<Row>,
  reports: readonly ReportHead[],
  { header_row }: AsItStands
): { match: HeaderMatch; header: Row } | undefined {
  const likenessOf = headerLikeness(reports);
  let best: { header: Row; likeness: number } | undefined;
  for (const header of rows) {
    if (header_row !== undefined && header.row !== header_row) continue;
    const names = ownHeaders(header.cells).filter((name) => name !== '');
    if (names.length < leastNames) continue;
    const likeness = likenessOf(header.cells);
    // Rows come from the top; a title above a header is no upper row of it.
    const alone = best && likeness === best.likeness && header.row === best.header.row;
    if (!best || likeness > best.likeness * CLEARLY || alone) best = { header, likeness };
  }
  return best && { match: ownReport(best.header.cells), header: best.header };
}

function ownReport(cells: readonly HeaderCell[]): HeaderMatch {
  const places = ownHeaders(cells)
    .map((header, index) => ({ header, index }))
    .filter(({ header }) => header !== '');
  const report: ReportHead = {
    id: '',
    table: '',
    ...({ zh: '', en: '' } satisfies Words),
    key: [fieldAt(places[0]?.index ?? 0)],
    // Several values in one cell of a JSON document are taken as they would be for a column of several.
    columns: places.map(({ header, index }) => ({
      field: fieldAt(index),
      zh: header,
      en: header,
      type: 'strings',
      required: 'no'
    }))
  };
  return {
    report,
    columns: Object.fromEntries(places.map((place) => [fieldAt(place.index), place])),
    unknown: [],
    duplicates: [],
    score: places.length,
    missing: []
  };
}

const fieldAt = (index: number) => `c${index}`;
