/**
 * Declarations that there was nothing to report (零报告): whom an empty table speaks for, and whether it may say so.
 * However it comes, as a form, a click or a call, a declaration is a file like any other, and held against these rules.
 */
import { duesOf, isDueWithin, periodNamed, type Owner } from '#warehouse/periods.ts';
import type { Authority } from '#warehouse/publish.ts';
import { STILL_HOLDS } from '#warehouse/tables.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { Report } from './declare.ts';
import { Rejection, type RejectionParams } from './rejection.ts';
import { reportOf } from './reports/index.ts';
import type { Meta } from './sheet-read.ts';

/** Of whom there is nothing: one of the two. */
export interface NilOf {
  institution?: string;
  department?: string;
}

type Named = RejectionParams;

/** An empty table as it was read. */
export interface EmptyTable {
  report: string;
  authority: Authority;
  meta: Meta;
  /** The file holds no other table. */
  alone: boolean;
}

/**
 * Undefined where the table declares nothing. Its title must say so; an institution's own file that holds nothing but
 * this one empty table has no other meaning.
 */
export function nilOf({ report, authority, meta, alone }: EmptyTable): NilOf | undefined {
  const implied = alone && authority.kind === 'institution' && meta.nil === undefined;
  if (meta.nil !== true && !implied) return undefined;
  const ofDepartments = reportOf(report).institution === null;
  if (meta.institution_uscc !== undefined && !ofDepartments) return { institution: meta.institution_uscc };
  if (meta.dept !== undefined) return { department: meta.dept };
  if (authority.kind === 'institution') return ofDepartments ? {} : { institution: authority.code };
  return authority.kind === 'department' ? { department: authority.code } : {};
}

/**
 * Why a declaration cannot stand, as the reason for which its file is returned; undefined where it can. `period`: what
 * it speaks of; `day`: of receipt.
 */
export async function nilFault(
  warehouse: Pick<Warehouse, 'engine'>,
  table: EmptyTable,
  of: NilOf,
  { period, day }: { period: string; day: string }
): Promise<Rejection | undefined> {
  const report = reportOf(table.report);
  const named = { report: `${report.id} ${report.zh}`, report_en: `${report.id} ${report.en}` };
  if (!report.nil) return new Rejection('nil_not_possible', named);
  const code = of.institution ?? of.department;
  if (code === undefined) return new Rejection('nil_of_nobody', named);
  if (!(await mayDeclare(warehouse, table.authority, of)))
    return new Rejection('nil_of_others', { ...named, code });
  const owner = of.institution === undefined ? 'department' : 'institution';
  const fault = periodFault(report, owner, period, day, named);
  return fault ?? (await rowsReported(warehouse, report.id, code, period, named));
}

/** Ruling 5: an institution for itself, a department for itself and for those it supervises, the city for all. */
async function mayDeclare(
  { engine }: Pick<Warehouse, 'engine'>,
  authority: Authority,
  { institution, department }: NilOf
): Promise<boolean> {
  if (institution === undefined)
    return authority.kind === 'city' || (authority.kind === 'department' && authority.code === department);
  const [known] = await engine.all<{ supervising_dept: string | null }>(
    `select supervising_dept from staging.institutions
     where record_key = $institution and superseded_in = ${STILL_HOLDS} and row_action is distinct from 'void'`,
    { institution }
  );
  if (!known) return false;
  return (
    authority.kind === 'city' ||
    authority.code === (authority.kind === 'department' ? known.supervising_dept : institution)
  );
}

/** It speaks of a period for which the report is owed, and which is over or at least due by now. */
function periodFault(
  { due }: Report,
  owner: Owner,
  name: string,
  day: string,
  named: Named
): Rejection | undefined {
  const period = periodNamed(name);
  const dues = duesOf(due, owner);
  const own = dues.filter(({ every }) => every === period?.kind);
  if (!period || (dues.length > 0 && own.length === 0))
    return new Rejection('nil_of_no_period', { ...named, period: name });
  const within = own.some((one) => isDueWithin(one, period)) && period.start <= day;
  if (within || period.end < day) return undefined;
  return new Rejection('nil_too_early', { ...named, period: name, end: period.end });
}

/** VAL-20: rows and a declaration that there are none cannot both be true. */
async function rowsReported(
  { engine }: Pick<Warehouse, 'engine'>,
  report: string,
  code: string,
  period: string,
  named: Named
): Promise<Rejection | undefined> {
  const [found] = await engine.all<{ n: number; submission: number | null }>(
    `select coalesce(sum(row_count - rejected_rows), 0) as n, min(submission_id) as submission from staging.coverage
     where report = $report and report_period = $period and (institution_uscc = $code or dept = $code)
       and row_count > rejected_rows and superseded_in = ${STILL_HOLDS}`,
    { report, period, code }
  );
  return found && found.n > 0
    ? new Rejection('nil_beside_rows', {
        ...named,
        period,
        count: found.n,
        submission: found.submission ?? 0
      })
    : undefined;
}
