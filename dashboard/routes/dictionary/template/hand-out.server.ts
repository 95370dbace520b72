import { readerOf } from '#dashboard/reader-of.ts';
import { text } from '#dashboard/asked.ts';
import { attachment } from '#dashboard/server/resources/submitted-file.ts';
import type { Report } from '#ingest/declare.ts';
import type { Prefill } from '#ingest/template/declared.ts';
import { templateWorkbook } from '#ingest/template.ts';
import { readPeriod } from '#ingest/title-lines.ts';
import { app } from '#jobs/app.ts';

/**
 * A template, filled in ahead with the institution of `?institution=` (a unified social credit code that the asker may
 * see; any other is left out) or the department of `?department=`, and the period of `?period=`.
 */
export async function templateFor(
  reports: readonly Report[],
  { locals, url }: { locals: App.Locals; url: URL }
): Promise<Response> {
  const { districts, forms } = app().city;
  const workbook = templateWorkbook(reports, {
    city: { codes: { CL20: districts }, form: forms },
    prefill: await prefill(locals, url)
  });
  const [first] = reports;
  const name =
    reports.length === 1 && first ? `${first.id}_${first.zh}` : reports.map(({ id }) => id).join('_');
  return new Response(new Uint8Array(workbook), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': attachment(`${name.length > 60 ? '全部报表' : name}_模板.xlsx`),
      'cache-control': 'private, no-cache'
    }
  });
}

async function prefill(locals: App.Locals, url: URL): Promise<Prefill> {
  const uscc = text(url, 'institution')?.toUpperCase();
  const period = text(url, 'period');
  const found = uscc === undefined ? undefined : await (await readerOf({ locals, url })).institution(uscc);
  const department = app().city.departments.find(({ code }) => code === text(url, 'department'));
  return {
    ...(department && { institution_name: department.zh }),
    ...(found && { institution_name: found.institution_name, institution_uscc: found.institution_uscc }),
    ...(period !== undefined && readPeriod(period) === period && { report_period: period })
  };
}
