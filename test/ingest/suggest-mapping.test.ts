import { expect, test } from 'vitest';
import { reportOf, reports, type ReportId } from '#ingest/reports/index.ts';
import { columnOf, foreignWordings } from '#ingest/suggest-codes.ts';
import { suggestMappings, type Suggestion } from '#ingest/suggest-mapping.ts';
import * as tables from './foreign-tables.ts';

const suggested = (table: readonly (readonly string[])[], hints: string[] = []): Suggestion[] =>
  suggestMappings(tables.columnsOf(table), reports, {}, hints);
/** field → header, of the best report. */
const headersOf = ([best]: Suggestion[]) =>
  Object.fromEntries(Object.entries(best?.columns ?? {}).map(([field, { header }]) => [field, header]));

test('the export of an ethics system is known as the ledger of reviews, and its columns with it', () => {
  const found = suggested(tables.ETHICS_SYSTEM);
  expect(found[0]?.report).toBe('R04');
  expect(headersOf(found)).toEqual({
    review_id: '受理号',
    committee_id: '伦理委员会代码',
    project_id: '课题编号',
    review_subject: '送审类型',
    regime: '审查依据',
    procedure_kind: '审查形式',
    activity_scope: '涉及类别',
    list_item: '是否清单事项',
    applied_at: '申请日期',
    supplement_notices: '补正次数',
    accepted_at: '受理日期',
    is_extended: '是否延期',
    meeting_date: '上会日期',
    attending_count: '到会人数',
    recused_count: '回避人数',
    consent_votes: '同意票数',
    decision: '审查结果',
    decision_at: '决定日期'
  });
  const sure = found[0]?.columns;
  expect(sure?.['accepted_at']?.sureness).toBeGreaterThan(sure?.['procedure_kind']?.sureness ?? 1);
});

test.each<[string, readonly (readonly string[])[], ReportId, Record<string, string>]>([
  [
    'members',
    tables.MEMBER_LIST,
    'R03',
    { member_no: '委员代号', member_role: '会内职务', term_start: '聘任起日', term_end: '聘任止日' }
  ],
  [
    'training',
    tables.TRAINING_LOG,
    'R10',
    { training_id: '场次编号', training_date: '培训日期', hours: '课时', passed_count: '及格人数' }
  ],
  [
    'rectifications',
    tables.RECTIFICATION_LEDGER,
    'R08',
    {
      rectification_id: '问题单号',
      issued_date: '交办日期',
      due_date: '整改截止日',
      accepted_date: '销号日期'
    }
  ],
  [
    'projects in English',
    tables.PROJECT_EXPORT,
    'R13',
    { project_id: 'project_no', institution_uscc: 'org_credit_code', start_date: 'start date' }
  ]
])('%s are known by their columns', (_, table, report, some) => {
  const found = suggested(table);
  expect(found[0]?.report).toBe(report);
  expect(headersOf(found)).toMatchObject(some);
});

test('every report is known by its own template, column by column', () => {
  for (const report of reports) {
    const found = suggested([
      report.columns.map(({ zh }) => zh),
      report.columns.map(({ example }) => example)
    ]);
    expect(found[0]?.report).toBe(report.id);
    expect(headersOf(found)).toEqual(Object.fromEntries(report.columns.map(({ field, zh }) => [field, zh])));
  }
});

test('values speak against a column whose name would fit', () => {
  const table = (values: string[]) => [
    ['受理日期', '受理时间', '审查编号', '审查结果'],
    ...values.map((value, n) => [value, `2026-08-0${n + 1}`, `A-${n}`, '同意'])
  ];
  expect(
    headersOf(suggested(table(['张三', '李四'])).filter(({ report }) => report === 'R04'))['accepted_at']
  ).toBe('受理时间');
});

test('no column is given twice, and what is like nothing is left alone', () => {
  const found = suggested([
    ['受理号', '受理编号', '早餐', '审查结果', '课题编号'],
    ['1', '2', '粥', '同意', 'K']
  ]);
  const given = Object.values(headersOf(found));
  expect(new Set(given).size).toBe(given.length);
  expect(given).not.toContain('早餐');
});

test('a report that file, sheet or title names goes first among equals', () => {
  const table = [
    ['编号', '日期', '类型'],
    ['1', '2026-08-01', '入职培训']
  ];
  expect(suggested(table, ['R22_2026.xlsx'])[0]?.report).toBe('R22');
  expect(suggested(table, [`${reportOf('R10').zh}（2026年）`])[0]?.report).toBe('R10');
});

const wordingsOf = (report: ReportId, field: string, values: string[]) => {
  const column = columnOf(reportOf(report), field);
  if (!column) throw new Error(field);
  return Object.fromEntries(foreignWordings(column, values, {}).map(({ wording, code }) => [wording, code]));
};

test('wordings that are not ours get the nearest code, the others are left to the person', () => {
  expect(
    wordingsOf('R04', 'decision', ['同意', '批准', 'approved', '不同意', '', '修改后同意', '另议'])
  ).toEqual({
    同意: 'approved',
    不同意: 'disapproved',
    修改后同意: 'approved_after_revision',
    另议: undefined
  });
  expect(wordingsOf('R04', 'procedure_kind', ['一般程序', '快审'])).toEqual({
    一般程序: 'general',
    快审: 'simplified'
  });
  expect(wordingsOf('R04', 'review_subject', ['初审', '初始审查'])).toEqual({ 初审: 'initial' });
  expect(wordingsOf('R04', 'is_extended', ['是', '无', '已延长', '不详'])).toEqual({
    无: 'N',
    已延长: 'Y',
    不详: undefined
  });
});

test('a column of several is asked for each value by itself', () => {
  expect(wordingsOf('R04', 'activity_scope', ['涉及人、实验动物', '涉及人', 'laboratory_animal;甲'])).toEqual(
    {
      涉及人: 'human_participants',
      实验动物: 'laboratory_animal',
      甲: undefined
    }
  );
});
