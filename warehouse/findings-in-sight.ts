/** Findings by whose rows they are about: those that a scope may see, and of these what a list asks for. */
import type { Report } from '#ingest/declare.ts';
import { reports } from '#ingest/reports/index.ts';
import type { Params } from './engine.ts';
import type { Asking } from './reader.ts';
import { scopeParams } from './scope.ts';
import { covering, ownSubmissions } from './submissions.ts';

/** SQL of findings as in `raw.placed_finding`, with what it binds. */
interface Sighted {
  sql: string;
  params: Params;
}

const ALL = 'select * from raw.placed_finding';

/** Findings that the scope may see, of one institution where that is asked for. */
export async function findingsInSight(asking: Asking, institution?: string): Promise<Sighted> {
  const { moment } = asking;
  const seen = await seenBy(asking);
  if (institution === undefined) return seen;
  const one = 'select cast($institution as varchar)';
  return {
    sql: ofInstitutions(one, `(${seen.sql})`).join(' union all '),
    params: { ...seen.params, institution, p: moment.publication }
  };
}

async function seenBy(asking: Asking): Promise<Sighted> {
  const { scope, moment } = asking;
  if (scope.kind === 'city') return { sql: ALL, params: {} };
  const theirs = 'select institution_uscc from visible.registry_entry($p, $scope_kind, $scope_code)';
  const handedIn = (name: string) => `submission_id in (select unnest(cast($${name} as integer[])))`;
  const others = `(${ALL} where ${handedIn('covering')})`;
  // All of a file that it handed in itself; of others' files the rows of its own.
  const branches = [
    `${ALL} where ${handedIn('own')}`,
    ...ofInstitutions(theirs, others),
    ...(scope.kind === 'department'
      ? [`select * from ${others} where list_contains(depts, $scope_code)`]
      : [])
  ];
  return {
    sql: branches.join(' union '),
    params: {
      p: moment.publication,
      own: JSON.stringify(ownSubmissions(asking)),
      covering: JSON.stringify(await covering(asking)),
      ...scopeParams(scope)
    }
  };
}

/** Reports whose rows name their institution by another record, by the table of that. */
const byWay: [string, Report[]][] = [
  ...Map.groupBy(reports, ({ institution }) =>
    institution !== null && 'via' in institution ? institution.via : ''
  )
].filter(([table]) => table !== '');

const idsOf = (some: readonly Report[]) => some.map(({ id }) => `'${id}'`).join(', ');

/** Branches of a union, one for each way in which a row names its institution: each is a join of its own, and a quick one. */
const ofInstitutions = (institutions: string, from: string): string[] => [
  `select * from ${from} where institution_uscc in (${institutions})`,
  ...byWay.map(
    ([table, some]) => `select * from ${from} where report in (${idsOf(some)}) and via_key in (
      select record_key from staging.${table}_owner_at($p) where owner in (${institutions}))`
  )
];

export interface PlaceOfRow {
  institution_uscc: string | null;
  institution_name: string | null;
  report_period: string | null;
}

interface Placed {
  report: string;
  institution_uscc: string | null;
  via_key: string | null;
  report_period: string | null;
}

/** Whose the rows are by now, and what those are called, in their order. */
export async function placesOf(asking: Asking, rows: readonly Placed[]): Promise<PlaceOfRow[]> {
  const { warehouse, moment, scope } = asking;
  const owners = new Map<string, string>();
  for (const [table, some] of byWay) {
    const ids: string[] = some.map(({ id }) => id);
    const keys = rows.flatMap(({ report, via_key }) =>
      via_key !== null && ids.includes(report) ? via_key : []
    );
    if (keys.length === 0) continue;
    const known = await warehouse.engine.all<{ record_key: string; owner: string | null }>(
      `select record_key, owner from staging.${table}_owner_at($p)
       where record_key in (select unnest(cast($keys as varchar[])))`,
      { p: moment.publication, keys: JSON.stringify([...new Set(keys)]) }
    );
    for (const { record_key, owner } of known)
      if (owner !== null) for (const id of ids) owners.set(`${id}|${record_key}`, owner);
  }
  const usccs = rows.map(
    ({ report, institution_uscc, via_key }) => institution_uscc ?? owners.get(`${report}|${via_key}`) ?? null
  );
  const names = await warehouse.engine.all<{ institution_uscc: string; institution_name: string }>(
    `select institution_uscc, institution_name from visible.registry_entry($p, $scope_kind, $scope_code)
     where is_latest and institution_uscc in (select unnest(cast($usccs as varchar[])))`,
    {
      p: moment.publication,
      usccs: JSON.stringify([...new Set(usccs.flatMap((uscc) => uscc ?? []))]),
      ...scopeParams(scope)
    }
  );
  const named = new Map(names.map((row) => [row.institution_uscc, row.institution_name]));
  return rows.map(({ institution_uscc: said, report_period }, n) => {
    const uscc = usccs[n] ?? '';
    const institution_name = named.get(uscc) ?? null;
    // Whose another's record is, is told to nobody who named it without any right to.
    return {
      institution_uscc: said ?? (institution_name === null ? null : uscc),
      institution_name,
      report_period
    };
  });
}
