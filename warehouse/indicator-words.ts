/** An indicator as people read it, derived from its entry. */
import type { By, IndicatorWords } from './answers.ts';
import type { Indicator } from './catalogue/declare.ts';
import { measures } from './catalogue/measures.ts';
import { shownSql } from './compile-indicator.ts';

const known = new Map<string, IndicatorWords>();

export function indicatorWords(entry: Indicator): IndicatorWords {
  const made = known.get(entry.id) ?? make(entry);
  known.set(entry.id, made);
  return made;
}

function make(entry: Indicator): IndicatorWords {
  const { missing } = entry;
  return {
    id: entry.id,
    measure: entry.measure,
    measure_words: measures.find(({ id }) => id === entry.measure)?.words ?? { zh: '', en: '' },
    words: entry.words,
    strength: entry.strength,
    direction: entry.direction,
    period_kind: entry.period,
    values: entry.values.map(({ name, words }) => ({ name, words, unit: entry.unit })),
    by: groupings(entry),
    definition: {
      numerator: entry.definition.numerator,
      denominator: entry.definition.denominator,
      missing: missing.kind === 'none' ? null : missing.words,
      note: entry.definition.note ?? null
    },
    thresholds: entry.thresholds.map((threshold) => ({
      name: threshold.name,
      ...limits(entry, threshold.green, threshold.amber),
      from: threshold.from,
      basis: threshold.basis
    })),
    legal_basis: entry.legal_basis,
    reports: [...entry.reports],
    sql: shownSql(entry)
  };
}

const groupings = ({ mart }: Indicator): By[] => [
  'city',
  'department',
  'district',
  'kind',
  'affiliation',
  'institution',
  ...(mart === 'review' || mart === 'committee' ? (['committee'] as const) : [])
];

/** Limits as text: `≥ 95`, `85 – < 95`, `< 85`; downwards the other way round. */
function limits(
  { direction, unit }: Indicator,
  green: number,
  amber: number
): { green: string; amber: string; red: string } {
  const mark = unit === 'percent' ? '%' : '';
  const n = (value: number) => `${Math.round(value * 10) / 10}${mark}`;
  if (direction === 'up')
    return { green: `≥ ${n(green)}`, amber: `${n(amber)} – < ${n(green)}`, red: `< ${n(amber)}` };
  if (!Number.isFinite(amber)) return { green: `≤ ${n(green)}`, amber: `> ${n(green)}`, red: '—' };
  return { green: `≤ ${n(green)}`, amber: `> ${n(green)} – ${n(amber)}`, red: `> ${n(amber)}` };
}
