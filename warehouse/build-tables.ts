/** Copies calendar, periods, due days, parameters and departments into the warehouse; again only when one has changed. */
import { createHash } from 'node:crypto';
import { reports } from '#ingest/reports/index.ts';
import type { Calendar, Day } from './calendar.ts';
import { isThresholdKey } from './catalogue/in-force.ts';
import { clockColumns, dueDays } from './clocks.ts';
import type { Engine, Transaction } from './engine.ts';
import { numericParameters, parameterSpans, valueOn, type Parameter } from './parameters.ts';
import { dueDay, periods } from './periods.ts';

/** First and last year for which periods are kept; the calendar must reach a year further on both sides. */
export const FIRST_YEAR = 2020;
export const LAST_YEAR = 2030;

/** One row a day: where the clocks end that start on it, whether that day's calendar is official, and the parameters in force. */
function dayLaws(calendar: Calendar, parameters: readonly Parameter[]) {
  const spans = parameterSpans(parameters);
  const days = calendar.days.map(({ cal_date }) => cal_date).filter((day) => day < `${LAST_YEAR + 1}`);
  return {
    clocks: days.map((day) => {
      const dues = dueDays(day, calendar, spans);
      return [day, calendar.at(dues[0] as Day).is_official, ...dues];
    }),
    parameters: days.map((day) => [day, ...numericParameters.map((key) => Number(valueOn(spans, key, day)))])
  };
}

/** A department of the city, and whether it is a member of the mechanism of departments. */
export interface Department {
  code: string;
  member: boolean;
}

/** What is copied depends on. */
type Given = [calendar: Calendar, parameters: readonly Parameter[], departments?: readonly Department[]];

export const copyBuildTables = (engine: Engine, ...given: Given): Promise<void> =>
  engine.write((tx) => fillBuildTables(tx, ...given));

/** The same within a transaction. */
export async function fillBuildTables(
  tx: Transaction,
  calendar: Calendar,
  parameters: readonly Parameter[],
  departments: readonly Department[] = []
): Promise<void> {
  // Limits judge what is stored; they change nothing of it.
  const spans = parameterSpans(parameters.filter(({ key }) => !isThresholdKey(key)));
  const list = periods(FIRST_YEAR, LAST_YEAR);
  const deadlines = reports.flatMap((report) =>
    report.due.flatMap((due) =>
      list
        .filter(({ kind }) => kind === due.every)
        .map((period) => ({
          report: report.id,
          period: period.name,
          start: period.start,
          end: period.end,
          due: dueDay(due, period, calendar)
        }))
    )
  );
  const laws = dayLaws(calendar, parameters);
  const members = departments.map(({ code, member }) => [code, member]);
  const signature = createHash('sha256')
    .update(JSON.stringify([calendar.days, spans, deadlines, laws, members]))
    .digest('hex');
  await tx.run('create table if not exists meta.build_tables (signature varchar)');
  const known = await tx.all<{ signature: string }>('select signature from meta.build_tables');
  if (known[0]?.signature === signature) return;
  await fill(
    tx,
    'meta.calendar',
    ['date', 'boolean', 'integer', 'date', 'boolean'],
    calendar.days.map((day) => Object.values<unknown>({ ...day }))
  );
  await fill(tx, 'meta.legal_due', ['date', 'boolean', ...clockColumns.map(() => 'date')], laws.clocks);
  await fill(tx, 'meta.parameter_day', ['date', ...numericParameters.map(() => 'integer')], laws.parameters);
  await fill(
    tx,
    'meta.period',
    ['varchar', 'varchar', 'date', 'date'],
    list.map((period) => Object.values<unknown>({ ...period }))
  );
  await fill(
    tx,
    'meta.report_deadline',
    ['varchar', 'varchar', 'date', 'date', 'date'],
    deadlines.map((row) => Object.values(row))
  );
  await fill(
    tx,
    'meta.param_span',
    ['varchar', 'varchar', 'date', 'date'],
    spans.map((row) => Object.values(row))
  );
  await fill(tx, 'meta.department', ['varchar', 'boolean'], members);
  await tx.run('delete from meta.build_tables');
  await tx.run('insert into meta.build_tables values ($signature)', { signature });
}

/** Replaces a small table's rows, handed over as one JSON text. */
async function fill(
  tx: Transaction,
  table: string,
  types: readonly string[],
  rows: readonly unknown[][]
): Promise<void> {
  await tx.run(`delete from ${table}`);
  const columns = types.map((type, i) => `cast(cells[${i + 1}] as ${type})`);
  await tx.run(
    `insert into ${table} select ${columns.join(', ')} from (
       select unnest(from_json(cast($rows as varchar), '[["VARCHAR"]]')) as cells)`,
    { rows: JSON.stringify(rows) }
  );
}
