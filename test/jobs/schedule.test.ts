import { afterEach, beforeEach, expect, test } from 'vitest';
import { missed, noteNextRun, startSchedules, type Scheduled } from '#jobs/schedule.ts';
import { ControlStore } from '#warehouse/control/store.ts';

let control: ControlStore;
beforeEach(() => {
  control = new ControlStore(':memory:');
});
afterEach(() => control.close());

const noted = (job: string) =>
  control.one<{ value: string }>('select value from meta where key = $key', { key: `next run of ${job}` })
    ?.value;
const real = { now: () => new Date(), log: () => undefined };
/** No minute of any year matches before this test has ended. */
const SELDOM = '0 0 29 2 *';
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((go) => setTimeout(go, 20));
};

test('what fell due while nothing ran is made up for once, in order, before the schedule goes on', async () => {
  const ran: string[] = [];
  const job = (name: Scheduled['job'], cron: string | null = SELDOM): Scheduled => ({
    job: name,
    cron,
    run: async () => {
      ran.push(`${name} begins`);
      await new Promise((go) => setTimeout(go, 5));
      ran.push(`${name} ends`);
    }
  });
  const list = [job('receive'), job('daily'), job('digest'), job('deliver', null)];
  for (const name of ['daily', 'digest', 'deliver'] as const)
    noteNextRun(control, name, new Date('2026-11-20'));
  noteNextRun(control, 'receive', new Date(Date.now() + 60_000));
  const { madeUp, stop } = startSchedules(control, list, real);
  await madeUp;
  await stop();
  expect(ran).toEqual(['daily begins', 'daily ends', 'digest begins', 'digest ends']);
  for (const name of ['receive', 'daily', 'digest'])
    expect(Date.parse(noted(name) ?? '')).toBeGreaterThan(Date.now());
  // Switched off.
  expect(noted('deliver')).toBeUndefined();
});

test('a run is noted as due until it has ended, so that a broken one is made up for', async () => {
  noteNextRun(control, 'daily', new Date('2026-11-20'));
  let end = (): void => undefined;
  const list: Scheduled[] = [
    { job: 'daily', cron: SELDOM, run: () => new Promise<void>((go) => (end = go)) }
  ];
  const { madeUp, stop } = startSchedules(control, list, real);
  await new Promise((go) => setTimeout(go, 20));
  expect(missed(control, list, real)).toHaveLength(1);
  end();
  await madeUp;
  expect(missed(control, list, real)).toEqual([]);
  await stop();
});

test('nothing is made up for on a folder that has never run', () => {
  expect(missed(control, [{ job: 'daily', cron: SELDOM, run: async () => undefined }], real)).toEqual([]);
});

test('the next run is taken in Shanghai time', async () => {
  const list: Scheduled[] = [{ job: 'daily', cron: '10 6 * * *', run: async () => undefined }];
  await startSchedules(control, list, real).stop();
  expect(noted('daily')).toMatch(/T22:10:00\.000Z$/);
});

test('a job that takes longer than its interval does not run beside itself; after stop it begins no more', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const run = async (): Promise<void> => {
    runs++;
    most = Math.max(most, ++running);
    await new Promise((go) => setTimeout(go, 1500));
    running--;
  };
  const { stop } = startSchedules(control, [{ job: 'receive', cron: '* * * * * *', run }], real);
  await until(() => runs === 2);
  await stop();
  expect(most).toBe(1);
  await new Promise((go) => setTimeout(go, 1200));
  expect(runs).toBe(2);
});

test('noting when a job runs next changes no page', () => {
  const before = control.changes;
  noteNextRun(control, 'receive', new Date());
  expect(control.changes).toBe(before);
});
