/** Measure 10, ethics education. */
import type { Indicator } from './declare.ts';

export const measure10: readonly Indicator[] = [];
