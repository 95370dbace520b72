/** A city in a temporary folder: files are handed in, judged and published by the product itself. */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { receive } from '#ingest/receive.ts';
import { reportOf } from '#ingest/reports/index.ts';
import { systemColumns } from '#ingest/reports/system-columns.ts';
import { validateSubmissions } from '#ingest/validate-submissions.ts';
import { above } from '#jobs/above.ts';
import { publishNext, rebuild } from '#jobs/rebuild.ts';
import { orderWithdrawal } from '#jobs/withdraw.ts';
import type { Day } from '#warehouse/calendar.ts';
import { readCity } from '#warehouse/city.ts';
import type { Cell } from '#warehouse/plain.ts';
import type { Authority } from '#warehouse/publish.ts';
import { openReader, type Reader } from '#warehouse/reader.ts';
import { CITY, type Scope } from '#warehouse/scope.ts';
import { openWarehouse, type Warehouse, type WarehouseSettings } from '#warehouse/warehouse.ts';
import { layEmptyWarehouse } from './empty-warehouse.ts';
import { filledIn, type ReportId, type Texts } from './filled-in.ts';

export const { departments, districts } = readCity('warehouse/city/shenyang.json');
export const BUREAU: Authority = { kind: 'city', code: '' };
export const department = (code: string): Authority => ({ kind: 'department', code });
export const institution = (code: string): Authority => ({ kind: 'institution', code });

export interface HandedIn {
  day: Day;
  authority?: Authority;
  form?: 'csv' | 'json';
  /** Period of the whole file, as a JSON document says it. */
  period?: string;
  /** As they are, without what `filledIn` adds. */
  bare?: boolean;
}

export class SmallCity {
  readonly warehouse: Warehouse;
  readonly #folder: string;
  readonly #settings: WarehouseSettings;

  private constructor(warehouse: Warehouse, folder: string, settings: WarehouseSettings) {
    this.warehouse = warehouse;
    this.#folder = folder;
    this.#settings = settings;
  }

  static async open(more: Partial<WarehouseSettings> = {}): Promise<SmallCity> {
    const folder = mkdtempSync(join(tmpdir(), 'shanjian-city-'));
    const settings: WarehouseSettings = {
      data: folder,
      memory_limit: '1GB',
      threads: 2,
      city: { CL20: districts },
      departments,
      code_version: 'test',
      ...more
    };
    await layEmptyWarehouse(folder, settings);
    return new SmallCity(await openWarehouse(settings), folder, settings);
  }

  /** The same data folder, opened again as after a restart. */
  async reopened(more: Partial<WarehouseSettings> = {}): Promise<SmallCity> {
    this.warehouse.close();
    const settings = { ...this.#settings, ...more };
    return new SmallCity(await openWarehouse(settings), this.#folder, settings);
  }

  /** What reads files goes on to the next city, and ends with this process. */
  async close(): Promise<void> {
    this.warehouse.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  get all() {
    return this.warehouse.engine.all.bind(this.warehouse.engine);
  }

  /** Rows of a question as lines of text: cells apart by blanks, null as nothing. */
  async lines(sql: string, params: Record<string, string | number> = {}): Promise<string[]> {
    const rows = await this.all(sql, params);
    return rows.map((row) => Object.values(row).map(cellText).join(' '));
  }

  /** Hands in one file; resolves to its submission's number. */
  handIn(report: ReportId, rows: readonly Texts[], how: HandedIn): Promise<number> {
    const whole = how.bare ? rows : rows.map((row) => filledIn(report, row));
    const form = how.form ?? 'csv';
    return this.handInBytes(
      `${report}_${how.day}.${form}`,
      form === 'csv' ? csvOf(report, whole) : jsonOf(report, whole, how.period),
      how
    );
  }

  handInBytes(file_name: string, text: string, { day, authority = BUREAU }: HandedIn): Promise<number> {
    return receive(this.warehouse, {
      file_name,
      bytes: one(Buffer.from(text)),
      channel: 'import',
      authority,
      at: new Date(`${day}T10:00:00+08:00`)
    });
  }

  validate(): Promise<number[]> {
    return validateSubmissions(this.warehouse);
  }

  /** Judges what was received and publishes it on a day's evening. */
  async publish(day: Day): Promise<number | undefined> {
    await this.validate();
    return rebuild(this.warehouse, new Date(`${day}T20:00:00+08:00`));
  }

  /** Takes submissions out of the numbers, and brings others in. */
  async withdraw(day: Day, ids: readonly number[], submissions: readonly number[] = []): Promise<void> {
    const { control } = this.warehouse;
    const at = new Date(`${day}T20:00:00+08:00`);
    for (const id of ids) orderWithdrawal(control, id, { reason: '误报', by: BUREAU, at });
    await publishNext(this.warehouse, { submissions, withdrawn: ids }, at);
  }

  reader(scope: Scope = CITY, asof?: Day): Promise<Reader> {
    return openReader(this.warehouse, above(this.warehouse), scope, asof);
  }

  /** Numerator / denominator (missing) of the city's figure, or of a group's; undefined where there is none. */
  async figure(id: string, period: string, name = '', group?: string): Promise<string | undefined> {
    const reader = await this.reader();
    const found = await reader.figures(id, {
      by: group === undefined ? 'city' : 'institution',
      period,
      ...(group === undefined ? {} : { group })
    });
    const figure = found.find((one) => (name === '' || one.name === name) && one.dimension === '');
    return figure && `${figure.numerator ?? '–'}/${figure.denominator ?? '–'} (${figure.missing})`;
  }

  /** `row_no field level check_id` of every finding. */
  async findings(id: number): Promise<string[]> {
    return this.lines(
      `select row_no, field, level, check_id from raw.finding where submission_id = $id
       order by sheet_no, row_no, field, check_id`,
      { id }
    );
  }

  state(id: number) {
    return this.warehouse.control.one<{
      state: string;
      rows: number;
      accepted: number;
      rejected: number;
      remarked: number;
      unchanged: number;
      same_as: number | null;
      publication: number | null;
    }>(
      `select state, rows, accepted, rejected, remarked, unchanged, same_as, publication from submission where id = $id`,
      { id }
    );
  }
}

const cellText = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell);

const fieldsOf = (report: ReportId, rows: readonly Texts[]): string[] => {
  const system = systemColumns.map(({ field }) => field).filter((field) => rows.some((row) => field in row));
  return [...reportOf(report).columns.map(({ field }) => field), ...system];
};

export function csvOf(report: ReportId, rows: readonly Texts[]): string {
  const fields = fieldsOf(report, rows);
  const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [fields, ...rows.map((row) => fields.map((field) => cell(row[field] ?? '')))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');
}

const jsonOf = (report: ReportId, rows: readonly Texts[], period?: string): string =>
  JSON.stringify({ report, ...(period === undefined ? {} : { period }), rows });

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
