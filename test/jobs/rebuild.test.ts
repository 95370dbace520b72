import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { receive } from '#ingest/receive.ts';
import { validateSubmissions } from '#ingest/validate-submissions.ts';
import { rebuild } from '#jobs/rebuild.ts';
import { recover } from '#jobs/recover.ts';
import { differences, warehouseContents } from './contents.ts';
import { DataFolder } from './data-folder.ts';
import { institutionsCsv, reportCsv, uscc } from './report-csv.ts';

let folder: DataFolder;

beforeEach(async () => {
  folder = await DataFolder.open({ SHANJIAN_DEMO: 'off' });
});
afterEach(() => folder.remove());

test('a rebuild with nothing new publishes only when the day has moved on', async () => {
  const at = (day: string) => rebuild(folder.warehouse, new Date(`${day}T20:00:00+08:00`));
  expect(await at('2026-11-18')).toBe(1);
  expect(await at('2026-11-18')).toBeUndefined();
  expect(await at('2026-11-19')).toBe(2);
});

test('a submission that fails the checks is not published; those beside it are, and the failure shows', async () => {
  const { engine, control } = folder.warehouse;
  folder.put('inbox/registry.csv', institutionsCsv(1, 2));
  await folder.jobs.receive();
  for (const n of [1, 2])
    await receive(folder.warehouse, {
      file_name: `staff-${n}.csv`,
      bytes: folder.put(`staff-${n}.csv`, reportCsv('R21', [{ institution_uscc: uscc(n) }])),
      channel: 'upload',
      authority: { kind: 'city', code: '' },
      at: folder.now
    });
  const [bad = 0] = await validateSubmissions(folder.warehouse);
  // What no validator lets through: the typed rows are falsified behind its back.
  const staff = (count: number) =>
    engine.write((tx) =>
      tx.run(`update held_staff_training_base set research_staff_end = ${count} where submission_id = ${bad}`)
    );
  await staff(-5);
  await folder.jobs.takeThrough();
  const states = () => folder.submissions().map(({ state }) => state);
  expect(states()).toEqual(['published', 'validated', 'published']);
  expect(folder.jobs.runs.lastFailure()?.says).toContain(`submission ${bad}: numerator-within-denominator`);
  expect(await folder.count('indicators.value where numerator < 0')).toBe(0);
  expect(control.all('select number from publication')).toHaveLength(2);
  expect(await folder.count('meta.publication')).toBe(2);

  await staff(860);
  await folder.jobs.daily();
  expect(states()).toEqual(['published', 'published', 'published']);
});

test('a day is turned by the daily job, and alerts are judged anew', async () => {
  folder.put('inbox/a.csv', institutionsCsv(1));
  folder.put(
    'inbox/b.csv',
    reportCsv('R08', [
      {
        rectification_id: 'RC-1',
        institution_uscc: uscc(1),
        issued_date: '2026-11-02',
        due_date: '2026-11-20',
        is_extended: 'N',
        extended_due_date: '',
        report_submitted_date: '',
        accepted_date: '',
        acceptance_result: '',
        rect_status: 'open'
      }
    ])
  );
  await folder.jobs.receive();
  const overdue = () =>
    folder.warehouse.control.all<{ object_id: string; opened_day: string }>(
      `select object_id, opened_day from episode where rule = 'RULE-G2-02'`
    );
  expect(overdue()).toEqual([]);
  folder.now = new Date('2026-11-24T06:10:00+08:00');
  await folder.jobs.daily();
  expect(overdue()).toEqual([{ object_id: 'RC-1', opened_day: '2026-11-24' }]);
});

test('one of another folder is set aside, not written to', async () => {
  const other = await DataFolder.open({ SHANJIAN_DEMO: 'off' });
  other.put('inbox/a.csv', institutionsCsv(1));
  await other.jobs.receive();
  folder.put('inbox/b.csv', institutionsCsv(2));
  await folder.jobs.receive();
  const before = await warehouseContents(folder.warehouse.engine);
  for (const each of [folder, other]) each.end();
  renameSync(join(other.path, 'warehouse.duckdb'), join(folder.path, 'warehouse.duckdb'));
  for (const each of [folder, other]) await each.reopen();
  await recover(folder.world, folder.jobs.runs);
  expect(differences(await warehouseContents(folder.warehouse.engine), before)).toEqual({});
  await other.remove();
});
