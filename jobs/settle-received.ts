/** From received files to judged alerts: take out, validate, publish, evaluate. The same road for inbox, upload and import. */
import { validateSubmissions } from '#ingest/validate-submissions.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import { evaluateRules } from './evaluate-rules.ts';
import { lastPublication, rebuild } from './rebuild.ts';
import { settleWithdrawals, withdrawalsOrdered } from './withdraw.ts';
import type { World } from './world.ts';

export interface Settled {
  validated: number;
  withdrawn: number;
  /** Undefined when there was nothing to publish. */
  publication: number | undefined;
}

interface Problem {
  says: string;
  error: unknown;
}

/**
 * @throws Error that says what could not be validated or published, after all the rest has been: the submissions
 * concerned stay as they are and are tried again.
 */
export async function settleReceived(
  world: Pick<World, 'settings' | 'warehouse'>,
  at: Date
): Promise<Settled> {
  const { warehouse } = world;
  const problems: Problem[] = [];
  const before = lastPublication(warehouse.control)?.number;
  // First, so that what comes in is judged by what remains.
  const withdrawn = await settleWithdrawals(warehouse, at, (error) =>
    problems.push({ says: messageOf(error), error })
  );
  const validated = await validate(world, problems);
  try {
    await rebuild(warehouse, at);
  } catch (error) {
    problems.push({ says: messageOf(error), error });
  }
  const publication = lastPublication(warehouse.control)?.number;
  await evaluateNewest(world, at);
  const [first] = problems;
  if (first) throw new Error(problems.map(({ says }) => says).join('; '), { cause: first.error });
  return { validated, withdrawn, publication: publication === before ? undefined : publication };
}

/** What reading or judging one file breaks at must not hold up the others. */
async function validate(world: Pick<World, 'settings' | 'warehouse'>, problems: Problem[]): Promise<number> {
  const { warehouse } = world;
  const waiting = received(world);
  if (waiting.length === 0) return 0;
  try {
    await validateSubmissions(warehouse);
  } catch {
    for (const id of received(world))
      try {
        await validateSubmissions(warehouse, id);
      } catch (error) {
        problems.push({ says: `Not validated, submission ${id}: ${messageOf(error)}`, error });
      }
  }
  return waiting.length - received(world).length;
}

const received = ({ warehouse }: Pick<World, 'warehouse'>) =>
  warehouse.control
    .all<{ id: number }>(`select id from submission where state = 'received' order by id`)
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
