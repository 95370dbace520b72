import { z } from 'zod';
import type { AlertRow } from '#warehouse/answers.ts';
import { rules } from '#jobs/rules/index.ts';
import { day, field, words } from '../field.ts';
import { asks, none } from '../fields.ts';
import { list } from '../list.ts';

const severities = ['critical', 'high', 'medium', 'low'] as const;

const alert = z
  .strictObject({
    id: field(z.int(), '预警编号', 'Number of the alert'),
    rule: field(z.string(), '规则编号', 'Rule'),
    rule_words: field(words, '规则', 'Rule in words'),
    kind: field(z.enum(['L', 'P', 'I']), '规则类别', 'Kind of rule', {
      zh: 'L 法定，P 参数，I 提示',
      en: 'L law, P parameter, I information'
    }),
    severity: field(z.enum(severities), '级别', 'Severity'),
    object_table: field(z.string(), '对象所在表', 'Table of the object'),
    object_id: field(z.string(), '对象编号', 'Object'),
    institution_uscc: field(z.string().nullable(), '统一社会信用代码', 'Unified social credit code'),
    institution_name: field(z.string().nullable(), '单位名称', 'Name of institution'),
    who: field(words, '所涉单位或部门', 'Whose matter it is'),
    dept: field(z.string().nullable(), '主管部门代码', 'Code of the department'),
    opened_day: field(day, '触发日', 'Opened'),
    closed_day: field(day.nullable(), '消除日', 'Closed'),
    act_by: field(day.nullable(), '最迟办理日', 'Act by'),
    data_day: field(day.nullable(), '所据数据日', 'Day of the data'),
    text: field(words, '内容', 'What it says'),
    basis: field(z.string(), '依据', 'Basis')
  })
  .meta({ id: 'Alert' }) satisfies z.ZodType<AlertRow>;

export const alerts = list({
  path: '/api/alerts',
  words: { zh: '预警', en: 'Alerts' },
  params: none,
  query: z.strictObject({
    state: field(z.enum(['open', 'closed', 'all']).optional(), '状态，默认 open', 'State; default open'),
    rule: field(z.enum(rules.map(({ id }) => id) as [string, ...string[]]).optional(), '规则编号', 'Rule'),
    severity: field(z.enum(severities).optional(), '级别', 'Severity'),
    department: asks.department,
    institution: asks.institution
  }),
  row: alert,
  rows: (reader, ask) => reader.alerts(ask)
});
