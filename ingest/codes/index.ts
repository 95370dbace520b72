/** All code lists by id. Declarations only: this folder imports nothing from outside it. */
import { activities } from './activities.ts';
import { cases } from './cases.ts';
import { committees } from './committees.ts';
import { education } from './education.ts';
import { incidents } from './incidents.ts';
import { institutions } from './institutions.ts';
import { meetings } from './meetings.ts';
import { projects } from './projects.ts';
import { publicity } from './publicity.ts';
import { rectifications } from './rectifications.ts';
import { research } from './research.ts';
import { reviews } from './reviews.ts';
import type { CodeList } from './code-list.ts';

export type { CodeItem, CodeList } from './code-list.ts';

const all = {
  ...institutions,
  ...activities,
  ...committees,
  ...reviews,
  ...rectifications,
  ...cases,
  ...education,
  ...publicity,
  ...projects,
  ...incidents,
  ...research,
  ...meetings
} as const;

export type CodeListId = keyof typeof all;

/** The codes of a list as a union type; `never` for a list that the city configures. */
export type CodeOf<Id extends CodeListId> = (typeof all)[Id]['items'][number]['code'];

export const codeLists: Readonly<Record<CodeListId, CodeList>> = all;

/** The ids in the order of the specification. */
export const codeListIds: readonly CodeListId[] = (Object.keys(all) as CodeListId[]).sort();
