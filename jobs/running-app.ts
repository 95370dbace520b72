/** Makes the application that pages and API ask, over the world in which the jobs work. */
import { keptPath } from '#ingest/landings.ts';
import { receive, receiveAgain } from '#ingest/receive.ts';
import { returnSlip } from '#ingest/return-slip.ts';
import { dayOf } from '#warehouse/calendar.ts';
import type { Authority } from '#warehouse/publish.ts';
import { openReader } from '#warehouse/reader.ts';
import { above } from './above.ts';
import type { App, Taken } from './app.ts';
import { nilDocument, nilRefused } from './declare-nil.ts';
import { deliveries, delivery } from './deliveries.ts';
import type { Jobs } from './jobs.ts';
import { limited } from './limited.ts';
import { mappingDesk } from './mapping-desk.ts';
import { parameterDesk } from './parameter-desk.ts';
import { isDemo } from './prepare-demo.ts';
import { lastPublication } from './rebuild.ts';
import { receiveOnce } from './receive-once.ts';
import { oneRun, runList } from './run-list.ts';
import { waysIn } from './ways-in.ts';
import { orderWithdrawal } from './withdraw.ts';
import type { World } from './world.ts';

/** Until people sign in, whoever reaches this machine without a token speaks for the city. */
const WHOEVER: Authority = { kind: 'city', code: '' };

export function runningApp(world: World, jobs: Jobs): App {
  const { warehouse, city, settings, effects } = world;
  const { control, folders } = warehouse;
  const named = ({ code, zh, en }: { code: string; zh: string; en: string }) => ({ code, zh, en });
  const takenThrough = (id: number): Taken => {
    const waits = control.one(`select 1 from submission where id = $id and state = 'received'`, { id });
    if (!waits) return { id, settled: Promise.resolve() };
    jobs.progress.tell(id);
    return { id, settled: jobs.takeThrough().then(() => undefined) };
  };
  return {
    reader: (scope, asof) => openReader(warehouse, above(warehouse), scope, asof),
    version: () => `${dayOf(effects.now())}.${control.changes}`,
    async receive({ file_name, bytes }, { channel, bearer, key }) {
      const arrival = {
        file_name,
        bytes: limited(bytes, settings.upload_limit),
        channel,
        authority: bearer?.authority ?? WHOEVER,
        at: effects.now()
      };
      const id = await (key === undefined
        ? receive(warehouse, arrival)
        : receiveOnce(warehouse, { ...arrival, source: ['api', bearer?.token ?? '', key].join('~') }));
      return takenThrough(id);
    },
    async declareNil(said, { channel, bearer }) {
      const authority = bearer?.authority ?? WHOEVER;
      const at = effects.now();
      const refused = await nilRefused(warehouse, authority, said, at);
      if (refused) return { refused };
      return takenThrough(await receive(warehouse, { ...nilDocument(said, at), channel, authority, at }));
    },
    rerun(id) {
      const again = receiveAgain(control, id, effects.now());
      return again === undefined ? undefined : takenThrough(again);
    },
    withdraw(id, { reason }) {
      const refused = orderWithdrawal(control, id, { reason, by: WHOEVER, at: effects.now() });
      if (!refused) void jobs.takeThrough();
      return refused;
    },
    progress: jobs.progress,
    runs: (ask) => runList(control, ask),
    runAgain(id) {
      const run = oneRun(control, id);
      if (run?.outcome !== 'failed' && run?.outcome !== 'broken off') return false;
      void jobs.again(run.job);
      return true;
    },
    ways_in: waysIn(world, jobs),
    mapping: mappingDesk(world, jobs),
    parameters: parameterDesk(world, jobs),
    slip: (reader, id, language) =>
      returnSlip(reader, id, {
        language,
        kept: (sha256) => keptPath(folders.kept, sha256),
        scratch: folders.scratch
      }),
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
