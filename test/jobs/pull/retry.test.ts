import { expect, test } from 'vitest';
import { PullFailed } from '#jobs/pull/pull-failed.ts';
import { withRetries } from '#jobs/pull/retry.ts';

/** Fails with each of these in turn, then works. */
function failing(...failures: Error[]) {
  const slept: number[] = [];
  let tried = 0;
  const run = (retries: number, random = () => 1) =>
    withRetries(
      async () => {
        const failure = failures[tried++];
        if (failure) throw failure;
        return tried;
      },
      { retries, random, sleep: async (ms) => void slept.push(ms) }
    );
  return { run, slept };
}
const passing = (after_ms?: number) => new PullFailed('busy', after_ms === undefined ? {} : { after_ms });

test('what passes is tried again, each time later', async () => {
  const { run, slept } = failing(passing(), passing(), passing());
  expect(await run(3)).toBe(4);
  expect(slept).toEqual([2000, 4000, 8000]);
});

test('the pauses are scattered, and have a limit', async () => {
  const { run, slept } = failing(passing(), passing());
  await run(2, () => 0);
  expect(slept).toEqual([1000, 2000]);
  const long = failing(...Array.from({ length: 10 }, () => passing()));
  await long.run(10);
  expect(Math.max(...long.slept)).toBe(300_000);
});

test('the last failure is told when patience ends', async () => {
  const { run, slept } = failing(passing(), passing(), new PullFailed('the third', {}));
  await expect(run(2)).rejects.toThrow('the third');
  expect(slept).toHaveLength(2);
});

test('what would only come to the same is not tried again', async () => {
  for (const failure of [new PullFailed('404'), new Error('of ours')]) {
    const { run, slept } = failing(failure);
    await expect(run(5)).rejects.toBe(failure);
    expect(slept).toEqual([]);
  }
});

test('a server that says when is not asked before, and one that says tomorrow is not waited for', async () => {
  const { run, slept } = failing(passing(60_000));
  await run(1);
  expect(slept).toEqual([60_000]);
  const tomorrow = failing(passing(86_400_000));
  await expect(tomorrow.run(1)).rejects.toThrow('busy');
  expect(tomorrow.slept).toEqual([]);
});
