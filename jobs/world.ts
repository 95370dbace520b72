/** What every job works on. */
import type { City } from '#warehouse/city.ts';
import type { Warehouse } from '#warehouse/warehouse.ts';
import type { Effects } from './effects.ts';
import type { Settings } from './settings.ts';

export interface World {
  settings: Settings;
  city: City;
  warehouse: Warehouse;
  effects: Effects;
}
