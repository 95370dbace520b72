/**
 * Takes a submission back, with a reason: its rows leave the numbers with the next publication, its bytes and its
 * trace stay. The order is written down first; the writer carries it out when it has its turn, or after a restart.
 */
import { dayOf } from '#warehouse/calendar.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import { CheckFailed, type Authority } from '#warehouse/publish.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { publishNext } from './rebuild.ts';

export interface WithdrawalOrder {
  reason: string;
  by: Authority;
  at: Date;
}

/** Why a submission cannot be withdrawn: it was before, or nothing of it was ever taken in. */
export type WithdrawalRefused = 'unknown' | 'withdrawn' | 'returned' | 'duplicate';

/** Undefined when the order stands. */
export function orderWithdrawal(
  control: ControlStore,
  id: number,
  { reason, by, at }: WithdrawalOrder
): WithdrawalRefused | undefined {
  return control.transaction(() => {
    const found = control.one<{ state: string; ordered: number }>(
      `select state, exists (select 1 from withdrawal where submission_id = id) as ordered
       from submission where id = $id`,
      { id }
    );
    if (!found) return 'unknown';
    if (found.ordered === 1) return 'withdrawn';
    if (found.state === 'returned' || found.state === 'duplicate') return found.state;
    control.run(
      `insert into withdrawal (submission_id, reason, by_kind, by_code, at, day)
       values ($id, $reason, $kind, $code, $at, $day)`,
      { id, reason, kind: by.kind, code: by.code, at: at.toISOString(), day: dayOf(at) }
    );
    return undefined;
  });
}

/** Orders that are not carried out yet. */
export const withdrawalsOrdered = (control: ControlStore) =>
  control.all<{ id: number; state: string }>(
    `select id, state from submission join withdrawal on submission_id = id
     where state in ('received', 'validated', 'published') order by id`
  );

/**
 * Carries out what was ordered: what is in the numbers leaves them in one publication, or where that fails its checks
 * one by one. `failed` is told of those that stay. Resolves to the number carried out.
 */
export async function settleWithdrawals(
  warehouse: Warehouse,
  at: Date,
  failed: (error: unknown) => void
): Promise<number> {
  const { control } = warehouse;
  const ordered = withdrawalsOrdered(control);
  const published = ordered.filter(({ state }) => state === 'published').map(({ id }) => id);
  const unseen = ordered.filter(({ state }) => state !== 'published');
  for (const { id } of unseen)
    control.run(`update submission set state = 'withdrawn' where id = $id`, { id });
  return unseen.length + (await takeOut(warehouse, published, at, failed));
}

async function takeOut(
  warehouse: Warehouse,
  ids: readonly number[],
  at: Date,
  failed: (error: unknown) => void
): Promise<number> {
  if (ids.length === 0) return 0;
  try {
    await publishNext(warehouse, { withdrawn: ids }, at);
    return ids.length;
  } catch (error) {
    if (!(error instanceof CheckFailed) || ids.length === 1) {
      failed(new Error(`Not withdrawn, submission ${ids.join(', ')}: ${String(error)}`, { cause: error }));
      return 0;
    }
  }
  let done = 0;
  for (const id of ids) done += await takeOut(warehouse, [id], at, failed);
  return done;
}
