import type { DueMatter } from './forecast.ts';

export interface AskMatters {
  kind?: string | undefined;
  department?: string | undefined;
  institution?: string | undefined;
}

/** Of a forecast's matters those of a kind, a department, an institution; what is not asked narrows nothing. */
export const mattersOf = (
  matters: readonly DueMatter[],
  { kind, department, institution }: AskMatters
): DueMatter[] =>
  matters.filter(
    (matter) =>
      (kind === undefined || matter.kind === kind) &&
      (department === undefined || matter.supervising_dept === department) &&
      (institution === undefined || matter.institution_uscc === institution)
  );
