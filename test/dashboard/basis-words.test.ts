import { expect, test } from 'vitest';
import { basisWords } from '#dashboard/basis-words.ts';

test('what this system sets itself is said in words', () => {
  expect(basisWords('D', 'zh')).toBe('本系统约定');
  expect(basisWords('D：次月10日前', 'zh')).toBe('本系统约定：次月10日前');
  expect(basisWords('VAL-01 D', 'zh')).toBe('VAL-01，本系统约定');
  expect(basisWords('VAL-01 D', 'en')).toBe('VAL-01, set by this system');
});

test('a document keeps its name in either language', () => {
  for (const language of ['zh', 'en'] as const)
    expect(basisWords('办法第十七条', language)).toBe('办法第十七条');
  expect(basisWords('VAL / 表式', 'zh')).toBe('VAL，表式');
});

test('in English no Chinese stands for what is no document', () => {
  for (const basis of ['表式', 'VAL / 表式', '代码表 CL15 审查决定'])
    expect(basisWords(basis, 'en')).not.toMatch(/\p{Script=Han}/u);
});
