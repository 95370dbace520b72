/** Measure 3, science and technology societies. */
import type { Indicator } from './declare.ts';

export const measure03: readonly Indicator[] = [];
