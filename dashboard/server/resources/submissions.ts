import { z } from 'zod';
import type { SubmissionRow } from '#warehouse/answers.ts';
import type { SubmissionAnswer } from '#warehouse/reader.ts';
import { field, words } from '../field.ts';
import { asks, instant, none, readByMapping } from '../fields.ts';
import { list } from '../list.ts';
import { one } from '../one.ts';

const states = ['received', 'returned', 'duplicate', 'validated', 'published', 'withdrawn'] as const;

const submission = z
  .strictObject({
    id: field(z.int(), '编号', 'Number'),
    file_name: field(z.string(), '文件名', 'File name'),
    sha256: field(z.string(), 'SHA-256', 'SHA-256'),
    bytes: field(z.int(), '字节数', 'Bytes'),
    channel: field(z.string(), '渠道', 'Channel'),
    authority: field(z.string(), '代表', 'Speaks for'),
    received_at: field(instant, '收到时间', 'Received at'),
    state: field(z.enum(states), '状态', 'State'),
    reports: field(z.array(z.string()), '报表', 'Reports'),
    rows: field(z.int(), '行数', 'Rows'),
    accepted: field(z.int(), '采用', 'Accepted'),
    remarked: field(z.int(), '采用但有提示', 'Accepted with a remark'),
    rejected: field(z.int(), '未采用', 'Rejected'),
    unchanged: field(z.int(), '与已有相同', 'Unchanged'),
    publication: field(z.int().nullable(), '发布序号', 'Publication'),
    reason: field(
      z
        .strictObject({ says: field(words, '原因', 'Why'), remedy: field(words, '如何改正', 'What to do') })
        .nullable(),
      '整份退回',
      'Returned whole'
    ),
    duration_ms: field(z.number().nullable(), '处理毫秒数', 'Milliseconds taken'),
    same_as: field(z.int().nullable(), '与此前的文件相同', 'Same as'),
    rerun_of: field(z.int().nullable(), '重新处理自', 'Read again from'),
    withdrawal: field(
      z
        .strictObject({
          at: field(instant, '时间', 'At'),
          by: field(z.string(), '由', 'By'),
          reason: field(z.string(), '理由', 'Reason'),
          publication: field(z.int().nullable(), '发布序号', 'Publication', {
            zh: '自此次发布起不再计入；空表示尚未发布，或从未计入',
            en: 'its rows left the numbers with this one; empty before that, and where they never were in them'
          })
        })
        .nullable(),
      '撤回',
      'Withdrawn'
    )
  })
  .meta({ id: 'Submission' }) satisfies z.ZodType<SubmissionRow>;

const sheet = z.strictObject({
  sheet_no: field(z.int(), '工作表序号', 'Sheet'),
  sheet: field(z.string(), '工作表', 'Name of the sheet'),
  report: field(z.string(), '报表编号', 'Report'),
  report_words: field(words, '报表', 'Report in words'),
  rows: field(z.int(), '行数', 'Rows'),
  accepted: field(z.int(), '采用', 'Accepted'),
  rejected: field(z.int(), '未采用', 'Rejected'),
  unknown_columns: field(z.array(z.string()), '未识别的列', 'Columns not recognised'),
  skipped: field(
    z.array(z.strictObject({ row: z.int(), why: z.string(), text: z.string() })),
    '略过的行',
    'Lines passed over'
  ),
  mapping: readByMapping
});

export const submissionWithSheets = z
  .strictObject({
    ...submission.shape,
    is_whole: field(z.boolean(), '可见全部内容', 'All of it may be seen'),
    notices: field(
      z.array(z.strictObject({ sheet: z.string(), row: z.int().nullable(), words })),
      '文件提示',
      'Remarks about the file'
    ),
    sheets: field(z.array(sheet), '工作表', 'Sheets')
  })
  .meta({ id: 'SubmissionWithSheets' }) satisfies z.ZodType<SubmissionAnswer>;

export const submissionId = z.strictObject({
  id: field(z.coerce.number<string | number>().int().min(1), '报送文件编号', 'Number of the submission')
});

export const submissions = list({
  path: '/api/submissions',
  words: { zh: '报送文件，新的在前', en: 'Files handed in, newest first' },
  params: none,
  query: z.strictObject({
    state: field(z.enum(states).optional(), '状态', 'State'),
    report: asks.report,
    institution: asks.institution,
    search: asks.search
  }),
  row: submission,
  rows: (reader, ask) => reader.submissions(ask)
});

export const oneSubmission = one({
  path: '/api/submissions/{id}',
  words: { zh: '一份报送文件及其工作表', en: 'One file handed in, with its sheets' },
  params: submissionId,
  data: submissionWithSheets,
  find: (reader, { id }) => reader.submission(id)
});
