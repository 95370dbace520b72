import { z } from 'zod';
import { reports } from '#ingest/reports/index.ts';
import type { LateFilingRow } from '#warehouse/answers.ts';
import { day, field } from '../field.ts';
import { asks, none } from '../fields.ts';
import { list } from '../list.ts';

const limits = reports.flatMap(({ filed_within = [] }) => filed_within.map(({ id }) => id));

const late = z
  .strictObject({
    report: field(z.string(), '报表编号', 'Report'),
    limit_id: field(z.string(), '时限', 'Limit', { zh: limits.join('、'), en: limits.join(', ') }),
    record_key: field(z.string(), '记录编号', 'Record'),
    institution_uscc: field(z.string().nullable(), '统一社会信用代码', 'Unified social credit code'),
    institution_name: field(z.string().nullable(), '单位名称', 'Name of institution'),
    dept: field(z.string().nullable(), '部门代码', 'Code of the department whose record it is'),
    supervising_dept: field(z.string().nullable(), '主管部门代码', 'Code of the supervising department'),
    event_date: field(day, '事项发生日', 'Day of the event'),
    limit_date: field(day, '应报日', 'Last day in time'),
    received_date: field(day, '收报日', 'Received'),
    workdays_late: field(z.int(), '迟报工作日', 'Working days late'),
    submission_id: field(z.int(), '报送文件编号', 'Submission')
  })
  .meta({ id: 'LateFiling' }) satisfies z.ZodType<LateFilingRow>;

export const lateFilings = list({
  path: '/api/late-filings',
  words: { zh: '迟报事项：发生即报的记录超过时限才报', en: 'Events filed after their limit' },
  about: {
    zh: '时限自事项发生之日起算，按工作日或日历日（遇休假日顺延）计；以首次报送该事项的文件收到日为准。首次发布前发生的事项不计。',
    en: 'A limit runs from the day of the event, in working days or in days that roll past rest days; what counts is the receipt of the file that first named the event. Events before the first publication do not count.'
  },
  params: none,
  query: z.strictObject({
    report: asks.report,
    department: asks.department,
    institution: asks.institution,
    received_from: field(day.optional(), '收报日不早于', 'Received on this day or later'),
    search: asks.search
  }),
  row: late,
  rows: (reader, ask) => reader.lateFilings(ask)
});
