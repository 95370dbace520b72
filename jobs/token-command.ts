/** `npm run token`: makes, lists and revokes the tokens with which programs hand in files. */
import { parseArgs } from 'node:util';
import { dayOf } from '#warehouse/calendar.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import { createToken, revokeToken, stateOfToken, tokens, type TokenRow } from '#warehouse/control/tokens.ts';
import type { Authority } from '#warehouse/publish.ts';
import { authorityNamed } from './authority-named.ts';

export const tokenHelp = `npm run token -- <command>

  create --for <credit code | department code | city> --name "<who uses it>" [--until YYYY-MM-DD]
      Makes a token and prints it, this once. It is good to the end of that day (Asia/Shanghai), or until it is revoked.
  list
      All tokens: for whom, from when, until when, last used. A token itself is nowhere kept.
  revoke <id>
      From then on nothing is handed in with it. What was, stays.

A program sends it as \`Authorization: Bearer <token>\` to POST /api/submissions. The service may be running meanwhile.
`;

interface Given {
  control: ControlStore;
  departments: ReadonlySet<string>;
  now: Date;
}

/** Resolves to what is printed. @throws Error that a person can act on. */
export function tokenCommand(args: readonly string[], given: Given): string {
  const [command, ...rest] = args;
  switch (command) {
    case 'create':
      return create(rest, given);
    case 'list':
      return list(given);
    case 'revoke':
      return revoke(rest, given);
    case undefined:
    case 'help':
    case '--help':
      return tokenHelp;
    default:
      throw new Error(`There is no command ${command}.\n\n${tokenHelp}`);
  }
}

function create(args: readonly string[], { control, departments, now }: Given): string {
  const { values } = parseArgs({
    args: [...args],
    options: { for: { type: 'string' }, name: { type: 'string' }, until: { type: 'string' } }
  });
  const authority = authorityNamed(values.for ?? '', departments);
  if (!authority)
    throw new Error(
      `--for ${values.for ?? ''}: it must be a unified social credit code, city, or one of ${[...departments].join(', ')}.`
    );
  const name = values.name?.trim() ?? '';
  if (name === '' || name.length > 100 || /\p{Cc}/u.test(name))
    throw new Error('--name must say who uses the token, in at most 100 characters.');
  const last_day = values.until ?? null;
  if (last_day !== null && !isDay(last_day))
    throw new Error(`--until ${last_day}: it must be a day, as in 2027-12-31.`);
  if (last_day !== null && last_day < dayOf(now)) throw new Error(`--until ${last_day}: that day is over.`);
  const { id, token } = createToken(control, { name, authority, last_day, at: now });
  return (
    `Token ${id}, for ${shown(authority)}, ${last_day === null ? 'until it is revoked' : `good through ${last_day}`}. ` +
    `It is shown this once:\n\n${token}\n`
  );
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function list({ control, now }: Given): string {
  const all = tokens(control);
  if (all.length === 0) return 'There is no token.\n';
  return all.map((token) => `${lineOf(token, now)}\n`).join('');
}

function lineOf(token: TokenRow, now: Date): string {
  const { id, name, authority, created_at, last_day, last_used_at, revoked_at } = token;
  const state = {
    good: last_day === null ? 'good' : `good through ${last_day}`,
    expired: `expired ${last_day}`,
    revoked: `revoked ${revoked_at}`
  }[stateOfToken(token, now)];
  const used = last_used_at === null ? 'never used' : `last used ${last_used_at}`;
  return [id, shown(authority), name, `made ${created_at}`, used, state].join('  ');
}

const shown = ({ kind, code }: Authority): string => (kind === 'city' ? 'the city' : code);

function revoke([text = '', ...more]: readonly string[], { control, now }: Given): string {
  if (!/^\d{1,9}$/.test(text) || more.length > 0)
    throw new Error('Say the number of one token: revoke <id>.');
  if (!revokeToken(control, Number(text), now))
    throw new Error(`There is no token ${text} that could be revoked.`);
  return `Token ${text} is revoked.\n`;
}
