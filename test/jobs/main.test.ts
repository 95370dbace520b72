/** The service as it is started, stopped and started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ControlStore } from '#warehouse/control/store.ts';
import { institutionsCsv } from './report-csv.ts';

let data: string;
let service: ChildProcess | undefined;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'shanjian-main-'));
});
afterEach(async () => {
  if (service && service.exitCode === null && service.signalCode === null) {
    service.kill('SIGKILL');
    await once(service, 'close');
  }
  rmSync(data, { recursive: true, force: true });
});

/** Resolves to the address once it listens, or to nothing once it has said something else. */
async function start(env: Record<string, string> = {}, until?: RegExp): Promise<string> {
  const child = spawn(process.execPath, ['jobs/main.ts'], {
    env: {
      ...process.env,
      UV_THREADPOOL_SIZE: '16',
      SHANJIAN_DATA: data,
      SHANJIAN_PORT: '0',
      SHANJIAN_DEMO: 'off',
      SHANJIAN_MEMORY_LIMIT: '1GB',
      SHANJIAN_INBOX_CRON: '* * * * * *',
      ...env
    }
  });
  service = child;
  let says = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => {
        says += bytes.toString();
        const address = /http:\/\/\S+/.exec(says)?.[0];
        if (until?.test(says)) resolve('');
        if (address && says.includes(`Data: ${data}`)) resolve(address);
      });
    child.on('close', (code) => reject(new Error(`It ended with ${code}:\n${says}`)));
  });
}

async function stop(): Promise<number | null> {
  service?.kill('SIGTERM');
  const [code] = (await once(service as ChildProcess, 'close')) as [number | null];
  return code;
}

const submission = async (address: string, id: number) =>
  (await fetch(`${address}submissions/${id}`, { headers: { accept: 'text/html' } })).text();
const waitFor = async (holds: () => Promise<boolean> | boolean) => {
  while (!(await holds())) await new Promise((go) => setTimeout(go, 100));
};

test('it listens, takes a file from the inbox and one by upload, ends in order and keeps all', async () => {
  const first = await start();
  expect((await fetch(first)).status).toBe(200);
  mkdirSync(join(data, 'inbox'), { recursive: true });
  writeFileSync(join(data, 'inbox/名录.csv'), institutionsCsv(1));
  await waitFor(async () => (await submission(first, 1)).includes('名录.csv'));
  expect(existsSync(join(data, 'inbox/名录.csv'))).toBe(false);
  const sent = await fetch(`${first}submissions/upload?name=second.csv`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'text/csv', origin: new URL(first).origin },
    body: institutionsCsv(2)
  });
  expect(await sent.json()).toEqual({ id: 2 });
  expect(await stop()).toBe(0);

  const second = await start();
  expect(await submission(second, 2)).toContain('second.csv');
  expect(await stop()).toBe(0);
}, 300_000);

test('ended while the demo is prepared, it goes on with it at the next start', async () => {
  const env = { SHANJIAN_DEMO: 'auto', SHANJIAN_DEMO_INSTITUTIONS: '12' };
  await start(env, /files/);
  expect(await stop()).toBe(0);
  await start(env, /files/);
  expect(await stop()).toBe(0);
  const control = new ControlStore(join(data, 'control.sqlite'));
  const demo = control.one<{ value: string }>(`select value from meta where key = 'demo'`);
  expect(JSON.parse(demo?.value ?? '')).toMatchObject({ institutions: 12, done: false });
  control.close();
}, 300_000);

test('a page of a foreign name that leads here is refused', async () => {
  const address = await start();
  const { port } = new URL(address);
  const { get } = await import('node:http');
  const [response] = (await once(
    get({ host: '127.0.0.1', port, headers: { host: `evil.example:${port}` } }),
    'response'
  )) as [{ statusCode: number }];
  expect(response.statusCode).toBe(421);
}, 300_000);

test('settings that cannot be used, and a port that is taken, are said in a sentence', async () => {
  await expect(start({ SHANJIAN_PORT: 'many' })).rejects.toThrow('SHANJIAN_PORT');
  const { port } = new URL(await start());
  const other = data;
  data = mkdtempSync(join(tmpdir(), 'shanjian-main-'));
  const first = service;
  await expect(start({ SHANJIAN_PORT: port })).rejects.toThrow(`Port ${port} is taken`);
  first?.kill('SIGKILL');
  rmSync(other, { recursive: true, force: true });
}, 300_000);
