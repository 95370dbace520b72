/** The catalogue: every indicator, in the order of the measures. */
import type { Indicator } from './declare.ts';
import { measure02 } from './measure-02.ts';
import { measure04 } from './measure-04.ts';
import { measure07 } from './measure-07.ts';
import { measure09 } from './measure-09.ts';
import { measureG2 } from './measure-g2.ts';

export const catalogue: readonly Indicator[] = [measure02, measure04, measure07, measure09, measureG2].flat();

const byId = new Map(catalogue.map((entry) => [entry.id, entry]));
export const indicatorById = (id: string): Indicator | undefined => byId.get(id);
