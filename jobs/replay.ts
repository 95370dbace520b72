/**
 * Holds the warehouse against the control store. What the warehouse published and the control store has not heard of
 * is recorded; what the control store knows and the warehouse has lost is published again from the kept files, with
 * the same numbers, days and verdicts.
 */
import { landAgain } from '#ingest/land-again.ts';
import { reports } from '#ingest/reports/index.ts';
import { discardUnpublished, publish, type Publication } from '#warehouse/publish.ts';
import { foreignOrigin } from '#warehouse/origin.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { publishables, recordPublication, takenOut } from './rebuild.ts';

interface Content {
  publication: Publication;
  /** Submissions brought in and taken out, in order. */
  submissions: number[];
  withdrawn: number[];
}

export interface Reconciled {
  recorded: number;
  replayed: number;
  landed: number;
}

/** @throws Error when a kept file is missing or can no longer be read: the warehouse cannot be made whole without it. */
export async function reconcile(
  warehouse: Warehouse,
  progress: (done: number, all: number) => void = () => undefined
): Promise<Reconciled> {
  const { control, engine, city } = warehouse;
  await discardUnpublished(engine);
  const known = recorded(warehouse);
  const published = await inWarehouse(warehouse);
  const unrecorded = published.filter(({ publication }) => !known.has(publication.number));
  for (const { publication, submissions, withdrawn } of unrecorded) {
    const versions = await versionsOf(warehouse, publication.number);
    recordPublication(control, publication, submissions, versions, withdrawn);
  }
  const there = new Set(published.map(({ publication }) => publication.number));
  const lost = [...known.values()].filter(({ publication }) => !there.has(publication.number));
  for (const [done, { publication, submissions, withdrawn }] of lost.entries()) {
    await landFromKept(warehouse, submissions);
    const content = publishables(control, submissions);
    await publish(engine, publication, content, takenOut(control, withdrawn), city);
    progress(done + 1, lost.length);
  }
  const landed = await landMissing(warehouse);
  return { recorded: unrecorded.length, replayed: lost.length, landed };
}

/**
 * Why a warehouse cannot have come from this control store, or undefined. Such a one must not be written to: it is of
 * another version or folder, or one of the two was put back from an older copy.
 */
export async function contradiction(warehouse: Warehouse): Promise<string | undefined> {
  const { control } = warehouse;
  const foreign = await foreignOrigin(warehouse);
  if (foreign !== undefined) return foreign;
  const known = recorded(warehouse);
  const published = await inWarehouse(warehouse);
  const last = Math.max(0, ...known.keys());
  let expected = 1;
  for (const theirs of published) {
    const { number } = theirs.publication;
    if (number !== expected++) return `publication ${number} stands where ${expected - 1} should`;
    const ours = known.get(number);
    if (ours ? identity(ours) !== identity(theirs) : number <= last)
      return `publication ${number} is another`;
    if (ours) continue;
    for (const id of theirs.submissions)
      if (
        !control.one(`select 1 from submission where id = $id and state in ('validated', 'published')`, {
          id
        })
      )
        return `publication ${number} has submission ${id}, which is not known`;
    for (const id of theirs.withdrawn)
      if (!control.one('select 1 from withdrawal where submission_id = $id', { id }))
        return `publication ${number} takes out submission ${id}, which nobody withdrew`;
  }
  return undefined;
}

const identity = ({ publication, submissions, withdrawn }: Content) =>
  JSON.stringify([publication.day, publication.published_at, submissions, withdrawn]);

function recorded({ control }: Warehouse): Map<number, Content> {
  const members = Map.groupBy(
    control.all<{ number: number; submission_id: number; withdrawn: number }>(
      'select number, submission_id, withdrawn from publication_submission order by number, submission_id'
    ),
    ({ number }) => number
  );
  const publications = control.all<Publication & Record<string, string | number>>(
    'select number, day, published_at, code_version from publication order by number'
  );
  return new Map(
    publications.map((publication) => [
      publication.number,
      contentOf({ ...publication }, members.get(publication.number) ?? [])
    ])
  );
}

async function inWarehouse({ engine }: Warehouse): Promise<Content[]> {
  const members = Map.groupBy(
    await engine.all<{ number: number; submission_id: number; withdrawn: boolean }>(
      'select number, submission_id, withdrawn from meta.publication_submission order by number, submission_id'
    ),
    ({ number }) => number
  );
  const publications = await engine.all<{
    number: number;
    day: string;
    published_at: string;
    code_version: string;
  }>(
    'select number, cast(day as varchar) as day, published_at, code_version from meta.publication order by number'
  );
  return publications.map((publication) => contentOf(publication, members.get(publication.number) ?? []));
}

function contentOf(
  publication: Publication,
  members: readonly { submission_id: number; withdrawn: number | boolean }[]
): Content {
  const ids = (out: boolean) =>
    members.filter(({ withdrawn }) => Boolean(withdrawn) === out).map(({ submission_id }) => submission_id);
  return { publication, submissions: ids(false), withdrawn: ids(true) };
}

async function versionsOf({ engine }: Warehouse, number: number): Promise<Map<number, number>> {
  const versions = reports.map(
    ({ table }) => `select submission_id from staging.${table} where published_in = ${number}`
  );
  const rows = await engine.all<{ submission_id: number; n: number }>(
    `select submission_id, count(*) as n from (${versions.join(' union all ')}) group by submission_id`
  );
  return new Map(rows.map(({ submission_id, n }) => [submission_id, n]));
}

async function landFromKept(warehouse: Warehouse, ids: readonly number[]): Promise<void> {
  try {
    await landAgain(warehouse, ids);
  } catch (error) {
    throw new Error(
      `A kept file cannot be read again. ${error instanceof Error ? error.message : String(error)}\n` +
        'Put it back from a copy of the data folder, and start again.',
      { cause: error }
    );
  }
}

/**
 * Rows that no publication has, lost with the warehouse that they had been landed in: they wait to be published, or
 * were withdrawn before they were.
 */
async function landMissing(warehouse: Warehouse): Promise<number> {
  const { control, engine } = warehouse;
  const waiting = control.all<{ id: number; report: string; rows: number }>(
    `select s.id, t.report, sum(t.rows) as rows from submission s join sheet t on t.submission_id = s.id
     where s.state = 'validated' or (s.state = 'withdrawn' and s.publication is null) group by s.id, t.report`
  );
  const missing = new Set<number>();
  for (const { id, report, rows } of waiting) {
    const table = reports.find((each) => each.id === report)?.table;
    if (table === undefined) throw new RangeError(`No report ${report}`);
    const [found] = await engine.all<{ n: number }>(
      `select count(*) as n from raw.${table} where submission_id = $id`,
      { id }
    );
    if (found?.n !== rows) missing.add(id);
  }
  await landFromKept(warehouse, [...missing]);
  return missing.size;
}
