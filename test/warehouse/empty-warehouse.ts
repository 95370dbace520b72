/** An empty warehouse, made once a run and copied: binding its models takes longer than most tests. */
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openWarehouse, type WarehouseSettings } from '#warehouse/warehouse.ts';

/** Lays it into a data folder that has none. */
export async function layEmptyWarehouse(data: string, settings: WarehouseSettings): Promise<void> {
  const file = join(data, 'warehouse.duckdb');
  if (existsSync(file)) return;
  const made = join(inject('run_folder'), 'empty.duckdb');
  if (!existsSync(made)) {
    const making = await mkdtemp(join(inject('run_folder'), 'empty-'));
    (await openWarehouse({ ...settings, data: making })).close();
    await rename(join(making, 'warehouse.duckdb'), made);
    await rm(making, { recursive: true, force: true });
  }
  await copyFile(made, file);
}
