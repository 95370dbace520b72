import { reportById } from '#ingest/reports/index.ts';

export const reportNames = (ids: string[]) =>
  ids.map((id) => {
    const report = reportById(id);
    return { id, words: { zh: report?.zh ?? id, en: report?.en ?? id } };
  });
