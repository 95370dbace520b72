/** The fictional city of the fixtures, handed in as it happened and published once a month. */
import { handIns, type City } from '#fixtures/generate.ts';
import { receive } from '#ingest/receive.ts';
import { addDays, addMonths, type Day } from '#warehouse/calendar.ts';
import type { WarehouseSettings } from '#warehouse/warehouse.ts';
import { SmallCity } from './small-city.ts';

/** The days of publication: the 16th of a month, and the last day of the story. */
function* publicationDays({ end, months = 24 }: City): Generator<Day> {
  const first = `${addMonths(end, -months).slice(0, 7)}-01`;
  for (let day = first; day < end; day = addDays(day, 1)) if (day.endsWith('-16')) yield day;
  yield end;
}

/** `seen` is called after every publication: what the reader says then it must say of that day for ever. */
export async function storyCity(
  story: City,
  seen: (city: SmallCity, day: Day) => Promise<void> = async () => {},
  settings: Partial<WarehouseSettings> = {}
): Promise<SmallCity> {
  const city = await SmallCity.open(settings);
  const files = handIns(story);
  let file = files.next();
  for (const evening of publicationDays(story)) {
    for (; !file.done && file.value.day <= evening; file = files.next()) {
      const { day, time, file_name, authority, bytes } = file.value;
      await receive(city.warehouse, {
        file_name,
        bytes: one(bytes),
        channel: 'import',
        authority: authority.kind === 'city' ? { kind: 'city', code: '' } : authority,
        at: new Date(`${day}T${time}:00+08:00`)
      });
    }
    await city.publish(evening);
    await seen(city, evening);
  }
  return city;
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
