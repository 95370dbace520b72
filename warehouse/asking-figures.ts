/** What a question for figures needs to know: less than a reader, so that it can also be put to a draft. */
import type { Engine } from './engine.ts';
import type { Asking } from './reader.ts';
import type { Warehouse } from './warehouse.ts';

export type AskingFigures = Pick<Asking, 'scope' | 'moment' | 'small_denominator'> & {
  readonly warehouse: Pick<Warehouse, 'city' | 'departments'> & { readonly engine: Pick<Engine, 'all'> };
  /** Keeps an answer until something is published; a draft keeps none. */
  remembered?<T>(key: string, ask: () => Promise<T>): Promise<T>;
};
