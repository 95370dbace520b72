import type { ParameterSaid } from '#jobs/parameter-desk.ts';
import { reaches, type Reach } from '#warehouse/parameters-proposed.ts';

/** What a person said in the form. */
export function posted(form: FormData, key: string): ParameterSaid {
  const text = (name: string, longest: number): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim().slice(0, longest) : '';
  };
  return {
    key,
    value: text('value', 40),
    from: text('from', 10),
    basis: text('basis', 400),
    by: text('by', 40),
    past_confirmed: form.get('past_confirmed') === 'yes'
  };
}

export const reachOf = (form: FormData): Reach =>
  reaches.find((one) => one === form.get('reach')) ?? 'throughout';

/** What was tried, as the form brings it along: only that may be saved. */
export const tried = ({ value, from }: Pick<ParameterSaid, 'value' | 'from'>): string => `${value} ${from}`;
