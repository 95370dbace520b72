import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { departmentsOf } from '#jobs/authority-named.ts';
import { Jobs } from '#jobs/jobs.ts';
import { pullSource } from '#jobs/pull/pull-source.ts';
import { readSources, type Source } from '#jobs/pull/sources.ts';
import { lastPulled } from '#warehouse/control/pulled.ts';
import { DataFolder } from '../data-folder.ts';
import { institutionsCsv, uscc } from '../report-csv.ts';
import { file, FileServer, inTurn, says, type Answer } from './file-server.ts';

let server: FileServer;
/** Listed too. */
let second: FileServer;
let folder: DataFolder;
let slept: number[];
beforeEach(async () => {
  [server, second] = [await FileServer.open(), await FileServer.open()];
  folder = await DataFolder.open({
    SHANJIAN_DEMO: 'off',
    SHANJIAN_PULL_HOSTS: `${server.address},${second.address},${server.address.replace('127.0.0.1', 'localhost')}`
  });
  slept = [];
  folder.world.effects.sleep = async (ms, signal) => {
    slept.push(ms);
    folder.onSleep();
    signal?.throwIfAborted();
  };
});
afterEach(async () => {
  await folder.jobs.close();
  await folder.remove();
  await server.close();
  await second.close();
});

/** A source as the file of settings gives it. */
function source(more: Record<string, unknown> = {}): Source {
  const entry = {
    name: '虚构大学',
    url: `${server.address}/r01.csv`,
    for: uscc(1),
    cron: '0 5 * * *',
    ...more
  };
  const { settings, city } = folder.world;
  const [read] = readSources(folder.put('sources.json', JSON.stringify([entry])), {
    hosts: settings.pull_hosts,
    departments: departmentsOf(city),
    upload_limit: settings.upload_limit,
    secret: () => 'Bearer geheim',
    must_exist: true
  });
  if (!read) throw new Error('no source');
  return read;
}

const jobs = (): Jobs => (folder.jobs = new Jobs(folder.world));
const pull = (of = source()) => jobs().pull(of);
const failure = () => folder.jobs.runs.lastFailure();
const taken = () => folder.submissions().length;

test('a file is pulled, and handed in by whom the source speaks for', async () => {
  server.answer = file(institutionsCsv(1, 2), { 'content-disposition': 'attachment; filename="a.csv"' });
  expect(await pull()).toMatchObject({ count: 1 });
  expect(folder.submissions()).toMatchObject([
    {
      file_name: 'a.csv',
      channel: 'pull',
      authority: `institution ${uscc(1)}`,
      state: 'published',
      // The other row is of another institution (ruling 5).
      accepted: 1
    }
  ]);
  expect(folder.runs('pull:虚构大学')).toMatchObject([{ outcome: 'done' }]);
  expect(
    readdirSync(join(folder.warehouse.folders.scratch, 'pulled/虚构大学')).filter((name) => name.length > 3)
  ).toEqual([]);
});

test('without a header the end of the address is its name', async () => {
  server.answer = file(institutionsCsv(1));
  await pull(source({ url: `${server.address}/out/%E5%90%8D%E5%BD%95.csv?key=1` }));
  expect(folder.submissions()).toMatchObject([{ file_name: '名录.csv' }]);
});

test('what has not changed is not sent again, and nothing is taken in', async () => {
  server.answer = file(institutionsCsv(1), { etag: '"1"', 'last-modified': 'Thu, 19 Nov 2026 00:00:00 GMT' });
  await pull();
  expect(await pull()).toMatchObject({ count: 0 });
  expect(server.asked.map((each) => [each['if-none-match'], each['if-modified-since']])).toEqual([
    [undefined, undefined],
    ['"1"', 'Thu, 19 Nov 2026 00:00:00 GMT']
  ]);
  expect(taken()).toBe(1);
  expect(folder.runs('pull:虚构大学').map(({ outcome }) => outcome)).toEqual(['done', 'done']);

  server.answer = file(institutionsCsv(1, 2), { etag: '"2"' });
  expect(await pull()).toMatchObject({ count: 1 });
  expect(taken()).toBe(2);
});

test('the same bytes under another name of the server’s, or none, are the same', async () => {
  server.answer = inTurn(
    file(institutionsCsv(1), { etag: '"1"' }),
    file(institutionsCsv(1), { etag: '"2"' }),
    file(institutionsCsv(1)),
    file(institutionsCsv(1))
  );
  for (let n = 0; n < 4; n++) await pull();
  expect(taken()).toBe(1);
  expect(server.asked.map((each) => each['if-none-match'])).toEqual([undefined, '"1"', '"2"', undefined]);
});

test('a file that returns to what it was before is taken in each time', async () => {
  server.answer = inTurn(...[1, 2, 1].map((n) => file(institutionsCsv(n === 1 ? 1 : 2))));
  for (let n = 0; n < 3; n++) await pull(source({ for: 'city' }));
  expect(taken()).toBe(3);
});

