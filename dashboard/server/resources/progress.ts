import { z } from 'zod';
import type { RunProgress, SubmissionProgress } from '#jobs/progress.ts';
import type { Endpoint } from '../endpoint.ts';
import { field } from '../field.ts';
import { instant, none } from '../fields.ts';
import { live, type LiveEvent } from '../live.ts';
import { Problem } from '../problem.ts';
import { jobName } from './runs.ts';
import { submissionId } from './submissions.ts';

const number = z.number().nullable();

const submissionProgress = z
  .strictObject({
    submission: field(z.int(), '报送文件编号', 'Submission'),
    stage: field(z.enum(['waiting', 'reading', 'checking', 'publishing']), '阶段', 'Stage'),
    rows: field(z.int(), '本阶段已处理行数', 'Rows done in this stage'),
    rows_expected: field(z.int().nullable(), '预计行数', 'Rows expected'),
    share: field(number, '本阶段已完成的比例', 'Share of this stage done'),
    rate: field(number, '每秒行数', 'Rows a second'),
    seconds_left: field(number, '本阶段约剩秒数', 'Seconds left of this stage'),
    seconds: field(z.number(), '已用秒数', 'Seconds since it began')
  })
  .meta({ id: 'SubmissionProgress' }) satisfies z.ZodType<SubmissionProgress>;

const runProgress = z.strictObject({
  run: field(z.int(), '运行编号', 'Run'),
  job: field(jobName, '任务', 'Job'),
  started_at: field(instant, '开始', 'Started at'),
  seconds: field(z.number(), '已用秒数', 'Seconds since it began')
}) satisfies z.ZodType<RunProgress>;

const stream = { formats: ['json'], answer: undefined, status: 200, kept: false } as const;

export const progressOfSubmission: Endpoint = {
  ...stream,
  method: 'get',
  path: '/api/submissions/{id}/progress',
  words: { zh: '一份报送文件的处理进度（事件流）', en: 'How far a submission is (a stream of events)' },
  about: {
    zh: '事件 progress 携带进度，事件 done 之后不再有事件：处理已结束，结果见该报送文件。',
    en: 'The event progress carries how far it is; after the event done nothing follows: the submission says what came of it.'
  },
  params: submissionId,
  query: none,
  fields: submissionProgress,
  events: submissionProgress,
  problems: ['invalid_parameter', 'not_found'],
  async handle({ app, scope, reader, params, context }) {
    const id = Number(params['id']);
    let state = (await (await reader()).submission(id))?.state;
    if (!state) throw new Problem('not_found');
    let seen = false;
    return live(context, app.progress, async (): Promise<LiveEvent> => {
      const now = app.progress.of(id);
      if (now) {
        seen = true;
        return { event: 'progress', data: rounded(now) };
      }
      if (!seen && state === 'received') state = (await (await app.reader(scope)).submission(id))?.state;
      // Received, and not begun by this process yet: it waits for its turn.
      if (!seen && state === 'received') return { event: 'progress', data: { ...NOT_BEGUN, submission: id } };
      return { event: 'done', data: { submission: id }, last: true };
    });
  }
};

const NOT_BEGUN = {
  stage: 'waiting',
  rows: 0,
  rows_expected: null,
  share: null,
  rate: null,
  seconds_left: null,
  seconds: 0
} as const;

export const liveRuns: Endpoint = {
  ...stream,
  method: 'get',
  path: '/api/runs/live',
  words: { zh: '正在运行的任务（事件流）', en: 'What runs now (a stream of events)' },
  about: {
    zh: '事件 runs 携带正在运行的任务和正在处理的报送文件；有变化即发送。',
    en: 'The event runs carries the jobs that run and the submissions in work, whenever they change.'
  },
  params: none,
  query: none,
  fields: runProgress,
  events: z.strictObject({
    runs: z.array(runProgress),
    submissions: z.array(z.strictObject({ ...submissionProgress.shape, file_name: z.string() }))
  }),
  problems: ['not_found'],
  async handle({ app, scope, context }) {
    // What the machine room does is the city's affair.
    if (scope.kind !== 'city') throw new Problem('not_found');
    const names = new Map<number, string>();
    const nameOf = async (id: number): Promise<string> => {
      const known = names.get(id) ?? (await (await app.reader(scope)).submission(id))?.file_name ?? '';
      names.set(id, known);
      return known;
    };
    return live(context, app.progress, async () => {
      const submissions = [];
      for (const each of app.progress.submissions())
        submissions.push({ ...rounded(each), file_name: await nameOf(each.submission) });
      const runs = app.progress.runs().map((run) => ({ ...run, seconds: Math.floor(run.seconds) }));
      return { event: 'runs', data: { runs, submissions } };
    });
  }
};

/** As much as a reader can take in: the stream is silent where only the last digits move. */
const rounded = (now: SubmissionProgress): SubmissionProgress => ({
  ...now,
  share: now.share === null ? null : Math.round(now.share * 1000) / 1000,
  rate: now.rate === null ? null : Math.round(now.rate),
  seconds_left: now.seconds_left === null ? null : Math.ceil(now.seconds_left),
  seconds: Math.floor(now.seconds)
});
