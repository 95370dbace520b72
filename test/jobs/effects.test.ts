import { expect, test } from 'vitest';
import { logLine, realEffects } from '#jobs/effects.ts';

const at = new Date('2026-06-30T01:02:03.004Z');

test('a log line holds instant, level, message and fields', () => {
  const line = logLine(at, 'info', 'report received', { submission: 12, rows: 3n, late: false, day: at });
  expect(line).toBe(
    '2026-06-30T01:02:03.004Z info  report received submission=12 rows=3 late=false day=2026-06-30T01:02:03.004Z'
  );
});

test('nothing in a log line can begin another line or another field', () => {
  const line = logLine(at, 'warn', 'refused\n2026 forged', { file: 'a b=1.csv', note: 'x\ny', empty: '' });
  expect(line).toBe(
    '2026-06-30T01:02:03.004Z warn  refused 2026 forged file="a b=1.csv" note="x\\ny" empty=""'
  );
});

test('absent fields are left out, null is said', () => {
  expect(logLine(at, 'debug', 'm', { a: undefined, b: null })).toBe(
    '2026-06-30T01:02:03.004Z debug m b=null'
  );
});

test('levels less serious than asked are not written', () => {
  const lines: string[] = [];
  const { log } = realEffects('warn', (line) => lines.push(line));
  log('info', 'quiet');
  log('warn', 'loud');
  log('error', 'louder');
  expect(lines.map((line) => line.slice(25))).toEqual(['warn  loud\n', 'error louder\n']);
});

test('sleep ends early when its signal says so', async () => {
  const stop = new AbortController();
  const sleeping = realEffects().sleep(60_000, stop.signal);
  stop.abort();
  await expect(sleeping).rejects.toThrow();
});
