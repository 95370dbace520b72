/** From received files to judged alerts: take out, validate, publish, evaluate. The same road for inbox, upload and import. */
import { validateSubmissions } from '#ingest/validate-submissions.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { evaluateRules } from './evaluate-rules.ts';
import type { ProgressBoard } from './progress.ts';
import { lastPublication, rebuild } from './rebuild.ts';
import { settleWithdrawals, withdrawalsOrdered } from './withdraw.ts';
import type { World } from './world.ts';

export interface Settled {
  /** Files that were read: taken in, or returned. */
  files: number;
  rows: number;
  accepted: number;
  rejected: number;
  withdrawn: number;
  /** Undefined when there was nothing to publish. */
  publication: number | undefined;
}

interface Problem {
  says: string;
  error: unknown;
}

/** Who hears how far the submissions are. */
export type Told = Pick<ProgressBoard, 'tell' | 'end'>;

/**
 * @throws Error that says what could not be validated or published, after all the rest has been: the submissions
 * concerned stay as they are and are tried again.
 */
export async function settleReceived(
  world: Pick<World, 'settings' | 'warehouse'>,
  at: Date,
  told?: Told
): Promise<Settled> {
  const { warehouse } = world;
  const problems: Problem[] = [];
  const before = lastPublication(warehouse.control)?.number;
  const waiting = idsIn(warehouse.control, 'received');
  // First, so that what comes in is judged by what remains.
  const withdrawn = await settleWithdrawals(warehouse, at, (error) =>
    problems.push({ says: messageOf(error), error })
  );
  await validate(warehouse, problems, told);
  const left = idsIn(warehouse.control, 'received');
  const validated = idsIn(warehouse.control, 'validated');
  told?.end(waiting.filter((id) => !validated.includes(id)));
  try {
    await rebuild(warehouse, at, told?.tell);
  } catch (error) {
    problems.push({ says: messageOf(error), error });
  }
  told?.end(validated);
  const publication = lastPublication(warehouse.control)?.number;
  await evaluateNewest(world, at);
  const [first] = problems;
  if (first) throw new Error(problems.map(({ says }) => says).join('; '), { cause: first.error });
  return {
    ...counted(
      warehouse.control,
      waiting.filter((id) => !left.includes(id))
    ),
    withdrawn,
    publication: publication === before ? undefined : publication
  };
}

const counted = (control: ControlStore, ids: readonly number[]) =>
  control.one<Pick<Settled, 'files' | 'rows' | 'accepted' | 'rejected'>>(
    `select count(*) as files, coalesce(sum(rows), 0) as rows, coalesce(sum(accepted), 0) as accepted,
       coalesce(sum(rejected), 0) as rejected
     from submission where state <> 'withdrawn' and id in (select value from json_each($ids))`,
    { ids: JSON.stringify(ids) }
  ) ?? { files: 0, rows: 0, accepted: 0, rejected: 0 };

/** What reading or judging one file breaks at must not hold up the others. */
async function validate(warehouse: Warehouse, problems: Problem[], told?: Told): Promise<void> {
  if (idsIn(warehouse.control, 'received').length === 0) return;
  try {
    await validateSubmissions(warehouse, undefined, told?.tell);
  } catch {
    for (const id of idsIn(warehouse.control, 'received'))
      try {
        await validateSubmissions(warehouse, id, told?.tell);
      } catch (error) {
        problems.push({ says: `Not validated, submission ${id}: ${messageOf(error)}`, error });
      }
  }
}

const idsIn = (control: ControlStore, state: 'received' | 'validated') =>
  control
    .all<{ id: number }>('select id from submission where state = $state order by id', { state })
    .map(({ id }) => id);

/** Something waits to be judged, published or taken out. */
export const isUnsettled = (control: ControlStore): boolean =>
  control.one(`select 1 from submission where state in ('received', 'validated') limit 1`) !== undefined ||
  withdrawalsOrdered(control).length > 0;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Idempotent: rules look at the newest publication on its day. */
export async function evaluateNewest({ warehouse }: Pick<World, 'warehouse'>, at: Date): Promise<void> {
  const { engine, control, calendar } = warehouse;
  const last = lastPublication(control);
  if (!last) return;
  await evaluateRules({ engine, control, calendar, publication: last.number, day: last.day, at });
}
