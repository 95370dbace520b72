/** Finds the header of a report in the first rows of a table: in either language, in any order of columns. */
import { columnLetters } from '#warehouse/cell-name.ts';
import { headerNames, knownTo } from './header-names.ts';
import { headerWithin } from './limits.ts';
import type { AsItStands, MappingProfile } from './mapping.ts';
import type { HeaderCell, HeaderMatch } from './match-header.ts';
import { headerCells, matchHeader, twoRowHeader } from './match-header.ts';
import { asItStands, matchProfile } from './match-profile.ts';
import type { ReadRequest } from './read-request.ts';
import { Rejection } from './rejection.ts';
import type { Meta, ReportHead } from './sheet-read.ts';
import { shownText } from './shown-text.ts';
import { titleMeta } from './title-lines.ts';

/** One physical row of a table. */
export interface Line {
  /** 1-based */
  row: number;
  cells: string[];
}

export interface Recognised extends HeaderMatch {
  /** Position in the given lines of the header, of its lower row if it has two. */
  at: number;
  /** Position of its upper row. */
  from: number;
  /** Cells up to the last header. */
  width: number;
  profile?: MappingProfile;
  /** By field: the same text in every row, from the profile. */
  constants?: Record<string, string>;
  /** Read no more rows than this. */
  rows?: number;
}

/** Fewer columns than this and it is chance. */
const leastColumns = 3;

/** `matched`: how many columns the best guess has, so that a caller with several sheets can tell notes from a broken table. */
export type Recognition = { found: Recognised } | { rejection: Rejection; matched: number };

/**
 * `hints`: names of file and sheet, which decide between reports with equal headers. `said`: what a document says of
 * itself elsewhere than above its table.
 */
export function recognise(
  lines: readonly Line[],
  reports: readonly ReportHead[],
  profiles: ReadRequest['profiles'] = [],
  hints: readonly string[] = [],
  said: Meta = {}
): Recognition {
  const [first] = profiles;
  if (first && 'as_it_stands' in first) return unnamed(lines, reports, first);
  const { found: mapped, nearest } = byProfile(lines, reports, profiles as readonly MappingProfile[], said);
  const candidates = mapped.length > 0 ? mapped : [...byHeader(lines, reports)];
  candidates.sort(
    (a, b) =>
      Number(b.profile?.own ?? false) - Number(a.profile?.own ?? false) ||
      b.score - a.score ||
      a.missing.length - b.missing.length ||
      a.at - b.at ||
      b.from - a.from
  );
  const best = candidates[0];
  if (nearest && nearest.matched > (best?.score ?? 0)) return nearest;
  if (!best || best.score < Math.min(leastColumns, best.report.columns.length))
    return notRecognised(lines, best);
  const equals = candidates.filter(
    (one) => one.score === best.score && one.missing.length === best.missing.length
  );
  const chosen = chooseReport(equals, lines, hints);
  if (chosen instanceof Rejection) return { rejection: chosen, matched: best.score };
  const fault = faultOf(chosen);
  return fault ? { rejection: fault, matched: chosen.score } : { found: chosen };
}

function* byHeader(lines: readonly Line[], reports: readonly ReportHead[]): Generator<Recognised> {
  const names = reports.map(headerNames);
  const isKnown = knownTo(names);
  for (const { cells, at, from } of headersOf(lines)) {
    if (!cells.some(({ forms }) => forms.some(isKnown))) continue;
    for (const one of names) {
      const match = matchHeader(one, cells);
      if (match.score > 0) yield { ...match, at, from, width: widthOf(cells) };
    }
  }
}

interface ByProfile {
  found: Recognised[];
  /** A profile of which the file has most columns, but not all. */
  nearest?: { rejection: Rejection; matched: number };
}

