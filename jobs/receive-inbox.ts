/** Takes in what lies in the inbox, each file once. Judging and publishing follow elsewhere. */
import { mkdir } from 'node:fs/promises';
import { receive } from '#ingest/receive.ts';
import { departmentsOf } from './authority-named.ts';
import { claim, claimed, incomingOf, release, type Claimed } from './claim.ts';
import { inboxOf, settledFiles } from './inbox.ts';
import type { World } from './world.ts';

export interface FromInbox {
  taken: number;
  notes: string[];
  problems: string[];
}

export async function receiveInbox(world: World): Promise<FromInbox> {
  const { settings, city, effects, warehouse } = world;
  const folder = inboxOf(settings.data);
  const incoming = incomingOf(warehouse.folders.kept);
  await mkdir(folder, { recursive: true });
  const left = await receiveClaimed(world);
  const { files, notes, problems } = await settledFiles(folder, departmentsOf(city), effects);
  const done: FromInbox = { taken: left.taken, notes, problems: [...left.problems, ...problems] };
  for (const file of files)
    try {
      const ours = await claim(file, incoming);
      if (ours) done.taken += await takeIn(world, ours);
    } catch (error) {
      done.problems.push(`${file.file_name} could not be taken in: ${messageOf(error)}`);
    }
  return done;
}

/** What an earlier run claimed and did not get to receive. */
export async function receiveClaimed(world: World): Promise<Pick<FromInbox, 'taken' | 'problems'>> {
  const done = { taken: 0, problems: [] as string[] };
  for (const ours of await claimed(incomingOf(world.warehouse.folders.kept)))
    try {
      done.taken += await takeIn(world, ours);
    } catch (error) {
      done.problems.push(`${ours.file_name} could not be taken in: ${messageOf(error)}`);
    }
  return done;
}

async function takeIn({ warehouse, effects }: World, ours: Claimed): Promise<1> {
  const { file_name, path, authority, source } = ours;
  await receive(warehouse, {
    file_name,
    bytes: path,
    channel: 'inbox',
    authority,
    at: effects.now(),
    source
  });
  await release(ours);
  return 1;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
