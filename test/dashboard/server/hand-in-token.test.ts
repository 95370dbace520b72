import { afterAll, beforeAll, expect, test } from 'vitest';
import { institutionsCsv, uscc } from '../../jobs/report-csv.ts';
import { createToken, revokeToken, tokens } from '#warehouse/control/tokens.ts';
import type { Authority } from '#warehouse/publish.ts';
import { asking } from './asking.ts';
import { END, runningCity, type RunningCity } from './running-city.ts';

let city: RunningCity;
let { ask, problem } = {} as ReturnType<typeof asking>;
const DAY = new Date(`${END}T09:00:00+08:00`);

beforeAll(async () => {
  city = await runningCity('empty', { SHANJIAN_API_RATE: '5' });
  ({ ask, problem } = asking(city.app));
});
afterAll(() => city.close());

const institution = (n: number): Authority => ({ kind: 'institution', code: uscc(n) });
const tokenFor = (authority: Authority, last_day: string | null = null) =>
  createToken(city.world.warehouse.control, { name: '虚构接口', authority, last_day, at: DAY });

const send = (
  token: string | undefined,
  body: string,
  headers: Record<string, string> = {}
): RequestInit => ({
  method: 'POST',
  body,
  headers: {
    'content-type': 'application/octet-stream',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...headers
  }
});
const NAMED = '/api/submissions?wait=true&file_name=r01.csv';

interface HandedIn {
  data: {
    id: number;
    state: string;
    authority: string;
    file_name: string;
    accepted: number;
    rejected: number;
  };
}
const handIn = async (init: RequestInit, path = NAMED): Promise<HandedIn['data']> => {
  const response = await ask(path, init);
  expect(response.status).toBe(201);
  return ((await response.json()) as HandedIn).data;
};

test('with a token a file is handed in by whom it speaks for; rows of others are rejected at their cell', async () => {
  const { id, token } = tokenFor(institution(1));
  const done = await handIn(send(token, institutionsCsv(1, 2)));
  expect(done).toMatchObject({ authority: `institution:${uscc(1)}`, accepted: 1, rejected: 1 });
  const findings = (await (await ask(`/api/submissions/${done.id}/findings`)).json()) as {
    data: { level: string; value: string }[];
  };
  expect(findings.data.filter(({ level }) => level === 'reject')).toMatchObject([{ value: uscc(2) }]);
  expect(tokens(city.world.warehouse.control).find((each) => each.id === id)?.last_used_at).not.toBeNull();
});

test('a department’s token, and the city’s', async () => {
  const health = tokenFor({ kind: 'department', code: 'health_commission' });
  expect((await handIn(send(health.token, institutionsCsv(3)))).authority).toBe(
    'department:health_commission'
  );
  const own = tokenFor({ kind: 'city', code: '' });
  expect(await handIn(send(own.token, institutionsCsv(4, 5)))).toMatchObject({
    authority: 'city',
    accepted: 2
  });
});

test('a token that is not good is refused, and never as if there had been none', async () => {
  const control = city.world.warehouse.control;
  const revoked = tokenFor({ kind: 'city', code: '' });
  revokeToken(control, revoked.id, DAY);
  const expired = tokenFor({ kind: 'city', code: '' }, '2026-11-19');
  const good = tokenFor({ kind: 'city', code: '' });
  const before = control.one('select count(*) as n from submission');
  const said = new Set<string | undefined>();
  for (const token of [
    revoked.token,
    expired.token,
    `${good.token}x`,
    good.token.slice(0, -1),
    'sj_',
    'geheim'
  ]) {
    const found = await problem(NAMED, send(token, institutionsCsv(9)));
    expect([found.status, found.type]).toEqual([401, '/api-docs#token_refused']);
    expect(found.response.headers.get('www-authenticate')).toContain('Bearer');
    expect(JSON.stringify(found)).not.toContain(token.slice(5) || 'sj_');
    said.add(found.detail);
  }
  expect(said.size, 'revoked, expired and unknown are told apart').toBe(3);
  for (const authorization of [good.token, `Token ${good.token}`, 'Bearer', 'Bearer ', ''])
    expect((await problem(NAMED, send(undefined, 'x', { authorization }))).status, authorization).toBe(401);
  expect(control.one('select count(*) as n from submission')).toEqual(before);
});

