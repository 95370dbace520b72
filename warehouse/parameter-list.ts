/** All parameters as one may read and change them: with words, type, what holds, what will, and all that was said. */
import type { Words } from '#ingest/declare.ts';
import { unitOf } from './assess.ts';
import type { Day } from './calendar.ts';
import { isThresholdKey, limitsText, thresholdKey, thresholdOfKey } from './catalogue/in-force.ts';
import type { NamedValue } from './catalogue/declare.ts';
import { catalogue, indicatorById } from './catalogue/index.ts';
import { parameterChanges, type ParameterChange } from './control/parameter-changes.ts';
import { typeOfParameter, type ParameterType } from './parameter-types.ts';
import { parameterWords } from './parameter-words.ts';
import type { Warehouse } from './warehouse.ts';

export interface ParameterRow {
  key: string;
  /** From law, of ours, or limits by which an indicator is judged. */
  group: 'law' | 'default' | 'limits';
  kind: ParameterChange['kind'];
  words: Words;
  type: ParameterType;
  /** Of limits. */
  indicator: string | null;
  in_force: ParameterChange | null;
  /** What holds from a later day, soonest first. */
  coming: ParameterChange[];
  /** All that was said, newest first. */
  history: ParameterChange[];
}

/** As known and in force on a day; `known_on` where that is not today. */
export function parameterList(
  { control, city_parameters }: Pick<Warehouse, 'control' | 'city_parameters'>,
  day: Day,
  known_on?: Day
): ParameterRow[] {
  const said = Map.groupBy(
    [...limitsOfEntries, ...parameterChanges(control, city_parameters, known_on)],
    ({ key }) => key
  );
  return [...said].map(([key, changes]) => rowOf(key, changes, day)).sort(inOrder);
}

function rowOf(key: string, changes: readonly ParameterChange[], day: Day): ParameterRow {
  const [first] = changes;
  const named = thresholdOfKey(key);
  const entry = named && indicatorById(named.indicator);
  const value = entry?.values.find(({ name }) => name === named?.name);
  const kind = first?.kind ?? 'default';
  // Of two for the same day the one said later stands.
  const standing = [...new Map(changes.map((one) => [one.from, one])).values()].sort((a, b) =>
    a.from.localeCompare(b.from)
  );
  return {
    key,
    group: isThresholdKey(key) ? 'limits' : kind,
    kind,
    words: entry && value ? limitsOf(entry.id, entry.words, value) : parameterWords(key),
    type: typeOfParameter(key, entry && value && { direction: entry.direction, unit: unitOf(entry, value) }),
    indicator: entry?.id ?? null,
    in_force: standing.findLast(({ from }) => from <= day) ?? null,
    coming: standing.filter(({ from }) => from > day),
    history: [...changes].reverse()
  };
}

const limitsOf = (id: string, words: Words, value: NamedValue): Words => ({
  zh: `${id} ${words.zh}：${value.words.zh}`,
  en: `${id} ${words.en}: ${value.words.en}`
});

/** The entries' own limits, as changes that the program made. */
const limitsOfEntries: readonly ParameterChange[] = catalogue.flatMap(({ id, thresholds }) =>
  thresholds.map((threshold) => ({
    key: thresholdKey(id, threshold.name),
    value: limitsText(threshold),
    from: threshold.from,
    kind: 'default' as const,
    basis: threshold.basis,
    by: { kind: 'program' as const }
  }))
);

const GROUPS: readonly ParameterRow['group'][] = ['law', 'default', 'limits'];
/** As declared within each group. */
const inOrder = (a: ParameterRow, b: ParameterRow): number =>
  GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group);
