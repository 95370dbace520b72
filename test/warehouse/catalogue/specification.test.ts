/** The catalogue against the specification: every indicator, its names, strength, direction, unit, periods, limits and reports. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { unitOf } from '#warehouse/assess.ts';
import type { Indicator, Unit } from '#warehouse/catalogue/declare.ts';
import { catalogue, indicatorById } from '#warehouse/catalogue/index.ts';
import { longerThan, type PeriodKind } from '#warehouse/periods.ts';
import { deviations } from './deviations.ts';

const specified = z
  .object({
    indicators: z.array(
      z.object({
        id: z.string(),
        measure: z.string(),
        zh: z.string(),
        en: z.string(),
        strength: z.enum(['M', 'S', 'E']),
        direction: z.string(),
        unit: z.string(),
        grain: z.string(),
        thresholds: z.string(),
        reports: z.string()
      })
    )
  })
  .parse(
    JSON.parse(readFileSync(new URL('../../../fixtures/spec/spec.json', import.meta.url), 'utf8'))
  ).indicators;
type Specified = (typeof specified)[number];

const STRENGTH = { M: 'must', S: 'promote', E: 'encourage' } as const;
const UNIT: Record<string, Unit> = { '%': 'percent', 日: 'days', '件/千人': 'per_thousand' };
/** How the specification writes the kinds of period. */
const PERIODS: [RegExp, PeriodKind][] = [
  [/month/, 'month'],
  [/quarter/, 'quarter'],
  [/half-year/, 'half_year'],
  [/semester/, 'semester'],
  [/(?<!half-)year/, 'year']
];

/** Green and amber limits as the specification writes them: `≥95 | 85–<95 | <85`, `0 | 1–2 | ≥3`, `100 | — | <100`. */
function limitsOf({ thresholds }: Specified): { green: number; amber: number } | undefined {
  const [green = '', amber = ''] = thresholds.split('|').map((part) => part.trim());
  const numbers = (text: string) => [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([n]) => Number(n));
  const [limit] = numbers(green);
  if (limit === undefined) return undefined;
  const between = numbers(amber);
  return { green: limit, amber: amber === '—' ? limit : (between[0] ?? limit) };
}

/** What is not as specified, by what it is about. */
function differences(said: Specified, entry: Indicator): string[] {
  const found: Record<string, [unknown, unknown]> = {
    measure: [said.measure, entry.measure],
    zh: [said.zh, entry.words.zh],
    strength: [STRENGTH[said.strength], entry.strength],
    direction: [/^(up|down|neutral)/.exec(said.direction)?.[1], entry.direction],
    unit: [UNIT[said.unit] ?? 'count', entry.values[0] && unitOf(entry, entry.values[0])]
  };
  const out = Object.entries(found).flatMap(([about, [a, b]]) =>
    JSON.stringify(a) === JSON.stringify(b) ? [] : [`${about}: ${JSON.stringify(a)} is ${JSON.stringify(b)}`]
  );
  const kinds = PERIODS.filter(([words]) => words.test(said.grain)).map(([, kind]) => kind);
  const has = [entry.period, ...longerThan(entry.period)];
  if (kinds.length === 0 || !kinds.every((kind) => has.includes(kind)))
    out.push(`period: ${said.grain} is ${has.join(', ')}`);
  const reports = said.reports.match(/R\d\d/g) ?? [];
  if (!reports.every((id) => entry.reports.includes(id)))
    out.push(`reports: ${said.reports} is ${entry.reports.join(', ')}`);
  const limits = limitsOf(said);
  const [threshold] = entry.thresholds;
  if (limits === undefined ? threshold !== undefined && threshold.per === undefined : !agrees(limits, entry))
    out.push(`thresholds: ${said.thresholds} is ${JSON.stringify(threshold)}`);
  return out;
}

/** Downwards, the specification's amber begins after green and ends where red begins. */
function agrees(
  { green, amber }: { green: number; amber: number },
  { direction, thresholds: [said] }: Indicator
): boolean {
  if (said?.green !== green) return false;
  return direction === 'down'
    ? said.amber >= amber
    : said.amber === amber || (green > 0 && said.amber <= amber);
}

test('every specified indicator is an entry, and every entry is specified', () => {
  expect(catalogue.map(({ id }) => id)).toEqual(specified.map(({ id }) => id));
});

test.each(specified.map((said) => [said.id, said] as const))('%s is as specified', (id, said) => {
  const entry = indicatorById(id);
  expect(entry).toBeDefined();
  const excused = Object.keys(deviations[id] ?? {});
  const found = entry ? differences(said, entry) : [];
  expect(found.filter((line) => !excused.some((about) => line.startsWith(`${about}:`)))).toEqual([]);
  // A deviation that is none any more is not to be kept.
  expect(excused.filter((about) => !found.some((line) => line.startsWith(`${about}:`)))).toEqual([]);
});

test.each(catalogue.map((entry) => [entry.id, entry] as const))(
  '%s says all that people are shown',
  (_, entry) => {
    const { definition, legal_basis, values, thresholds, excluded = [] } = entry;
    const words = [
      entry.words,
      definition.numerator,
      legal_basis,
      ...values.map((one) => one.words),
      ...excluded.map((one) => one.words)
    ];
    if (definition.denominator) words.push(definition.denominator);
    if (definition.note) words.push(definition.note);
    for (const { zh, en } of words) {
      expect(zh).toMatch(/[\u4e00-\u9fff]|P90/);
      expect(en).toMatch(/[A-Za-z]/);
      expect(en).not.toMatch(/[\u4e00-\u9fff]/);
    }
    expect(new Set(values.map(({ name }) => name)).size).toBe(values.length);
    for (const { name } of thresholds) expect(values.map((one) => one.name)).toContain(name);
    // Neutral figures are not judged, all others are.
    const judged = values.filter((one) => entry.direction !== 'neutral' && !one.neutral);
    if (entry.direction === 'neutral') expect(thresholds).toEqual([]);
    else expect(thresholds.some(({ name }) => judged.some((one) => one.name === name))).toBe(true);
    const counted = values.every(
      ({ shape }) => shape.kind === 'count' || shape.kind === 'union' || shape.kind === 'days'
    );
    expect(definition.denominator === null).toBe(counted);
  }
);
