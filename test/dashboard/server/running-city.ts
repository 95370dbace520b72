/** A running application over a tiny fictional city: three months of files, published month by month. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handIns } from '#fixtures/generate.ts';
import { receive } from '#ingest/receive.ts';
import type { App } from '#jobs/app.ts';
import { realEffects } from '#jobs/effects.ts';
import { Jobs } from '#jobs/jobs.ts';
import { openData } from '#jobs/open-data.ts';
import { runningApp } from '#jobs/running-app.ts';
import { readSettings } from '#jobs/settings.ts';
import { settleReceived } from '#jobs/settle-received.ts';
import type { World } from '#jobs/world.ts';

export const END = '2026-11-20';

export const STORY = { institutions: 12, months: 3, end: END };

export interface RunningCity {
  app: App;
  world: World;
  close(): Promise<void>;
}

/** `empty`: nothing has been handed in yet. */
export async function runningCity(empty?: 'empty', env: Record<string, string> = {}): Promise<RunningCity> {
  const data = await mkdtemp(join(tmpdir(), 'shanjian-api-'));
  const effects = { ...realEffects('error'), now: () => new Date(`${END}T21:00:00+08:00`) };
  const settings = readSettings(
    { SHANJIAN_DATA: data, SHANJIAN_DEMO: 'off', SHANJIAN_UPLOAD_LIMIT: '1M', ...env },
    []
  );
  const world: World = { settings, effects, ...(await openData(settings, effects)) };
  if (!empty) await tell(world);
  const jobs = new Jobs(world);
  return {
    app: runningApp(world, jobs),
    world,
    async close() {
      await jobs.close();
      world.warehouse.close();
      await rm(data, { recursive: true });
    }
  };
}

async function tell(world: World): Promise<void> {
  let last = '';
  for (const { day, time, file_name, bytes, authority } of handIns(STORY)) {
    if (last !== '' && day.slice(0, 7) !== last.slice(0, 7))
      await settleReceived(world, new Date(`${last}T20:00:00+08:00`));
    last = day;
    await receive(world.warehouse, {
      file_name,
      bytes: pieces(bytes),
      channel: 'import',
      authority: authority.kind === 'city' ? { kind: 'city', code: '' } : authority,
      at: new Date(`${day}T${time}:00+08:00`)
    });
  }
  await settleReceived(world, new Date(`${END}T20:00:00+08:00`));
}

export async function* pieces(bytes: Uint8Array, size = 4096): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
