import type { ParameterType } from '#warehouse/parameter-types.ts';
import type { Language } from '#dashboard/language.ts';
import type { ParameterPageWords } from '#dashboard/messages/parameters.ts';
import { measured } from '#dashboard/numbers.ts';
import type { Said } from '#dashboard/said.ts';

/** A parameter's value as people read it: with its unit, limits each by its name. */
export function shownValue(
  type: Said<ParameterType>,
  value: string,
  language: Language,
  words: ParameterPageWords
): string {
  if (type.kind === 'whole') return `${value} ${type.unit}`;
  if (type.kind === 'yes_no') return value === '1' ? words.yes : words.no;
  if (type.kind !== 'limits') return value;
  const sign = type.direction === 'up' ? '≥' : '≤';
  const [green = '', amber = ''] = value.split('|');
  const limit = (word: string, text: string) =>
    `${word} ${sign} ${text === '∞' ? text : measured(Number(text), type.unit, language)}`;
  return `${limit(words.green, green)}，${limit(words.amber, amber)}`.replace(
    '，',
    language === 'zh' ? '，' : ', '
  );
}
