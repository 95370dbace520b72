import { afterAll, beforeAll, expect, test } from 'vitest';
import { messages } from '#dashboard/messages/messages.ts';
import type { App } from '#jobs/app.ts';
import type { Figure } from '#warehouse/answers.ts';
import { splitsOf } from '../../../dashboard/routes/indicators/[id]/splits.server.ts';

beforeAll(() => {
  globalThis.shanjian = { city: { departments: [], districts: [] } } as unknown as App;
});
afterAll(() => {
  globalThis.shanjian = undefined;
});

const words = (text: string) => ({ zh: text, en: text });
const value = (name: string, dimension: string | null) => ({
  name,
  words: words(name),
  unit: 'days' as const,
  dimension
});
const figure = (name: string, dimension: string, days: number) =>
  ({ name, dimension, value: days, numerator: null, denominator: 1, status: 'none' }) as Figure;

test('parts are told in the words and the order of their code list, beside one another', async () => {
  const indicator = {
    values: [value('median', 'procedure_kind'), value('p90', 'procedure_kind'), value('n', null)],
    reports: ['R04']
  };
  const figures = [
    figure('median', '', 9),
    figure('median', 'simplified', 5),
    figure('p90', 'simplified', 7),
    figure('median', 'general', 12),
    figure('n', '', 3)
  ];
  const [split, ...others] = splitsOf(figures, indicator, 'zh', await messages('zh'));
  expect(others).toEqual([]);
  expect(split?.column).toBe('审查程序');
  expect(split?.values.map(({ name }) => name)).toEqual(['median', 'p90']);
  expect(split?.rows.map(({ says, cells }) => [says, ...cells.map((one) => one?.value)])).toEqual([
    ['一般程序（会议审查）', 12, undefined],
    ['简易程序', 5, 7]
  ]);
});

test('an indicator that is not split, or has nothing, has no parts', async () => {
  const zh = await messages('zh');
  expect(splitsOf([figure('n', '', 3)], { values: [value('n', null)], reports: [] }, 'zh', zh)).toEqual([]);
  const none = { values: [value('median', 'procedure_kind')], reports: ['R04'] };
  expect(splitsOf([figure('median', '', 3)], none, 'zh', zh)).toEqual([]);
});
