import { z } from 'zod';
import { outcomes, type RunRow } from '#jobs/run-list.ts';
import { act } from '../act.ts';
import { field } from '../field.ts';
import { instant, none } from '../fields.ts';
import { list } from '../list.ts';
import { Problem } from '../problem.ts';

export const jobName = z.union([
  z.enum(['receive', 'daily', 'digest', 'deliver']),
  // One for each source from which files are pulled.
  z.templateLiteral(['pull:', z.string()])
]);

const count = z.int().optional();

const run = z
  .strictObject({
    id: field(z.int(), '编号', 'Number'),
    job: field(jobName, '任务', 'Job'),
    started_at: field(instant, '开始', 'Started at'),
    finished_at: field(instant.nullable(), '结束', 'Finished at'),
    duration_ms: field(z.number().nullable(), '用时（毫秒）', 'Milliseconds taken'),
    outcome: field(z.enum(outcomes), '结果', 'Outcome'),
    counts: z.strictObject({
      files: field(count, '文件', 'Files'),
      rows: field(count, '行', 'Rows'),
      accepted: field(count, '接收', 'Accepted'),
      rejected: field(count, '退回', 'Rejected'),
      withdrawn: field(count, '撤回', 'Withdrawn'),
      publication: field(count, '发布序号', 'Publication'),
      mails: field(count, '邮件', 'Mails')
    }),
    says: field(z.string(), '说明', 'What it did, or what it failed at'),
    times: field(z.int(), '连续次数', 'Times in a row'),
    stands: field(z.boolean(), '未恢复', 'No later run has succeeded')
  })
  .meta({ id: 'Run' }) satisfies z.ZodType<RunRow>;

export const runs = list({
  path: '/api/runs',
  words: { zh: '任务运行记录，新的在前', en: 'What jobs did, newest first' },
  params: none,
  query: z.strictObject({
    job: field(jobName.optional(), '任务', 'Job'),
    outcome: field(z.enum(outcomes).optional(), '结果', 'Outcome')
  }),
  row: run,
  kept: false,
  rows: async (_reader, ask, { app, scope }) => {
    if (scope.kind !== 'city') throw new Problem('not_found');
    return app.runs(ask);
  }
});

export const runAgain = act({
  path: '/api/runs/{id}/again',
  words: { zh: '失败的任务再运行一次', en: 'Run what failed once more' },
  params: z.strictObject({
    id: field(z.coerce.number<string | number>().int().min(1), '运行编号', 'Number of the run')
  }),
  data: z.strictObject({ run: field(z.int(), '原运行编号', 'The run that failed') }),
  async act({ id }, _body, { app, scope }) {
    if (scope.kind !== 'city') throw new Problem('not_found');
    if (!app.runAgain(id))
      throw new Problem('not_now', {
        zh: '没有这次运行，或它没有失败。',
        en: 'There is no such run, or it did not fail.'
      });
    return { run: id };
  }
});
