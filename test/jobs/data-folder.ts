/** A data folder of its own, opened as the service opens it, with a clock that the test sets. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Effects, LogFields } from '#jobs/effects.ts';
import { Jobs } from '#jobs/jobs.ts';
import { openData } from '#jobs/open-data.ts';
import { readSettings, type Settings } from '#jobs/settings.ts';
import type { World } from '#jobs/world.ts';
import { readCity } from '#warehouse/city.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import { layEmptyWarehouse } from '../warehouse/empty-warehouse.ts';

export interface Logged {
  level: string;
  message: string;
  fields: LogFields;
}

export class DataFolder {
  readonly path: string;
  readonly settings: Settings;
  readonly logged: Logged[] = [];
  /** Called when the service waits; it need not take any time. */
  onSleep: () => void = () => undefined;
  now: Date;
  world!: World;
  jobs!: Jobs;

  private constructor(path: string, env: Record<string, string>, now: string) {
    this.path = path;
    this.now = new Date(now);
    this.settings = readSettings(
      { SHANJIAN_MEMORY_LIMIT: '1GB', SHANJIAN_DEMO_INSTITUTIONS: '12', ...env, SHANJIAN_DATA: path },
      []
    );
  }

  static async open(
    env: Record<string, string> = {},
    { now = '2026-11-20T15:00:00+08:00', path = mkdtempSync(join(tmpdir(), 'shanjian-data-')) } = {}
  ): Promise<DataFolder> {
    const folder = new DataFolder(path, env, now);
    const { city, memory_limit, threads } = folder.settings;
    if (!existsSync(join(path, 'control.sqlite')))
      await layEmptyWarehouse(path, {
        data: path,
        memory_limit,
        threads,
        city: { CL20: readCity(city).districts },
        departments: readCity(city).departments,
        code_version: ''
      });
    await folder.reopen();
    return folder;
  }

  get warehouse(): Warehouse {
    return this.world.warehouse;
  }

  get effects(): Effects {
    return {
      now: () => this.now,
      log: (level, message, fields = {}) => void this.logged.push({ level, message, fields }),
      sleep: async () => this.onSleep()
    };
  }

  /** As at the start of the process, before anything is mended. */
  async reopen(): Promise<void> {
    const { warehouse, city } = await openData(this.settings, this.effects);
    this.world = { settings: this.settings, city, warehouse, effects: this.effects };
    this.jobs = new Jobs(this.world);
  }

  /** As if the process had ended; the files stay. */
  end(): void {
    this.world.warehouse.close();
  }

  /** What reads files goes on to the next folder, and ends with this process. */
  async remove(): Promise<void> {
    this.end();
    rmSync(this.path, { recursive: true, force: true });
  }

  /** Lays a file into the folder, last written some seconds ago. */
  put(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  submissions(): {
    id: number;
    file_name: string;
    state: string;
    channel: string;
    authority: string;
    accepted: number;
    publication: number | null;
    reason: string | null;
  }[] {
    return this.warehouse.control.all(
      `select id, file_name, state, channel, trim(authority_kind || ' ' || authority_code) as authority, accepted,
         publication, reason from submission order by id`
    );
  }

  runs(job: string): { outcome: string; detail: string }[] {
    return this.warehouse.control.all('select outcome, detail from job_run where job = $job order by id', {
      job
    });
  }

  async count(table: string): Promise<number> {
    const [row] = await this.warehouse.engine.all<{ n: number }>(`select count(*) as n from ${table}`);
    return row?.n ?? 0;
  }
}
