/** Pages while a large file is received, validated and published by the running program. */
import { openAsBlob, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startProgram } from '../browser/program.ts';
import type { LargeCity } from './large-city.ts';
import { figure, say, seconds } from './figures.ts';
import { peakMemory } from './peak-memory.ts';

const LIMIT_MS = 200;
/** Time between two questions of the reader who looks on. */
const PAUSE_MS = 100;

const pages = [
  '/',
  '/indicators',
  '/indicators/IND-07-02',
  '/institutions',
  '/rectifications',
  '/ledger',
  '/alerts',
  '/submissions',
  '/dictionary'
];

export async function measureMeanwhile(data: string, { registry, reviews }: LargeCity): Promise<void> {
  say(
    `\nPages while ${(statSync(reviews).size / 2 ** 20).toFixed(0)} MiB are received by the running program`
  );
  const program = await startProgram({ SHANJIAN_DATA: data, SHANJIAN_UPLOAD_LIMIT: '16G' });
  try {
    for (const { file_name, path } of registry) await handIn(program.address, file_name, path);
    for (const path of pages) await (await fetch(program.address + path)).arrayBuffer();
    const started = performance.now();
    let done = false;
    const handedIn = handIn(program.address, 'R04.csv', reviews).finally(() => (done = true));
    const latencies: number[] = [];
    for (let at = 0; !done; at++) {
      const asked = performance.now();
      const answer = await fetch(program.address + pages[at % pages.length]);
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${pages[at % pages.length]} answered ${answer.status}`);
      latencies.push(performance.now() - asked);
      await wait(PAUSE_MS);
    }
    await handedIn;
    const took = (performance.now() - started) / 1000;
    latencies.sort((a, b) => a - b);
    const of = (part: number) => latencies[Math.floor(part * (latencies.length - 1))] ?? Number.NaN;
    figure('uploaded, received, validated, published', seconds(took));
    figure(`answers meanwhile, ${latencies.length}: p50`, `${of(0.5).toFixed(0)} ms`);
    figure('  p95', `${of(0.95).toFixed(0)} ms`, { holds: of(0.95) <= LIMIT_MS, says: `${LIMIT_MS} ms` });
    figure('  slowest', `${of(1).toFixed(0)} ms`);
    const peak = peakMemory(program.pid);
    figure('peak memory of the program', `${peak.toFixed(0)} MiB`, { holds: peak <= 4096, says: '4 GiB' });
  } finally {
    await program.stop();
  }
}

async function handIn(address: string, name: string, path: string): Promise<void> {
  const answer = await fetch(`${address}/api/submissions?wait=true&file_name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: await openAsBlob(path)
  });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}
