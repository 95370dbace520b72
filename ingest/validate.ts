/**
 * The validator: a report's declaration compiled to SQL. `faultsOf` lists every check as a condition over the typed
 * columns; the loader ORs them to flag a row in the pass that reads the file, and asks flagged rows one by one after.
 */
import type { Column, Level, Report, Words } from './declare.ts';
import { allColumns, canBeUnreadable, isAmbiguousDay, literal } from '#warehouse/typed.ts';
import { personalDataSql } from './codes/personal-data.ts';
import { usccHoldsSql } from './codes/uscc.ts';
import { systemColumns } from './reports/system-columns.ts';

export interface Fault {
  check_id: string;
  level: Level;
  /** The column whose cell the finding points at. */
  field: string;
  /** SQL over the typed row (`f`, `bad_f`); true where it is at fault. `$received` is the day of receipt. */
  sql: string;
  /** Also of a row that only voids a record: what such a row needs is the key and whose it is. */
  of_void: boolean;
}

/** Every check of one row. Source: reports.md row validations, VAL-07 … VAL-09, VAL-18, VAL-19; rulings 1 and 2. */
export function faultsOf(report: Report): Fault[] {
  const needed = new Set([
    ...report.key,
    report.institution?.field,
    ...systemColumns.map(({ field }) => field)
  ]);
  const generic = allColumns(report).flatMap((column) => columnFaults(column, needed.has(column.field)));
  const declared = report.checks.map((check): Fault => ({
    check_id: check.id,
    level: check.level,
    field: check.fields[0],
    sql: `not (${check.holds})`,
    of_void: false
  }));
  return [...generic, ...declared];
}

function columnFaults(column: Column, of_void: boolean): Fault[] {
  const { field } = column;
  const faults: Fault[] = [];
  const reject = (check_id: string, sql: string) =>
    faults.push({
      check_id,
      level: 'reject',
      field,
      sql,
      of_void: of_void || check_id === 'personal_data'
    });
  const unreadable = canBeUnreadable(column);
  if (column.required === 'yes')
    reject('required', `${field} is null${unreadable ? ` and not bad_${field}` : ''}`);
  if (unreadable) reject(isCoded(column) ? 'code' : 'type', `bad_${field}`);
  if (column.length !== undefined && !unreadable && column.type === 'string' && !isUscc(column))
    reject('length', `length(${field}) > ${column.length}`);
  if (column.min !== undefined) reject('min', `${field} < ${column.min}`);
  if (column.max !== undefined) reject('max', `${field} > ${column.max}`);
  if (column.type === 'date' || column.type === 'datetime') {
    reject('before_2000', `${field} < date '2000-01-01'`);
    if (!column.may_be_future) reject('future', `${field} >= cast($received as date) + interval 1 day`);
  }
  if (isUscc(column)) reject('uscc', `not (${usccHoldsSql(field)})`);
  if (column.free_text) reject('personal_data', personalDataSql(field));
  return faults;
}

const isCoded = ({ type }: Column) => type === 'code' || type === 'codes' || type === 'bool';

/** VAL-01: columns that hold one unified social credit code. */
export const isUscc = (column: Column) => column.type === 'string' && column.field.endsWith('uscc');

const NOT_VOID = "row_action is distinct from 'void'";

/** SQL that is true where any check of the row fails. */
export function anyFault(faults: readonly Fault[]): string {
  const any = (some: readonly Fault[]) =>
    `coalesce(${some.map((fault) => `(${fault.sql})`).join('\n  or ')}, false)`;
  const [ofAll, ofOthers] = [
    faults.filter((fault) => fault.of_void),
    faults.filter((fault) => !fault.of_void)
  ];
  return `(${any(ofAll)} or (${NOT_VOID} and ${any(ofOthers)}))`;
}

/**
 * Rows for `raw.finding` from rows that end in what stood in the cell: that is written down short, and not again
 * where it holds personal data, whatever else is wrong with it.
 */
export const saidShort = (found: string) =>
  `select submission_id, sheet_no, row_no, field, level, check_id,
    case when ${personalDataSql('value')} then left(value, 2) || '…' else left(value, 80) end
   from (${found}) found(submission_id, sheet_no, row_no, field, level, check_id, value)`;

/** The rows of `landing_<table>` of which something is to be said: all faults of each, and whether it is written oddly. */
export function flaggedSelect(report: Report, faults: readonly Fault[]): string {
  const each = faults.map(
    ({ check_id, level, field, sql, of_void }) =>
      `case when ${of_void ? sql : `${NOT_VOID} and (${sql})`} then {'field': ${literal(field)}, 'level': ${literal(level)}, 'check_id': ${literal(check_id)}} end`
  );
  return `select submission_id, sheet_no, row_no, odd, list_filter([${each.join(',\n')}], f -> f is not null) as found
    from landing_${report.table} where (${anyFault(faults)} or odd)`;
}

/** Every fault of flagged rows, with what stood in the cell. */
export function findingsSelect(report: Report, flagged: string): string {
  const values = allColumns(report).map(({ field }) => `when '${field}' then r.${field}`);
  const days = allColumns(report).filter(({ type }) => type === 'date' || type === 'datetime');
  const isDay =
    days.length === 0 ? 'false' : `field in (${days.map(({ field }) => literal(field)).join(', ')})`;
  return `select submission_id, sheet_no, row_no, field, level,
      case when check_id = 'type' and ${isDay} and ${isAmbiguousDay('value')} then 'ambiguous_date' else check_id end as check_id, value
    from (select f.submission_id, f.sheet_no, f.row_no, f.field, f.level, f.check_id,
        case f.field ${values.join(' ')} end as value
      from (select submission_id, sheet_no, row_no, unnest(found, recursive := true) from ${flagged}) f
      join raw.${report.table} r on r.submission_id = f.submission_id and r.sheet_no = f.sheet_no and r.row_no = f.row_no)`;
}

