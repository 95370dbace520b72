/**
 * Publishing: values, checks and the publication's number, which makes the appended rows visible, in one transaction of
 * the engine (ruling 8). A failed check throws CheckFailed and leaves the published numbers as they were.
 */
import { readFileSync, readdirSync } from 'node:fs';
import type { Report } from '#ingest/declare.ts';
import { reports } from '#ingest/reports/index.ts';
import type { Day } from './calendar.ts';
import { catalogue } from './catalogue/index.ts';
import { isBounded } from './compile-indicator.ts';
import { markDirty } from './dirty.ts';
import { addCoverage, attributeCoverage } from './coverage.ts';
import { keepRejected, settleRejected, withdrawRejected } from './rejections.ts';
import { touchedSql } from './models.ts';
import { revalue } from './revalue.ts';
import type { Engine, Transaction } from './engine.ts';
import { inOrderOfOwners, STILL_HOLDS } from './tables.ts';
import type { CityCodes } from './typed.ts';
import { addVersions } from './versions.ts';
import { withdraw, type Withdrawn } from './withdraw.ts';

/** Who a file speaks for (ruling 5). */
export interface Authority {
  kind: 'city' | 'department' | 'institution';
  code: string;
}

/** A landed submission that is to be published: one row a sheet. */
export interface Publishable {
  submission_id: number;
  sheet_no: number;
  report: string;
  authority: Authority;
  received_day: Day;
  /** The period its rows speak of where they do not say. */
  default_period: string;
  /** A declaration that there is nothing to report: the institution, or the department, that it speaks for. */
  nil_of: string | null;
  nil_of_dept: string | null;
}

export interface Publication {
  number: number;
  day: Day;
  /** Instant, ISO UTC. */
  published_at: string;
  code_version: string;
}

export interface Published {
  number: number;
  /** Accepted rows that made a new version, by submission. */
  versions: Map<number, number>;
}

/** Ours: the numbers do not hold together, so they are not published. */
export class CheckFailed extends Error {
  readonly check: string;
  constructor(check: string, rows: unknown[]) {
    super(`${check}: ${JSON.stringify(rows.slice(0, 3))}`);
    this.name = 'CheckFailed';
    this.check = check;
  }
}

/**
 * Append, then publish. Versions are appended first, in a transaction of their own: they carry a number that no
 * publication has yet, so nobody sees them, and what follows reads them as stored rows and not as those of an open
 * transaction, which takes several times as long. What a crash or a failed check leaves of them is discarded.
 */
export async function publish(
  engine: Engine,
  publication: Publication,
  submissions: readonly Publishable[],
  withdrawn: Withdrawn,
  city: CityCodes
): Promise<Published> {
  const { number } = publication;
  const versions = new Map<number, number>();
  const dayMoved = await engine.write(async (tx) => {
    const moved = await mayFollow(tx, publication);
    await discard(tx, number);
    for (const report of inOrderOfOwners(reports)) {
      const sheets = submissions.filter((sheet) => sheet.report === report.id);
      if (sheets.length === 0) continue;
      await addVersions(tx, report, sheets, number, versions, city);
      await addCoverage(tx, report, sheets, number);
      await keepRejected(tx, report, sheets, number);
      await settleRejected(tx, report, idsOf(sheets), number);
    }
    await attributeCoverage(tx, number);
    return moved;
  });
  try {
    await engine.write(async (tx) => {
      await tx.run(
        'insert into meta.publication values ($number, cast($day as date), $published_at, $code_version)',
        { ...publication }
      );
      await tx.run('delete from meta.dirty');
      for (const id of new Set(submissions.map((sheet) => sheet.submission_id)))
        await tx.run('insert into meta.publication_submission values ($number, $id, false)', { number, id });
      if (withdrawn.ids.length > 0)
        for (const report of reports) await withdraw(tx, report, withdrawn, number, city);
      if (withdrawn.ids.length > 0) await withdrawRejected(tx, withdrawn.ids, number);
      for (const id of withdrawn.ids)
        await tx.run('insert into meta.publication_submission values ($number, $id, true)', { number, id });
      const touched =
        withdrawn.ids.length > 0
          ? reports
          : reports.filter(({ id }) => submissions.some(({ report }) => report === id));
      const anew = await areOtherwiseValued(tx, publication);
      await markDirty(tx, number, touched, anew);
      await noteWhy(tx, number, touched, anew);
      await revalue(tx, publication, dayMoved, anew ? 'all' : touched);
      await runChecks(tx, number, touched);
    });
  } catch (error) {
    await engine.write((tx) => discard(tx, number));
    throw error;
  }
  return { number, versions };
}

