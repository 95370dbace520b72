import { expect, test } from 'vitest';
import { withBoxes, withoutBoxes } from '#ingest/xlsx/note-shapes.ts';
import { newNotes, withNotes, withoutNotes } from '#ingest/xlsx/notes.ts';

const anchor = [1, 0, 1, 0, 2, 0, 2, 0] as const;
const note = (column: number, row: number, head: string) => ({ column, row, head, text: '说明' });

test('notes are added beside others, and to the text of one that is there', () => {
  const one = newNotes('ns', [note(0, 1, '甲')], '某人');
  const two = withNotes(one, [note(0, 1, '乙'), note(1, 1, '丙')], '我们');
  expect(two.boxed.map(({ head }) => head)).toEqual(['丙']);
  expect(two.left).toEqual([]);
  expect(two.xml.match(/<comment /g)).toHaveLength(2);
  expect(two.xml).toMatch(/<author>某人<\/author><author>我们<\/author>/);
  const gone = withoutNotes(two.xml, ['乙', '丙']);
  expect([...gone.cells]).toEqual(['1,1']);
  expect(gone.xml.replace('<author>我们</author>', '')).toBe(one);
});

test('boxes get numbers of their own and go with their notes', () => {
  const one = withBoxes(undefined, [{ column: 0, row: 1, anchor }]) ?? '';
  const two = withBoxes(one, [{ column: 1, row: 1, anchor }]) ?? '';
  expect(two.match(/_x0000_s\d+/g)).toEqual(['_x0000_s1025', '_x0000_s1026']);
  expect(two.match(/<v:shapetype /g)).toHaveLength(1);
  expect(withoutBoxes(two, new Set(['1,1']))).toBe(one);
  expect(withBoxes('<svg></svg>', [])).toBeUndefined();
});
