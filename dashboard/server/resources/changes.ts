import { z } from 'zod';
import { CAUSES, type Cause, type ChangedRow } from '#warehouse/causes.ts';
import type { Side } from '#warehouse/changes.ts';
import { day, field } from '../field.ts';
import { period } from '../fields.ts';
import { list } from '../list.ts';
import { invalid } from '../problem.ts';
import { figure, fitting } from './figures.ts';
import { groupings, indicatorId } from './indicators.ts';
import { valueNamed } from './value-named.ts';

const cause = field(z.enum(CAUSES), '原因', 'Cause', {
  zh: 'rule 口径或参数变化；scope 单位进出；corrections 更正；new_reports 新报送；time 时间推移',
  en: 'rule: rule or parameter changed; scope: institutions came in or went out; corrections; new_reports; time: days went by'
});
const sums = {
  numerator: field(z.number(), '分子变化', 'Change of the numerator'),
  denominator: field(z.number(), '分母变化', 'Change of the denominator', {
    zh: '中位数、分位数为件数',
    en: 'of a quantile the number of records'
  }),
  missing: field(z.number(), '缺报变化', 'Change of what is missing')
};

const row = z
  .strictObject({
    cause,
    institution_uscc: field(z.string(), '统一社会信用代码', 'Unified social credit code', {
      zh: '部门的数据，或单位已不归查询者主管时为空',
      en: "empty for a department's own, and for an institution that is no longer the asker's"
    }),
    institution_name: field(z.string().nullable(), '单位名称', 'Name of institution'),
    dept: field(z.string().nullable(), '部门代码', 'Code of the department'),
    ...sums,
    publications: field(
      z.array(
        z.strictObject({
          number: field(z.int(), '发布序号', 'Publication'),
          day: field(day, '发布日', 'Day'),
          submissions: field(z.array(z.int()), '涉及的报送文件', 'Submissions that touched its records')
        })
      ),
      '何次发布',
      'By which publications'
    )
  })
  .meta({ id: 'Change' }) satisfies z.ZodType<ChangedRow>;

const side = z.strictObject({
  day: field(day, '日期', 'Day'),
  publication: field(z.int(), '发布序号', 'Publication'),
  period: field(z.string().nullable(), '期间', 'Period'),
  figure: figure.nullable()
}) satisfies z.ZodType<Side>;

export const changes = list({
  path: '/api/indicators/{id}/changes',
  words: {
    zh: '一个数值与此前某日相比的变化及原因',
    en: 'What moved a figure since an earlier day, by cause'
  },
  about: {
    zh: '各原因的变化相加等于全部变化；effect 按发布先后逐步代入计算，相加等于数值的变化。data 逐单位列出，变化大的在前。',
    en: 'The changes by cause add up to the whole. Effects on the value are those of the changes made one after the other, by publication; they add up too. data lists the institutions, largest change first.'
  },
  params: indicatorId,
  query: z.strictObject({
    since: field(
      day.optional(),
      '与此日相比，默认 30 日前最近一次发布之日',
      'Compared with this day; default that of the last publication 30 days before'
    ),
    name: field(z.string().min(1).optional(), '数值名，默认第一个', 'Named value; default the first'),
    period: field(
      period.optional(),
      '两日比较同一期间；默认：可累计的取较早一日已开始的最近一期，其余取各日的最近一期',
      'The same period on both days; default: of what adds up over time the newest that had begun by then, else the newest of each day'
    ),
    by: field(
      z.enum(groupings).default('city'),
      '分组方式，默认全市',
      'Grouping; default the city as a whole'
    ),
    group: field(z.string().min(1).max(64).optional(), '分组代码', 'The group')
  }),
  row,
  totals: z.strictObject({
    name: field(z.string(), '数值名', 'Named value'),
    before: side,
    after: side,
    causes: z.array(
      z.strictObject({
        cause,
        institutions: field(z.int(), '单位数', 'Institutions'),
        publications: field(z.int(), '发布次数', 'Publications'),
        ...sums,
        effect: field(z.number().nullable(), '对数值的影响', 'Effect on the value', {
          zh: '百分比为百分点',
          en: 'in percentage points for percentages'
        })
      }) satisfies z.ZodType<Cause>
    )
  }),
  async rows(reader, { id, since, name, period, by, group, page, page_size }) {
    const value = valueNamed(fitting(reader, { id, by, period, group }), name);
    if (by !== 'city' && group === undefined)
      throw invalid({
        parameter: 'group',
        detail: { zh: '需同时给出分组代码', en: 'needs the code of one group' }
      });
    const { before, after, causes, ...found } = await reader.changes(id, {
      ...(since && { since }),
      name: value.name,
      by,
      page,
      page_size,
      ...(group && { group }),
      ...(period && { period })
    });
    return { ...found, totals: { name: value.name, before, after, causes } };
  }
});