/**
 * Computes all values anew under a publication that brings in nothing, as one does after a parameter has changed.
 * @throws CheckFailed
 */
export async function publishAnew(tx: Transaction, publication: Publication): Promise<void> {
  await tx.run(
    'insert into meta.publication values ($number, cast($day as date), $published_at, $code_version)',
    { ...publication }
  );
  await tx.run('delete from meta.dirty');
  await markDirty(tx, publication.number, [], true);
  await revalue(tx, publication, false, 'all');
  await runChecks(tx, publication.number, []);
}

const idsOf = (sheets: readonly Publishable[]) => sheets.map(({ submission_id }) => submission_id);

/** Whether the day moves on with this publication. @throws RangeError when it does not follow the newest one. */
async function mayFollow(tx: Transaction, { number, day }: Publication): Promise<boolean> {
  const [newest] = await tx.all<{ number: number; day: string }>(
    `select coalesce(max(number), 0) as number, coalesce(cast(max(day) as varchar), '') as day from meta.publication`
  );
  if (newest && newest.number >= number) throw new RangeError(`Publication ${number} exists`);
  if (newest && newest.day > day) throw new RangeError(`${day} lies before the last publication`);
  return newest?.day !== day;
}

/** Versions appended for a publication that never came to be. */
async function discard(tx: Transaction, number: number): Promise<void> {
  for (const table of [...reports.map((report) => report.table), 'coverage', 'rejection']) {
    const [left] = await tx.all(`select 1 from staging.${table} where published_in >= ${number} limit 1`);
    if (!left) continue;
    await tx.run(`delete from staging.${table} where published_in >= ${number}`);
    await tx.run(`update staging.${table} set superseded_in = ${STILL_HOLDS}
      where superseded_in >= ${number} and superseded_in < ${STILL_HOLDS}`);
  }
}

/** To be called at start: what a crash left of a publication that never came to be must not pass for what holds. */
export function discardUnpublished(engine: Engine): Promise<void> {
  return engine.write(async (tx) => {
    const [newest] = await tx.all<{ number: number }>(
      'select coalesce(max(number), 0) as number from meta.publication'
    );
    await discard(tx, (newest?.number ?? 0) + 1);
  });
}

/** Whether days, parameters or the program are others than when the stored values were computed: then all are computed anew. */
async function areOtherwiseValued(tx: Transaction, { code_version }: Publication): Promise<boolean> {
  const [tables] = await tx.all<{ signature: string }>('select signature from meta.build_tables');
  const signature = `${code_version} ${tables?.signature ?? ''}`;
  const [known] = await tx.all<{ signature: string }>('select signature from meta.valued_with');
  if (known?.signature === signature) return false;
  await tx.run('delete from meta.valued_with');
  await tx.run('insert into meta.valued_with values ($signature)', { signature });
  return true;
}

/** What was touched, for whom values were computed, and whether because the rules had changed: what a comparison of two days tells apart. */
async function noteWhy(
  tx: Transaction,
  number: number,
  touched: readonly Report[],
  anew: boolean
): Promise<void> {
  for (const report of touched) await tx.run(`insert into meta.touched ${touchedSql(report)}`, { number });
  if (!anew)
    await tx.run(
      'insert into meta.recomputed select $number, institution_uscc from meta.dirty where institution_uscc is not null',
      { number }
    );
  // With the first publication of all, nothing was otherwise before.
  else if (
    (await tx.all('select 1 from meta.publication where number < $number limit 1', { number })).length > 0
  )
    await tx.run('insert into meta.revalued values ($number)', { number });
}

const checks = readdirSync(new URL('./checks/', import.meta.url))
  .filter((name) => name.endsWith('.sql'))
  .map((name) => ({ name, sql: readFileSync(new URL(`./checks/${name}`, import.meta.url), 'utf8') }));

/** Values whose numerator is part of their denominator. */
const bounded = catalogue
  .flatMap((entry) =>
    entry.values.filter((value) => isBounded(entry, value)).map(({ name }) => `${entry.id}.${name}`)
  )
  .join(' ');

/** Every check is a question whose answer must be empty; `$p` is the publication, `{{table}}` each table that it touches. */
async function runChecks(tx: Transaction, number: number, touched: readonly Report[]): Promise<void> {
  for (const { name, sql } of checks) {
    const tables = sql.includes('{{table}}') ? touched.map(({ table }) => `staging.${table}`) : [''];
    for (const table of tables) {
      const bindings = { p: number, ...(sql.includes('$bounded') && { bounded }) };
      const rows = await tx.all(sql.replaceAll('{{table}}', table), bindings);
      if (rows.length > 0) throw new CheckFailed(`${name} ${table}`.trim(), rows);
    }
  }
}
