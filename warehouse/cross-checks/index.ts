/** All cross-checks (cross-checks-and-parameters: VAL-03 … VAL-17), in the order of their numbers. */
import { committees } from './committees.ts';
import type { CrossCheck } from './declare.ts';
import { departments } from './departments.ts';
import { events } from './events.ts';
import { projects } from './projects.ts';
import { unknownReferences } from './unknown-references.ts';

export const crossChecks: readonly CrossCheck[] = [
  ...committees,
  ...projects,
  ...departments,
  ...events,
  ...unknownReferences
].sort((a, b) => a.id.localeCompare(b.id));
