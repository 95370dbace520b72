import type { Column } from '../declare.ts';

/** The column of a field, for checks that speak of it in its own words. Throws RangeError where there is none. */
export function columnOf<C extends Column>(columns: readonly C[], field: C['field']): C {
  const column = columns.find((one) => one.field === field);
  if (!column) throw new RangeError(`No column ${field}`);
  return column;
}
