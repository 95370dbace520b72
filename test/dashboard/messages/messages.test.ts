import { expect, test } from 'vitest';
import { messages } from '../../../dashboard/messages/messages.ts';

/** All texts with their path; functions are asked with the same stand-in for every argument. */
function texts(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return [[path, String((value as (...given: string[]) => string)('7', '7', '7'))]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is no text`);
  return Object.entries(value).flatMap(([key, item]) => texts(item, `${path}.${key}`));
}

const [zh, en] = await Promise.all([messages('zh'), messages('en')]);
const [chinese, english] = [new Map(texts(zh, '')), new Map(texts(en, ''))];

test('both languages say the same things', () => {
  expect([...english.keys()]).toEqual([...chinese.keys()]);
});

test('no text is empty', () => {
  for (const [path, text] of [...chinese, ...english]) expect(text.trim(), path).not.toBe('');
});

test('the English has no Chinese in it, but for the switch to Chinese', () => {
  for (const [path, text] of english)
    if (!path.startsWith('.layout.other_language'))
      expect(/\p{Script=Han}/u.test(text), `${path}: ${text}`).toBe(false);
});

test('a sentence uses in English what it is given wherever the Chinese does', () => {
  for (const [path, text] of chinese) if (text.includes('7')) expect(english.get(path), path).toContain('7');
});
