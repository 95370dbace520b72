/** Tokens, with which programs hand in files: each speaks for one institution, one department or the city (ruling 5). */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Day } from '../calendar.ts';
import { dayOf } from '../calendar.ts';
import type { Authority } from '../publish.ts';
import type { ControlStore } from './store.ts';

export interface TokenRow {
  id: number;
  name: string;
  authority: Authority;
  created_at: string;
  /** The last day in Asia/Shanghai on which it is good; null: until it is revoked. */
  last_day: Day | null;
  last_used_at: string | null;
  revoked_at: string | null;
}

export type TokenState = 'good' | 'expired' | 'revoked';

/** `unknown`: nobody was ever given such a token. */
export type TokenFound = { state: TokenState; token: TokenRow } | { state: 'unknown' };

type Stored = Omit<TokenRow, 'authority'> & { for_kind: Authority['kind']; for_code: string; sha256: string };

/** Its number leads to its row; what follows has 256 bits that nobody can guess. */
const SHAPE = /^sj_([1-9]\d{0,8})_[\w-]{43}$/;

/** Compared with where there is no such row, so that this takes no less time. */
const NOBODY = Buffer.alloc(32);

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const rowOf = ({ for_kind, for_code, sha256: _, ...row }: Stored): TokenRow => ({
  ...row,
  authority: { kind: for_kind, code: for_code }
});

/** Resolves to the token itself, which is nowhere to be had again. */
export function createToken(
  control: ControlStore,
  { name, authority, last_day, at }: { name: string; authority: Authority; last_day: Day | null; at: Date }
): { id: number; token: string } {
  return control.transaction(() => {
    const { id } = control.run(
      `insert into token (name, for_kind, for_code, sha256, created_at, last_day)
       values ($name, $kind, $code, '', $at, $last_day)`,
      { name, kind: authority.kind, code: authority.code, at: at.toISOString(), last_day }
    );
    const token = `sj_${id}_${randomBytes(32).toString('base64url')}`;
    control.run('update token set sha256 = $sha256 where id = $id', {
      id,
      sha256: digestOf(token).toString('hex')
    });
    return { id, token };
  });
}

/** Those that are good first. */
export const tokens = (control: ControlStore): TokenRow[] =>
  control.all<Stored>('select * from token order by revoked_at is not null, id').map(rowOf);

/** False where there is none of that number, or it is revoked already. */
export const revokeToken = (control: ControlStore, id: number, at: Date): boolean =>
  control.run('update token set revoked_at = $at where id = $id and revoked_at is null', {
    id,
    at: at.toISOString()
  }).changed > 0;

export const stateOfToken = ({ revoked_at, last_day }: TokenRow, now: Date): TokenState => {
  if (revoked_at !== null) return 'revoked';
  return last_day !== null && last_day < dayOf(now) ? 'expired' : 'good';
};

/** Whose token this is. Digests are compared in constant time. */
export function findToken(control: ControlStore, token: string, now: Date): TokenFound {
  const id = Number(SHAPE.exec(token)?.[1] ?? 0);
  const row = control.one<Stored>('select * from token where id = $id', { id });
  const right = timingSafeEqual(digestOf(token), row ? Buffer.from(row.sha256, 'hex') : NOBODY);
  if (!row || !right) return { state: 'unknown' };
  const found = rowOf(row);
  return { state: stateOfToken(found, now), token: found };
}

export const noteTokenUsed = (control: ControlStore, id: number, at: Date): void =>
  void control.run('update token set last_used_at = $at where id = $id', { id, at: at.toISOString() });
