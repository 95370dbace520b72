/** Suggests which columns of a foreign table fill which fields of which report: by their names, and by what stands in them. */
import type { CityCodes } from '#warehouse/typed.ts';
import { bestAssignment } from './best-assignment.ts';
import type { Column, Report } from './declare.ts';
import { bareHeader, namesOf, normalHeader } from './header-names.ts';
import { plainWords } from './header-synonyms.ts';
import { systemColumns } from './reports/system-columns.ts';
import { likeness, taken, type Taken } from './text-likeness.ts';
import { valueKinds, valuesFit, type ValueKinds } from './value-kinds.ts';

export interface ForeignColumn {
  /** As profiles name it (`ownHeaders`). */
  header: string;
  /** Of the first rows. */
  values: readonly string[];
}

export interface Suggestion {
  report: string;
  /** 0–1: how well the table answers as this report. */
  fit: number;
  /** field → header, with 0–1 how surely. */
  columns: Record<string, { header: string; sureness: number }>;
}

/** Less sure than this and nothing is suggested: a wrong suggestion is worse than none. */
const LEAST = 0.42;

/**
 * All reports, the best first. `hints`: names of file and sheet and the lines above the table, which may name one.
 */
export function suggestMappings(
  columns: readonly ForeignColumn[],
  reports: readonly Report[],
  city: CityCodes,
  hints: readonly string[] = []
): Suggestion[] {
  const foreign = columns.map(({ header, values }) => ({
    header,
    names: [taken(bareHeader(normalHeader(header))), taken(plainWords(header))] as const,
    kinds: valueKinds(values)
  }));
  return reports
    .map((report) => suggested(report, foreign, city, named(report, hints)))
    .sort((a, b) => b.fit - a.fit);
}

interface Foreign {
  header: string;
  names: readonly [bare: Taken, plain: Taken];
  kinds: ValueKinds;
}

function suggested(
  report: Report,
  foreign: readonly Foreign[],
  city: CityCodes,
  isNamed: boolean
): Suggestion {
  const fields: readonly Column[] = [...report.columns, ...systemColumns];
  const worth = fields.map((column) => foreign.map((one) => sureness(column, one, city)));
  const given = bestAssignment(worth.map((row) => row.map((each) => (each < LEAST ? 0 : each))));
  const columns: Suggestion['columns'] = {};
  let sum = 0;
  let required = 0;
  for (const [at, { field, required: need }] of fields.entries()) {
    const header = foreign[given[at] ?? -1]?.header;
    if (header === undefined) continue;
    const sure = worth[at]?.[given[at] ?? -1] ?? 0;
    columns[field] = { header, sureness: sure };
    sum += sure;
    if (need === 'yes') required += sure;
  }
  const needed = report.columns.filter(({ required: need }) => need === 'yes').length;
  const [answered, used] = [required / Math.max(needed, 1), sum / Math.max(foreign.length, 1)];
  const fit = answered + used === 0 ? 0 : (2 * answered * used) / (answered + used);
  return { report: report.id, fit: Math.min(1, fit + (isNamed && fit > 0.1 ? 0.5 : 0)), columns };
}

/** 0–1. The name says most; values of another kind speak against it, codes of the list for it. */
function sureness(column: Column, { names, kinds }: Foreign, city: CityCodes): number {
  const name = nameLikeness(column, names);
  const fit = valuesFit(column, kinds, city);
  switch (column.type) {
    case 'code':
    case 'codes': {
      // Values that no other list has: the name may be any.
      const telling =
        fit >= 0.8 && [...kinds.distinct].some((value) => value.length > 1) ? 0.35 + 0.25 * fit : 0;
      return Math.max(name * (0.85 + 0.15 * fit), telling * (0.6 + 0.4 * name));
    }
    case 'string':
    case 'strings':
      // Nothing else looks like a credit code, whatever it is called.
      if (column.field.endsWith('uscc') && kinds.usccs >= 0.9) return Math.max(name, 0.55 + 0.35 * name);
      return name * (0.6 + 0.4 * fit);
    default:
      return name * (fit < 0.2 ? 0.35 : 0.7 + 0.3 * fit);
  }
}

function nameLikeness(column: Column, [bare, plain]: Foreign['names']): number {
  let best = 0;
  for (const name of namesTaken(column)) {
    if (name.bare.text === bare.text) return name.whole ? 1 : 0.97;
    best = Math.max(best, 0.9 * likeness(name.bare, bare), 0.92 * likeness(name.plain, plain));
  }
  return best;
}

interface NameTaken {
  bare: Taken;
  plain: Taken;
  /** Nothing was dropped from it. */
  whole: boolean;
}

const kept = new WeakMap<Column, NameTaken[]>();

function namesTaken(column: Column): NameTaken[] {
  const known = kept.get(column);
  if (known) return known;
  const names = namesOf(column).map((name) => {
    const bare = bareHeader(normalHeader(name));
    return { bare: taken(bare), plain: taken(plainWords(name)), whole: bare === normalHeader(name) };
  });
  kept.set(column, names);
  return names;
}

const named = (report: Report, hints: readonly string[]): boolean =>
  hints.some(
    (hint) => hint.includes(report.zh) || new RegExp(`(^|[^A-Za-z0-9])${report.id}([^0-9]|$)`, 'i').test(hint)
  );
