import { z } from 'zod';
import type { ParameterRow } from '#warehouse/parameter-list.ts';
import { day, field, words } from '../field.ts';
import { instant, none } from '../fields.ts';
import { list } from '../list.ts';

const groups = z.enum(['law', 'default', 'limits']);

const saying = z
  .strictObject({
    key: field(z.string(), '参数', 'Parameter'),
    words: field(words, '名称', 'Name'),
    group: field(groups, '类别', 'Group'),
    kind: field(z.enum(['law', 'default']), '性质', 'Kind'),
    value: field(z.string(), '值', 'Value'),
    effective_from: field(day, '施行日', 'In force from'),
    in_force: field(z.boolean(), '现行', 'In force'),
    basis: field(z.string(), '依据或理由', 'Basis or reason'),
    set_by: field(z.enum(['program', 'city', 'person']), '来源', 'Set by'),
    changed_by: field(z.string().nullable(), '修改人', 'Changed by'),
    changed_at: field(instant.nullable(), '修改时间', 'Changed at')
  })
  .meta({ id: 'ParameterChange' });

/** One row for everything that was said about a parameter. */
export const parameters = list({
  path: '/api/parameters',
  words: {
    zh: '参数和评级标准：各次设定及其依据、修改人，新的在前',
    en: 'Parameters and limits: everything that was set, by whom and why, newest first'
  },
  params: none,
  query: z.strictObject({
    key: field(
      z.string().min(1).optional(),
      '参数，如 decision_days',
      'Parameter, for example decision_days'
    ),
    group: field(groups.optional(), '类别', 'Group')
  }),
  row: saying,
  rows: ({ moment }, { key, group }, { app }) => {
    const day = moment.is_past ? moment.day : app.parameters.today();
    return Promise.resolve(
      app.parameters
        .list(day, moment.is_past)
        .filter(
          (row) => (key === undefined || row.key === key) && (group === undefined || row.group === group)
        )
        .flatMap(sayings)
    );
  }
});

const sayings = (row: ParameterRow): z.output<typeof saying>[] =>
  row.history.map((one) => ({
    key: row.key,
    words: row.words,
    group: row.group,
    kind: one.kind,
    value: one.value,
    effective_from: one.from,
    in_force: one === row.in_force,
    basis: one.basis,
    set_by: one.by.kind,
    changed_by: one.by.kind === 'person' ? one.by.name : null,
    changed_at: one.by.kind === 'person' ? one.by.at : null
  }));
