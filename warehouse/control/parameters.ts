/** Parameters as the control store holds them: the defaults until somebody changed one. */
import type { Day } from '../calendar.ts';
import type { Parameter } from '../parameters.ts';
import { parameterChanges } from './parameter-changes.ts';
import type { ControlStore } from './store.ts';

/**
 * The newest saying for each key and effective date, over what the city's file says, over the defaults; of what had been
 * said by the end of a day, if one is given.
 */
export function currentParameters(
  control: ControlStore,
  city: readonly Parameter[] = [],
  known_on: Day = '9999-12-31'
): Parameter[] {
  const byDate = new Map<string, Parameter>();
  for (const { by: _, ...said } of parameterChanges(control, city, known_on))
    byDate.set(`${said.key}|${said.from}`, said);
  return [...byDate.values()];
}

/** The value of a parameter on a day, as `known_on` another. Throws RangeError where none holds. */
export function parameterOn(
  { control, city_parameters }: { control: ControlStore; city_parameters: readonly Parameter[] },
  key: string,
  day: Day,
  known_on?: Day
): string {
  const holding = currentParameters(control, city_parameters, known_on)
    .filter((parameter) => parameter.key === key && parameter.from <= day)
    .sort((a, b) => a.from.localeCompare(b.from))
    .at(-1);
  if (!holding) throw new RangeError(`No value of ${key} on ${day}`);
  return holding.value;
}
