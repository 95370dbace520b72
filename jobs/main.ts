/** The one process: opens the data, mends what a crash left, prepares the demo, serves the dashboard, keeps the schedules. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { endReading } from '#ingest/read-file.ts';
import { realEffects, type Effects } from './effects.ts';
import { departmentsOf } from './authority-named.ts';
import { layGuide } from './inbox-guide.ts';
import { inboxOf } from './inbox.ts';
import { pullJob } from './job-run.ts';
import { Jobs } from './jobs.ts';
import { lockData } from './lock-data.ts';
import { openData } from './open-data.ts';
import { prepareDemo } from './prepare-demo.ts';
import { progressLine } from './progress-line.ts';
import { readSources, type Source } from './pull/sources.ts';
import { recover } from './recover.ts';
import { runningApp } from './running-app.ts';
import { startSchedules } from './schedule.ts';
import { readSecrets, readSettings, settingsHelp, type Settings } from './settings.ts';
import { serve } from './web-server.ts';
import type { World } from './world.ts';

/** Milliseconds that the job in hand is given to end its transaction. What it does not finish is finished at the next start. */
const LAST_TRANSACTION = 15_000;

const write = (line: string) => void process.stdout.write(`${line}\n`);

if (process.argv.includes('--help')) {
  write(
    `npm start\n\nSettings, from the environment or a file .env in the program's folder:\n\n${settingsHelp()}`
  );
  process.exit(0);
}
try {
  if (parseInt(process.versions.node, 10) < 24)
    throw new Error(`Node 24 or later is needed, this is ${process.version}: start with \`npm start\`.`);
  await start(readSettings());
} catch (error) {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`\n${process.argv.includes('--trace') ? stack : message}\n\n`);
  process.exit(1);
}

async function start(settings: Settings): Promise<void> {
  const effects = realEffects(settings.log);
  const lock = lockData(settings.data, effects);
  const ending = new AbortController();
  const closing: (() => Promise<unknown>)[] = [];
  endOnSignal(ending, closing, effects);

  mkdirSync(inboxOf(settings.data), { recursive: true });
  const { warehouse, city } = await openData(settings, effects);
  closing.push(async () => {
    await endReading();
    warehouse.close();
    lock.release();
  });
  const world: World = { settings, city, warehouse, effects };
  const jobs = new Jobs(world, sourcesOf(world));
  closing.push(() => jobs.close());
  const preparing = prepare(world, jobs, ending.signal);
  closing.push(() => preparing.catch(() => undefined));
  await preparing;
  if (ending.signal.aborted) return;
  jobs.endFormerSources();
  layGuide(inboxOf(settings.data), city);

  globalThis.shanjian = runningApp(world, jobs);
  const server = await serve(settings);
  closing.push(() => server.close());
  // Whoever watches would hold up the server's end.
  closing.push(async () => jobs.progress.close());
  const schedules = startSchedules(
    warehouse.control,
    [
      { job: 'receive', cron: settings.inbox_cron, run: () => jobs.receive() },
      { job: 'daily', cron: settings.daily_cron, run: () => jobs.daily() },
      { job: 'digest', cron: settings.digest_cron, run: () => jobs.digest() },
      { job: 'deliver', cron: '* * * * *', run: () => jobs.deliver() },
      ...jobs.sources.map((source) => ({
        job: pullJob(source.name),
        cron: source.cron,
        run: () => jobs.pull(source)
      }))
    ],
    effects
  );
  closing.push(() => schedules.stop());
  const { demo } = globalThis.shanjian.health();
  write(`\n善鉴 ${city.zh}  ${server.address}`);
  write(`Data: ${settings.data}${demo ? ' (demo: every institution is fictional, 虚构)' : ''}`);
  write(`Report files are taken in from ${inboxOf(settings.data)}\n`);
  process.on('unhandledRejection', (reason) => {
    effects.log('error', 'a rejection that nothing handled', {
      says: reason instanceof Error ? reason.stack : String(reason)
    });
  });
  await schedules.madeUp;
}

function sourcesOf({ settings, city }: World): Source[] {
  return readSources(settings.sources, {
    hosts: settings.pull_hosts,
    departments: departmentsOf(city),
    upload_limit: settings.upload_limit,
    secret: readSecrets(),
    must_exist: settings.sources !== join(settings.data, 'sources.json')
  });
}

async function prepare(world: World, jobs: Jobs, ending: AbortSignal): Promise<void> {
  await recover(world, jobs.runs, replayLine);
  await prepareDemo(world, ending, progressLine(process.stdout));
}

/** The warehouse file was gone, or was set aside. */
function replayLine(done: number, all: number): void {
  if (done === all || done % 50 === 0) write(`  The warehouse is made anew: publication ${done} of ${all}`);
}

/** Last opened, first closed; a second signal, or too long a wait, ends at once, which loses nothing either. */
function endOnSignal(ending: AbortController, closing: (() => Promise<unknown>)[], { log }: Effects): void {
  const end = async (signal: NodeJS.Signals) => {
    if (ending.signal.aborted) process.exit(1);
    ending.abort();
    log('info', 'ending', { signal });
    setTimeout(() => process.exit(0), LAST_TRANSACTION).unref();
    for (const close of closing.reverse()) await close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(signal));
}
