/** Whether an institution stands in the registry on the day a figure is valued at: predicates over `institution` and `institution_activity`. */
import type { Excluded } from './declare.ts';

/** The entry that holds on the day. */
const entryHolds = 'from_date <= at_date and to_date > at_date';
const isValid = 'is_active and (valid_to is null or valid_to > at_date)';

/** Registered, active and not past its last day. */
export const activeInstitution = `${entryHolds} and ${isValid}`;

/** Those that would count if they were active. */
export const inactiveInstitutions = (among: string): Excluded => ({
  where: `${entryHolds} and not (${isValid}) and ${among}`,
  words: {
    zh: '估值日状态非有效（暂停、注销、到期）的单位',
    en: 'Institutions that are suspended, dissolved or expired on the valuation day'
  }
});

/** A year's target, reached in equal steps by quarter (D). */
export const EVEN_STEPS = [1 / 4, 2 / 4, 3 / 4, 1] as const;
