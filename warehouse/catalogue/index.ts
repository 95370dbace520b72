/** The catalogue: every indicator, in the order of the measures. */
import type { Indicator } from './declare.ts';
import { measure01 } from './measure-01.ts';
import { measure02 } from './measure-02.ts';
import { measure03 } from './measure-03.ts';
import { measure04 } from './measure-04.ts';
import { measure05 } from './measure-05.ts';
import { measure06 } from './measure-06.ts';
import { measure07 } from './measure-07.ts';
import { measure08 } from './measure-08.ts';
import { measure09 } from './measure-09.ts';
import { measure10 } from './measure-10.ts';
import { measure11 } from './measure-11.ts';
import { measure12 } from './measure-12.ts';
import { measureG1 } from './measure-g1.ts';
import { measureG2 } from './measure-g2.ts';
import { measureG3 } from './measure-g3.ts';

export const catalogue: readonly Indicator[] = [
  measure01,
  measure02,
  measure03,
  measure04,
  measure05,
  measure06,
  measure07,
  measure08,
  measure09,
  measure10,
  measure11,
  measure12,
  measureG1,
  measureG2,
  measureG3
].flat();

const byId = new Map(catalogue.map((entry) => [entry.id, entry]));
export const indicatorById = (id: string): Indicator | undefined => byId.get(id);
