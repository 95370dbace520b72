/** Who is asking. There is no reader without a Scope; a scope that is missing yields nothing. */
import type { Authority } from './publish.ts';

export type Scope =
  { kind: 'city' } | { kind: 'department'; code: string } | { kind: 'institution'; code: string };

export const CITY: Scope = { kind: 'city' };

/** The two values that every `visible_…` macro takes. */
export const scopeParams = (scope: Scope) => ({
  scope_kind: scope.kind,
  scope_code: scope.kind === 'city' ? '' : scope.code
});

/** Who hands in for somebody may read what that one may. */
export const scopeOf = ({ kind, code }: Authority): Scope => (kind === 'city' ? CITY : { kind, code });
