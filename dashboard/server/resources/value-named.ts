import type { IndicatorWords, NamedValueWords } from '#warehouse/answers.ts';
import { invalid } from '../problem.ts';

/** The value of an indicator that is asked for: the first, where none is named. Throws a Problem where there is none. */
export function valueNamed({ values }: IndicatorWords, name: string | undefined): NamedValueWords {
  const value = values.find((each) => name === undefined || each.name === name);
  if (value) return value;
  const names = values.map((each) => each.name);
  throw invalid({
    parameter: 'name',
    detail: { zh: `此指标只有 ${names.join('、')}`, en: `this indicator has ${names.join(', ')} only` }
  });
}
