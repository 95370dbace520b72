/** Which comparison the address asks for. What the indicator does not know counts as not asked. */
import type { IndicatorWords } from '#warehouse/answers.ts';
import type { AskChanges } from '#warehouse/changes.ts';
import { periodNamed } from '#warehouse/periods.ts';
import { pageOf, text } from '#dashboard/asked.ts';
import { asDay } from '#dashboard/days.ts';

export function askedFor(url: URL, indicator: IndicatorWords): AskChanges {
  const { period_kind, longer, values } = indicator;
  const since = asDay(text(url, 'since'));
  const name = values.find((value) => value.name === text(url, 'name'))?.name;
  const group = text(url, 'group');
  const by = group === undefined ? undefined : indicator.by.find((each) => each === text(url, 'by'));
  const kind = periodNamed(text(url, 'period') ?? '')?.kind;
  const period = kind && [period_kind, ...longer].includes(kind) ? text(url, 'period') : undefined;
  return {
    ...(since && { since }),
    ...(name && { name }),
    ...(period && { period }),
    ...(by && by !== 'city' && group && { by, group }),
    page: pageOf(url),
    page_size: 25
  };
}
