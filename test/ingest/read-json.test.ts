import { expect, test } from 'vitest';
import { fields, headers, read, readSheet, recordsOf, rejectionOf, review } from './report-files.ts';

const object = (n: number, other: Record<string, unknown> = {}) => ({
  ...Object.fromEntries(fields.map((field, i) => [field, review(n)[i]])),
  ...other
});

test('An array of objects is read, its keys being fields or headers', async () => {
  const chinese = Object.fromEntries(headers.map((header, i) => [header, review(2)[i]]));
  for (const [rows, id] of [
    [[object(1)], review(1)[0]],
    [[chinese], review(2)[0]]
  ] as const) {
    const { sheets, format, encoding } = await read(JSON.stringify(rows));
    expect([format, encoding]).toEqual(['json', 'utf-8']);
    const [sheet] = sheets;
    expect(sheet).toMatchObject({ sheet: '', sheet_no: 1, report: 'R04', header_row: 0, row_count: 1 });
    expect(sheet && recordsOf(sheet)[0]).toMatchObject({
      row: 1,
      cells: { review_id: id, emergency_reason: '' }
    });
  }
});

test('Values of every type become text, and a list fills a column of several codes', async () => {
  const row = object(1, {
    is_extended: false,
    supplement_notices: 2,
    decision_at: null,
    extension_reason: '一\n二',
    activity_scope: ['human_participants', 'lab_animals'],
    note: '多余'
  });
  const sheet = await readSheet('\uFEFF ' + JSON.stringify([row], null, 2));
  expect(sheet.unknown_columns).toEqual([{ index: fields.length, header: 'note' }]);
  expect(recordsOf(sheet)[0]?.cells).toMatchObject({
    is_extended: 'N',
    supplement_notices: '2',
    decision_at: '',
    extension_reason: '一\n二',
    activity_scope: 'human_participants;lab_animals'
  });
});

test('An envelope names report and period, and may be empty', async () => {
  const full = await readSheet(
    JSON.stringify({ report: 'R04', period: '2026-09', rows: [object(1), object(2)] })
  );
  expect(full).toMatchObject({ report: 'R04', row_count: 2, meta: { report_period: '2026-09' } });
  const nil = await readSheet(
    JSON.stringify({ report: 'reviews', period: '2026年9月', nil: true, rows: [] })
  );
  expect(nil).toMatchObject({ report: 'R04', row_count: 0, meta: { report_period: '2026-09', nil: true } });
  expect(await rejectionOf('{"report":"R99","rows":[]}')).toMatchObject({ code: 'unknown_report' });
});

test('One object a line is read; elements may leave keys out', async () => {
  const lines = [object(1), { ...object(2), emergency_level: undefined }, object(3)];
  const text = lines.map((line) => JSON.stringify(line) + '\n').join('\n');
  const sheet = await readSheet(text);
  expect(recordsOf(sheet).map((record) => [record.row, record.cells.review_id])).toEqual(
    [1, 2, 3].map((n) => [n, review(n)[0]])
  );
});

test('A file of one object a line that is larger than a piece of reading is read whole', async () => {
  const lines = Array.from({ length: 3000 }, (_, n) => JSON.stringify(object(n)) + '\r\n').join('');
  const sheet = await readSheet(lines);
  expect(sheet.row_count).toBe(3000);
  expect(recordsOf(sheet).at(-1)?.cells.review_id).toBe(review(2999)[0]);
});

test.each([
  ['a list where one value is asked for', [object(1), object(2, { project_id: ['甲'] })], 'json_nested', 2],
  ['an object for a value', [object(1, { decision: { code: 'approved' } })], 'json_nested', 1],
  ['a row that is no object', [object(1), '甲'], 'json_broken', 2]
])('%s is refused with the number of the element', async (_, rows, code, element) => {
  expect(await rejectionOf(JSON.stringify(rows))).toMatchObject({ code, params: { element } });
});

test('Broken JSON, keys of no report and documents beyond the limit are refused', async () => {
  expect(await rejectionOf('[{"审查编号": 1,')).toMatchObject({
    code: 'json_broken',
    params: { element: 0 }
  });
  const broken = `${JSON.stringify(object(1))}\n{"a":\n`;
  expect(await rejectionOf(broken)).toMatchObject({ code: 'json_broken', params: { element: 2 } });
  expect((await rejectionOf('[{"a":1,"b":2}]')).code).toBe('not_recognised');
  expect((await rejectionOf('[]')).code).toBe('not_recognised');
  expect((await rejectionOf(JSON.stringify([object(1)]), { limits: { json_bytes: 100 } })).code).toBe(
    'too_large'
  );
  const late = [...Array.from({ length: 1000 }, (_, n) => object(n)), object(1000, { late: 1 })];
  const lines = late.map((line) => JSON.stringify(line)).join('\n');
  expect(await rejectionOf(lines)).toMatchObject({ code: 'json_broken', params: { element: 1001 } });
});
