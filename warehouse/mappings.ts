/** Mapping profiles as people see them: whose they are, what each version said, how many files it has read. */
import type { Column, Words } from '#ingest/declare.ts';
import { codeLists } from '#ingest/codes/index.ts';
import { reportById } from '#ingest/reports/index.ts';
import type { MappingEntry, MappingProfileAnswer, MappingProfileRow } from './answers.ts';
import {
  mappingProfile,
  mappingProfiles,
  versionsOf,
  type Mapping,
  type ProfileRow
} from './control/mapping-profiles.ts';
import { valueWords } from './record.ts';
import { question } from './question.ts';
import type { Asking } from './reader.ts';
import { scopeParams } from './scope.ts';
import { allColumns, type CityCodes } from './typed.ts';

export interface AskMappings {
  report?: string;
}

/** What a scope may see: the city's, its own, and those of institutions that it sees. Those in use first. */
export async function mappings(asking: Asking, ask: AskMappings = {}): Promise<MappingProfileRow[]> {
  const names = await ownersInSight(asking);
  return mappingProfiles(asking.warehouse.control, until(asking))
    .filter(({ report }) => ask.report === undefined || report === ask.report)
    .flatMap((row) => shown(asking, row, names));
}

export async function mapping(asking: Asking, id: number): Promise<MappingProfileAnswer | undefined> {
  const { control } = asking.warehouse;
  const found = mappingProfile(control, id, until(asking));
  const [row] = found ? shown(asking, found, await ownersInSight(asking)) : [];
  if (!row) return undefined;
  const versions = versionsOf(control, id, until(asking)).map(
    ({ columns, constants, codes, ...version }) => ({
      ...version,
      entries: entriesOf(asking, row.report, { columns, constants, codes })
    })
  );
  return { ...row, versions };
}

/** The last instant of the day asked for, in Asia/Shanghai; of the newest day everything is known. */
const until = ({ moment }: Asking) => (moment.is_past ? `${moment.day}T15:59:59.999Z` : '9999');

/** Institutions of the scope by code, with their names. */
async function ownersInSight({ warehouse, moment, scope }: Asking): Promise<Map<string, string>> {
  const rows = await warehouse.engine.all<{ institution_uscc: string; institution_name: string }>(
    question('institution-names'),
    { p: moment.publication, ...scopeParams(scope) }
  );
  return new Map(rows.map((row) => [row.institution_uscc, row.institution_name]));
}

function shown({ scope }: Asking, row: ProfileRow, names: Map<string, string>): MappingProfileRow[] {
  const { owner, ...rest } = row;
  const own = owner.kind === scope.kind && scope.kind !== 'city' && owner.code === scope.code;
  const seen = scope.kind === 'city' || owner.kind === 'city' || own;
  if (!seen && !(owner.kind === 'institution' && names.has(owner.code))) return [];
  const report = reportById(row.report);
  return [
    {
      ...rest,
      owner_kind: owner.kind,
      owner_code: owner.code,
      owner_words: ownerWords(owner, names),
      report_words: { zh: report?.zh ?? row.report, en: report?.en ?? row.report }
    }
  ];
}

function ownerWords({ kind, code }: ProfileRow['owner'], names: Map<string, string>): Words {
  if (kind === 'city') return { zh: '全市', en: 'The city' };
  if (kind === 'department') {
    const { zh = code, en = code } = codeLists.CL03.items.find((item) => item.code === code) ?? {};
    return { zh, en };
  }
  const name = names.get(code) ?? code;
  return { zh: name, en: name };
}

/** In the order of the report's columns. */
function entriesOf(
  { warehouse }: Asking,
  report_id: string,
  { columns, constants, codes }: Mapping
): MappingEntry[] {
  const report = reportById(report_id);
  if (!report) return [];
  return allColumns(report)
    .filter(({ field }) => field in columns || field in constants)
    .map((column) => {
      const constant = constants[column.field];
      return {
        field: column.field,
        words: { zh: column.zh, en: column.en },
        header: columns[column.field] ?? null,
        constant: constant ?? null,
        constant_words: constant === undefined ? null : codeWords(column, constant, warehouse.city),
        codes: codesOf(column, codes[column.field], warehouse.city)
      };
    });
}

const codesOf = (
  column: Column,
  codes: Record<string, string> | undefined,
  city: CityCodes
): MappingEntry['codes'] =>
  codes === undefined
    ? null
    : Object.entries(codes).map(([wording, code]) => ({
        wording,
        code,
        words: codeWords(column, code, city) ?? { zh: code, en: code }
      }));

const codeWords = (column: Column, text: string, city: CityCodes): Words | null =>
  valueWords(column, column.type === 'bool' ? text === 'Y' : text.split(';'), city);
