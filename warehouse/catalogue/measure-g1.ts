/** Guarantee 1, coordination. */
import type { Indicator } from './declare.ts';

export const measureG1: readonly Indicator[] = [];
