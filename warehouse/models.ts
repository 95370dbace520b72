/** Makes the warehouse's tables and macros: schema, raw and staging from the reports, marts and visible from their files. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Report } from '#ingest/declare.ts';
import { reports } from '#ingest/reports/index.ts';
import { indicatorMarts } from './catalogue/marts.ts';
import { clockColumns } from './clocks.ts';
import type { Engine } from './engine.ts';
import { numericParameters } from './parameters.ts';
import {
  departmentSql,
  inOrderOfOwners,
  landingTables,
  ownersSql,
  reportOfTable,
  tablesOf
} from './tables.ts';

const read = (path: string) => readFileSync(new URL(`./models/${path}`, import.meta.url), 'utf8');

/** The marts' SQL by name: `{{mart}}` stands for the marts that one builds on. */
const files = new Map(
  readdirSync(new URL('./models/marts/', import.meta.url))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => [name.replace('.sql', ''), read(`marts/${name}`)])
);

/** Marts in the order in which they build on one another. */
export const marts: readonly string[] = inOrder([...files.keys()]);

function inOrder(names: readonly string[]): string[] {
  const done: string[] = [];
  const add = (name: string): void => {
    if (done.includes(name)) return;
    for (const [, on] of (files.get(name) ?? '').matchAll(/\{\{(\w+)\}\}/g))
      if (on !== undefined && on !== name && files.has(on)) add(on);
    done.push(name);
  };
  names.forEach(add);
  return done;
}

/** Steps to the ledger's lines, and to what a scope might see once: no indicator reads them and no question. */
const STEPS: readonly string[] = [
  'registered',
  'registry_history',
  'ended',
  'project_told',
  'standing_span',
  'standing',
  'department_standing',
  'owed',
  'report_line'
];

/** Of these a build makes a copy of its own, from which the indicators are computed. */
export const isCopied = (mart: string): boolean => mart in indicatorMarts;

/** Institutions themselves: the entries of the registry, and these with their committees. */
const REGISTERED: readonly string[] = ['registry_entry', 'institution'];

/** How a scope sees what is not an institution's alone. */
function seenBy(name: string): string {
  if (name === 'value') return 'visible/value.sql';
  if (name === 'cell') return 'visible/as-then.sql';
  if (name === 'late_filing' || name === 'touched') return 'visible/by-owner.sql';
  const owner = name in indicatorMarts ? indicatorMarts[name as keyof typeof indicatorMarts].owner : '';
  if (owner === 'line') return 'visible/report-due.sql';
  return owner === 'either' || owner === 'department' ? 'visible/by-owner.sql' : 'visible/by-institution.sql';
}

/** What leaves the warehouse, by the name under which a scope may see it. */
const seen: Record<string, string> = {
  ...Object.fromEntries(
    marts
      .filter((mart) => !REGISTERED.includes(mart) && !STEPS.includes(mart))
      .map((mart) => [mart, `marts.${mart}`])
  ),
  value: 'indicators.value_at',
  histogram: 'indicators.histogram_at',
  cell: 'indicators.cell_by',
  touched: 'meta.touched_by'
};

/** Steps that look only for the records of registered institutions. */
const OF_REGISTERED: readonly string[] = ['registry_entry', 'ended', 'project_told'];

/**
 * The steps that say which records there are, of the dirty institutions alone: with these a build of few institutions
 * looks for no records but theirs. Undefined for other marts.
 */
export function ofDirty(mart: string): string | undefined {
  if (mart === 'registered')
    return '(select * from marts.registered($p) where record_key in (select institution_uscc from meta.dirty))';
  return OF_REGISTERED.includes(mart) ? `(${martSql(mart, (step) => ofDirty(step) ?? '')})` : undefined;
}

/** The SQL of a mart: `$p` is bound to the publication, `{{mart}}` stands for the marts that it builds on. */
export function martSql(mart: string, source: (mart: string) => string): string {
  return eachLimit(eachReport(files.get(mart) ?? ''))
    .replace('{{owed_by}}', owedBy('owed_by'))
    .replace('{{owed_by_departments}}', owedBy('owed_by_departments'))
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => source(name));
}

/** Who owes what, as the reports declare it: a predicate over standing and report. */
function owedBy(whose: 'owed_by' | 'owed_by_departments'): string {
  const each = reports.flatMap(({ id, due }) =>
    due.flatMap((one) =>
      one[whose] === undefined
        ? []
        : [`(report = '${id}' and period_kind = '${one.every}' and (${one[whose]}))`]
    )
  );
  return each.join('\n  or ') || 'false';
}

/** Repeats what stands between the marks for every report whose rows name an institution other than by being one. */
function eachReport(sql: string): string {
  return sql.replace(/-- each report\n([\s\S]*)-- end\n/, (_, part: string) =>
    reports
      .flatMap(({ id, table, institution }) => {
        if (institution === null || table === 'institutions') return [];
        const { owners, link } = ownersOf(institution);
        return filledIn(part, { report: id, table, field: link, owners });
      })
      .join('union all\n')
  );
}

