/** The table in hand: of which file and sheet, as which report, and the mapping to begin with. */
import { firstDraft, type Draft } from '#ingest/draft-mapping.ts';
import type { Report, Words } from '#ingest/declare.ts';
import type { ForeignTable } from '#ingest/read-foreign.ts';
import { fillWords, Rejection, rejectionWords } from '#ingest/rejection.ts';
import { reportById, reports } from '#ingest/reports/index.ts';
import { suggestMappings, type Suggestion } from '#ingest/suggest-mapping.ts';
import { app } from '#jobs/app.ts';
import type { MappingProfileAnswer } from '#warehouse/answers.ts';
import type { Mapping } from '#warehouse/control/mapping-profiles.ts';
import type { CityCodes } from '#warehouse/typed.ts';
import { text, whole } from '#dashboard/asked.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import { fileInHand, type FileInHand } from './file.server.ts';

export interface InHand {
  file: FileInHand;
  tables: ForeignTable[];
  table: ForeignTable;
  /** All reports, the likeliest first. */
  ranks: { report: string; name: Words; fit: number }[];
  report: Report;
  suggestion: Suggestion;
  /** The profile of which a new version is made. */
  before: MappingProfileAnswer | undefined;
  before_mapping: Mapping | undefined;
  draft: Draft;
  city: CityCodes;
}

interface Unreadable {
  file: FileInHand;
  rejection: { says: Words; remedy: Words };
}

/** Sheets of a workbook that are looked at to find the likeliest. */
const MOST_SHEETS = 8;

export async function inHand(asked: { locals: App.Locals; url: URL }): Promise<InHand | Unreadable> {
  const { url } = asked;
  const file = await fileInHand(asked);
  const city: CityCodes = { CL20: app().city.districts };
  const header_row = whole(url, 'header', 0, 0) || undefined;
  let tables: ForeignTable[];
  try {
    tables = await app().mapping.tables(file, header_row);
  } catch (failure) {
    if (!(failure instanceof Rejection)) throw failure;
    return { file, rejection: rejectionSays(failure) };
  }
  const suggested = (table: ForeignTable) =>
    suggestMappings(table.columns, reports, city, [file.file_name, table.sheet]);
  const sheet = text(url, 'sheet');
  const [first] = tables;
  if (!first) throw new RangeError('A file that can be read has a table');
  const rated = tables
    .slice(0, MOST_SHEETS)
    .map((table) => ({ table, suggestions: suggested(table) }))
    .sort((a, b) => (b.suggestions[0]?.fit ?? 0) - (a.suggestions[0]?.fit ?? 0));
  const table = tables.find((one) => one.sheet === sheet) ?? rated[0]?.table ?? first;
  const suggestions = rated.find((one) => one.table === table)?.suggestions ?? suggested(table);
  const before = await profile(asked);
  const report =
    reportById(before?.report ?? text(url, 'report') ?? '') ??
    reportById(suggestions[0]?.report ?? '') ??
    reports[0];
  const suggestion = suggestions.find((one) => one.report === report?.id);
  if (!report || !suggestion) throw new RangeError('There are no reports');
  const before_mapping = before && mappingOfAnswer(before);
  return {
    file,
    tables,
    table,
    ranks: suggestions.map(({ report: id, fit }) => ({ report: id, fit, name: nameOf(id) })),
    report,
    suggestion,
    before,
    before_mapping,
    draft: firstDraft(report, suggestion, table, city, before_mapping),
    city
  };
}

export function rejectionSays({ code, params }: Rejection): { says: Words; remedy: Words } {
  const { says, remedy } = rejectionWords[code];
  return { says: fillWords(says, params), remedy: fillWords(remedy, params) };
}

const nameOf = (id: string): Words => {
  const { zh = id, en = id } = reportById(id) ?? {};
  return { zh, en };
};

async function profile(asked: { locals: App.Locals; url: URL }): Promise<MappingProfileAnswer | undefined> {
  const id = whole(asked.url, 'profile', 0);
  return id > 0 ? (await readerOf(asked)).mapping(id) : undefined;
}

/** The newest version, as it was written. */
function mappingOfAnswer({ versions }: MappingProfileAnswer): Mapping {
  const mapping: Mapping = { columns: {}, constants: {}, codes: {} };
  for (const { field, header, constant, codes } of versions[0]?.entries ?? []) {
    if (header !== null) mapping.columns[field] = header;
    if (constant !== null) mapping.constants[field] = constant;
    if (codes !== null)
      mapping.codes[field] = Object.fromEntries(codes.map(({ wording, code }) => [wording, code]));
  }
  return mapping;
}
