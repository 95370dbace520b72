/** Publishes what has been validated, or only moves the day on, and records it in the control store. */
import { nilOf } from '#ingest/nil-declared.ts';
import type { Meta } from '#ingest/sheet-read.ts';
import { ofRows, writerShare, type Tell } from '#ingest/stage.ts';
import { dayOf } from '#warehouse/calendar.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import { CheckFailed, publish, type Publication, type Publishable } from '#warehouse/publish.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { Withdrawn } from '#warehouse/withdraw.ts';

interface SheetOfSubmission {
  submission_id: number;
  sheet_no: number;
  report: string;
  authority_kind: Publishable['authority']['kind'];
  authority_code: string;
  received_day: string;
  default_period: string;
  rows: number;
  meta: string;
  /** Tables of the submission. */
  sheets: number;
}

/** The sheets of submissions, as publishing wants them. */
export function publishables(control: ControlStore, ids: readonly number[]): Publishable[] {
  return ids.flatMap((id) =>
    control
      .all<SheetOfSubmission>(
        `select s.id as submission_id, t.sheet_no, t.report, s.authority_kind, s.authority_code, s.received_day,
           t.default_period, t.rows, t.meta,
           (select count(*) from sheet n where n.submission_id = s.id) as sheets
         from submission s join sheet t on t.submission_id = s.id where s.id = $id order by t.sheet_no`,
        { id }
      )
      .map((row) => ({
        submission_id: row.submission_id,
        sheet_no: row.sheet_no,
        report: row.report,
        authority: { kind: row.authority_kind, code: row.authority_code },
        received_day: row.received_day,
        default_period: row.default_period,
        ...nilDeclared(row)
      }))
  );
}

/** The institution or department that an empty table declares to have nothing to report. */
function nilDeclared(row: SheetOfSubmission): Nil {
  const of =
    row.rows > 0
      ? undefined
      : nilOf({
          report: row.report,
          authority: { kind: row.authority_kind, code: row.authority_code },
          meta: JSON.parse(row.meta) as Meta,
          alone: row.sheets === 1
        });
  return { nil_of: of?.institution ?? null, nil_of_dept: of?.department ?? null };
}

type Nil = Pick<Publishable, 'nil_of' | 'nil_of_dept'>;

/**
 * Publishes every validated submission at an instant. Without one, publishes all the same when `day` has moved on
 * since the last publication, because stocks and running periods are valued at the day. Resolves to the
 * publication's number, or undefined when there was nothing to do.
 *
 * When the checks fail, submissions are published one by one, so that one of them does not hold up the others. `tell`
 * hears how far each is.
 * @throws Error that names the submissions that were not published; they stay validated, and the numbers as they were.
 */
export async function rebuild(warehouse: Warehouse, at: Date, tell?: Tell): Promise<number | undefined> {
  const { control } = warehouse;
  const ids = control
    .all<{ id: number }>(`select id from submission where state = 'validated' order by id`)
    .map(({ id }) => id);
  if (ids.length === 0 && lastPublication(control)?.day === dayOf(at)) return undefined;
  try {
    return await publishNext(warehouse, { submissions: ids }, at, tell);
  } catch (error) {
    if (!(error instanceof CheckFailed) || ids.length === 0) throw error;
    await publishApart(warehouse, ids, at, tell);
    return lastPublication(control)?.number;
  }
}

async function publishApart(
  warehouse: Warehouse,
  ids: readonly number[],
  at: Date,
  tell?: Tell
): Promise<void> {
  const held: string[] = [];
  for (const id of ids)
    try {
      await publishNext(warehouse, { submissions: [id] }, at, tell);
    } catch (error) {
      if (!(error instanceof CheckFailed)) throw error;
      held.push(`submission ${id}: ${error.message}`);
    }
  if (held.length === ids.length && lastPublication(warehouse.control)?.day !== dayOf(at))
    await publishNext(warehouse, {}, at);
  if (held.length > 0) throw new Error(`Not published, ${held.join('; ')}`);
}

/** What a publication brings into the numbers, and what it takes out of them. */
export interface Contents {
  submissions?: readonly number[];
  withdrawn?: readonly number[];
}

/** Publishes under the next number and records it. @throws CheckFailed: then the numbers are as they were. */
export async function publishNext(
  warehouse: Warehouse,
  { submissions = [], withdrawn = [] }: Contents,
  at: Date,
  tell?: Tell
): Promise<number> {
  const { control, engine, city, code_version } = warehouse;
  const number = (lastPublication(control)?.number ?? 0) + 1;
  const publication: Publication = { number, day: dayOf(at), published_at: at.toISOString(), code_version };
  if (tell) tellPublishing(warehouse, submissions, tell);
  const { versions } = await publish(
    engine,
    publication,
    publishables(control, submissions),
    takenOut(control, withdrawn),
    city
  );
  recordPublication(control, publication, submissions, versions, withdrawn);
  return number;
}

/** Versions first, then values and checks. */
function tellPublishing({ control, engine }: Warehouse, ids: readonly number[], tell: Tell): void {
  const share = writerShare(engine, [
    { weight: 5, rest: 0.3 },
    { weight: 5, rest: 0.7 }
  ]);
  for (const id of ids) {
    const found = control.one<{ accepted: number }>('select accepted from submission where id = $id', { id });
    tell(id, ofRows('publishing', found?.accepted ?? 0, share));
  }
}

/** Submissions to be taken out, as publishing wants them. */
export const takenOut = (control: ControlStore, ids: readonly number[]): Withdrawn => ({
  ids,
  of_institutions: control
    .all<{ id: number }>(`select id from submission where authority_kind = 'institution'`)
    .map(({ id }) => id)
});

export const lastPublication = (control: ControlStore) =>
  control.one<{ number: number; day: string; published_at: string }>(
    'select number, day, published_at from publication order by number desc limit 1'
  );

/** Idempotent: what the warehouse published is recorded once, however often it is told. */
export function recordPublication(
  control: ControlStore,
  publication: Publication,
  ids: readonly number[],
  versions: ReadonlyMap<number, number>,
  withdrawn: readonly number[] = []
): void {
  control.transaction(() => {
    control.run('insert or ignore into publication values ($number, $day, $published_at, $code_version)', {
      ...publication
    });
    for (const id of ids) {
      control.run('insert or ignore into publication_submission values ($number, $id, 0)', {
        number: publication.number,
        id
      });
      control.run(
        `update submission set state = 'published', publication = $number,
           unchanged = accepted - $versions where id = $id and state = 'validated'`,
        { number: publication.number, id, versions: versions.get(id) ?? 0 }
      );
    }
    for (const id of withdrawn) {
      const bound = { number: publication.number, id };
      control.run('insert or ignore into publication_submission values ($number, $id, 1)', bound);
      control.run(`update submission set state = 'withdrawn' where id = $id`, { id });
      control.run('update withdrawal set publication = $number where submission_id = $id', bound);
    }
  });
}
