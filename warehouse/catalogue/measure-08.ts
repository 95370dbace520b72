/** Measure 8, supervision of research ethics. */
import type { Indicator } from './declare.ts';

export const measure08: readonly Indicator[] = [];
