/** Parameters as the control store holds them: the defaults until somebody changed one. */
import type { Day } from '../calendar.ts';
import { defaultParameters, type Parameter } from '../parameters.ts';
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
  const changed = control.all<{
    param_key: string;
    param_value: string;
    effective_from: string;
    kind: string;
    basis: string;
  }>(
    `select param_key, param_value, effective_from, kind, basis from param
     where date(changed_at, '+8 hours') <= $known_on order by changed_at`,
    { known_on }
  );
  const byDate = new Map(
    [...defaultParameters, ...city].map((parameter) => [`${parameter.key}|${parameter.from}`, parameter])
  );
  for (const row of changed)
    byDate.set(`${row.param_key}|${row.effective_from}`, {
      key: row.param_key,
      value: row.param_value,
      from: row.effective_from,
      kind: row.kind === 'law' ? 'law' : 'default',
      basis: row.basis
    });
  return [...byDate.values()];
}

/** The value of a parameter on a day. Throws RangeError where none holds. */
export function parameterOn(
  { control, city_parameters }: { control: ControlStore; city_parameters: readonly Parameter[] },
  key: string,
  day: string
): string {
  const holding = currentParameters(control, city_parameters)
    .filter((parameter) => parameter.key === key && parameter.from <= day)
    .sort((a, b) => a.from.localeCompare(b.from))
    .at(-1);
  if (!holding) throw new RangeError(`No value of ${key} on ${day}`);
  return holding.value;
}
