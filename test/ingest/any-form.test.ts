/** Whatever valid rows are written, and in whatever form, receiving them gives these rows back. */
import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Column } from '#ingest/declare.ts';
import { landRows, numberRows, type Landing } from '#ingest/land.ts';
import { reports } from '#ingest/reports/index.ts';
import { allColumns, literal, typedSelect, wordings } from '#warehouse/typed.ts';
import { BUREAU, districts, SmallCity } from '../warehouse/small-city.ts';
import { forms, type Table } from './any-form.ts';
import { read } from './report-files.ts';

const city = { CL20: districts };

/** Signs that some form has a use of its own for, or that some reader stumbles over. */
const signs = [
  ...'甲乙𠮷龘😀"\',;|\t\n\\=+-@#%（，：；。“—）Ａ１ｶé<>&{}[] 　\u00a0/.·',
  '&amp;',
  ']]>',
  '""',
  '\n\n',
  '  '
];

const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 16));

/** Texts of a column that are not empty. */
function filled(column: Column): fc.Arbitrary<string> {
  const words = wordings(column, city);
  switch (column.type) {
    case 'int':
      return fc.integer({ min: 0, max: 99_999 }).map(String);
    case 'decimal':
      return fc.integer({ min: 0, max: 99_999 }).map((n) => String(n / 100));
    case 'bool':
      return fc.constantFrom('Y', 'N');
    case 'date':
      return days.map((text) => text.slice(0, 10));
    case 'datetime':
      return days;
    case 'month':
      return days.map((text) => text.slice(0, 7));
    case 'quarter':
      return fc.tuple(days, fc.integer({ min: 1, max: 4 })).map(([day, n]) => `${day.slice(0, 4)}-Q${n}`);
    case 'code':
      return fc.constantFrom(...words.flatMap(({ accepted }) => accepted));
    case 'codes':
      return fc
        .subarray(
          words.map(({ code }) => code),
          { minLength: 1 }
        )
        .map((codes) => codes.join(';'));
    case 'strings':
      return fc
        .array(fc.constantFrom('甲', '乙 丙', '𠮷'), { minLength: 1, maxLength: 3 })
        .map((texts) => texts.join(';'));
    case 'string':
      return /_(uscc|id|no)$/.test(column.field) || column.ref
        ? fc.stringMatching(/^[0-9A-Z][0-9A-Z-]{0,11}$/)
        : fc
            .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 9 })
            .map((parts) => `文${parts.join('')}`);
  }
}

const tables: fc.Arbitrary<Table> = fc.constantFrom(...reports).chain((report) => {
  const row = fc.record(
    Object.fromEntries(
      report.columns.map((column) => [
        column.field,
        column.required === 'yes' || report.key.includes(column.field)
          ? filled(column)
          : fc.option(filled(column), { nil: '', freq: 3 })
      ])
    )
  );
  return fc.record({
    report: fc.constant(report),
    headers: fc.constantFrom('zh' as const, 'en' as const, 'field' as const),
    rows: fc.array(row, { minLength: 1, maxLength: 3 })
  });
});

let small: SmallCity;
beforeAll(async () => {
  small = await SmallCity.open();
});
afterAll(() => small.close());

const [READ, WRITTEN] = [1, 2];

/** Rows as staging would have them: those read from a file, and those that were written into it. */
async function typedRows({ report, rows }: Table, bytes: Uint8Array) {
  const { sheets } = await read(bytes);
  const landings = sheets.map((sheet): Landing => ({
    submission_id: READ,
    authority: BUREAU,
    received_day: '2026-09-30',
    sheet
  }));
  expect(landings.map(({ sheet }) => sheet.report)).toEqual([report.id]);
  const columns = allColumns(report).map(({ field }) => field);
  const written = rows.map(
    (row, n) => `(${WRITTEN}, 1, ${n}, ${columns.map((field) => textSql(row[field])).join(', ')}, false)`
  );
  try {
    return await small.warehouse.engine.draft(async (tx) => {
      await landRows(tx, report, landings);
      await numberRows(tx, report, landings);
      await tx.run(`insert into raw.${report.table} values ${written.join(', ')}`);
      const source = `(select submission_id, sheet_no, row_no, ${columns.map((field) => `${field} as r_${field}`).join(', ')} from raw.${report.table})`;
      const typed = await tx.all(
        `select * exclude (sheet_no, row_no) from (${typedSelect(report, source, city)}) order by row_no`
      );
      const of = (id: number) =>
        typed.flatMap(({ submission_id, ...row }) => (submission_id === id ? [row] : []));
      return { read: of(READ), written: of(WRITTEN) };
    });
  } finally {
    for (const { records } of sheets) if (records.road === 'records') rmSync(records.path);
  }
}

/** As records have it: a line end within a cell is U+2028. */
const textSql = (text: string | undefined) => (text ? literal(text.replaceAll('\n', '\u2028')) : 'null');

test.each(Object.keys(forms))(
  '%s',
  async (form) => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const found = await typedRows(table, (await forms[form]?.(table)) ?? Buffer.alloc(0));
        expect(found.read).toEqual(found.written);
      }),
      { numRuns: 6 }
    );
  },
  60_000
);
