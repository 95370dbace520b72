import { said } from '#dashboard/said.ts';
import { reports } from '#ingest/reports/index.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const reader = await readerOf({ locals, url });
  const measures = [...Map.groupBy(reader.indicators(), ({ measure }) => measure)].map(([measure, all]) => ({
    measure,
    words: all[0]?.measure_words ?? { zh: '', en: '' },
    indicators: all.length
  }));
  const forms = reports.map(({ id, zh, en, who, frequency, deadline, columns }) => ({
    id,
    words: { zh, en },
    who,
    frequency,
    deadline,
    columns: columns.length
  }));
  return said({ measures, forms }, locals.language);
};
