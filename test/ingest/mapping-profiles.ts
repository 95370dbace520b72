/** Mapping profiles for tests, as the reader of files gets them. */
import type { MappingProfile } from '#ingest/mapping.ts';
import { reportOf, type ReportId } from '#ingest/reports/index.ts';

export const profile = (
  said: Pick<MappingProfile, 'report' | 'columns'> & Partial<MappingProfile>
): MappingProfile => ({
  id: 1,
  name: '院内系统导出（虚构）',
  version: 1,
  own: true,
  constants: {},
  codes: {},
  otherwise: {},
  ...said
});

/** field → header, every column of a report under its own name but for some. */
export function renamed(report: ReportId, other: Record<string, string>): Record<string, string> {
  return Object.fromEntries(reportOf(report).columns.map(({ field, zh }) => [field, other[field] ?? zh]));
}
