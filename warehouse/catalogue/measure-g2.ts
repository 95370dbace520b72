/** Guarantee 2, follow-up and effect. */
import type { Indicator } from './declare.ts';
import { measureG2Rectifications } from './measure-g2-rectifications.ts';
import { measureG2Reports } from './measure-g2-reports.ts';

export const measureG2: readonly Indicator[] = [...measureG2Reports, ...measureG2Rectifications];
