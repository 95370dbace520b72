/** Who is asking. There is no reader without a Scope; a scope that is missing yields nothing. */
export type Scope =
  { kind: 'city' } | { kind: 'department'; code: string } | { kind: 'institution'; code: string };

export const CITY: Scope = { kind: 'city' };

/** The two values that every `visible_…` macro takes. */
export const scopeParams = (scope: Scope) => ({
  scope_kind: scope.kind,
  scope_code: scope.kind === 'city' ? '' : scope.code
});
