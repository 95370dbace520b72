/** Whether a warehouse file was made by the tables' definitions of today. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { reports } from '#ingest/reports/index.ts';
import type { Engine } from './engine.ts';
import { tablesOf } from './tables.ts';

/** Tables only: macros are made again at every start. */
function signature(): string {
  const schema = readFileSync(new URL('./models/schema.sql', import.meta.url), 'utf8').replaceAll(
    /--.*/g,
    ''
  );
  const statements = [...schema.split(';'), ...reports.flatMap(tablesOf)]
    .map((sql) => sql.replaceAll(/\s+/g, ' ').trim())
    .filter((sql) => /^create table/i.test(sql));
  return createHash('sha256').update(JSON.stringify(statements)).digest('hex');
}

/** Notes the definitions in a warehouse that is new; false when it was made by others, and must be made anew. */
export function isOfPresentShape(engine: Engine): Promise<boolean> {
  const present = signature();
  return engine.write(async (tx) => {
    await tx.run('create table if not exists meta.shape (signature varchar)');
    const [noted] = await tx.all<{ signature: string }>('select signature from meta.shape');
    if (noted) return noted.signature === present;
    const used = await tx.all('select number from meta.publication limit 1');
    if (used.length > 0) return false;
    await tx.run('insert into meta.shape values ($present)', { present });
    return true;
  });
}