/** Repeats what stands between the marks for every limit within which an event is to be filed. */
function eachLimit(sql: string): string {
  return sql.replace(/-- each limit\n([\s\S]*)-- end\n/, (_, part: string) =>
    reports
      .flatMap((report) =>
        (report.filed_within ?? []).map(({ id, field, recurs, when, limit }) => {
          const own = report.institution ? ownersOf(report.institution) : NOBODYS;
          return filledIn(part, {
            report: report.id,
            table: report.table,
            limit: id,
            field,
            when: when ?? 'true',
            // An event is filed with the first version that dates it.
            same_event: recurs ? `v.${field} = c.${field}` : `v.${field} is not null`,
            workdays: 'workdays' in limit ? String(limit.workdays) : 'cast(null as integer)',
            days: 'days' in limit ? String(limit.days) : 'cast(null as integer)',
            dept: departmentSql(report, 'c'),
            ...own
          });
        })
      )
      .join('union all\n')
  );
}

/** What a publication (`$number`) touched of a report; a record's owner is whoever it ever was. */
export function touchedSql(report: Report): string {
  const { id, table, institution } = report;
  const via = institution !== null && 'via' in institution ? institution : undefined;
  return filledIn(read('touched.sql'), {
    report: id,
    table,
    dept: departmentSql(report, 'v'),
    owner: via ? 'o.owner' : institution ? `v.${institution.field}` : 'cast(null as varchar)',
    owners: via
      ? `left join (select distinct record_key, owner
          from (${ownersSql(reportOfTable(via.via), { holds: 'true' })})) o on o.record_key = v.${via.field}`
      : ''
  });
}

const filledIn = (part: string, values: Record<string, string>): string =>
  part.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');

/** Where a row's institution is found, by which of its fields. */
const ownersOf = (institution: NonNullable<Report['institution']>) => ({
  link: institution.field,
  owners:
    'via' in institution
      ? `staging.${institution.via}_owner_at($p)`
      : '(select record_key, record_key as owner from staging.institutions_at($p))'
});
const NOBODYS = {
  link: 'record_key',
  owners: '(select cast(null as varchar) as record_key, cast(null as varchar) as owner where false)'
};

/** The warehouse's own tables and macros, with a column for every clock and every numeric parameter. */
const schema = (): string =>
  filledIn(`${read('schema.sql')}\n${read('macros.sql')}`, {
    clocks: clockColumns.map((column) => `${column} date`).join(', '),
    parameters: numericParameters.map((key) => `${key} integer`).join(', '),
    parameters_of_day: numericParameters.map((key) => `v.${key}`).join(', ')
  });

/** A mart as known at a publication: `marts.<mart>(p)`; `visible.<name>(p, scope_kind, scope_code)` is what a scope sees. */
export function modelStatements(): string[] {
  const asMacro = (sql: string) => sql.replace(/\$(p|scope_kind|scope_code)\b/g, '$1');
  const macroOf = (mart: string) => `marts.${mart}(p)`;
  const visible = (name: string, model: string) =>
    `create or replace macro visible.${name}(p, scope_kind, scope_code) as table
     ${asMacro(model.replace(/\{\{(\w+)\}\}/g, (_, mart: string) => macroOf(mart)))}`;
  return [
    schema(),
    ...inOrderOfOwners(reports).flatMap(tablesOf),
    ...marts.map(
      (mart) => `create or replace macro marts.${mart}(p) as table ${asMacro(martSql(mart, macroOf))}`
    ),
    ...REGISTERED.map((mart) =>
      visible(mart, read('visible/institution.sql').replaceAll('{{relation}}', `{{${mart}}}`))
    ),
    ...Object.entries(seen).map(([name, relation]) =>
      visible(name, read(seenBy(name)).replaceAll('{{relation}}', relation))
    )
  ];
}

/** Makes them where the file has not been made by the same ones: binding all of them takes longer than reading the file. */
export async function makeModels(engine: Engine): Promise<void> {
  const all = modelStatements();
  const signature = createHash('sha256').update(all.join('\n')).digest('hex');
  await engine.write(async (tx) => {
    await tx.run(
      'create schema if not exists meta; create table if not exists meta.made_of (signature varchar)'
    );
    const [made] = await tx.all<{ signature: string }>('select signature from meta.made_of');
    if (made?.signature !== signature) {
      for (const sql of all) await tx.run(sql);
      await tx.run('delete from meta.made_of');
      await tx.run('insert into meta.made_of values ($signature)', { signature });
    }
    // What a connection has for itself.
    for (const report of inOrderOfOwners(reports)) for (const sql of landingTables(report)) await tx.run(sql);
  });
}
