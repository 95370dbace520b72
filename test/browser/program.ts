import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');

/** The program as `npm start` runs it, in a process of its own. */
export interface Running {
  /** Without a slash at its end. */
  address: string;
  pid: number;
  /** Its data folder, temporary unless given. */
  data: string;
  /** All it has printed. */
  printed: () => string;
  /** Ends it with this signal and resolves when it is gone; a temporary data folder goes too. */
  stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/**
 * Starts the program on a free port and waits until its first page answers. Settings given here stand above those
 * for tests: no demo city, no schedules. With `SHANJIAN_DATA` the folder is kept.
 * @throws Error with what it printed, when it ends or `patience` (milliseconds) passes before it answers.
 */
export async function startProgram(
  settings: Record<string, string> = {},
  patience = 60_000
): Promise<Running> {
  const data = settings['SHANJIAN_DATA'] ?? (await mkdtemp(join(tmpdir(), 'shanjian-data-')));
  const port = settings['SHANJIAN_PORT'] ?? String(await freePort());
  const child = spawn(process.execPath, ['jobs/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      UV_THREADPOOL_SIZE: '16',
      NODE_ENV: undefined,
      SHANJIAN_DEMO: 'off',
      SHANJIAN_INBOX_CRON: 'off',
      SHANJIAN_DAILY_CRON: 'off',
      SHANJIAN_DIGEST_CRON: 'off',
      SMTP_URL: '',
      ...settings,
      SHANJIAN_DATA: data,
      SHANJIAN_PORT: port
    }
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += String(chunk)));
  const gone = new Promise<void>((done) => child.once('close', () => done()));
  const running: Running = {
    address: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    data,
    printed: () => printed,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await gone;
      if (!settings['SHANJIAN_DATA']) await rm(data, { recursive: true, force: true });
    }
  };
  const late = Date.now() + patience;
  while (!(await answers(running.address))) {
    if (child.exitCode === null && child.signalCode === null && Date.now() < late) {
      await wait(100);
      continue;
    }
    await running.stop('SIGKILL');
    throw new Error(`The program did not start.\n${printed}`);
  }
  return running;
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(30_000) })).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
