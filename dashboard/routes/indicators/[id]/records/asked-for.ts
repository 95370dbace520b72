/** Which records the address asks for. Values that the indicator does not know count as not asked. */
import type { By, IndicatorWords } from '#warehouse/answers.ts';
import { periodNamed } from '#warehouse/periods.ts';
import type { Reader } from '#warehouse/reader.ts';
import { oneOf, pageOf, text } from '#dashboard/asked.ts';

const parts = ['numerator', 'denominator_only', 'missing', 'excluded'] as const;
const groupings: readonly By[] = [
  'department',
  'district',
  'kind',
  'affiliation',
  'institution',
  'committee'
];

export async function askedFor(url: URL, reader: Reader, indicator: IndicatorWords) {
  const by = oneOf(url, 'by', groupings) ?? 'city';
  const named = periodNamed(text(url, 'period') ?? '')?.kind;
  const periods = await reader.periods(indicator.id, named);
  const asked = periods.find((each) => each === text(url, 'period'));
  const newest = asked ?? (await reader.figures(indicator.id, { by: 'city' }))[0]?.period;
  return {
    name:
      indicator.values.find(({ name }) => name === text(url, 'name'))?.name ??
      indicator.values[0]?.name ??
      '',
    by,
    group: by === 'city' ? '' : (text(url, 'group') ?? ''),
    /** A part into which the value is split; '' for all of it. */
    dimension: text(url, 'dimension') ?? '',
    part: oneOf(url, 'part', parts),
    period: newest ?? '',
    page: pageOf(url)
  };
}
