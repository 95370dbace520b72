import { createHash } from 'node:crypto';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addVersion } from '#warehouse/control/mapping-profiles.ts';
import { endpoints } from '#dashboard/server/endpoints.ts';
import { problemSchema } from '#dashboard/server/problem.ts';
import type { Scope } from '#warehouse/scope.ts';
import { asking } from './asking.ts';
import { END, runningCity, type RunningCity } from './running-city.ts';

let city: RunningCity;
let { hono, ask, rows, problem } = {} as ReturnType<typeof asking>;
/** A real address for each that is documented. */
const real = new Map<string, string>();

beforeAll(async () => {
  city = await runningCity();
  ({ hono, ask, rows, problem } = asking(city.app));
  const first = async (path: string) => (await rows(path)).data[0] ?? {};
  const uscc = String((await first('/api/institutions'))['institution_uscc']);
  const record = await first('/api/indicators/IND-07-03/records');
  const broken = (await rows('/api/submissions')).data.find(({ rejected }) => Number(rejected) > 0)?.['id'];
  const key = encodeURIComponent(String(record['record_key']));
  for (let n = 0; n < 5; n++)
    city.world.warehouse.control.run(
      `insert into job_run (job, started_at, finished_at, outcome, counts)
       values ('daily', '2026-11-20T00:00:00.000Z', '2026-11-20T00:00:01.000Z', 'done', '{"publication":1}')`
    );
  for (let n = 1; n <= 5; n++)
    addVersion(city.world.warehouse.control, {
      owner: { kind: 'city', code: '' },
      report: 'R04',
      name: `导出 ${n}`,
      note: '',
      at: `2026-11-20T00:00:0${n}.000Z`,
      by: 'upload',
      columns: { review_id: '受理号', decision: '审查结果' },
      constants: { regime: 'most_2023' },
      codes: { decision: { 同意: 'approved' } }
    });
  for (const { method, path, events } of endpoints)
    if (method === 'get' && !events)
      real.set(
        path,
        path
          .replace('/indicators/{id}', '/indicators/IND-07-03')
          .replace('/mapping-profiles/{id}', '/mapping-profiles/1')
          .replace('{id}', String(broken))
          .replace('{uscc}', uscc)
          .replace('{report}', String(record['report']))
          .replace('{key}', key)
      );
});
afterAll(() => city.close());

