/** Publishes what has been validated, or only moves the day on, and records it in the control store. */
import { dayOf } from '#warehouse/calendar.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import { publish, type Publication, type Publishable, type Published } from '#warehouse/publish.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';

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
}

/** The sheets of submissions, as publishing wants them. */
export function publishables(control: ControlStore, ids: readonly number[]): Publishable[] {
  return ids.flatMap((id) =>
    control
      .all<SheetOfSubmission>(
        `select s.id as submission_id, t.sheet_no, t.report, s.authority_kind, s.authority_code, s.received_day,
           t.default_period, t.rows, t.meta
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
        nil_of: row.rows === 0 ? nilOf(row) : null
      }))
  );
}

/** An empty table from an institution, or one whose title names the institution, declares that there is nothing. */
function nilOf({ authority_kind, authority_code, meta }: SheetOfSubmission): string | null {
  const { institution_uscc, nil } = JSON.parse(meta) as { institution_uscc?: string; nil?: boolean };
  if (authority_kind === 'institution') return authority_code;
  return nil === true ? (institution_uscc ?? null) : null;
}

/**
 * Publishes every validated submission at an instant. Without one, publishes all the same when `day` has moved on
 * since the last publication, because stocks and running periods are valued at the day. Resolves to the
 * publication's number, or undefined when there was nothing to do.
 */
export async function rebuild(warehouse: Warehouse, at: Date): Promise<number | undefined> {
  const { control } = warehouse;
  const ids = control
    .all<{ id: number }>(`select id from submission where state = 'validated' order by id`)
    .map(({ id }) => id);
  const last = lastPublication(control);
  const day = dayOf(at);
  if (ids.length === 0 && last?.day === day) return undefined;
  const publication: Publication = {
    number: (last?.number ?? 0) + 1,
    day,
    published_at: at.toISOString(),
    code_version: warehouse.code_version
  };
  const published = await publish(
    warehouse.engine,
    publication,
    publishables(control, ids),
    [],
    warehouse.city
  );
  recordPublication(control, publication, ids, published);
  return publication.number;
}

export const lastPublication = (control: ControlStore) =>
  control.one<{ number: number; day: string; published_at: string }>(
    'select number, day, published_at from publication order by number desc limit 1'
  );

/** Idempotent: what the warehouse published is recorded once, however often it is told. */
export function recordPublication(
  control: ControlStore,
  publication: Publication,
  ids: readonly number[],
  published?: Published
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
        { number: publication.number, id, versions: published?.versions.get(id) ?? 0 }
      );
    }
  });
}
