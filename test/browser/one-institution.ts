import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endReading } from '#ingest/read-file.ts';
import { receive } from '#ingest/receive.ts';
import { realEffects } from '#jobs/effects.ts';
import { openData } from '#jobs/open-data.ts';
import { readSettings } from '#jobs/settings.ts';
import { settleReceived } from '#jobs/settle-received.ts';
import { addMonths, dayOf } from '#warehouse/calendar.ts';
import { csvOf, BUREAU } from '../warehouse/small-city.ts';
import { committeeOf, filledIn, uscc, type Texts } from '../warehouse/filled-in.ts';

export const INSTITUTION = uscc(1);
export const COMMITTEE = committeeOf(INSTITUTION);

/**
 * A data folder in which one institution and its committee have been registered since the month before last began, and
 * have reported nothing since; the caller removes it. `period` is that month: what is owed for it is overdue on any day.
 */
export async function oneInstitution(): Promise<{ data: string; period: string }> {
  const data = await mkdtemp(join(tmpdir(), 'shanjian-one-'));
  const settings = readSettings({ SHANJIAN_DATA: data, SHANJIAN_DEMO: 'off' }, []);
  const effects = realEffects('warn');
  const { warehouse } = await openData(settings, effects);
  const now = effects.now();
  const first = `${addMonths(dayOf(now), -2).slice(0, 7)}-01`;
  const at = new Date(`${first}T09:00:00+08:00`);
  const handIn = (report: 'R01' | 'R02', row: Texts) =>
    receive(warehouse, {
      file_name: `${report}.csv`,
      bytes: (async function* () {
        yield await Promise.resolve(Buffer.from(csvOf(report, [filledIn(report, row)])));
      })(),
      channel: 'import',
      authority: BUREAU,
      at
    });
  try {
    await handIn('R01', {
      institution_uscc: INSTITUTION,
      institution_name: '示例大学（虚构）',
      valid_from: '2024-01-01'
    });
    await handIn('R02', { institution_uscc: INSTITUTION });
    await settleReceived({ settings, warehouse }, at);
    await settleReceived({ settings, warehouse }, now);
  } finally {
    await endReading();
    warehouse.close();
  }
  return { data, period: first.slice(0, 7) };
}
