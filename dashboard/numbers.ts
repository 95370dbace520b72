/** Figures as text. A number that nobody can give is “—”, never 0. */
import type { Figure, NamedValueWords } from '#warehouse/answers.ts';
import { localeOf, type Language } from './language.ts';

export type Unit = NamedValueWords['unit'];

export const UNKNOWN = '—';

const formats = new Map<string, Intl.NumberFormat>();

function format(language: Language, digits: number): Intl.NumberFormat {
  const key = `${language}${digits}`;
  let found = formats.get(key);
  if (!found)
    formats.set(
      key,
      (found = new Intl.NumberFormat(localeOf(language), {
        minimumFractionDigits: digits === 1 ? 1 : 0,
        maximumFractionDigits: digits
      }))
    );
  return found;
}

/** `1,234`, `12.5`. */
export const count = (value: number | null, language: Language): string =>
  value === null ? UNKNOWN : format(language, 2).format(value);

/** `93.4%`, `18天`, `3`. A rate that is not whole never rounds up to 100 %. */
export function measured(value: number | null, unit: Unit, language: Language): string {
  if (value === null) return UNKNOWN;
  if (unit === 'percent') return `${format(language, 1).format(honest(value))}%`;
  if (unit === 'count') return count(value, language);
  if (unit === 'per_thousand') return `${format(language, 2).format(value)}‰`;
  if (unit === 'days' && !Number.isInteger(value)) return days(Math.round(value * 10) / 10, language);
  return days(value, language);
}

const days = (value: number, language: Language): string =>
  language === 'zh' ? `${count(value, language)}天` : `${count(value, language)} d`;

/** 99.96 is not 100, and 0.04 is not 0: what is nearly whole stays on its side. */
const honest = (percent: number): number =>
  percent > 99.9 && percent < 100 ? 99.9 : percent > 0 && percent < 0.1 ? 0.1 : percent;

/** `46/51`; “—” without a denominator. */
export const fraction = (figure: Pick<Figure, 'numerator' | 'denominator'>, language: Language): string =>
  figure.denominator === null
    ? ''
    : `${count(figure.numerator, language)}/${count(figure.denominator, language)}`;

/** A change since the period before with its sign: `+1.2`, `−3`, `0`; null where either is unknown. */
export function change(
  now: number | null,
  before: number | null,
  unit: Unit,
  language: Language
): string | null {
  if (now === null || before === null) return null;
  const digits = unit === 'percent' ? 1 : 2;
  const rounded = Number((now - before).toFixed(digits));
  if (rounded === 0) return '0';
  return `${rounded > 0 ? '+' : '−'}${format(language, digits).format(Math.abs(rounded))}`;
}

/** `28 KB`, `1.2 MB`. */
export function fileSize(bytes: number, language: Language): string {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${format(language, size < 10 ? 1 : 0).format(size)} ${unit}`;
}
