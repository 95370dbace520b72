import { expect, test } from 'vitest';
import { said } from '../../dashboard/said.ts';

test('every pair of words becomes the text of one language, wherever it stands', () => {
  const answer = {
    words: { zh: '率', en: 'Rate' },
    values: [{ name: 'rate', words: { zh: '值', en: 'Value' } }],
    note: null as { zh: string; en: string } | null,
    count: 0,
    open: false
  };
  expect(said(answer, 'zh')).toEqual({
    words: '率',
    values: [{ name: 'rate', words: '值' }],
    note: null,
    count: 0,
    open: false
  });
  expect(said(answer, 'en').values[0]?.words).toBe('Value');
});