test('every route is documented, and every documented operation is a route', async () => {
  const { openapi, paths } = (await (await ask('/api/openapi.json')).json()) as Document;
  expect(openapi).toBe('3.1.0');
  const documented = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`)
  );
  const routes = hono.routes
    .filter(({ method, path }) => method !== 'ALL' && path !== '/api' && path !== '/api/openapi.json')
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
  expect(documented.sort()).toEqual(routes.sort());
});

test('the document speaks both languages of every operation, parameter and field', async () => {
  const { paths, components } = (await (await ask('/api/openapi.json')).json()) as Document;
  const both = (text: unknown, where: string) => {
    expect(text, where).toMatch(/\p{Script=Han}/u);
    expect(text, where).toMatch(/[a-z]{2}/i);
  };
  const ids = new Set<string>();
  for (const [path, item] of Object.entries(paths))
    for (const [method, operation] of Object.entries(item)) {
      both(operation.summary, path);
      ids.add(operation.operationId);
      for (const each of operation.parameters ?? [])
        both(each.description ?? each.schema.description, `${method} ${path} ${each.name}`);
    }
  expect(ids.size).toBe(endpoints.length);
  for (const name of [
    'Indicator',
    'Figure',
    'Institution',
    'Rectification',
    'Alert',
    'Submission',
    'Record'
  ]) {
    const fields = Object.entries(components.schemas[name]?.properties ?? {});
    expect(fields.length, name).toBeGreaterThan(4);
    for (const [key, schema] of fields)
      if (schema.$ref === undefined && key !== 'sha256') both(JSON.stringify(schema), `${name}.${key}`);
  }
});

test('every answer is as documented, and says of when it is', async () => {
  for (const { method, path, answer } of endpoints) {
    const address = real.get(path);
    if (method !== 'get' || !address || !answer) continue;
    const response = await ask(address);
    expect(response.status, address).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    const body = (await response.json()) as { moment: unknown; data: unknown };
    expect(answer.safeParse(body).error, address).toBeUndefined();
    expect(body.moment).toEqual({ day: END, publication: 4, valued_at: END });
    expect(response.headers.get('shanjian-day')).toBe(END);
    if (Array.isArray(body.data))
      expect(body.data.length, `${address} has rows to judge by`).toBeGreaterThan(0);
  }
});

test('every list is paged and knows its length', async () => {
  for (const { method, path: documented, fields, query } of endpoints) {
    const path = real.get(documented);
    if (method !== 'get' || !path || !fields || !('page' in query.shape)) continue;
    const all = (await (await ask(path)).json()) as { total?: number; data: unknown[] };
    if (all.total === undefined) continue;
    const ask3 = async (page: number) => rows(`${path}?page=${page}&page_size=3`);
    const [one, two] = [await ask3(1), await ask3(2)];
    expect([one.total, one.page, one.page_size], path).toEqual([all.total, 1, 3]);
    expect(one.data, path).toEqual(all.data.slice(0, 3));
    expect(two.data, path).toEqual(all.data.slice(3, 6));
    expect((await rows(`${path}?page=1000`)).data, path).toEqual([]);
  }
});

test('findings across files are paged by key, and a file holds them all', async () => {
  const all = await rows('/api/findings?page_size=500');
  const walk = async (size: number) => {
    const found: unknown[] = [];
    let page = await rows(`/api/findings?page_size=${size}`);
    found.push(...page.data);
    for (let next = nextOf(page); next; next = nextOf(page)) {
      page = await rows(`/api/findings?page_size=${size}&after=${next}`);
      expect(page.total, 'counted once').toBeNull();
      found.push(...page.data);
    }
    return found;
  };
  const found = await walk(500);
  expect(found).toHaveLength(all.total);
  expect(await walk(37)).toEqual(found);
  const csv = await (await ask('/api/findings?format=csv&lang=en')).text();
  expect(recordsOf(csv.slice(1))).toHaveLength(all.total + 1);
  expect(await problem('/api/findings?after=nowhere')).toMatchObject({ status: 400 });
});
const nextOf = (page: object) => (page as { next: string | null }).next;

test('pages name their neighbours', async () => {
  const response = await ask('/api/ledger?page=2&page_size=3&lang=en');
  expect(response.headers.get('link')).toBe(
    '</api/ledger?page=1&page_size=3&lang=en>; rel="prev", </api/ledger?page=3&page_size=3&lang=en>; rel="next"'
  );
});

test('filters narrow, and a filter that is not understood is refused by name', async () => {
  const all = await rows('/api/ledger?page_size=500');
  const [{ status, report } = {}] = all.data;
  const some = await rows(`/api/ledger?status=${String(status)}&report=${String(report)}&page_size=500`);
  expect(some.data).toEqual(all.data.filter((row) => row['status'] === status && row['report'] === report));
  expect(some.total).toBeLessThan(all.total);
  for (const [query, ...names] of [
    ['/api/ledger?status=late_ish', 'status'],
    ['/api/ledger?report=R99&page_size=501', 'report', 'page_size'],
    ['/api/institutions?departement=x', 'departement'],
    ['/api/institutions?department=x', 'department'],
    ['/api/institutions?district=110101', 'district'],
    ['/api/institutions?page=0', 'page'],
    ['/api/institutions?page=1&page=2', 'page'],
    ['/api/institutions?asof=2026-02-30', 'asof'],
    ['/api/institutions?asof=1990-01-01', 'asof'],
    ['/api/institutions?format=xml', 'format'],
    ['/api/records/R04/x?format=csv', 'format'],
    ['/api/alerts?rule=RULE-00-00', 'rule'],
    ['/api/submissions/abc', 'id'],
    ['/api/indicators/IND-07-03/figures?period=2026-S1', 'period'],
    ['/api/indicators/IND-07-03/figures?by=planet', 'by'],
    ['/api/indicators/IND-02-01/figures?by=committee', 'by'],
    ['/api/indicators/IND-07-03/figures?group=x', 'group'],
    ['/api/indicators/IND-07-03/records?name=mode', 'name']
  ] as [string, ...string[]][]) {
    const found = await problem(query);
    expect(found.status, query).toBe(400);
    expect(found.errors?.map(({ parameter }) => parameter).sort(), query).toEqual(names.sort());
  }
});

test('problems are documented and speak the language asked for', async () => {
  const { response, ...zh } = await problem('/api/ledger?page=x');
  const { response: _, ...en } = await problem('/api/ledger?page=x&lang=en');
  for (const body of [zh, en]) expect(problemSchema.safeParse(body).error).toBeUndefined();
  expect(response.status).toBe(400);
  expect(zh.title + zh.detail).toMatch(/\p{Script=Han}/u);
  expect(en.title + en.detail).not.toMatch(/\p{Script=Han}/u);
  expect(en.type).toBe(zh.type);
});

test('what is not there is not found; what a scope may not see is not there', async () => {
  const address = (path: string) => real.get(path) ?? '';
  for (const path of [
    '/api/nothing',
    '/api/indicators/IND-00-00',
    '/api/indicators/IND-00-00/figures',
    '/api/institutions/00000000000000000X',
    '/api/submissions/999999',
    '/api/submissions/999999/findings?format=csv',
    '/api/records/R04/nothing'
  ])
    expect((await problem(path)).status, path).toBe(404);
  const stranger: Scope = { kind: 'institution', code: '00000000000000000X' };
  for (const path of [
    '/api/institutions/{uscc}',
    '/api/submissions/{id}',
    '/api/submissions/{id}/file',
    '/api/records/{report}/{key}'
  ])
    expect((await problem(address(path), {}, stranger)).status, path).toBe(404);
  for (const path of [
    '/api/institutions',
    '/api/values',
    '/api/rectifications',
    '/api/ledger',
    '/api/alerts',
    '/api/submissions'
  ])
    expect((await rows(path, stranger)).total, path).toBe(0);
  expect((await hono.request('/api/institutions', {}, {})).status, 'no scope at all').toBe(404);
});

test('a department sees its own', async () => {
  const all = await rows('/api/institutions');
  const code = String(all.data[0]?.['supervising_dept']);
  const own = await rows('/api/institutions', { kind: 'department', code });
  expect(own.total).toBe(all.data.filter(({ supervising_dept }) => supervising_dept === code).length);
  expect(own.total).toBeLessThan(all.total);
});

test('asof answers with what was known by then', async () => {
  const now = await rows('/api/values');
  const then = await rows('/api/values?asof=2026-09-30');
  expect(then.moment).toMatchObject({ day: '2026-09-30', publication: 2 });
  expect(then.total).toBeGreaterThan(0);
  expect(then.total).toBeLessThan(now.total);
  const before = await rows('/api/submissions?asof=2026-01-01');
  expect([before.moment.publication, before.total]).toEqual([0, 0]);
  for (const [path, address] of real)
    if (!['/api/health', '/api/runs'].includes(path)) {
      const response = await ask(`${address}?asof=2026-10-31`);
      expect([200, 404], address).toContain(response.status);
      if (response.status === 200) expect(response.headers.get('shanjian-day'), address).toBe('2026-10-31');
    }
});

test('CSV holds every row, in the header’s language, and a page where one is asked for', async () => {
  for (const [path, address] of real) {
    if (!endpoints.find((each) => each.path === path)?.formats.includes('csv')) continue;
    const zh = await ask(`${address}?format=csv`);
    expect(zh.headers.get('content-type'), path).toMatch(/^text\/csv; charset=utf-8/);
    const text = Buffer.from(await zh.arrayBuffer()).toString('utf8');
    expect(text.startsWith('\uFEFF') && text.endsWith('\r\n'), path).toBe(true);
    const records = recordsOf(text.slice(1));
    const json = (await (await ask(address)).json()) as { total?: number };
    expect(records.length - 1, path).toBe(json.total ?? 1);
    expect(records[0]?.join(), path).toMatch(/\p{Script=Han}/u);
    const en = await (await ask(`${address}?lang=en`, { headers: { accept: 'text/csv' } })).text();
    expect(en.split('\r\n')[0], path).not.toMatch(/\p{Script=Han}/u);
    if (json.total !== undefined && json.total > 2)
      expect(recordsOf(await (await ask(`${address}?format=csv&page_size=2`)).text())).toHaveLength(3);
  }
});

test('the Arrow stream, the CSV and the pages of JSON hold the same figures', async () => {
  const response = await ask('/api/values', { headers: { accept: 'application/vnd.apache.arrow.stream' } });
  expect(response.headers.get('content-type')).toBe('application/vnd.apache.arrow.stream');
  const table = tableFromIPC(new Uint8Array(await response.arrayBuffer()));
  const key = (row: object) => JSON.stringify(Object.values(row));
  const arrow = table
    .toArray()
    .map((row) => key((row as { toJSON(): object }).toJSON()))
    .sort();
  const json: string[] = [];
  for (let page = 1, total = 1; json.length < total; page++) {
    const found = await rows(`/api/values?page=${page}&page_size=500`);
    ({ total } = found);
    json.push(...found.data.map(key));
  }
  expect(json.length).toBeGreaterThan(100);
  expect(arrow).toEqual(json.sort());
  expect(table.schema.metadata.get('publication')).toBe('4');
  const csv = recordsOf(await (await ask('/api/values?format=csv')).text()).slice(1);
  const cells = (line: string) => (JSON.parse(line) as (string | number | null)[]).map((cell) => cell ?? '');
  expect(csv.map((line) => line.join('|')).sort()).toEqual(json.map((line) => cells(line).join('|')).sort());
});

test('an unchanged answer is not sent again; another address, format or scope has another tag', async () => {
  const first = await ask('/api/ledger');
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]+"$/);
  const again = await ask('/api/ledger', { headers: { 'if-none-match': `"x", ${etag}` } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const tags = [
    await ask('/api/ledger?page=2'),
    await ask('/api/ledger', { headers: { accept: 'text/csv' } }),
    await ask('/api/ledger', {}, { kind: 'department', code: 'health_commission' })
  ].map(({ headers }) => headers.get('etag'));
  expect(new Set([etag, ...tags]).size).toBe(4);
  expect((await ask('/api/health')).headers.get('etag')).toBeNull();
  expect((await ask('/api/nothing')).headers.get('etag')).toBeNull();
});

test('of a file that others handed in a scope is shown its rows, never the file', async () => {
  const { data } = await rows('/api/submissions?page_size=500');
  const ofTheCity = data.find(({ authority, state }) => authority === 'city' && state === 'published');
  const [institution] = (await rows('/api/institutions?page_size=1')).data;
  const scope = { kind: 'institution', code: String(institution?.['institution_uscc']) } as const;
  const seen = (await rows('/api/submissions?page_size=500', scope)).data.map(({ id }) => id);
  expect(seen).toContain(ofTheCity?.['id']);
  const path = `/api/submissions/${String(ofTheCity?.['id'])}`;
  expect(((await (await ask(path, {}, scope)).json()) as { data: { is_whole: boolean } }).data.is_whole).toBe(
    false
  );
  expect((await ask(`${path}/file`, {}, scope)).status).toBe(404);
  expect((await ask(`${path}/file`)).status).toBe(200);
});

test('a submitted file comes back byte by byte, under its own name, never as a page', async () => {
  const { data } = await rows('/api/submissions?page_size=500');
  const found = data.find(({ file_name }) => /\p{Script=Han}/u.test(String(file_name)));
  const response = await ask(`/api/submissions/${String(found?.['id'])}/file`);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(found?.['sha256']);
  expect(response.headers.get('content-length')).toBe(String(bytes.length));
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  const disposition = response.headers.get('content-disposition') ?? '';
  const name = /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''(\S+)$/.exec(disposition)?.[1];
  expect(decodeURIComponent(name ?? '')).toBe(found?.['file_name']);
});

test('the members of a figure add up to it', async () => {
  const { data } = await rows('/api/indicators/IND-04-01/figures');
  const figure = data.find(({ dimension }) => dimension === '') ?? {};
  const found = (await (await ask('/api/indicators/IND-04-01/records')).json()) as { totals: object };
  expect(found.totals).toMatchObject({
    period: figure['period'],
    numerator: figure['numerator'],
    denominator: figure['denominator']
  });
});

test('a method that is not there is not allowed', async () => {
  expect((await problem('/api/ledger', { method: 'DELETE' })).status).toBe(405);
});

/** Quoted cells and all; no line end within a cell is taken for one between records. */
function recordsOf(csv: string): string[][] {
  const text = csv.replace(/^\uFEFF/, '');
  const records: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n)/g)) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') records.push([]);
  }
  return records.slice(0, -1);
}

interface Document {
  openapi: string;
  paths: Record<
    string,
    Record<
      string,
      {
        summary: string;
        operationId: string;
        parameters?: { name: string; description?: string; schema: { description?: string } }[];
      }
    >
  >;
  components: { schemas: Record<string, { properties?: Record<string, { $ref?: string }> }> };
}
