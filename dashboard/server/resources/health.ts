import { z } from 'zod';
import { field } from '../field.ts';
import { instant, none } from '../fields.ts';
import { one } from '../one.ts';

const health = z
  .strictObject({
    status: field(z.enum(['ok', 'behind']), '状况', 'Status', {
      zh: 'ok 正常；behind 最近一次任务未完成，所示为此前发布的',
      en: 'ok; behind: the last job failed, what was published before is shown'
    }),
    publication: field(z.int(), '最新发布序号', 'Newest publication'),
    published_at: field(instant.nullable(), '发布时间', 'Published at'),
    last_failure: field(
      z
        .strictObject({
          at: field(instant, '时间', 'At'),
          job: field(z.string(), '任务', 'Job'),
          says: field(z.string(), '原因', 'Why')
        })
        .nullable(),
      '未恢复的失败',
      'Failure that stands'
    ),
    demo: field(z.boolean(), '演示数据', 'Demonstration data')
  })
  .meta({ id: 'Health' });

export const machineHealth = one({
  path: '/api/health',
  words: { zh: '运行状况', en: 'How the service fares' },
  params: none,
  data: health,
  formats: ['json'],
  kept: false,
  async find(_reader, _params, { app }) {
    const found = app.health();
    return { status: found.last_failure ? ('behind' as const) : ('ok' as const), ...found };
  }
});
