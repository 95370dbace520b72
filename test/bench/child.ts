/** Runs a script of this folder in a process of its own and gives the JSON that it prints last. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export async function child<T>(script: string, args: readonly string[]): Promise<T> {
  const started = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '16' }
  });
  let printed = '';
  started.stdout.on('data', (chunk: Buffer) => (printed += String(chunk)));
  const code = await new Promise<number | null>((done) => started.once('close', done));
  const last = printed.trim().split('\n').at(-1);
  if (code !== 0 || !last) throw new Error(`${script} ended with ${code}\n${printed}`);
  return JSON.parse(last) as T;
}
