import { expect, test } from 'vitest';
import { jobName } from '#dashboard/job-name.ts';
import { messages } from '#dashboard/messages/messages.ts';

test('each source is named, other jobs by their word, and what nobody knows as it is', async () => {
  const { layout } = await messages('zh');
  expect(jobName(layout, 'pull:虚构大学')).toContain('虚构大学');
  expect(jobName(layout, 'pull:虚构大学')).not.toContain('pull');
  expect(jobName(layout, 'receive')).toBe(layout.jobs.receive);
  expect(jobName(layout, 'other')).toBe('other');
});
