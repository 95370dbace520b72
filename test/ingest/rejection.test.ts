import { expect, test } from 'vitest';
import { noticeWords } from '#ingest/notice.ts';
import { fillWords, Rejection, rejectionWords } from '#ingest/rejection.ts';

test('Parameters are put into the words of both languages', () => {
  const { says } = rejectionWords.unclosed_quote;
  const filled = fillWords(says, new Rejection('unclosed_quote', { line: 17 }).params);
  expect(filled.zh).toContain('17');
  expect(filled.en).toContain('17');
  expect(fillWords({ zh: '{a}{b}', en: '{b}' }, { a: 0 })).toEqual({ zh: '0{b}', en: '{b}' });
});

test('Chinese and English ask for the same parameters, but for names that have two languages', () => {
  const asked = (text: string) =>
    [...text.matchAll(/\{(\w+)\}/g)].map((match) => (match[1] ?? '').replace(/_en$/, ''));
  for (const { says, remedy } of Object.values(rejectionWords)) {
    for (const words of [says, remedy]) {
      const zh = new Set(asked(words.zh));
      for (const name of asked(words.en)) expect([words.en, zh.has(name)]).toEqual([words.en, true]);
    }
    expect(asked(remedy.zh)).toEqual([]);
  }
  for (const words of Object.values(noticeWords))
    expect(asked(words.zh).sort()).toEqual(asked(words.en).sort());
});
