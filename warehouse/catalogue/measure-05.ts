/** Measure 5, putting the rules into practice. */
import type { Indicator } from './declare.ts';

export const measure05: readonly Indicator[] = [];
