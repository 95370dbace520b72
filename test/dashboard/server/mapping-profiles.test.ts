import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportOf } from '#ingest/reports/index.ts';
import { addMappingVersion, oneMappingProfile } from '#dashboard/server/resources/mapping-profiles.ts';
import { HOSPITAL } from '../../ingest/foreign-tables.ts';
import { asking } from './asking.ts';
import { runningCity, type RunningCity } from './running-city.ts';

let city: RunningCity;
let { ask, rows, problem } = {} as ReturnType<typeof asking>;
beforeAll(async () => {
  city = await runningCity('empty');
  ({ ask, rows, problem } = asking(city.app));
});
afterAll(() => city.close());

const own = { kind: 'institution', code: HOSPITAL } as const;
const columns = Object.fromEntries(
  reportOf('R08')
    .columns.filter(({ required }) => required === 'yes')
    .map(({ field, zh }) => [field, `本院${zh}`])
);
const body = { owner_kind: 'institution', owner_code: HOSPITAL, report: 'R08', name: '督办系统', columns };
const post = (said: unknown) => ({
  method: 'POST',
  body: typeof said === 'string' ? said : JSON.stringify(said),
  headers: { 'content-type': 'application/json' }
});
const PATH = '/api/mapping-profiles';

test('a profile is made, a version is added to it, and both can be read back', async () => {
  const made = await ask(PATH, post({ ...body, codes: { severity: { 甲级: 'critical' } } }), own);
  expect(made.status).toBe(201);
  const answer = (await made.json()) as { data: { id: number; version: number } };
  expect(addMappingVersion.answer?.safeParse(answer).error).toBeUndefined();
  expect(answer.data.version).toBe(1);
  const next = await ask(PATH, post({ ...body, note: '来源固定', constants: { follow_up_note: '' } }), own);
  expect(next.status).toBe(400);
  const second = await ask(PATH, post({ ...body, note: '去掉译法' }), own);
  expect(((await second.json()) as typeof answer).data).toEqual({ id: answer.data.id, version: 2 });
  const same = await ask(PATH, post(body), own);
  expect(((await same.json()) as typeof answer).data.version).toBe(2);
  expect((await rows(PATH)).data).toMatchObject([{ name: '督办系统', version: 2, report: 'R08', files: 0 }]);
  const one = await ask(made.headers.get('location') ?? '');
  const found = (await one.json()) as { data: { versions: { version: number; entries: object[] }[] } };
  expect(oneMappingProfile.answer?.safeParse(found).error).toBeUndefined();
  expect(found.data.versions.map(({ version }) => version)).toEqual([2, 1]);
  expect(found.data.versions[1]?.entries).toContainEqual(
    expect.objectContaining({
      field: 'severity',
      codes: [expect.objectContaining({ wording: '甲级', code: 'critical' })]
    })
  );
});

test('others see nothing of it and cannot add to it', async () => {
  const other = { kind: 'institution', code: '12210100MB0000027C' } as const;
  expect((await rows(PATH, other)).total).toBe(0);
  expect((await ask(`${PATH}/1`, {}, other)).status).toBe(404);
  expect((await problem(PATH, post(body), other)).status).toBe(400);
  expect((await rows(PATH, own)).total).toBe(1);
});

test('what is wrong is said by its name', async () => {
  expect((await problem(PATH, post('no json'), own)).status).toBe(400);
  const shape = await problem(PATH, post({ ...body, columns: { severity: 3 }, lunch: 1 }), own);
  expect(shape.errors?.map(({ parameter }) => parameter)).toContain('columns.severity');
  const { severity: _, ...less } = columns;
  const missing = await problem(PATH, post({ ...body, columns: less }), own);
  expect(missing.errors?.map(({ parameter }) => parameter)).toEqual(['severity']);
});
