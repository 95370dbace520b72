import { createHash } from 'node:crypto';

/** A strong tag of everything that an answer depends on. */
export const tagOf = (parts: readonly string[]): string =>
  `"${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 27)}"`;
