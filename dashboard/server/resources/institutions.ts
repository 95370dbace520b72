import { z } from 'zod';
import type { InstitutionRow } from '#warehouse/answers.ts';
import { codeLists } from '#ingest/codes/index.ts';
import { column, day, field } from '../field.ts';
import { asks, institution as named, none, uscc } from '../fields.ts';
import { list } from '../list.ts';
import { one } from '../one.ts';
import { invalid } from '../problem.ts';

const institution = z
  .strictObject({
    ...named,
    institution_kind: column('R01', 'institution_kind', z.string()),
    affiliation_level: column('R01', 'affiliation_level', z.string()),
    district_code: column('R01', 'district_code', z.string()),
    is_active: field(z.boolean(), '存续', 'Active'),
    sensitive_involved: column('R01', 'sensitive_involved', z.boolean()),
    has_research_tasks: column('R01', 'has_research_tasks', z.boolean()),
    has_active_committee: field(z.boolean(), '有在任委员会', 'Has an active committee'),
    open_alerts: field(z.int(), '未消除预警', 'Open alerts'),
    overdue_rectifications: field(z.int(), '逾期整改', 'Overdue rectifications'),
    overdue_reports: field(z.int(), '逾期未报', 'Overdue reports'),
    last_received: field(day.nullable(), '最近收报日', 'Last received')
  })
  .meta({ id: 'Institution' }) satisfies z.ZodType<InstitutionRow>;

const kinds = codeLists.CL01.items.map(({ code }) => code) as [string, ...string[]];
const sorts = ['name', 'open_alerts', 'overdue_rectifications', 'overdue_reports', 'last_received'] as const;

export const institutions = list({
  path: '/api/institutions',
  words: { zh: '单位及其现况', en: 'Institutions and how they stand' },
  params: none,
  query: z.strictObject({
    search: asks.search,
    department: asks.department,
    district: field(z.string().optional(), '区县代码', 'Code of the district'),
    kind: field(z.enum(kinds).optional(), '单位类型代码', 'Code of the kind of institution'),
    sort: field(z.enum(sorts).optional(), '排序', 'Order')
  }),
  row: institution,
  async rows(reader, ask, { app }) {
    const { district } = ask;
    if (district !== undefined && !app.city.districts.some(({ code }) => code === district))
      throw invalid({
        parameter: 'district',
        detail: { zh: '本市没有此代码', en: 'the city has no such code' }
      });
    return reader.institutions(ask);
  }
});

export const oneInstitution = one({
  path: '/api/institutions/{uscc}',
  words: { zh: '一个单位', en: 'One institution' },
  params: z.strictObject({ uscc: field(uscc, '统一社会信用代码', 'Unified social credit code') }),
  data: institution,
  find: (reader, params) => reader.institution(params.uscc)
});
