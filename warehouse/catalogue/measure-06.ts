/** Measure 6, research on ethics of science. */
import type { Indicator } from './declare.ts';

export const measure06: readonly Indicator[] = [];
