/** What a parameter would change before it is saved: figures, statuses and alerts of the last 24 months. */
import { dayOf } from '#warehouse/calendar.ts';
import { isThresholdKey, thresholdOfKey } from '#warehouse/catalogue/in-force.ts';
import { currentParameters } from '#warehouse/control/parameters.ts';
import { momentOf } from '#warehouse/moment.ts';
import type { Parameter } from '#warehouse/parameters.ts';
import { withProposed, type Reach } from '#warehouse/parameters-proposed.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import {
  drafted,
  figuresThatDiffer,
  indicatorsChanged,
  isOtherwiseValued,
  sideOf,
  type FigureDifferences,
  type Side
} from '#warehouse/what-if.ts';
import {
  alertsThatDiffer,
  daysJudged,
  offencesOn,
  rulesThatUse,
  type AlertDifferences
} from './what-if-alerts.ts';

export interface WhatIf {
  reach: Reach;
  figures: FigureDifferences;
  alerts: AlertDifferences;
  /** Among the differences are some of a newer program or calendar, which the next publication brings anyway. */
  is_mixed: boolean;
}

const NOTHING: WhatIf['alerts'] = { rows: [], total: 0, days: 0 };

/**
 * Limits judge what is stored. Anything else is computed anew in a draft that is thrown away, in `inTurn`, the writer's
 * line: it may write to what the writer writes to.
 * @throws CheckFailed where the numbers would no longer hold together.
 */
export async function whatIf(
  warehouse: Warehouse,
  proposed: Parameter,
  reach: Reach,
  now: Date,
  inTurn: <T>(work: () => Promise<T>) => Promise<T>
): Promise<WhatIf> {
  const current = currentParameters(warehouse.control, warehouse.city_parameters);
  const changed = withProposed(current, proposed, reach, dayOf(now));
  const none = { reach, figures: { rows: [], total: 0, statuses: [] }, alerts: NOTHING, is_mixed: false };
  if ((await momentOf(warehouse)).publication === 0) return none;
  if (isThresholdKey(proposed.key))
    return { ...none, figures: await underLimits(warehouse, current, changed) };
  return inTurn(async () => {
    const moment = await momentOf(warehouse);
    const before = sideOf(warehouse, warehouse.engine, moment, current);
    const is_mixed = await isOtherwiseValued(warehouse.engine, warehouse.code_version);
    const rules = rulesThatUse(proposed.key);
    const days = rules.length === 0 ? [] : await daysJudged(warehouse.engine, moment);
    const were = await offencesOn(warehouse.engine, rules, days);
    return drafted(warehouse, moment, changed, async (draft, then) => {
      const after = sideOf(warehouse, draft, then, changed);
      const ids = await idsConcerned(draft, before, after);
      const newest = { day: moment.published_day, publication: then.publication };
      const would = await offencesOn(draft, rules, [
        ...days.slice(0, -1),
        ...(days.length > 0 ? [newest] : [])
      ]);
      return {
        reach,
        figures: await figuresThatDiffer(before, after, ids),
        alerts: alertsThatDiffer(were, would, days.length),
        is_mixed
      };
    });
  });
}

async function underLimits(
  warehouse: Warehouse,
  current: readonly Parameter[],
  changed: readonly Parameter[]
): Promise<FigureDifferences> {
  const moment = await momentOf(warehouse);
  const [before, after] = [current, changed].map((each) => sideOf(warehouse, warehouse.engine, moment, each));
  const ids = changed.flatMap(({ key }) => thresholdOfKey(key)?.indicator ?? []);
  return figuresThatDiffer(before as Side, after as Side, ids);
}

/** Those of which a stored figure changed; all, where another number is too small to be judged. */
async function idsConcerned(
  draft: Side['asking']['warehouse']['engine'],
  before: Side,
  after: Side
): Promise<string[]> {
  return before.asking.small_denominator === after.asking.small_denominator
    ? indicatorsChanged(draft, after.asking.moment.publication)
    : before.catalogue.map(({ id }) => id);
}
