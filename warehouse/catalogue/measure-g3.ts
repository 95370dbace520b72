/** Guarantee 3, climate. */
import type { Indicator } from './declare.ts';

export const measureG3: readonly Indicator[] = [];
