/** Rows of a submitted file that a scope may see: all of its own file, of another's those of its institutions. */
import type { Report } from '#ingest/declare.ts';
import type { Asking } from './reader.ts';
import { literal, wordings, type CityCodes } from './typed.ts';

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
export function inSight(report: Report, city: CityCodes): string {
  const { institution, departments = [] } = report;
  const own = departments.map(
    (field) => `$scope_kind = 'department' and trim(r.${field}) in (${saidOfScope(report, field, city)})`
  );
  if (institution === null) return own.length > 0 ? `(${own.join(' or ')})` : 'false';
  const seen = 'select institution_uscc from visible.registry_entry($p, $scope_kind, $scope_code)';
  const keys =
    'via' in institution
      ? `select record_key from staging.${institution.via}_owner_at($p) where owner in (${seen})`
      : seen;
  return `(${[`upper(trim(r.${institution.field})) in (${keys})`, ...own].join(' or ')})`;
}

/** Every wording of the department that asks. */
function saidOfScope(report: Report, field: string, city: CityCodes): string {
  const column = report.columns.find((one) => one.field === field);
  const pairs = column ? wordings(column, city) : [];
  const rows = pairs.flatMap(({ code, accepted }) =>
    accepted.map((word) => `(${literal(code)}, ${literal(word)})`)
  );
  return `select word from (values ${rows.join(', ')}) said(code, word) where code = $scope_code`;
}
