/**
 * Changes to the example row of each report: those that break a check, and those that break none. A report adds
 * its file and its name here.
 */
import type { Texts } from './typed-table.ts';
import { r01 } from './violating/r01.ts';
import { r02 } from './violating/r02.ts';
import { r03 } from './violating/r03.ts';
import { r04 } from './violating/r04.ts';
import { r08 } from './violating/r08.ts';
import { r09 } from './violating/r09.ts';
import { r13 } from './violating/r13.ts';
import { r21 } from './violating/r21.ts';

export interface RowsOf {
  /** By the id of a check, changes that break it. */
  violating: Record<string, readonly Texts[]>;
  /** Changes that are lawful and complete: no check may say anything. */
  holding: readonly Texts[];
}

const rows: Record<string, RowsOf> = {
  R01: r01,
  R02: r02,
  R03: r03,
  R04: r04,
  R08: r08,
  R09: r09,
  R13: r13,
  R21: r21
};

export const violating: Record<string, readonly Texts[]> = Object.fromEntries(
  Object.values(rows).flatMap((of) => Object.entries(of.violating))
);

export const holding: Record<string, readonly Texts[]> = Object.fromEntries(
  Object.entries(rows).map(([id, of]) => [id, of.holding])
);