test('the bearer of a token reads what it speaks for, and with a bad one nothing', async () => {
  const mine = await handIn(send(tokenFor(institution(11)).token, institutionsCsv(11)));
  const read = (token: string) =>
    ask(`/api/submissions/${mine.id}`, { headers: { authorization: `Bearer ${token}` } });
  expect((await read(tokenFor(institution(11)).token)).status).toBe(200);
  expect((await read(tokenFor(institution(12)).token)).status).toBe(404);
  expect((await read('sj_1_x')).status).toBe(401);
});

test('what a proxy before us asked for is not taken for a token', async () => {
  const done = await handIn(send(undefined, institutionsCsv(13), { authorization: 'Basic dTpw' }));
  expect(done.authority).toBe('city');
});

test('too many files in a minute have to wait, those of another token do not', async () => {
  const busy = tokenFor(institution(21));
  for (let n = 0; n < 5; n++) await ask(NAMED, send(busy.token, institutionsCsv(21)));
  const found = await problem(NAMED, send(busy.token, institutionsCsv(21)));
  expect([found.status, found.type]).toEqual([429, '/api-docs#too_many']);
  const wait = Number(found.response.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(12);
  expect((await handIn(send(tokenFor(institution(21)).token, institutionsCsv(21)))).state).toBe('duplicate');
});

test('the same key from the same token is the same submission, once', async () => {
  const one = tokenFor(institution(31));
  const key = { 'idempotency-key': '2026-11/R01' };
  const first = await handIn(send(one.token, institutionsCsv(31), key));
  const again = await handIn(send(one.token, institutionsCsv(31), key));
  expect(again).toMatchObject({ id: first.id, state: 'published' });
  const other = await handIn(send(tokenFor(institution(31)).token, institutionsCsv(31), key));
  expect(other.id).not.toBe(first.id);
  const without = await handIn(send(undefined, institutionsCsv(31), key));
  expect(without.id).not.toBe(first.id);
  expect((await handIn(send(undefined, institutionsCsv(31), key))).id).toBe(without.id);
});

test('the same key with another file is refused, and names what came first', async () => {
  const { token } = tokenFor(institution(41));
  const key = { 'idempotency-key': 'k' };
  const first = await handIn(send(token, institutionsCsv(41), key));
  const found = await problem(NAMED, send(token, institutionsCsv(41, 41), key));
  expect([found.status, found.type, found.submission]).toEqual([422, '/api-docs#key_reused', first.id]);
});

test('a key that is no key is refused', async () => {
  for (const key of ['', 'two words', 'k'.repeat(256)]) {
    const found = await problem(NAMED, send(undefined, institutionsCsv(1), { 'idempotency-key': key }));
    expect(found.errors?.[0]?.parameter).toBe('Idempotency-Key');
  }
});

test('the name may stand in Content-Disposition', async () => {
  const named = { 'content-disposition': "attachment; filename*=UTF-8''%E5%90%8D%E5%BD%95.csv" };
  expect(
    (await handIn(send(undefined, institutionsCsv(51), named), '/api/submissions?wait=true')).file_name
  ).toBe('名录.csv');
});

test('the document says how a token is sent', async () => {
  const document = (await (await ask('/api/openapi.json')).json()) as {
    paths: Record<
      string,
      Record<string, { security?: unknown[]; responses: object; parameters: { name: string }[] }>
    >;
    components: { securitySchemes: Record<string, { scheme: string }> };
  };
  const { security, responses, parameters } = document.paths['/api/submissions']?.['post'] ?? {};
  expect(security).toContainEqual({ token: [] });
  expect(document.components.securitySchemes['token']?.scheme).toBe('bearer');
  expect(Object.keys(responses ?? {})).toEqual(expect.arrayContaining(['401', '422', '429']));
  expect(parameters?.map(({ name }) => name)).toContain('idempotency-key');
});
