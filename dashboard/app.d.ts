import type { Reader } from '#warehouse/reader.ts';
import type { Scope } from '#warehouse/scope.ts';
import type { Language } from './language.ts';

declare global {
  namespace App {
    interface Locals {
      language: Language;
      scope: Scope;
      /** The day asked for by `?asof=`; undefined for the newest publication. */
      asof: string | undefined;
      /** What stood in `?asof=` and is no day. */
      asof_refused: string | undefined;
      /** The reader of this request: made once, at the first question. */
      reader: () => Promise<Reader>;
    }
  }
}
