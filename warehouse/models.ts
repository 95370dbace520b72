/** Makes the warehouse's tables and macros: schema, raw and staging from the reports, marts and visible from their files. */
import { readFileSync } from 'node:fs';
import { reports } from '#ingest/reports/index.ts';
import type { Engine } from './engine.ts';
import { inOrderOfOwners, tablesOf } from './tables.ts';

const read = (path: string) => readFileSync(new URL(`./models/${path}`, import.meta.url), 'utf8');

/** Marts in the order in which they build on one another. */
export const marts = [
  'committee',
  'institution',
  'review',
  'rectification',
  'case_file',
  'staff_base',
  'coverage',
  'report_due',
  'waiting'
] as const;

/** What leaves the warehouse, by the name under which a scope may see it. */
const seen: Record<string, string> = {
  ...Object.fromEntries(
    marts.filter((mart) => mart !== 'institution').map((mart) => [mart, `marts.${mart}`])
  ),
  value: 'indicators.value_at',
  histogram: 'indicators.histogram_at'
};

/** The SQL of a mart: `$p` is bound to the publication, `{{mart}}` stands for the marts that it builds on. */
export function martSql(mart: string, source: (mart: string) => string): string {
  const owedBy = reports.flatMap((report) =>
    report.due.map((due) => `(report = '${report.id}' and (${due.owed_by ?? 'false'}))`)
  );
  return eachReport(read(`marts/${mart}.sql`))
    .replace('{{owed_by}}', owedBy.join('\n  or '))
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => source(name));
}

/** Repeats what stands between the marks for every report whose rows name an institution other than by being one. */
function eachReport(sql: string): string {
  return sql.replace(/-- each report\n([\s\S]*)-- end\n/, (_, part: string) =>
    reports
      .flatMap(({ id, table, institution }) => {
        if (institution === null || table === 'institutions') return [];
        const owners =
          'via' in institution
            ? `staging.${institution.via}_owner_at($p)`
            : '(select record_key, record_key as owner from staging.institutions_at($p))';
        const filled: Record<string, string> = { report: id, table, field: institution.field, owners };
        return part.replace(/\{\{(\w+)\}\}/g, (_, name: string) => filled[name] ?? '');
      })
      .join('union all\n')
  );
}

/** A mart as known at a publication: `marts.<mart>(p)`; `visible.<name>(p, scope_kind, scope_code)` is what a scope sees. */
export async function makeModels(engine: Engine): Promise<void> {
  const byInstitution = read('visible/by-institution.sql');
  const asMacro = (sql: string) => sql.replace(/\$(p|scope_kind|scope_code)\b/g, '$1');
  const macroOf = (mart: string) => `marts.${mart}(p)`;
  await engine.write(async (tx) => {
    await tx.run(read('schema.sql'));
    for (const report of inOrderOfOwners(reports)) for (const sql of tablesOf(report)) await tx.run(sql);
    for (const mart of marts)
      await tx.run(`create or replace macro marts.${mart}(p) as table ${asMacro(martSql(mart, macroOf))}`);
    const visible = (name: string, model: string) =>
      tx.run(
        `create or replace macro visible.${name}(p, scope_kind, scope_code) as table
         ${asMacro(model.replace(/\{\{institution\}\}/g, macroOf('institution')))}`
      );
    await visible('institution', read('visible/institution.sql'));
    for (const [name, relation] of Object.entries(seen))
      await visible(name, byInstitution.replaceAll('{{relation}}', relation));
  });
}
