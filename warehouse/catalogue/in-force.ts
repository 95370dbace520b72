/**
 * The catalogue with the limits that an administrator has set: a parameter `threshold:<indicator>.<value>` of the form
 * `green|amber` holds from its effective date, in place of the entry's own.
 */
import type { Parameter } from '../parameters.ts';
import type { Indicator, Threshold } from './declare.ts';
import { catalogue } from './index.ts';

const PREFIX = 'threshold:';
const VALUE = /^(-?\d+(?:\.\d+)?)\|(-?\d+(?:\.\d+)?|∞)$/;

export const thresholdKey = (indicator: string, name: string): string => `${PREFIX}${indicator}.${name}`;
export const isThresholdKey = (key: string): boolean => key.startsWith(PREFIX);
/** What a key sets the limits of; undefined where it sets none. */
export function thresholdOfKey(key: string): { indicator: string; name: string } | undefined {
  const [, indicator, name] = /^threshold:(.+)\.([^.]+)$/.exec(key) ?? [];
  return indicator === undefined || name === undefined ? undefined : { indicator, name };
}

/** Green and amber limits as a parameter's value; `∞` where nothing beyond green is red. */
export const limitsText = ({ green, amber }: Pick<Threshold, 'green' | 'amber'>): string =>
  `${green}|${Number.isFinite(amber) ? amber : '∞'}`;

/** @throws RangeError where the text is no pair of limits. */
export function limitsFrom(value: string): Pick<Threshold, 'green' | 'amber'> {
  const found = VALUE.exec(value);
  if (!found) throw new RangeError(`${value} is no pair of limits green|amber`);
  return {
    green: Number(found[1]),
    amber: found[2] === '∞' ? Number.POSITIVE_INFINITY : Number(found[2])
  };
}

let made: { of: string; entries: readonly Indicator[] } = { of: '[]', entries: catalogue };

/** The entries as they hold under some parameters; made again only when the limits among these have changed. */
export function catalogueInForce(parameters: readonly Parameter[]): readonly Indicator[] {
  const set = parameters.filter(({ key }) => isThresholdKey(key));
  const of = JSON.stringify(set);
  if (of !== made.of) made = { of, entries: catalogue.map((entry) => withLimits(entry, set)) };
  return made.entries;
}

function withLimits(entry: Indicator, set: readonly Parameter[]): Indicator {
  const added = entry.values.flatMap(({ name }) => {
    const own = entry.thresholds.filter((threshold) => threshold.name === name).at(-1);
    return set
      .filter(({ key }) => own !== undefined && key === thresholdKey(entry.id, name))
      .map(({ value, from, basis }) => ({ ...(own as Threshold), ...limitsFrom(value), from, basis }));
  });
  return added.length === 0 ? entry : { ...entry, thresholds: [...entry.thresholds, ...added] };
}
