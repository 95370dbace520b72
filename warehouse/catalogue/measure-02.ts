/** Measure 2, responsibility of innovation bodies. */
import type { Indicator } from './declare.ts';
import { annualReport, composition, registration } from './measure-02-committees.ts';
import { committeeCoverage, internalRules, reviewCapacity } from './measure-02-coverage.ts';

export const measure02: readonly Indicator[] = [
  committeeCoverage,
  reviewCapacity,
  registration,
  composition,
  internalRules,
  annualReport
];
