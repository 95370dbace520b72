import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockData } from '#jobs/lock-data.ts';
import { tokenCommand } from '#jobs/token-command.ts';
import { ControlStore } from '#warehouse/control/store.ts';
import { findToken, tokens } from '#warehouse/control/tokens.ts';
import { DataFolder } from './data-folder.ts';
import { uscc } from './report-csv.ts';

let control: ControlStore;
beforeEach(() => {
  control = new ControlStore(':memory:');
});
afterEach(() => control.close());

const now = new Date('2026-11-20T09:00:00+08:00');
const departments = new Set(['health_commission']);
const command = (...args: string[]): string => tokenCommand(args, { control, departments, now });
const tokenIn = (text: string): string => /sj_\S+/.exec(text)?.[0] ?? '';
const create = (who: string, ...more: string[]) =>
  command('create', '--for', who, '--name', '虚构第一医院接口', ...more);

test.each([
  [uscc(1), { kind: 'institution', code: uscc(1) }],
  [uscc(1).toLowerCase(), { kind: 'institution', code: uscc(1) }],
  ['health_commission', { kind: 'department', code: 'health_commission' }],
  ['city', { kind: 'city', code: '' }]
])('a token for %s', (who, authority) => {
  const token = tokenIn(create(who, '--until', '2027-12-31'));
  expect(findToken(control, token, now)).toMatchObject({
    state: 'good',
    token: { authority, last_day: '2027-12-31', name: '虚构第一医院接口' }
  });
});

test('the list says whose they are, and never a token', () => {
  const token = tokenIn(create('city'));
  create('health_commission', '--until', '2026-11-20');
  const list = command('list');
  expect(list).toContain('health_commission');
  expect(list).toContain('2026-11-20');
  expect(list).not.toContain(token.slice(5));
});

test('a revoked token is listed as such', () => {
  const token = tokenIn(create('city'));
  command('revoke', '1');
  expect(findToken(control, token, now).state).toBe('revoked');
  expect(() => command('revoke', '1')).toThrow();
});

test.each([
  ['create', '--for', 'nobody', '--name', 'x'],
  ['create', '--for', `${uscc(1).slice(0, 17)}?`, '--name', 'x'],
  ['create', '--name', 'x'],
  ['create', '--for', 'city'],
  ['create', '--for', 'city', '--name', ' '],
  ['create', '--for', 'city', '--name', 'x', '--until', '2026-11-19'],
  ['create', '--for', 'city', '--name', 'x', '--until', '2027-02-30'],
  ['create', '--for', 'city', '--name', 'x', '--untill', '2027-02-03'],
  ['revoke'],
  ['revoke', 'all'],
  ['delete', '1']
])('%s %s %s %s %s makes nothing', (...args) => {
  expect(() => command(...args)).toThrow();
  expect(tokens(control)).toEqual([]);
});

test('the command works beside the running service, which knows the token at once', async () => {
  const folder = await DataFolder.open({ SHANJIAN_DEMO: 'off' });
  const lock = lockData(folder.path, folder.effects);
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['jobs/token.ts', ...args], {
      encoding: 'utf8',
      env: { ...process.env, SHANJIAN_DATA: folder.path }
    });
  try {
    const store = folder.warehouse.control;
    const before = store.changes;
    const made = run('create', '--for', uscc(1), '--name', '虚构');
    expect(made.status, made.stderr).toBe(0);
    expect(findToken(store, tokenIn(made.stdout), new Date()).state).toBe('good');
    expect(store.changes).not.toBe(before);
    const wrong = run('create', '--for', 'nobody', '--name', '虚构');
    expect([wrong.status, wrong.stdout]).toEqual([1, '']);
    expect(run('revoke', '1').status).toBe(0);
    expect(findToken(store, tokenIn(made.stdout), new Date()).state).toBe('revoked');
  } finally {
    lock.release();
    await folder.remove();
  }
});
