/**
 * The stage of a reminder to mail now: the one that `left` working days have reached, unless it, or a later one, was
 * said before. `stages` are working days left, for example 10, 5, 1; undefined: nothing to say.
 */
export function stageReached(
  stages: readonly number[],
  left: number,
  said: readonly number[]
): number | undefined {
  const reached = Math.min(...stages.filter((stage) => left <= stage));
  return Number.isFinite(reached) && said.every((stage) => stage > reached) ? reached : undefined;
}
