/** Every saying about a parameter: of the program, of the city's file, and of people, who said it when and why. */
import type { Day } from '../calendar.ts';
import { defaultParameters, type Parameter } from '../parameters.ts';
import type { ControlStore } from './store.ts';

export interface ParameterChange extends Parameter {
  /** Who set it: the program itself, the file of the city, or a person. */
  by: { kind: 'program' } | { kind: 'city' } | { kind: 'person'; name: string; at: string };
}

/** In the order in which they were said, of what had been said by the end of a day. */
export function parameterChanges(
  control: ControlStore,
  city: readonly Parameter[] = [],
  known_on: Day = '9999-12-31'
): ParameterChange[] {
  const said = control.all<Row>(
    `select param_key, param_value, effective_from, kind, basis, changed_by, changed_at from param
     where date(changed_at, '+8 hours') <= $known_on order by changed_at`,
    { known_on }
  );
  return [
    ...defaultParameters.map((one) => ({ ...one, by: { kind: 'program' } as const })),
    ...city.map((one) => ({ ...one, by: { kind: 'city' } as const })),
    ...said.map((row) => ({
      key: row.param_key,
      value: row.param_value,
      from: row.effective_from,
      kind: row.kind,
      basis: row.basis,
      by: { kind: 'person', name: row.changed_by, at: row.changed_at } as const
    }))
  ];
}

/** Adds a saying; what was said before stays. `at`: instant, ISO UTC. */
export function addParameter(control: ControlStore, parameter: Parameter, by: string, at: string): void {
  control.run(
    `insert into param (param_key, param_value, effective_from, kind, basis, changed_by, changed_at)
     values ($key, $value, $from, $kind, $basis, $by, $at)`,
    { ...parameter, by, at }
  );
}

/** Only for what never took effect. */
export function dropParameter(control: ControlStore, { key, from }: Parameter, at: string): void {
  control.run('delete from param where param_key = $key and effective_from = $from and changed_at = $at', {
    key,
    from,
    at
  });
}

interface Row {
  param_key: string;
  param_value: string;
  effective_from: Day;
  kind: Parameter['kind'];
  basis: string;
  changed_by: string;
  changed_at: string;
}
