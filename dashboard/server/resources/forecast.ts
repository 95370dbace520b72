import { z } from 'zod';
import { MATTERS, type DueMatter, type Forecast } from '#warehouse/forecast/forecast.ts';
import { mattersOf } from '#warehouse/forecast/matters-of.ts';
import type { Outlook } from '#warehouse/forecast/outlook.ts';
import type { Reader } from '#warehouse/reader.ts';
import { day, field } from '../field.ts';
import { asks, none } from '../fields.ts';
import { list } from '../list.ts';
import { invalid } from '../problem.ts';

const ESTIMATE = {
  zh: '按截至日前24个月的办结速度估计，非承诺；各事项按互不影响计算。',
  en: 'An estimate from the pace of closing in the 24 months before, not a promise; matters are taken as independent.'
};
const chosenDay = field(
  day.optional(),
  '预测日，须晚于截至日；默认下次会商',
  'Day looked at, after the day of the answer; default the next meeting'
);

const outlook = {
  open: field(z.int(), '未办结', 'Open'),
  overdue_now: field(z.int(), '现已逾期', 'Overdue now'),
  overdue_then: field(z.int(), '均不办结时逾期', 'Overdue on the day if nothing happens'),
  newly: field(z.int(), '其中新增', 'Of these newly'),
  expected: field(z.number(), '预计逾期', 'Expected overdue', ESTIMATE),
  low: field(z.int(), '预计逾期：第10百分位', 'Expected overdue: 10th percentile'),
  high: field(z.int(), '预计逾期：第90百分位', 'Expected overdue: 90th percentile')
};

const about = z
  .strictObject({
    day: field(day, '预测日', 'Day looked at'),
    from: field(day, '依据截至', 'Rests on what was known on'),
    chosen_by: field(z.enum(['asked', 'meeting', 'three_months', 'quarter']), '预测日由来', 'Why this day', {
      zh: '指定；已知的下次会商；上次定期会商后三个月；季度末',
      en: 'asked for; the next meeting known; three months after the last regular one; end of the quarter'
    }),
    ...outlook
  })
  .meta({ id: 'ForecastOfAll' });

const group = z
  .strictObject({
    group: field(
      z.string(),
      '事项类别、部门代码或统一社会信用代码',
      'Kind of matter, code of the department, or unified social credit code'
    ),
    name: field(z.string().nullable(), '单位名称', 'Name of institution'),
    ...outlook
  })
  .meta({ id: 'ForecastOfGroup' });

const matter = z
  .strictObject({
    kind: field(z.enum(MATTERS), '事项类别', 'Kind of matter'),
    report: field(z.string(), '报表编号', 'Report'),
    record_key: field(z.string(), '记录编号', 'Record'),
    institution_uscc: field(z.string().nullable(), '统一社会信用代码', 'Unified social credit code'),
    institution_name: field(z.string().nullable(), '单位名称', 'Name of institution'),
    supervising_dept: field(
      z.string().nullable(),
      '主管部门或牵头部门代码',
      'Code of the supervising or leading department'
    ),
    summary: field(z.string().nullable(), '事项摘要', 'Summary'),
    due_date: field(day, '期限', 'Due'),
    is_overdue: field(z.boolean(), '现已逾期', 'Overdue now'),
    age_days: field(z.int(), '已历天数', 'Days since it began'),
    probability: field(
      z.number().min(0).max(1),
      '届时仍未办结的可能',
      'Probability that it is still open',
      ESTIMATE
    ),
    basis: field(z.enum(['own', 'kind', 'all', 'nobody']), '速度取自', 'Whose pace', {
      zh: '本单位；同类单位；全部；无可参照',
      en: 'own; institutions of its kind; all; no closures known'
    }),
    closures: field(z.int(), '所据办结件数', 'Closures that it rests on')
  })
  .meta({ id: 'ForecastMatter' }) satisfies z.ZodType<DueMatter>;

async function asked(reader: Reader, until: string | undefined): Promise<Forecast> {
  if (until !== undefined && until <= reader.moment.day)
    throw invalid({
      parameter: 'day',
      detail: { zh: `须晚于 ${reader.moment.day}`, en: `must be after ${reader.moment.day}` }
    });
  return reader.forecast(until === undefined ? {} : { day: until });
}

const outlookOnly = ({ open, overdue_now, overdue_then, newly, expected, low, high }: Outlook): Outlook => ({
  open,
  overdue_now,
  overdue_then,
  newly,
  expected,
  low,
  high
});

export const forecast = list({
  path: '/api/forecast',
  words: {
    zh: '逾期预测：到下次会商将逾期的审查、跟踪审查、整改和议定事项',
    en: 'Forecast: reviews, follow-ups, rectifications and action items overdue by the next meeting'
  },
  about: ESTIMATE,
  params: none,
  query: z.strictObject({
    day: chosenDay,
    by: field(
      z.enum(['kind', 'department', 'institution']).optional(),
      '分列方式，默认按事项类别',
      'By what; default by kind of matter'
    )
  }),
  row: group,
  totals: about,
  async rows(reader, { day: until, by = 'kind', page, page_size }) {
    const found = await asked(reader, until);
    const all =
      by === 'kind'
        ? found.kinds.map((row) => ({ group: row.kind, name: null, ...outlookOnly(row) }))
        : by === 'department'
          ? found.departments
          : found.institutions;
    return {
      rows: all.slice((page - 1) * page_size, page * page_size),
      total: all.length,
      page,
      page_size,
      totals: { day: found.day, from: found.from, chosen_by: found.chosen_by, ...found.total }
    };
  }
});

export const forecastMatters = list({
  path: '/api/forecast/matters',
  words: {
    zh: '逾期预测：预测日前到期而未办结的事项，仍未办结可能最大的在前',
    en: 'Forecast: open matters due before the day, those most likely to be open still first'
  },
  about: ESTIMATE,
  params: none,
  query: z.strictObject({
    day: chosenDay,
    kind: field(z.enum(MATTERS).optional(), '事项类别', 'Kind of matter'),
    department: asks.department,
    institution: asks.institution
  }),
  row: matter,
  async rows(reader, { day: until, kind, department, institution }) {
    const { matters } = await asked(reader, until);
    return mattersOf(matters, { kind, department, institution });
  }
});