test('another address, or another it speaks for, is asked for the whole', async () => {
  server.answer = file(institutionsCsv(1), { etag: '"1"' });
  await pull();
  await pull(source({ url: `${server.address}/other.csv` }));
  await pull(source({ url: `${server.address}/other.csv`, for: uscc(2) }));
  expect(server.asked.map((each) => each['if-none-match'])).toEqual([undefined, undefined, undefined]);
  expect(folder.submissions().map(({ authority }) => authority)).toContain(`institution ${uscc(2)}`);
});

test('a crash between taking in and noting it makes no second submission', async () => {
  server.answer = file(institutionsCsv(1), { etag: '"1"' });
  await pull();
  folder.warehouse.control.run('delete from pulled');
  await pull();
  expect(taken()).toBe(1);
  expect(lastPulled(folder.warehouse.control, '虚构大学')).toMatchObject({ submission_id: 1, etag: '"1"' });
  // Had it changed meanwhile, it would be another.
  folder.warehouse.control.run('delete from pulled');
  server.answer = file(institutionsCsv(1, 1), { etag: '"3"' });
  await pull();
  expect(taken()).toBe(2);
});

test('servers that are busy or break off are asked again', async () => {
  const cut: Answer = (_, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('half', () => response.destroy());
  };
  const gone: Answer = (request) => request.socket.destroy();
  server.answer = inTurn(says(503), says(429, { 'retry-after': '7' }), cut, gone, file(institutionsCsv(1)));
  expect(await pull()).toMatchObject({ count: 1 });
  expect(slept).toHaveLength(4);
  expect(slept[1]).toBeGreaterThanOrEqual(7000);
  expect(taken()).toBe(1);
});

test('a server may say a time instead of seconds', async () => {
  const at = new Date(folder.now.getTime() + 90_000).toUTCString();
  server.answer = inTurn(says(503, { 'retry-after': at }), file(institutionsCsv(1)));
  await pull();
  expect(slept).toEqual([90_000]);
});

test('patience ends, and the failure shows until the source answers again', async () => {
  server.answer = says(500);
  await pull(source({ retries: 2 }));
  expect(slept).toHaveLength(2);
  expect(failure()).toMatchObject({ job: 'pull:虚构大学' });
  expect(failure()?.says).toContain('500');
  server.answer = file(institutionsCsv(1));
  await pull();
  expect(failure()).toBeNull();
});

test.each([
  ['not there', says(404), '404'],
  ['not allowed', says(403), '403'],
  ['a page to sign in', says(200, { 'content-type': 'text/html; charset=utf-8' }, '<html>'), 'web page'],
  ['nothing', says(200, { 'content-type': 'text/csv' }), 'nothing'],
  ['no content', says(204), '204'],
  ['unasked 304', says(304), '304'],
  ['another packing', says(200, { 'content-encoding': 'zstd' }, 'x'), 'zstd'],
  ['broken packing', says(200, { 'content-encoding': 'gzip' }, 'not packed'), ''],
  ['led nowhere', says(302), '']
])('%s is a failure at once', async (_, answer, words) => {
  server.answer = answer;
  await pull();
  expect(failure()?.says).toContain(words);
  expect(slept).toEqual([]);
  expect(taken()).toBe(0);
});

test('a file that cannot be read is returned as any other, and not asked for again', async () => {
  server.answer = file('<html><body>登录</body></html>', {
    etag: '"1"',
    'content-type': 'application/octet-stream'
  });
  await pull();
  await pull();
  expect(folder.submissions()).toMatchObject([{ state: 'returned' }]);
  expect(failure()).toBeNull();
});

test('a file above its limit is refused, whether or not its server says so, and packed too', async () => {
  const small = source({ max_size: '2K' });
  const zeros = Buffer.alloc(100_000);
  const unsaid: Answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/csv' });
    response.write(zeros.subarray(0, 50_000), () => response.end(zeros.subarray(50_000)));
  };
  for (const answer of [file(zeros), unsaid, file(gzipSync(zeros), { 'content-encoding': 'gzip' })]) {
    server.answer = answer;
    await pull(small);
    expect(failure()?.job).toBe('pull:虚构大学');
    server.answer = file(institutionsCsv(1), { etag: String(server.asked.length) });
    await pull();
    expect(failure()).toBeNull();
  }
  expect(taken()).toBe(1);
});

test('a packed file is unpacked', async () => {
  server.answer = file(gzipSync(institutionsCsv(1)), { 'content-encoding': 'gzip' });
  await pull();
  expect(folder.submissions()).toMatchObject([{ state: 'published', accepted: 1 }]);
});

test('a server that does not come to an end is left after its time', async () => {
  server.answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/csv' });
    const drip = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(drip));
  };
  await pull(source({ total_s: 0.3, retries: 1 }));
  expect(failure()?.says).toContain('0.3 s');
  expect(slept).toHaveLength(1);
});

