/** Measure 1, the regular joint meeting of departments. */
import type { Indicator } from './declare.ts';

export const measure01: readonly Indicator[] = [];
