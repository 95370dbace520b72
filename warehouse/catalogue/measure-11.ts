/** Measure 11, ethics training. */
import type { Indicator } from './declare.ts';

export const measure11: readonly Indicator[] = [];
