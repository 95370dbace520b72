import { createServer, request as ask, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { endWhenStalled } from '#jobs/stalled-upload.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A service that reads what is sent, then takes its time to answer. */
async function service(silence: number, answer: number): Promise<{ port: number; said: string[] }> {
  const said: string[] = [];
  server = createServer((request, response) => {
    endWhenStalled(request, silence);
    request.on('error', () => said.push('broken'));
    request.resume().on('end', () => {
      void wait(answer).then(() => response.end('taken'));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, said };
}

async function sent(port: number, pauses: readonly number[]): Promise<string> {
  const request = ask({
    port,
    host: '127.0.0.1',
    method: 'POST',
    headers: { 'content-length': pauses.length * 5 }
  });
  const answer = new Promise<string>((resolve) => {
    request.on('error', () => resolve('cut'));
    request.on('response', (response) => {
      response.resume().on('end', () => resolve('answered'));
    });
  });
  for (const pause of pauses) {
    await wait(pause);
    if (!request.destroyed) request.write('12345');
  }
  request.end();
  return answer;
}

test('A slow upload is taken, and its answer may take longer than any silence', async () => {
  const { port, said } = await service(300, 900);
  expect(await sent(port, [0, 150, 150, 150, 150])).toBe('answered');
  expect(said).toEqual([]);
});

test('An upload of which nothing comes any more is cut', async () => {
  const { port, said } = await service(200, 0);
  expect(await sent(port, [0, 1500])).toBe('cut');
  expect(said).toEqual(['broken']);
});
