import type { World } from './world.ts';
import type { Jobs } from './jobs.ts';
export async function recover(_world: World, _jobs: Jobs): Promise<void> {}
