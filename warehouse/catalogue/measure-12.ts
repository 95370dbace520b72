/** Measure 12, publicity for research ethics. */
import type { Indicator } from './declare.ts';

export const measure12: readonly Indicator[] = [];
