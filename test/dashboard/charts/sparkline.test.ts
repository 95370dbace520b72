import { expect, test } from 'vitest';
import { sparkline } from '../../../dashboard/charts/sparkline.ts';

const settled = (...values: (number | null)[]) => values.map((value) => ({ value, provisional: false }));

test('the highest value touches the top margin, the lowest the bottom', () => {
  expect(sparkline(settled(0, 10), 96, 26)).toEqual({
    settled: 'M3 23L93 3',
    open: '',
    last: { x: 93, y: 3 }
  });
});

test('an unknown value breaks the line', () => {
  expect(sparkline(settled(0, null, 10, 10), 96, 26).settled.match(/M/g)).toHaveLength(2);
});

test('the running period is drawn apart', () => {
  const drawn = sparkline([...settled(5, 6), { value: 9, provisional: true }], 96, 26);
  expect(drawn.settled.match(/L/g)).toHaveLength(1);
  expect(drawn.open).toMatch(/^M48 .*L93 3$/);
});

test('a level line lies in the middle', () => {
  expect(sparkline(settled(4, 4), 96, 26).settled).toBe('M3 13L93 13');
});

test('nothing known draws nothing', () => {
  expect(sparkline(settled(null, null), 96, 26)).toEqual({ settled: '', open: '', last: null });
});
