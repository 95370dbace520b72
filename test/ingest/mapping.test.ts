import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseProfile, readProfiles, translateCodes } from '#ingest/mapping.ts';
import { csv, folder, headers, read, readSheet, recordsOf, review } from './report-files.ts';

const european = {
  name: '欧盟登记平台',
  report: 'R04',
  columns: {
    review_id: 'record',
    committee_id: 'member_state',
    applied_at: 'submitted_or_first_entered',
    accepted_at: 'validated',
    decision_at: 'ethics_opinion_or_decision',
    decision: 'opinion'
  },
  constants: {
    project_id: 'P2026-031',
    review_subject: 'initial',
    regime: 'gcp',
    procedure_kind: 'general',
    activity_scope: 'human_participants',
    list_item: 'none',
    supplement_notices: '0',
    is_extended: 'N',
    recused_count: '0'
  },
  codes: { decision: { Favourable: 'approved', Unfavourable: 'disapproved' } }
};

test('A file with foreign headers is read onto the columns of a report', async () => {
  const file = csv([
    [
      'register',
      'record',
      'member_state',
      'submitted_or_first_entered',
      'validated',
      'ethics_opinion_or_decision',
      'opinion'
    ],
    ['EUCTR', '2022-002568-62', 'Spain - AEMPS', '2023-01-16', '', '2023-02-03', 'Favourable'],
    ['EUCTR', '2022-002568-63', 'Sweden - MPA', '2023-01-17', '2023-01-19', '', 'Withdrawn']
  ]);
  const profiles = [parseProfile(JSON.stringify(european), 'eu.json')];
  const { sheets, remarks } = await read(file, { profiles });
  expect(remarks).toEqual([{ code: 'mapped_by_profile', params: { profile: european.name }, sheet: '' }]);
  const [sheet] = sheets;
  expect(sheet).toMatchObject({ report: 'R04', profile: european.name, row_count: 2, header_row: 1 });
  const [first, second] = recordsOf(sheet ?? (await readSheet(file)));
  expect(first).toMatchObject({
    row: 2,
    cells: {
      review_id: '2022-002568-62',
      applied_at: '2023-01-16',
      accepted_at: '',
      decision_at: '2023-02-03',
      decision: 'approved',
      regime: 'gcp',
      emergency_reason: ''
    }
  });
  expect(second?.cells.decision).toBe('Withdrawn');
});

test('A profile that only renames columns leaves the file to the engine', async () => {
  const profile = { name: '改名', report: 'R04', columns: { review_id: '流水号' }, constants: {}, codes: {} };
  const file = csv([headers.map((header) => (header === '审查编号' ? '流水号' : header)), review(1)]);
  const sheet = await readSheet(file, { profiles: [profile] });
  expect(sheet.records.road).toBe('csv');
  expect(sheet.columns.review_id).toEqual({ index: 0, header: '流水号' });
});

test('Codes are translated each by itself', () => {
  const codes = { 甲: 'a', 乙: 'b', 'x;y': 'z' };
  expect(translateCodes('甲', codes)).toBe('a');
  expect(translateCodes(' 甲；丙; 乙', codes)).toBe('a;丙;b');
  expect(translateCodes('x;y', codes)).toBe('z');
  expect(translateCodes('', codes)).toBe('');
});

test('Profiles are read from a folder, and a wrong one is named with its setting', async () => {
  const profiles = join(folder, 'profiles');
  expect(await readProfiles(profiles)).toEqual([]);
  mkdirSync(profiles);
  writeFileSync(join(profiles, 'b.json'), '\uFEFF' + JSON.stringify(european));
  writeFileSync(
    join(profiles, 'a.json'),
    '{"name":"甲","report":"R01","columns":{"institution_name":"名称"}}'
  );
  writeFileSync(join(profiles, 'notes.txt'), 'no profile');
  expect((await readProfiles(profiles)).map((profile) => profile.name)).toEqual(['甲', european.name]);
  expect((await readProfiles(profiles))[0]).toMatchObject({ constants: {}, codes: {} });
  writeFileSync(join(profiles, 'c.json'), '{"name":"乙","report":"R01","column":{}}');
  await expect(readProfiles(profiles)).rejects.toThrow(/c\.json[^]*columns/);
  writeFileSync(join(profiles, 'c.json'), '{"name":');
  await expect(readProfiles(profiles)).rejects.toThrow(/c\.json/);
});
