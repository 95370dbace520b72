/** An indicator as people read it, derived from its entry. */
import type { Words } from '#ingest/declare.ts';
import type { IndicatorWords } from './answers.ts';
import { isCount, unitOf } from './assess.ts';
import type { Indicator, Threshold } from './catalogue/declare.ts';
import { ofInstitutions } from './catalogue/groupings.ts';
import { measures } from './catalogue/measures.ts';
import { shownSql } from './compile-indicator.ts';
import { longerThan, type PeriodKind } from './periods.ts';

const known = new WeakMap<Indicator, IndicatorWords>();

export function indicatorWords(entry: Indicator): IndicatorWords {
  const made = known.get(entry) ?? make(entry);
  known.set(entry, made);
  return made;
}

interface Limits {
  green: string;
  amber: string;
  red: string;
}

const EACH: Record<PeriodKind, Words> = {
  month: { zh: '每月', en: 'a month' },
  quarter: { zh: '每季度', en: 'a quarter' },
  half_year: { zh: '每半年', en: 'a half-year' },
  semester: { zh: '每学期', en: 'a semester' },
  year: { zh: '每年', en: 'a year' }
};

/** What the limits are for, where it is not the figure itself. */
function heldTo(entry: Indicator, threshold: Threshold): Words | null {
  const { values, over_time, period } = entry;
  const { per } = threshold;
  const value = values.find(({ name }) => name === threshold.name);
  const each = EACH[threshold.in ?? period];
  const summed = value !== undefined && isCount(value) && over_time === 'sum';
  if (per === 'department')
    return summed
      ? { zh: `每个部门${each.zh}`, en: `for each department, ${each.en}` }
      : { zh: '每个部门', en: 'for each department' };
  if (per === 'part') return { zh: `每一分项${each.zh}`, en: `for each part, ${each.en}` };
  if (per === undefined) return summed ? each : null;
  if (per === 'year_before') return { zh: '占上年同期', en: 'of the year before' };
  const other = values.find(({ name }) => name === per.value);
  return { zh: `占“${other?.words.zh ?? ''}”`, en: `of “${other?.words.en ?? ''}”` };
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
    longer: longerThan(entry.period),
    over_time: entry.over_time,
    values: entry.values.map((value) => ({
      name: value.name,
      words: value.words,
      unit: unitOf(entry, value),
      dimension: value.dimension ?? (value.shape.kind === 'days' ? value.shape.dimension : null)
    })),
    by: ['city', ...(entry.by ?? ofInstitutions)],
    definition: {
      numerator: entry.definition.numerator,
      denominator: entry.definition.denominator,
      excluded: (entry.excluded ?? []).map(({ words }) => words),
      missing: missing.kind === 'none' ? null : missing.words,
      note: entry.definition.note ?? null
    },
    thresholds: entry.thresholds.map((threshold) => ({
      name: threshold.name,
      ...limits(entry, threshold),
      per: heldTo(entry, threshold),
      from: threshold.from,
      basis: threshold.basis
    })),
    legal_basis: entry.legal_basis,
    reports: [...entry.reports],
    sql: shownSql(entry)
  };
}

/** Limits as text: `≥ 95`, `85 – < 95`, `< 85`; downwards the other way round. */
function limits(entry: Indicator, { name, green, amber, per }: Threshold): Limits {
  const value = entry.values.find((one) => one.name === name);
  const mark =
    typeof per === 'object' || per === 'year_before' || (value && unitOf(entry, value) === 'percent')
      ? '%'
      : '';
  const n = (limit: number) => `${Math.round(limit * 10) / 10}${mark}`;
  if (entry.direction === 'up')
    return {
      green: `≥ ${n(green)}`,
      amber: amber === green ? '—' : `${n(amber)} – < ${n(green)}`,
      red: `< ${n(amber)}`
    };
  if (!Number.isFinite(amber)) return { green: `≤ ${n(green)}`, amber: `> ${n(green)}`, red: '—' };
  return { green: `≤ ${n(green)}`, amber: `> ${n(green)} – ${n(amber)}`, red: `> ${n(amber)}` };
}
