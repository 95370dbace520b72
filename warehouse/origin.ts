/** Whether a warehouse file was made for this data folder, by the tables' definitions of today. */
import { createHash, randomUUID } from 'node:crypto';
import type { ControlStore } from './control/store.ts';
import { modelStatements } from './models.ts';
import type { Warehouse } from './warehouse.ts';

/** Tables only: macros are made again where they are others. */
function definitions(): string {
  const statements = modelStatements()
    .flatMap((sql) => sql.replaceAll(/--.*/g, '').split(';'))
    .map((sql) => sql.replaceAll(/\s+/g, ' ').trim())
    .filter((sql) => /^create table/i.test(sql));
  return createHash('sha256').update(JSON.stringify(statements)).digest('hex');
}

/** Given to a data folder when its control store is first opened. */
function folderId(control: ControlStore): string {
  control.quietly(() =>
    control.run(`insert or ignore into meta (key, value) values ('folder', $id)`, { id: randomUUID() })
  );
  return control.one<{ value: string }>(`select value from meta where key = 'folder'`)?.value ?? '';
}

/** Marks a warehouse that is new. Resolves to what is wrong with the origin of one that is not, or undefined. */
export function foreignOrigin({ engine, control }: Warehouse): Promise<string | undefined> {
  const present = { definitions: definitions(), folder: folderId(control) };
  return engine.write(async (tx) => {
    await tx.run('create table if not exists meta.origin (definitions varchar, folder varchar)');
    const [origin] = await tx.all<typeof present>('select definitions, folder from meta.origin');
    const used = await tx.all('select number from meta.publication limit 1');
    if (!origin && used.length === 0) {
      await tx.run('insert into meta.origin values ($definitions, $folder)', present);
      return undefined;
    }
    if (origin?.definitions !== present.definitions)
      return 'its tables are of another version of this program';
    return origin.folder === present.folder ? undefined : 'it belongs to another data folder';
  });
}