/** A person made the profile on purpose, so it goes before the header's own meaning. */
function byProfile(
  lines: readonly Line[],
  reports: readonly ReportHead[],
  profiles: readonly MappingProfile[],
  said: Meta
): ByProfile {
  const result: ByProfile = { found: [] };
  for (const profile of profiles) {
    const report = reports.find((one) => one.id === profile.report);
    if (!report) continue;
    for (const { cells, at, from } of headersOf(lines)) {
      const above = { ...titleMeta(lines.slice(0, from).map((line) => line.cells)), ...said };
      const match = matchProfile(profile, report, cells, above);
      if (!('lacking' in match)) {
        const rows = profile.rows === undefined ? {} : { rows: profile.rows };
        result.found.push({ ...match, at, from, width: widthOf(cells), profile, ...rows });
      } else if (match.matched > Math.max(match.lacking.length, result.nearest?.matched ?? 1))
        result.nearest = {
          rejection: new Rejection('profile_columns', {
            profile: profile.name,
            version: profile.version,
            missing: match.lacking.join('、'),
            missing_en: match.lacking.join(', ')
          }),
          matched: match.matched
        };
    }
  }
  return result;
}

/** A table under its own headers. */
function unnamed(lines: readonly Line[], reports: readonly ReportHead[], how: AsItStands): Recognition {
  const rows = [...headersOf(lines)].map((header) => ({ ...header, row: lines[header.at]?.row ?? 0 }));
  const guess = asItStands(rows, reports, how);
  if (!guess) return notRecognised(lines, undefined);
  const { cells, at, from } = guess.header;
  return { found: { ...guess.match, at, from, width: widthOf(cells), rows: how.rows } };
}

function* headersOf(lines: readonly Line[]): Generator<{ cells: HeaderCell[]; at: number; from: number }> {
  const first = lines.slice(0, headerWithin);
  for (const [at, line] of first.entries()) {
    const next = first[at + 1];
    yield { cells: headerCells(line.cells), at, from: at };
    if (next) yield { cells: twoRowHeader(line.cells, next.cells), at: at + 1, from: at };
  }
}

function widthOf(cells: readonly HeaderCell[]): number {
  return cells.findLastIndex((cell) => cell.text !== '') + 1;
}

function chooseReport(
  equals: readonly Recognised[],
  lines: readonly Line[],
  hints: readonly string[]
): Recognised | Rejection {
  const [best] = equals;
  const ids = [...new Set(equals.map((one) => one.report.id))];
  if (best && (ids.length === 1 || best.profile)) return best;
  const named = equals.filter((one) => {
    const texts = [...hints, ...lines.slice(0, one.from).flatMap((line) => line.cells)];
    return texts.some((text) => names(text, one.report));
  });
  const [only] = named;
  if (only && new Set(named.map((one) => one.report.id)).size === 1) return only;
  const reports = [...new Set(equals.map((one) => `${one.report.id} ${one.report.zh}`))].join('、');
  return new Rejection('ambiguous', { reports });
}

function names(text: string, report: ReportHead): boolean {
  const words = text.toLowerCase().split(/[^a-z0-9]+/);
  return words.some((word) => word === report.id.toLowerCase()) || text.includes(report.zh);
}

function faultOf(match: Recognised): Rejection | undefined {
  const { report, missing, duplicates } = match;
  if (missing.length > 0) {
    return new Rejection('missing_columns', {
      report: `${report.id} ${report.zh}`,
      report_en: `${report.id} ${report.en}`,
      missing: missing.map((column) => column.zh).join('、'),
      missing_en: missing.map((column) => column.en).join(', ')
    });
  }
  const twice = duplicates[0];
  if (!twice) return undefined;
  return new Rejection('duplicate_header', {
    report: `${report.id} ${report.zh}`,
    header: report.columns.find((column) => column.field === twice.field)?.zh ?? twice.field,
    cells: twice.places.map((place) => columnLetters(place.index)).join(', ')
  });
}

function notRecognised(lines: readonly Line[], best: Recognised | undefined): Recognition {
  const filled = (line: Line) => line.cells.filter((cell) => cell.trim() !== '');
  const widest = lines
    .slice(0, headerWithin)
    .reduce<string[]>((most, line) => (filled(line).length > most.length ? filled(line) : most), []);
  const line = best ? lines[best.at] : undefined;
  const shown = (line && best && best.score > 1 ? filled(line) : widest).map((cell) =>
    shownText(cell.trim(), 30)
  );
  const headers = shown.slice(0, 20).join('、') + (shown.length > 20 ? ' …' : '');
  return {
    rejection: new Rejection('not_recognised', { headers: headers || '—' }),
    matched: best?.score ?? 0
  };
}