/** Cells in which the reader found control characters and put their pictures: no text holds them. */
export const controlFindings = (report: Report, submission_id: number, sheet_no: number) =>
  `select submission_id, sheet_no, row_no, field, 'reject', 'control', value
   from (select * from raw.${report.table} where submission_id = ${submission_id} and sheet_no = ${sheet_no})
   unpivot (value for field in (${allColumns(report)
     .map(({ field }) => field)
     .join(', ')}))
   where regexp_matches(value, '[\\x{2400}-\\x{241f}\\x{2421}]')`;

/** Words of the checks that every column shares. `{…}` is filled from the column. */
export const genericChecks: Record<string, { level: Level; says: Words; remedy: Words; basis: string }> = {
  required: words('必填项为空', 'A required cell is empty', '请填写“{zh}”', 'Fill in “{en}”', 'VAL / 表式'),
  code: words(
    '“{value}”不在代码表中',
    '“{value}” is not in the code list',
    '请从模板下拉选项中选择：{codes}',
    'Choose one of: {codes}',
    '代码表 {list}'
  ),
  type: words(
    '“{value}”不是{kind}',
    '“{value}” is not {kind_en}',
    '请按格式填写，例如 {example}',
    'Write it like {example}',
    '表式'
  ),
  ambiguous_date: words(
    '“{value}”的年、月、日次序不明，未作推测',
    '“{value}” does not say which is year, month and day; it was not guessed',
    '请按“年-月-日”填写，年份为四位数字，例如 {example}',
    'Write year, month, day, the year in four digits, like {example}',
    '表式'
  ),
  length: words('文字超过{length}字', 'Longer than {length} characters', '请精简', 'Shorten it', '表式'),
  min: words('数值小于{min}', 'Below {min}', '请核对后更正', 'Check and correct it', '表式'),
  max: words('数值大于{max}', 'Above {max}', '请核对后更正', 'Check and correct it', '表式'),
  before_2000: words('日期早于2000年', 'A date before 2000', '请核对年份', 'Check the year', 'VAL-18'),
  future: words(
    '日期晚于报送日',
    'A date after the day of submission',
    '只报已发生的事项；请核对日期',
    'Report what has happened; check the date',
    'VAL-18'
  ),
  uscc: words(
    '统一社会信用代码“{value}”校验不通过',
    '“{value}” is not a valid unified social credit code',
    '请对照登记证书核对18位代码',
    'Compare the 18 characters with the certificate',
    'VAL-01 GB 32100-2015'
  ),
  control: words(
    '“{value}”中含有控制字符（以符号标出）',
    '“{value}” holds control characters, shown as signs',
    '请清除后重新填写',
    'Enter it anew without them',
    'D'
  ),
  personal_data: words(
    '文字中含有疑似身份证号或手机号',
    'The text seems to hold an identity or mobile number',
    '请删除个人信息后重新报送',
    'Remove personal data and submit again',
    'VAL-19'
  ),
  duplicate: words(
    '本文件内编号“{value}”重复且内容不一致',
    'The key “{value}” stands more than once in the file, with different content',
    '请只保留正确的一行',
    'Keep the one row that is right',
    'VAL-02'
  ),
  repeated: {
    ...words(
      '与本文件另一行完全相同，已忽略',
      'The same row stands twice in the file; one is ignored',
      '无需处理',
      'Nothing to do',
      'VAL-02'
    ),
    level: 'remark'
  },
  key_owner: words(
    '编号“{value}”已由其他单位使用',
    'The key “{value}” belongs to another institution',
    '请使用本单位编号；确需移交的联系数据管理员',
    'Use a key of your own, or ask the data steward to transfer it',
    'VAL-02 D'
  ),
  authority: words(
    '“{value}”不在本报送渠道的职责范围内',
    '“{value}” is not among the institutions this channel speaks for',
    '请由该单位或其主管部门报送',
    'Have it submitted by that institution or its department',
    'D'
  ),
  void_unknown: words(
    '要作废的编号“{value}”不存在',
    'The record “{value}” to be voided is unknown',
    '请核对编号',
    'Check the key',
    'VAL-02'
  ),
  normalised: {
    ...words(
      '写法与表式不符，已规范读入：{value}',
      'Not written as the form asks, and read so: {value}',
      '请核对；今后按表式填写，例如 {example}',
      'Check it, and write it like {example} from now on',
      '表式'
    ),
    level: 'remark'
  },
  update_unknown: {
    ...words(
      '要更新的编号“{value}”此前未报，按新增处理',
      '“{value}” was unknown and is taken as new',
      '请核对编号是否正确',
      'Check that the key is right',
      'VAL-02'
    ),
    level: 'remark'
  },
  waiting: {
    ...words(
      '“{value}”在关联表中尚无记录，本行待关联，暂不计入指标',
      '“{value}” is not known yet; the row waits and is not counted',
      '请补报所引用的记录',
      'Submit the record it refers to',
      'VAL-01 D'
    ),
    level: 'remark'
  },
  not_owned: {
    ...words(
      '“{zh}”由主管部门填写，本次修改未采用',
      '“{en}” belongs to the department; the change was not taken',
      '如需修改请联系主管部门',
      'Ask the department to change it',
      'D'
    ),
    level: 'remark'
  }
};

function words(zh: string, en: string, remedyZh: string, remedyEn: string, basis: string) {
  return { level: 'reject' as Level, says: { zh, en }, remedy: { zh: remedyZh, en: remedyEn }, basis };
}
