/** Rows of a submitted file that a scope may see: all of its own file, of another's those of its institutions. */
import type { Report } from '#ingest/declare.ts';
import type { Asking } from './reader.ts';

/** Whether the scope sees the whole of a submission: it is the city, or handed it in itself. */
export function seesWhole({ warehouse, scope }: Asking, submission_id: number): boolean {
  if (scope.kind === 'city') return true;
  const handedIn = warehouse.control.one<{ kind: string; code: string }>(
    'select authority_kind as kind, authority_code as code from submission where id = $submission_id',
    { submission_id }
  );
  return handedIn?.kind === scope.kind && handedIn.code === scope.code;
}

/** SQL condition over the rows `r` of `raw.<table>`; `$p` and the scope are bound. */
export function inSight({ institution }: Report): string {
  const [relation, key] =
    'via' in institution ? ['committee', 'record_key'] : ['institution', 'institution_uscc'];
  return `upper(trim(r.${institution.field})) in (
    select ${key} from visible.${relation}($p, $scope_kind, $scope_code))`;
}
