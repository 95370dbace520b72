/**
 * Changes to the example row of each report: those that break a check, and those that break none. A report adds
 * its file and its name here.
 */
import type { Texts } from './typed-table.ts';
import { r01 } from './violating/r01.ts';
import { r02 } from './violating/r02.ts';
import { r03 } from './violating/r03.ts';
import { r04 } from './violating/r04.ts';
import { r05 } from './violating/r05.ts';
import { r06 } from './violating/r06.ts';
import { r07 } from './violating/r07.ts';
import { r08 } from './violating/r08.ts';
import { r09 } from './violating/r09.ts';
import { r10 } from './violating/r10.ts';
import { r11 } from './violating/r11.ts';
import { r12 } from './violating/r12.ts';
import { r13 } from './violating/r13.ts';
import { r14 } from './violating/r14.ts';
import { r15 } from './violating/r15.ts';
import { r16 } from './violating/r16.ts';
import { r17 } from './violating/r17.ts';
import { r18 } from './violating/r18.ts';
import { r19 } from './violating/r19.ts';
import { r20 } from './violating/r20.ts';
import { r21 } from './violating/r21.ts';
import { r22 } from './violating/r22.ts';
import { r23 } from './violating/r23.ts';
import { r24 } from './violating/r24.ts';

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
  R05: r05,
  R06: r06,
  R07: r07,
  R08: r08,
  R09: r09,
  R10: r10,
  R11: r11,
  R12: r12,
  R13: r13,
  R14: r14,
  R15: r15,
  R16: r16,
  R17: r17,
  R18: r18,
  R19: r19,
  R20: r20,
  R21: r21,
  R22: r22,
  R23: r23,
  R24: r24
};

export const violating: Record<string, readonly Texts[]> = Object.fromEntries(
  Object.values(rows).flatMap((of) => Object.entries(of.violating))
);

export const holding: Record<string, readonly Texts[]> = Object.fromEntries(
  Object.entries(rows).map(([id, of]) => [id, of.holding])
);