/** A server that listens and never says a word. */
async function mute(): Promise<{ port: number; close: () => void }> {
  const held: Socket[] = [];
  const server = createServer((socket) => void held.push(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      for (const socket of held) socket.destroy();
    }
  };
}

test.each([
  ['an encrypted connection that does not come about', 'https', true],
  ['a port where nobody listens', 'http', false]
])('%s is left after its time, and tried again', async (_, protocol, listens) => {
  const { port, close } = await mute();
  if (!listens) close();
  const origin = `${protocol}://127.0.0.1:${port}`;
  folder.world.settings = {
    ...folder.settings,
    pull_hosts: { ...folder.settings.pull_hosts, origins: new Set([origin]) }
  };
  await pull(source({ url: `${origin}/x.csv`, connect_s: 0.3, retries: 1 }));
  expect(failure()).not.toBeNull();
  expect(slept).toHaveLength(1);
  close();
});

test('it is led on to listed hosts only, and takes its secret nowhere else', async () => {
  second.answer = file(institutionsCsv(1));
  server.answer = says(302, { location: `${second.address}/x.csv` });
  await pull(source({ headers_env: { Authorization: 'KEY' }, headers: { Accept: 'text/csv' } }));
  expect(folder.submissions()).toMatchObject([{ file_name: 'x.csv', state: 'published' }]);
  expect(server.asked[0]).toMatchObject({ authorization: 'Bearer geheim', accept: 'text/csv' });
  expect(second.asked[0]?.authorization).toBeUndefined();

  const foreign = await FileServer.open();
  server.answer = says(302, { location: `${foreign.address}/x.csv` });
  await pull();
  expect(failure()?.says).toContain(foreign.address);
  expect(foreign.asked).toEqual([]);
  expect(slept).toEqual([]);
  await foreign.close();
});

test('a circle of addresses has an end', async () => {
  server.answer = says(301, { location: '/r01.csv' });
  await pull();
  expect(failure()?.job).toBe('pull:虚构大学');
  expect(server.asked.length).toBeLessThan(10);
});

test('a listed name that leads to an inner address is not connected to, unless the address is listed', async () => {
  server.answer = file(institutionsCsv(1));
  const { origins } = folder.settings.pull_hosts;
  const named = source({ url: `${server.address.replace('127.0.0.1', 'localhost')}/r01.csv` });
  const listed = await DataFolder.open({ SHANJIAN_PULL_HOSTS: 'data.example' });
  folder.world.settings = {
    ...folder.settings,
    pull_hosts: { origins, addresses: listed.settings.pull_hosts.addresses }
  };
  await pull(named);
  expect(failure()?.says).toContain('localhost');
  expect(server.asked).toEqual([]);
  expect(slept).toEqual([]);
  folder.world.settings = folder.settings;
  await pull(named);
  expect(failure()).toBeNull();
  await listed.remove();
});

test('secrets stand in no run and no log', async () => {
  const secret = source({
    headers_env: { Authorization: 'KEY' },
    url: `${server.address}/x.csv?key=geheim`,
    retries: 0
  });
  server.answer = inTurn(says(500), says(302, { location: 'http://a.example/?key=geheim' }), says(200));
  for (let n = 0; n < 3; n++) await pull(secret);
  expect(JSON.stringify([folder.runs('pull:虚构大学'), folder.logged])).not.toContain('geheim');
});

test('a source that is being pulled is not pulled beside itself', async () => {
  server.answer = (request, response) => setTimeout(() => file(institutionsCsv(1))(request, response), 200);
  const [one, same] = [jobs(), source()];
  await Promise.all([one.pull(same), one.pull(same)]);
  expect(server.asked).toHaveLength(1);
  await one.pull(same);
  expect(server.asked).toHaveLength(2);
});

test('the end of the service ends it, and it counts as not having tried', async () => {
  server.answer = () => undefined;
  const running = jobs();
  const pulling = running.pull(source());
  while (server.asked.length === 0) await new Promise((go) => setTimeout(go, 10));
  await running.close();
  expect(await pulling).toBeUndefined();
  expect(folder.runs('pull:虚构大学')).toEqual([]);

  server.answer = says(503);
  folder.onSleep = () => ending.abort();
  const ending = new AbortController();
  expect(await pullSource(folder.world, source(), ending.signal)).toBeUndefined();
});

test('a failing source that is no source any more is news no more', async () => {
  server.answer = says(404);
  await pull();
  new Jobs(folder.world, [source()]).endFormerSources();
  expect(failure()).not.toBeNull();
  new Jobs(folder.world, [source({ name: '另一个' })]).endFormerSources();
  expect(failure()).toBeNull();
});

test('two submitters may give the same bytes at the same time', async () => {
  server.answer = file(institutionsCsv(1));
  const running = jobs();
  await Promise.all(['甲', '乙'].map((name, at) => running.pull(source({ name, for: uscc(at + 1) }))));
  expect(taken()).toBe(2);
  expect(failure()).toBeNull();
});
