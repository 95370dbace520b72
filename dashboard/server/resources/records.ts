import { z } from 'zod';
import type { RecordAnswer } from '#warehouse/answers.ts';
import { reports } from '#ingest/reports/index.ts';
import { day, field, words } from '../field.ts';
import { instant, readByMapping, source } from '../fields.ts';
import { one } from '../one.ts';

const recordField = z.strictObject({
  field: field(z.string(), '字段', 'Field'),
  words: field(words, '列名', 'Column'),
  submitted: field(z.string().nullable(), '所填内容', 'As submitted'),
  value: field(
    z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]),
    '读作',
    'As read'
  ),
  value_words: field(words.nullable(), '代码的含义', 'What the code means'),
  cell: field(z.string().nullable(), '单元格', 'Cell'),
  changed: field(z.boolean(), '与上一版不同', 'Differs from the version before')
});

const version = z.strictObject({
  source: field(source, '出处', 'Where it was submitted'),
  file_name: field(z.string(), '文件名', 'File name'),
  sha256: field(z.string(), 'SHA-256', 'SHA-256'),
  sheet: field(z.string(), '工作表', 'Sheet'),
  received_at: field(instant, '收到时间', 'Received at'),
  published_in: field(z.int(), '发布序号', 'Published in'),
  published_day: field(day, '发布日', 'Day published'),
  superseded_in: field(z.int().nullable(), '被何次发布取代', 'Superseded in'),
  row_action: field(z.string().nullable(), '操作', 'Action'),
  mapping: readByMapping,
  fields: field(z.array(recordField), '字段', 'Fields')
});

const record = z
  .strictObject({
    report: field(z.string(), '报表编号', 'Report'),
    report_words: field(words, '报表', 'Report in words'),
    record_key: field(z.string(), '记录编号', 'Key of the record'),
    institution_uscc: field(z.string().nullable(), '统一社会信用代码', 'Unified social credit code'),
    institution_name: field(z.string().nullable(), '单位名称', 'Name of institution'),
    versions: field(z.array(version), '各版本，新的在前', 'Versions, newest first'),
    indicators: field(z.array(z.string()), '用到它的指标', 'Indicators that it can count in')
  })
  .meta({ id: 'Record' }) satisfies z.ZodType<RecordAnswer>;

export const oneRecord = one({
  path: '/api/records/{report}/{key}',
  words: {
    zh: '一条记录的全部版本与出处单元格',
    en: 'One record with all its versions and the cells that they came from'
  },
  params: z.strictObject({
    report: field(
      z.enum(reports.map(({ id }) => id) as [string, ...string[]]),
      '报表编号',
      'Number of the report'
    ),
    key: field(z.string().min(1), '记录编号（按 URL 编码）', 'Key of the record, URL-encoded')
  }),
  data: record,
  formats: ['json'],
  find: (reader, { report, key }) => reader.record(report, key)
});
