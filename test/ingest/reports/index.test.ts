import { expect, test } from 'vitest';
import { codeLists } from '#ingest/codes/index.ts';
import type { Column } from '#ingest/declare.ts';
import { reportById, reportByTable, reports } from '#ingest/reports/index.ts';
import { systemColumns } from '#ingest/reports/system-columns.ts';
import { added, conditionalElsewhere, examples, remarkedNotRejected, requiredness } from './deviations.ts';
import { specification, type SpecColumn } from './specification.ts';

const each = reports.map((report) => [report.id, report] as const);

function specified(id: string) {
  const spec = specification.reports.find((report) => report.id === id);
  if (spec === undefined) throw new Error(`${id} is not specified`);
  return spec;
}

/** A declared column in the words of the specification. */
function inSpecWords(id: string, column: Column): Omit<SpecColumn, 'validation'> {
  const { type, length, scale, codes, ref } = column;
  const deviation = requiredness[`${id}.${column.field}`];
  if (deviation) expect(column.required).toBe(deviation.ours);
  const example = examples[`${id}.${column.field}`];
  if (example) expect(column.example).toBe(example.ours);
  return {
    zh: column.zh,
    field: column.field,
    type:
      type === 'string'
        ? `string(${length})`
        : type === 'decimal'
          ? `decimal(${length},${scale})`
          : type.replace(/^(code|string)s$/, '$1[]'),
    required: deviation?.spec ?? ({ yes: 'Y', conditional: 'C', no: 'N' } as const)[column.required],
    codes: codes ?? (ref ? `→${ref}` : type === 'bool' ? 'Y/N' : '—'),
    example: example?.spec ?? column.example
  };
}

test('every report is declared, in order, and found by id and table', () => {
  expect(reports.map(({ id }) => id)).toEqual(specification.reports.map(({ id }) => id));
  for (const report of reports) {
    expect(reportById(report.id)).toBe(report);
    expect(reportByTable(report.table)).toBe(report);
  }
  expect(reportById('R99')).toBeUndefined();
  expect(reportByTable('raw')).toBeUndefined();
});

test.each(each)('%s has the columns of the specification, in order', (id, report) => {
  const spec = specified(id);
  expect({ table: report.table, zh: report.zh, en: report.en, nil: report.nil }).toEqual({
    table: spec.table,
    zh: spec.zh,
    en: spec.en,
    nil: spec.nil === 'Y'
  });
  const ours = report.columns.filter(({ field }) => !(`${id}.${field}` in added));
  expect(ours.map((column) => inSpecWords(id, column))).toEqual(
    spec.columns.map(({ validation: _, ...column }) => column)
  );
});

test.each(each)('%s says when and by when as the specification does', (id, report) => {
  const spec = specified(id);
  expect(spec.frequency.startsWith(report.frequency.zh)).toBe(true);
  expect(report.deadline.zh).toBe(spec.deadline);
});

test('every deviation is of a column or check that exists', () => {
  const columns = new Set(reports.flatMap(({ id, columns }) => columns.map(({ field }) => `${id}.${field}`)));
  for (const name of [
    ...Object.keys(added),
    ...Object.keys(requiredness),
    ...Object.keys(examples),
    ...Object.keys(conditionalElsewhere)
  ])
    expect(columns).toContain(name);
  const levels = new Map(
    reports.flatMap(({ checks }) => checks.map(({ id, level }) => [id, level] as const))
  );
  for (const id of Object.keys(remarkedNotRejected)) expect(levels.get(id)).toBe('remark');
  for (const name of Object.keys(added)) {
    const [id, field] = name.split('.') as [string, string];
    expect(specified(id).columns.map((column) => column.field)).not.toContain(field);
  }
});

test.each(each)('%s: key, institution and owned columns are columns of it', (_id, report) => {
  const fields = report.columns.map((column) => column.field);
  expect(new Set(fields).size).toBe(fields.length);
  const { key, institution, departments = [], department_owns = [], filed_within = [] } = report;
  // The joint meeting is the city's.
  if (report.id !== 'R19') expect(institution ?? departments[0], 'somebody answers for a row').toBeDefined();
  for (const field of [
    ...key,
    ...(institution ? [institution.field] : []),
    ...departments,
    ...department_owns,
    ...filed_within.map((limit) => limit.field)
  ])
    expect(fields).toContain(field);
  for (const field of report.key)
    expect(report.columns.find((column) => column.field === field)?.required).toBe('yes');
});

test('limits after an event are named by their report, and counted from a date', () => {
  const limits = reports.flatMap(({ id, columns, filed_within = [] }) =>
    filed_within.map((limit) => ({ report: id, columns, ...limit }))
  );
  expect(limits.length).toBeGreaterThan(10);
  expect(new Set(limits.map(({ id }) => id)).size).toBe(limits.length);
  for (const { report, columns, id, field, when } of limits) {
    expect(id).toMatch(new RegExp(`^${report}\\.[a-z_]+$`));
    const types = new Map<string, string>(columns.map((column) => [column.field, column.type]));
    expect(types.get(field), id).toMatch(/^date/);
    for (const word of when?.replace(/'[^']*'/g, '').match(/[a-z]+_[a-z_]+/g) ?? [])
      expect([...types.keys()], id).toContain(word);
  }
});

test.each(each)('%s: every column is complete', (_id, report) => {
  for (const column of report.columns) {
    expect(column.en, column.field).not.toMatch(/[\u3400-\u9fff]/);
    if (column.type === 'code' || column.type === 'codes')
      expect(codeLists).toHaveProperty(column.codes ?? '?');
    else expect(column.codes).toBeUndefined();
    if (column.type === 'string') expect(column.length).toBeGreaterThan(0);
    if (column.type === 'int' || column.type === 'decimal')
      expect(column.min, column.field).toBeGreaterThanOrEqual(0);
    if (column.may_be_future) expect(column.type).toBe('date');
    if (column.required === 'yes') expect(column.example, column.field).not.toBe('');
  }
});

/** As a recogniser may read it: without what stands in brackets, without blanks, without case. */
const bare = (header: string) =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[\s/:：_-]/g, '');

test.each(each)('%s: no header means two columns', (_id, report) => {
  const meanings = new Map<string, Set<string>>();
  for (const { field, zh, en, variants = [] } of [...report.columns, ...systemColumns] as readonly Column[])
    for (const header of [field, zh, en, ...variants]) {
      const known = meanings.get(bare(header)) ?? new Set();
      meanings.set(bare(header), known.add(field));
    }
  expect([...meanings].filter(([, fields]) => fields.size > 1)).toEqual([]);
});

test.each(each)(
  '%s: a conditional column is asked for by a check, or depends on another report',
  (id, report) => {
    for (const { field, required } of report.columns) {
      if (required !== 'conditional' || `${id}.${field}` in conditionalElsewhere) continue;
      expect(
        report.checks.some((check) => check.fields.includes(field)),
        field
      ).toBe(true);
    }
  }
);
