import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ControlStore } from '#warehouse/control/store.ts';
import {
  createToken,
  findToken,
  noteTokenUsed,
  revokeToken,
  tokens,
  type TokenFound
} from '#warehouse/control/tokens.ts';

let folder: string;
let control: ControlStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shanjian-tokens-'));
  control = new ControlStore(join(folder, 'control.sqlite'));
});
afterEach(() => {
  control.close();
  rmSync(folder, { recursive: true });
});

const at = new Date('2026-11-20T09:00:00+08:00');
const HEALTH = { kind: 'department', code: 'health_commission' } as const;
const made = (last_day: string | null = null) =>
  createToken(control, { name: '虚构市卫生健康委接口', authority: HEALTH, last_day, at });
const find = (token: string, now = at): TokenFound => findToken(control, token, now);

test('a token is found again, with whom it speaks for', () => {
  const { id, token } = made();
  made();
  expect(token).toMatch(/^sj_\d+_[\w-]{43}$/);
  expect(find(token)).toMatchObject({ state: 'good', token: { id, authority: HEALTH, last_used_at: null } });
  noteTokenUsed(control, id, at);
  expect(tokens(control).map(({ last_used_at }) => last_used_at)).toEqual([at.toISOString(), null]);
});

test('no two are alike, and none is kept', () => {
  const { token } = made();
  const secret = token.split('_').slice(2).join('_');
  expect(made().token).not.toContain(secret);
  for (const name of readdirSync(folder))
    expect(readFileSync(join(folder, name)).includes(secret), name).toBe(false);
  expect(JSON.stringify(tokens(control))).not.toMatch(/sha256|sj_/);
});

test('whatever is not the token to the letter is unknown', () => {
  const { token } = made();
  const other = made().token;
  const swapped = token.replace(/^sj_\d+/, /^sj_\d+/.exec(other)?.[0] ?? '');
  const last = token.endsWith('A') ? 'B' : 'A';
  for (const wrong of [
    '',
    'sj_',
    token.slice(0, -1),
    `${token}A`,
    token.slice(0, -1) + last,
    swapped,
    token.replace(/^sj_\d+/, 'sj_99'),
    token.toUpperCase()
  ])
    expect(find(wrong), wrong).toEqual({ state: 'unknown' });
});

test('it is good to the end of its last day in Shanghai', () => {
  const { token } = made('2026-12-31');
  expect(find(token, new Date('2026-12-31T23:59:59+08:00')).state).toBe('good');
  expect(find(token, new Date('2027-01-01T00:00:00+08:00')).state).toBe('expired');
});

test('revoked it is no longer good, and cannot be revoked again', () => {
  const { id, token } = made('2026-11-01');
  expect(revokeToken(control, id, at)).toBe(true);
  expect(find(token).state).toBe('revoked');
  expect(revokeToken(control, id, at)).toBe(false);
  expect(revokeToken(control, 99, at)).toBe(false);
});

test('what another process changes is a change', () => {
  const before = control.changes;
  expect(control.changes).toBe(before);
  const other = new ControlStore(join(folder, 'control.sqlite'));
  createToken(other, { name: '虚构', authority: HEALTH, last_day: null, at });
  other.close();
  expect(control.changes).not.toBe(before);
});
