import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { endReading } from '../../ingest/read-file.ts';
import { realEffects } from '../../jobs/effects.ts';
import { openData } from '../../jobs/open-data.ts';
import { prepareDemo } from '../../jobs/prepare-demo.ts';
import { readSettings } from '../../jobs/settings.ts';

/**
 * A data folder with a demo city of a few institutions and months; the caller removes it. The city is made once in a
 * run, and each who asks for it gets a copy.
 */
export async function smallCity(institutions = 12, months = 4): Promise<string> {
  const made = join(inject('run_folder'), `city-${institutions}-${months}`);
  if (!existsSync(made)) {
    const making = await prepared(institutions, months);
    // Whoever comes second has made his in vain.
    await rename(making, made).catch(() => rm(making, { recursive: true }));
  }
  const data = await mkdtemp(join(tmpdir(), 'shanjian-city-'));
  await cp(made, data, { recursive: true });
  return data;
}

async function prepared(institutions: number, months: number): Promise<string> {
  const data = await mkdtemp(join(inject('run_folder'), 'making-'));
  const settings = readSettings(
    { SHANJIAN_DATA: data, SHANJIAN_DEMO: 'auto', SHANJIAN_DEMO_INSTITUTIONS: String(institutions) },
    []
  );
  const effects = realEffects('warn');
  const { warehouse, city } = await openData(settings, effects);
  try {
    const world = { settings, city, warehouse, effects };
    await prepareDemo(world, new AbortController().signal, () => undefined, months);
  } finally {
    await endReading();
    warehouse.close();
  }
  return data;
}
