/** Fields that many answers share. */
import { z } from 'zod';
import { codeLists } from '#ingest/codes/index.ts';
import { reports } from '#ingest/reports/index.ts';
import { PERIOD_NAME } from '#warehouse/periods.ts';
import { field } from './field.ts';

export const none = z.strictObject({});

export const uscc = z.string().regex(/^[0-9A-Z]{18}$/);
export const period = z.string().regex(PERIOD_NAME);
const texts = (list: readonly { code: string }[]) => list.map(({ code }) => code) as [string, ...string[]];

/** Filters: an unknown value is refused, not passed over. */
export const asks = {
  department: field(
    z.enum(texts(codeLists.CL03.items)).optional(),
    '主管部门代码',
    'Code of the supervising department'
  ),
  institution: field(
    uscc.optional(),
    '单位的统一社会信用代码',
    'Unified social credit code of the institution'
  ),
  report: field(
    z.enum(reports.map(({ id }) => id) as [string, ...string[]]).optional(),
    '报表编号',
    'Number of the report'
  ),
  search: field(z.string().trim().min(1).max(100).optional(), '查找文字', 'Text to look for')
};

export const institution = {
  institution_uscc: field(z.string(), '统一社会信用代码', 'Unified social credit code'),
  institution_name: field(z.string(), '单位名称', 'Name of institution'),
  supervising_dept: field(z.string(), '主管部门代码', 'Code of the supervising department')
};

/** Named by a record, but not in the register, or not yet: neither its name nor its department is known. */
export const unregistered = {
  institution_uscc: institution.institution_uscc,
  institution_name: field(z.string().nullable(), '单位名称', 'Name of institution'),
  supervising_dept: field(z.string().nullable(), '主管部门代码', 'Code of the supervising department')
};

/** A row as the reader types it, of an institution that need not be registered. */
export type Unregistered<Row> = {
  [Key in keyof Row]: Key extends 'institution_name' | 'supervising_dept' ? string | null : Row[Key];
};

export const source = z
  .strictObject({
    submission_id: field(z.int(), '报送文件编号', 'Submission'),
    sheet_no: field(z.int(), '工作表序号', 'Sheet'),
    row_no: field(z.int(), '行号', 'Row')
  })
  .meta({ id: 'CellSource' });

/** The mapping profile by which a sheet was read. */
export const readByMapping = field(
  z
    .strictObject({
      profile_id: field(z.int(), '对照方案编号', 'Mapping profile'),
      name: field(z.string(), '对照方案', 'Name of the mapping profile'),
      version: field(z.int(), '版本', 'Version')
    })
    .nullable(),
  '所用对照方案',
  'Read by this mapping profile'
);

/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();
