/** The warehouse and the control store of one data folder, opened together. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { copyBuildTables, FIRST_YEAR, LAST_YEAR, type Department } from './build-tables.ts';
import { Calendar, type Day } from './calendar.ts';
import { ControlStore } from './control/store.ts';
import { Engine } from './engine.ts';
import { makeModels } from './models.ts';
import { currentParameters } from './control/parameters.ts';
import type { Parameter } from './parameters.ts';
import { Remembered } from './remembered.ts';
import type { CityCodes } from './typed.ts';

export interface WarehouseSettings {
  /** Folder of everything: warehouse.duckdb, control.sqlite, kept/, findings/, scratch/. */
  data: string;
  memory_limit: string;
  threads: number;
  /** Code lists that belong to the city. */
  city: CityCodes;
  /** What the city's file sets otherwise than the defaults. */
  parameters?: readonly Parameter[];
  /** Rest (false) and working (true) days that the city's file adds to the official calendar. */
  days?: Record<Day, boolean>;
  /** The city's departments, some of which owe reports. */
  departments?: readonly Department[];
  /** Written beside every publication. */
  code_version: string;
}

export interface Warehouse {
  readonly engine: Engine;
  readonly control: ControlStore;
  readonly calendar: Calendar;
  readonly city: CityCodes;
  /** What the city's file sets otherwise than the defaults. */
  readonly city_parameters: readonly Parameter[];
  readonly departments: readonly Department[];
  readonly code_version: string;
  readonly folders: { kept: string; findings: string; scratch: string };
  readonly remembered: Remembered;
  close(): void;
}

export async function openWarehouse(settings: WarehouseSettings): Promise<Warehouse> {
  const folder = (name: string) => {
    const path = join(settings.data, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const folders = { kept: folder('kept'), findings: folder('findings'), scratch: folder('scratch') };
  const control = new ControlStore(join(settings.data, 'control.sqlite'));
  const engine = await Engine.open({
    file: join(settings.data, 'warehouse.duckdb'),
    memory_limit: settings.memory_limit,
    threads: settings.threads
  });
  const calendar = new Calendar(FIRST_YEAR - 1, LAST_YEAR + 2, {
    ...settings.days,
    ...importedDays(control)
  });
  await makeModels(engine);
  await copyBuildTables(
    engine,
    calendar,
    currentParameters(control, settings.parameters),
    settings.departments
  );
  return {
    engine,
    control,
    calendar,
    folders,
    city: settings.city,
    city_parameters: settings.parameters ?? [],
    departments: settings.departments ?? [],
    code_version: settings.code_version,
    remembered: new Remembered(),
    close() {
      engine.close();
      control.close();
    }
  };
}

/** Rest and working days that an administrator imported beyond the package's official years. */
function importedDays(control: ControlStore): Record<string, boolean> {
  const rows = control.all<{ cal_date: string; is_workday: number }>(
    'select cal_date, is_workday from calendar_day'
  );
  return Object.fromEntries(rows.map(({ cal_date, is_workday }) => [cal_date, is_workday === 1]));
}
