/** Whose token comes with a request. One that is not good is refused: never is it as if there had been none. */
import type { Words } from '#ingest/declare.ts';
import type { App } from '#jobs/app.ts';
import type { Bearer, TokenRefused } from '#jobs/ways-in.ts';
import { Problem } from './problem.ts';

/** @throws Problem `token_refused` */
export function bearerOf(authorization: string | undefined, app: App): Bearer | undefined {
  // Of a proxy before us, which asked for a name and a password.
  if (authorization === undefined || /^basic\s/i.test(authorization)) return undefined;
  const [, token] = /^bearer\s+(\S+)\s*$/i.exec(authorization) ?? [];
  const found = token === undefined ? ({ refused: 'unknown' } as const) : app.ways_in.bearer(token);
  if (!('refused' in found)) return found;
  throw new Problem('token_refused', why[found.refused], {
    headers: { 'www-authenticate': 'Bearer realm="shanjian", error="invalid_token"' }
  });
}

const why: Record<TokenRefused, Words> = {
  unknown: {
    zh: '没有这个令牌。请核对 Authorization: Bearer 之后的内容是否完整。',
    en: 'There is no such token. See whether all of it stands after Authorization: Bearer.'
  },
  expired: { zh: '令牌已过有效期，请向管理员申请新的。', en: 'The token has expired: ask for a new one.' },
  revoked: { zh: '令牌已被撤销。', en: 'The token has been revoked.' }
};
