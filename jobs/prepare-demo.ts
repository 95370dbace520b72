import type { ControlStore } from '#warehouse/control/store.ts';
import type { World } from './world.ts';

export const isDemo = (control: ControlStore): boolean =>
  control.one(`select 1 from meta where key = 'demo'`) !== undefined;

export async function prepareDemo(_w: World, _s: AbortSignal, _write: (l: string) => void): Promise<void> {}
