/** Makes the application that pages and API ask, over the world in which the jobs work. */
import { receive } from '#ingest/receive.ts';
import { keptPath } from '#ingest/validate-submissions.ts';
import { dayOf } from '#warehouse/calendar.ts';
import { openReader } from '#warehouse/reader.ts';
import { above } from './above.ts';
import type { App } from './app.ts';
import { deliveries, delivery } from './deliveries.ts';
import type { Jobs } from './jobs.ts';
import { limited } from './limited.ts';
import { mappingDesk } from './mapping-desk.ts';
import { isDemo } from './prepare-demo.ts';
import { lastPublication } from './rebuild.ts';
import { receiveOnce } from './receive-once.ts';
import { waysIn } from './ways-in.ts';
import type { World } from './world.ts';

export function runningApp(world: World, jobs: Jobs): App {
  const { warehouse, city, settings, effects } = world;
  const { control, folders } = warehouse;
  const named = ({ code, zh, en }: { code: string; zh: string; en: string }) => ({ code, zh, en });
  return {
    reader: (scope, asof) => openReader(warehouse, above(warehouse), scope, asof),
    version: () => `${dayOf(effects.now())}.${control.changes}`,
    async receive({ file_name, bytes }, { channel, bearer, key }) {
      const arrival = {
        file_name,
        bytes: limited(bytes, settings.upload_limit),
        channel,
        // Until people sign in, whoever reaches this machine without a token speaks for the city.
        authority: bearer?.authority ?? { kind: 'city', code: '' },
        at: effects.now()
      };
      const id = await (key === undefined
        ? receive(warehouse, arrival)
        : receiveOnce(warehouse, { ...arrival, source: ['api', bearer?.token ?? '', key].join('~') }));
      await jobs.takeThrough();
      return id;
    },
    ways_in: waysIn(world, jobs),
    mapping: mappingDesk(world, jobs),
    keptPath: (sha256) => keptPath(folders.kept, sha256),
    deliveries: async (ask) => deliveries(control, ask),
    delivery: async (id) => delivery(control, id),
    health() {
      const last = lastPublication(control);
      return {
        publication: last?.number ?? 0,
        published_at: last?.published_at ?? null,
        last_failure: jobs.runs.lastFailure(),
        demo: isDemo(control)
      };
    },
    city: {
      zh: city.zh,
      en: city.en,
      departments: city.departments.map(named),
      districts: city.districts.map(named),
      forms: {
        prefix: city.forms?.prefix ?? '',
        issued_by: city.forms?.issued_by ?? city.zh,
        approval: city.forms?.approval ?? '',
        valid_to: city.forms?.valid_to ?? ''
      }
    }
  };
}
