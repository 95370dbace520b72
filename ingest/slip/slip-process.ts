/** Makes a slip in a process of its own, one or two at a time. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SlipReply, SlipRequest } from './request.ts';

const heap_mb = 2048;
const timeout_ms = 2 * 60_000;
const atOnce = 2;

const waiting: (() => void)[] = [];
let busy = 0;

/** A workbook over which the process came to its end `cannot` be marked. */
export async function makeSlipApart(request: SlipRequest): Promise<SlipReply> {
  if (busy >= atOnce) await new Promise<void>((go) => waiting.push(go));
  else busy++;
  try {
    return await ask(request);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy--;
  }
}

function ask(request: SlipRequest): Promise<SlipReply> {
  const child = fork(fileURLToPath(new URL('./slip-worker.ts', import.meta.url)), {
    // Texts of many megabytes live shortly: room for them saves a third of the time.
    execArgv: [`--max-old-space-size=${heap_mb}`, '--max-semi-space-size=64'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc']
  });
  let lastWords = '';
  child.stderr?.on('data', (bytes: Buffer) => (lastWords = (lastWords + bytes.toString()).slice(-2000)));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), timeout_ms);
    let answer: SlipReply | undefined;
    child.on('message', (reply) => (answer = reply as SlipReply));
    child.on('error', reject);
    // `close` and not `exit`: by then its last words have been read.
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (answer) resolve(answer);
      else if (request.source !== null) resolve({ cannot: `It ended by ${signal ?? code}` });
      else
        resolve({ failed: { message: `The slip's process ended by ${signal ?? code}`, stack: lastWords } });
    });
    child.send(request, (error) => {
      if (error) reject(error);
    });
  });
}
