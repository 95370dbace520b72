/** Where a person reads the parameters, tries what another value would change, and sets it. */
import type { Words } from '#ingest/declare.ts';
import { copyBuildTables } from '#warehouse/build-tables.ts';
import { dayOf, type Day } from '#warehouse/calendar.ts';
import { isThresholdKey } from '#warehouse/catalogue/in-force.ts';
import { addParameter, dropParameter } from '#warehouse/control/parameter-changes.ts';
import { currentParameters } from '#warehouse/control/parameters.ts';
import { parameterList, type ParameterRow } from '#warehouse/parameter-list.ts';
import { isCitation, refusedValue } from '#warehouse/parameter-types.ts';
import type { Parameter } from '#warehouse/parameters.ts';
import type { Reach } from '#warehouse/parameters-proposed.ts';
import { CheckFailed } from '#warehouse/publish.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { Jobs } from './jobs.ts';
import { lastPublication, publishNext } from './rebuild.ts';
import { evaluateNewest } from './settle-received.ts';
import { whatIf, type WhatIf } from './what-if.ts';
import type { World } from './world.ts';

/** What a person says. */
export interface ParameterSaid {
  key: string;
  value: string;
  from: string;
  basis: string;
  by: string;
  /** It is known that the day lies in the past, so that what was published before was by another rule. */
  past_confirmed: boolean;
}

export type SaidField = 'value' | 'from' | 'basis' | 'by' | 'past_confirmed';
export type Refused = Partial<Record<SaidField, Words>>;

export interface ParameterDesk {
  today(): Day;
  /** As in force on a day, and as known by its end where `is_past`. */
  list(day: Day, is_past: boolean): ParameterRow[];
  /** Nothing of it remains. Basis and name are not needed yet. */
  preview(said: ParameterSaid, reach: Reach): Promise<WhatIf | { refused: Refused }>;
  /** Adds it to what was said, and computes anew what it changes. */
  save(said: ParameterSaid): Promise<{ publication: number } | { refused: Refused }>;
}

export function parameterDesk({ warehouse, effects }: World, jobs: Jobs): ParameterDesk {
  const { control, city_parameters } = warehouse;
  const today = () => dayOf(effects.now());
  const rowOf = (key: string) =>
    parameterList({ control, city_parameters }, today()).find((one) => one.key === key);
  const parameterOf = (said: ParameterSaid, { kind }: ParameterRow): Parameter => ({
    key: said.key,
    value: said.value,
    from: said.from,
    kind,
    basis: said.basis
  });
  return {
    today,
    list: (day, is_past) => parameterList({ control, city_parameters }, day, is_past ? day : undefined),
    async preview(said, reach) {
      const row = rowOf(said.key);
      if (!row) throw new RangeError(`There is no parameter ${said.key}`);
      const { value, from } = refusedOf(said, row, today());
      if (value || from) return { refused: { ...(value && { value }), ...(from && { from }) } };
      try {
        return await whatIf(warehouse, parameterOf(said, row), reach, effects.now(), (work) =>
          jobs.inTurn(work)
        );
      } catch (error) {
        return { refused: { value: failed(error) } };
      }
    },
    async save(said) {
      const row = rowOf(said.key);
      if (!row) throw new RangeError(`There is no parameter ${said.key}`);
      const refused = refusedOf(said, row, today());
      if (Object.keys(refused).length > 0) return { refused };
      try {
        const publication = await jobs.inTurn(() =>
          setParameter(warehouse, parameterOf(said, row), said.by, effects.now())
        );
        return { publication };
      } catch (error) {
        return { refused: { value: failed(error) } };
      }
    }
  };
}

/**
 * Limits hold at once; for anything else all values are computed anew under a publication of their own. Resolves to the
 * newest publication. @throws CheckFailed: then nothing was set.
 */
export async function setParameter(
  warehouse: Warehouse,
  parameter: Parameter,
  by: string,
  at: Date
): Promise<number> {
  const { control, engine, calendar, departments, city_parameters } = warehouse;
  const copy = () =>
    copyBuildTables(engine, calendar, currentParameters(control, city_parameters), departments);
  addParameter(control, parameter, by, at.toISOString());
  const last = lastPublication(control)?.number ?? 0;
  if (isThresholdKey(parameter.key)) return last;
  try {
    await copy();
    if (last > 0) await publishNext(warehouse, {}, at);
  } catch (error) {
    // What never took effect must not hold up what is published next.
    dropParameter(control, parameter, at.toISOString());
    await copy();
    throw error;
  }
  await evaluateNewest({ warehouse }, at);
  return lastPublication(control)?.number ?? 0;
}

/** @throws what is no failed check: that is our fault. */
function failed(error: unknown): Words {
  if (!(error instanceof CheckFailed)) throw error;
  return {
    zh: `按此值计算的数据未通过核验（${error.check}），不能采用`,
    en: `The numbers would not hold together under this value (${error.check})`
  };
}

function refusedOf(said: ParameterSaid, row: ParameterRow, today: Day): Refused {
  const value = refusedValue(row.type, said.value);
  const isDay = /^20[2-3]\d-\d{2}-\d{2}$/.test(said.from) && !Number.isNaN(Date.parse(said.from));
  return {
    ...(value && { value }),
    ...(!isDay && { from: { zh: '应为2020至2039年间的日期', en: 'A day from 2020 to 2039 is expected' } }),
    ...(refusedBasis(said, row) ?? {}),
    ...(said.by.trim() === '' && { by: { zh: '请填写修改人', en: 'Who changes it?' } }),
    ...(isDay &&
      said.from < today &&
      !said.past_confirmed && {
        past_confirmed: {
          zh: '施行日在今日之前，请确认',
          en: 'It is to hold from a day in the past: please confirm'
        }
      })
  };
}

function refusedBasis({ basis }: ParameterSaid, { kind }: ParameterRow): Refused | undefined {
  if (kind === 'law')
    return isCitation(basis)
      ? undefined
      : {
          basis: {
            zh: '法定参数须写明依据：《…》第…条，或文号',
            en: 'What is set by law needs its source: 《…》第…条, or the number of the document'
          }
        };
  return basis.trim() !== '' ? undefined : { basis: { zh: '请填写理由', en: 'Why is it changed?' } };
}
