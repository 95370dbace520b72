import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stageReached } from '#jobs/reminder-stage.ts';

const stages = [10, 5, 1];

test('the stage that the days left have reached, once', () => {
  expect(stageReached(stages, 11, [])).toBeUndefined();
  expect(stageReached(stages, 10, [])).toBe(10);
  expect(stageReached(stages, 6, [10])).toBeUndefined();
  expect(stageReached(stages, 3, [10])).toBe(5);
  expect(stageReached(stages, 0, [10, 5])).toBe(1);
  expect(stageReached(stages, 0, [1])).toBeUndefined();
});

test('on whichever days it is asked, each stage is said at most once, later ones only lower, the last reached always', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 15 }), { minLength: 1 }), (asked) => {
      const said: number[] = [];
      for (const left of asked.toSorted((a, b) => b - a)) {
        const stage = stageReached(stages, left, said);
        if (stage !== undefined) said.push(stage);
      }
      const least = Math.min(...asked);
      const reached = stages.findLast((stage) => least <= stage);
      expect(said).toEqual(said.toSorted((a, b) => b - a));
      expect(new Set(said).size).toBe(said.length);
      expect(said.at(-1)).toBe(reached);
    })
  );
});
