/**
 * Declares by a click or a call that there was nothing to report. A small document is made of it, which is kept and goes
 * the road of every file: what is refused here would be returned there.
 */
import { nilFault } from '#ingest/nil-declared.ts';
import { fillWords, rejectionWords } from '#ingest/rejection.ts';
import type { Words } from '#ingest/declare.ts';
import { reportOf } from '#ingest/reports/index.ts';
import { dayOf } from '#warehouse/calendar.ts';
import type { Authority } from '#warehouse/publish.ts';
import { STILL_HOLDS } from '#warehouse/tables.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';

export interface NilSaid {
  report: string;
  /** As periods are named. */
  period: string;
  /** Of whom there is nothing: one of the two. */
  institution?: string | undefined;
  department?: string | undefined;
}

/** Why it cannot be declared, or undefined. */
export async function nilRefused(
  warehouse: Warehouse,
  authority: Authority,
  said: NilSaid,
  at: Date
): Promise<Words | undefined> {
  const { report, period, institution, department } = said;
  const of = { ...(institution ? { institution } : {}), ...(department ? { department } : {}) };
  const table = { report, authority, meta: { nil: true }, alone: true };
  const fault = await nilFault(warehouse, table, of, { period, day: dayOf(at) });
  if (fault) {
    const { says, remedy } = rejectionWords[fault.code];
    const [what, todo] = [fillWords(says, fault.params), fillWords(remedy, fault.params)];
    return { zh: what.zh + todo.zh, en: `${what.en} ${todo.en}` };
  }
  const before = await declaredBefore(warehouse, said);
  return before === undefined
    ? undefined
    : {
        zh: `该期零报告已登记（回执号 ${before}），无须重复。`,
        en: `It has been declared already (submission ${before}).`
      };
}

async function declaredBefore(
  { engine }: Warehouse,
  { report, period, institution, department }: NilSaid
): Promise<number | undefined> {
  const [found] = await engine.all<{ submission_id: number | null }>(
    `select min(submission_id) as submission_id from staging.coverage
     where report = $report and report_period = $period and (institution_uscc = $code or dept = $code)
       and row_count = 0 and superseded_in = ${STILL_HOLDS}`,
    { report, period, code: institution ?? department ?? '' }
  );
  return found?.submission_id ?? undefined;
}

/** The document that is kept. The instant makes it another file each time: a declaration may be withdrawn and made again. */
export function nilDocument(
  { report, period, institution, department }: NilSaid,
  at: Date
): { file_name: string; bytes: AsyncIterable<Uint8Array> } {
  const { zh } = reportOf(report);
  const document = {
    report,
    period,
    ...(institution === undefined ? { dept: department } : { institution_uscc: institution }),
    nil: true,
    declared_at: at.toISOString(),
    rows: []
  };
  return {
    file_name: `${report}_${zh}_${period}_${institution ?? department ?? ''}_零报告.json`,
    bytes: once(Buffer.from(`${JSON.stringify(document, null, 2)}\n`))
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
