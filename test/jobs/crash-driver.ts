/**
 * A process that does what the service does at a given instant, and that a test kills: it opens and mends the data,
 * prepares the demo, withdraws a file, takes in the inbox, sends the digests, and says how many steps that were. With `--die n` it kills
 * itself at the n-th step: before and after each commit of either store.
 */
import { parseArgs } from 'node:util';
import { endReading } from '#ingest/read-file.ts';
import { realEffects } from '#jobs/effects.ts';
import { Jobs } from '#jobs/jobs.ts';
import { lockData } from '#jobs/lock-data.ts';
import { openData } from '#jobs/open-data.ts';
import { prepareDemo } from '#jobs/prepare-demo.ts';
import { recover } from '#jobs/recover.ts';
import { readSettings } from '#jobs/settings.ts';
import { orderWithdrawal } from '#jobs/withdraw.ts';
import type { World } from '#jobs/world.ts';
import { ControlStore } from '#warehouse/control/store.ts';
import { Engine } from '#warehouse/engine.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '' },
    now: { type: 'string', default: '' },
    smtp: { type: 'string', default: '' },
    months: { type: 'string', default: '1' },
    withdraw: { type: 'string', default: '' },
    die: { type: 'string', default: '0' }
  }
});

let steps = 0;
function step(): void {
  if (++steps === Number(values.die)) process.kill(process.pid, 'SIGKILL');
}

type Work<T> = (...given: unknown[]) => T;

/** Puts a step before what a method hands to its store, at the end of it, and after the commit. */
function counting(store: object, method: string): void {
  const original = Reflect.get(store, method) as Work<unknown>;
  const after = (result: unknown): unknown => {
    if (result instanceof Promise) return result.then(after);
    step();
    return result;
  };
  Reflect.set(store, method, function (this: unknown, first: unknown, ...rest: unknown[]) {
    step();
    const work =
      typeof first === 'function'
        ? (...given: unknown[]) => after((first as Work<unknown>)(...given))
        : first;
    return after(original.call(this, work, ...rest));
  });
}
counting(Engine.prototype, 'write');
counting(ControlStore.prototype, 'run');
counting(ControlStore.prototype, 'transaction');

const settings = readSettings(
  {
    SHANJIAN_DATA: values.data,
    SHANJIAN_DEMO_INSTITUTIONS: '12',
    SHANJIAN_MEMORY_LIMIT: '1GB',
    SMTP_URL: values.smtp
  },
  []
);
const effects = { ...realEffects('warn'), now: () => new Date(values.now), sleep: async () => undefined };
lockData(settings.data, effects);
const world: World = { settings, effects, ...(await openData(settings, effects)) };
const jobs = new Jobs(world);
await recover(world, jobs.runs);
await prepareDemo(world, new AbortController().signal, () => undefined, Number(values.months));
if (values.withdraw) {
  const file = { name: values.withdraw };
  const found = world.warehouse.control.one<{ id: number }>(
    'select id from submission where file_name = $name',
    file
  );
  const order = { reason: '误报', by: { kind: 'city', code: '' }, at: effects.now() } as const;
  orderWithdrawal(world.warehouse.control, found?.id ?? 0, order);
}
await jobs.receive();
if (values.smtp) {
  await jobs.digest();
  await jobs.deliver();
}
await endReading();
world.warehouse.close();
process.stdout.write(`${JSON.stringify({ steps })}\n`);
