import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { addColumns } from '#warehouse/control/add-columns.ts';
import { ControlStore } from '#warehouse/control/store.ts';

test('an older store gets the columns that came since, and keeps its rows', () => {
  const db = new DatabaseSync(':memory:');
  db.exec(
    `create table run (id integer primary key, job text not null) strict; insert into run (job) values ('receive')`
  );
  const schema = `create table if not exists run (
    id integer primary key, job text not null, counts text not null default '{}', day text) strict;`;
  addColumns(db, schema);
  addColumns(db, schema);
  expect(db.prepare('select * from run').all()).toMatchObject([
    { id: 1, job: 'receive', counts: '{}', day: null }
  ]);
  db.close();
});

test('a control store of the version before opens with the tables of today', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shanjian-store-'));
  const file = join(folder, 'control.sqlite');
  new ControlStore(file).close();
  const before = new DatabaseSync(file);
  before.exec('alter table submission drop column rerun_of');
  before.close();
  const store = new ControlStore(file);
  expect(store.all('select rerun_of from submission')).toEqual([]);
  store.close();
  rmSync(folder, { recursive: true });
});
