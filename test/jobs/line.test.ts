import { expect, test } from 'vitest';
import { Line } from '#jobs/line.ts';

const soon = (ms: number) => new Promise<void>((go) => setTimeout(go, ms));

test('work is done one after another, also after one that failed', async () => {
  const line = new Line();
  const said: string[] = [];
  const first = line.inTurn(async () => {
    said.push('first begins');
    await soon(20);
    said.push('first fails');
    throw new Error('first');
  });
  const second = line.inTurn(async () => said.push('second'));
  await expect(first).rejects.toThrow('first');
  await second;
  expect(said).toEqual(['first begins', 'first fails', 'second']);
});

test('once closed, the work in hand ends and what waits is refused', async () => {
  const line = new Line();
  let ended = false;
  const first = line.inTurn(async () => {
    await soon(20);
    ended = true;
  });
  const second = line.inTurn(() => soon(0));
  // By the time of closing the first has begun.
  await soon(1);
  const closed = line.close();
  await expect(second).rejects.toThrow('ending');
  await Promise.all([first, closed]);
  expect(ended).toBe(true);
});
