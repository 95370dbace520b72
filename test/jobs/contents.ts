/** All that a data folder holds, as texts that can be compared row by row. */
import type { ControlStore } from '#warehouse/control/store.ts';
import type { Engine } from '#warehouse/engine.ts';

export type Contents = Record<string, string[]>;

/** Every table of the warehouse that a publication can have changed. */
export async function warehouseContents(engine: Engine): Promise<Contents> {
  const tables = await engine.all<{ name: string }>(
    `select schema_name || '.' || table_name as name from duckdb_tables()
     where schema_name in ('raw', 'staging', 'indicators', 'meta') and table_name not in ('build_tables', 'dirty', 'origin')
     order by name`
  );
  const found: Contents = {};
  for (const { name } of tables) {
    const rows = await engine.all<{ row: string }>(
      `select cast(to_json(t) as varchar) as row from ${name} t`
    );
    found[name] = rows.map(({ row }) => row).sort();
  }
  return found;
}

/** What people and jobs did; how long reading took is no part of it. */
export function controlContents(control: ControlStore): Contents {
  const rows = (sql: string) => control.all(sql).map((row) => JSON.stringify(row));
  return {
    submission: rows(
      `select id, sha256, file_name, channel, authority_kind, authority_code, received_at, state, same_as, reason,
         notices, source, rows, accepted, remarked, rejected, unchanged, publication from submission order by id`
    ),
    withdrawal: rows('select * from withdrawal order by submission_id'),
    sheet: rows('select * from sheet order by submission_id, sheet_no'),
    mapping: rows('select * from sheet_mapping order by submission_id, sheet_no'),
    publication: rows('select * from publication order by number'),
    publication_submission: rows('select * from publication_submission order by number, submission_id'),
    episode: rows('select * from episode order by id'),
    episode_event: rows('select * from episode_event order by id'),
    delivery: rows(
      `select id, person, kind, day, message_id, subject, length(html) as html, text, state from delivery order by id`
    ),
    // Who has nothing new is asked again at the next run, from where he stands.
    digest: rows(
      'select person, kind, day, scope, through_event, outcome, at from digest order by person, kind, day'
    )
  };
}

/** Which tables differ, and how: the first rows that only one of the two has. */
export function differences(
  ours: Contents,
  theirs: Contents
): Record<string, { ours: string[]; theirs: string[] }> {
  const found: Record<string, { ours: string[]; theirs: string[] }> = {};
  for (const table of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [a, b] = [ours[table] ?? [], theirs[table] ?? []];
    if (JSON.stringify(a) === JSON.stringify(b)) continue;
    const only = (these: string[], those: Set<string>) =>
      these
        .filter((row) => !those.has(row))
        .slice(0, 3)
        .map((row) => row.slice(0, 400));
    found[table] = { ours: only(a, new Set(b)), theirs: only(b, new Set(a)) };
  }
  return found;
}
