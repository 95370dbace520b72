/** Mends at start what the end of the process before may have broken off: nothing is lost and nothing done twice. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { resumeDeliveries } from './deliver-mail.ts';
import type { Did, JobRuns } from './job-run.ts';
import { isHalfPrepared } from './prepare-demo.ts';
import { receiveClaimed } from './receive-inbox.ts';
import { lastPublication } from './rebuild.ts';
import { reconcile } from './replay.ts';
import { evaluateNewest, isUnsettled, settleReceived } from './settle-received.ts';
import type { World } from './world.ts';

/** @throws Error when the warehouse cannot be made whole; files that cannot be settled only make a failed run. */
export async function recover(
  world: World,
  runs: JobRuns,
  progress: (done: number, all: number) => void = () => undefined
): Promise<void> {
  const { warehouse, effects } = world;
  const { control, folders } = warehouse;
  for (const folder of [folders.scratch, join(folders.kept, 'tmp')]) empty(folder);
  empty(folders.findings, (name) => name.endsWith('.draft'));
  const broken_off = runs.breakOff();
  const mails = resumeDeliveries({ control, at: effects.now() });
  const { recorded, replayed, landed } = await reconcile(warehouse, progress);
  const mended = { broken_off, ...mails, recorded, replayed, landed };
  if (Object.values(mended).some((n) => n > 0)) effects.log('warn', 'mended after a broken end', mended);
  await runs.run('receive', () => settle(world));
}

async function settle(world: World): Promise<Did | undefined> {
  const last = lastPublication(world.warehouse.control);
  if (last) await evaluateNewest(world, new Date(last.published_at));
  // The rest of the story's day is still to come; the preparation publishes it.
  if (isHalfPrepared(world)) return undefined;
  const { taken, problems } = await receiveClaimed(world);
  if (isUnsettled(world.warehouse.control)) await settleReceived(world, world.effects.now());
  if (problems.length > 0) throw new Error(problems.join('; '));
  return { count: taken, says: taken > 0 ? `${taken} received` : '' };
}

function empty(folder: string, which: (name: string) => boolean = () => true): void {
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names.filter(which)) rmSync(join(folder, name), { recursive: true, force: true });
}
