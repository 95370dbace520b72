/** Where what the reader says and what the oracle counts are not the same: every indicator, period and institution. */
import { catalogue } from '#warehouse/catalogue/index.ts';
import type { PeriodKind } from '#warehouse/periods.ts';
import type { Reader } from '#warehouse/reader.ts';
import type { Known } from './known.ts';
import { countedByHand, expectedDays, expectedSums, quantile } from './oracle.ts';

const PERIODS: Partial<Record<PeriodKind, (year: number) => string[]>> = {
  month: (year: number) => Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`),
  quarter: (year: number) => [1, 2, 3, 4].map((n) => `${year}-Q${n}`),
  year: (year: number) => [String(year)]
};
const begun = (kind: PeriodKind, day: string): string[] =>
  [2020, 2021, 2022, 2023, 2024, 2025, 2026].flatMap(PERIODS[kind] ?? (() => [])).filter((period) => {
    const start = period.includes('Q')
      ? `${period.slice(0, 5)}${String(Number(period.slice(6)) * 3 - 2).padStart(2, '0')}`
      : period;
    return `${start}-01` <= day;
  });

/** As lines: what it is about, expected, found. Empty where all is equal. */
export async function differences(reader: Reader, known: Known): Promise<string[]> {
  const expected = new Map<string, string>();
  const found = new Map<string, string>();
  const stored = await reader.values({ page_size: 1_000_000 });
  const rows = stored.rows.filter(({ indicator, name }) => countedByHand.includes(`${indicator} ${name}`));
  const sums = Map.groupBy(rows, (row) =>
    [row.indicator, row.name, row.period, row.institution_uscc].join(' ')
  );
  const line = (numerator: number, denominator: number | null, missing: number) =>
    `${numerator}/${denominator ?? '–'} (${missing})`;
  for (const [about, rows] of sums) {
    const total = (field: 'numerator' | 'denominator' | 'missing') =>
      rows.reduce((sum, row) => sum + (row[field] ?? 0), 0);
    const counts = rows.every(({ denominator }) => denominator === null);
    found.set(about, line(total('numerator'), counts ? null : total('denominator'), total('missing')));
  }
  for (const indicator of catalogue)
    for (const period of begun(indicator.period, reader.moment.published_day))
      for (const { name } of indicator.values)
        if (countedByHand.includes(`${indicator.id} ${name}`))
          for (const [uscc, { numerator, denominator, missing }] of expectedSums(
            known,
            indicator.id,
            name,
            period
          ))
            expected.set([indicator.id, name, period, uscc].join(' '), line(numerator, denominator, missing));

  for (const by of ['institution', 'city'] as const)
    for (const figure of await reader.figures('IND-07-03', { by, periods: 40 }))
      if (figure.dimension === '' && figure.denominator)
        found.set(
          [figure.indicator, figure.name, figure.period, figure.group].join(' '),
          `${figure.value} of ${figure.denominator}`
        );
  for (const period of begun('month', reader.moment.published_day)) {
    const byInstitution = expectedDays(known, period);
    for (const [uscc, list] of [...byInstitution, ['', [...byInstitution.values()].flat()] as const])
      for (const [name, q] of [
        ['median', 0.5],
        ['p90', 0.9]
      ] as const)
        if (list.length > 0)
          expected.set(['IND-07-03', name, period, uscc].join(' '), `${quantile(list, q)} of ${list.length}`);
  }
  const nothing = /^0\/(0|–) \(0\)$/;
  return [...new Set([...expected.keys(), ...found.keys()])]
    .filter((about) => !about.startsWith('IND-07-03  '))
    .map((about) => [about, expected.get(about) ?? 'nothing', found.get(about) ?? 'nothing'] as const)
    .map(
      ([about, a, b]) => [about, nothing.test(a) ? 'nothing' : a, nothing.test(b) ? 'nothing' : b] as const
    )
    .filter(([, a, b]) => a !== b)
    .map(([about, a, b]) => `${about}: expected ${a}, found ${b}`)
    .sort();
}
