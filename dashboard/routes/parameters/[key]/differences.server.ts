/** A preview as the page shows it: no more of each figure than is written. */
import type { WhatIf } from '#jobs/what-if.ts';
import type { Figure } from '#warehouse/answers.ts';
import type { Reader } from '#warehouse/reader.ts';
import type { FigureDifference } from '#warehouse/what-if.ts';
import { fraction, measured } from '#dashboard/numbers.ts';
import type { Language } from '#dashboard/language.ts';
import { said } from '#dashboard/said.ts';

export function shownDifferences(
  { reach, figures, alerts, is_mixed }: WhatIf,
  reader: Reader,
  language: Language
) {
  return {
    reach,
    is_mixed,
    total: figures.total,
    statuses: figures.statuses,
    figures: figures.rows.flatMap((row) => shownFigure(row, reader, language) ?? []),
    alerts: said(alerts, language)
  };
}

function shownFigure({ by, before, after }: FigureDifference, reader: Reader, language: Language) {
  const one = after ?? before;
  const indicator = one && reader.indicator(one.indicator);
  const value = indicator?.values.find(({ name }) => name === one?.name);
  if (!one || !indicator || !value) return undefined;
  const side = (figure: Figure | undefined) =>
    figure && {
      value: measured(figure.value, value.unit, language),
      fraction: fraction(figure, language),
      status: figure.status
    };
  return {
    by,
    indicator: indicator.id,
    words: said(indicator.words, language),
    value_words: said(value.words, language),
    name: one.name,
    group: one.group,
    group_words: said(one.group_words, language),
    dimension: one.dimension,
    period: one.period,
    before: side(before),
    after: side(after)
  };
}
