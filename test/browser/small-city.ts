import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endReading } from '../../ingest/read-file.ts';
import { realEffects } from '../../jobs/effects.ts';
import { openData } from '../../jobs/open-data.ts';
import { prepareDemo } from '../../jobs/prepare-demo.ts';
import { readSettings } from '../../jobs/settings.ts';

/** A data folder with a demo city of a few institutions and months, which takes seconds; the caller removes it. */
export async function smallCity(institutions: number, months: number): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'shanjian-city-'));
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
