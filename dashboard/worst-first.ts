/** Which of two figures needs attention first. */
import type { Figure, IndicatorWords, Status } from '#warehouse/answers.ts';

const rank: Record<Status, number> = { red: 0, amber: 1, info: 2, green: 3, none: 4 };

type Compared = Pick<Figure, 'status' | 'value' | 'denominator' | 'missing'>;

/** By status, then by value the way the indicator points, then by how much it stands for. Unknown values come last. */
export const worstFirst =
  (direction: IndicatorWords['direction']) =>
  (a: Compared, b: Compared): number =>
    rank[a.status] - rank[b.status] ||
    Number(a.value === null) - Number(b.value === null) ||
    (direction === 'down' ? -1 : 1) * ((a.value ?? 0) - (b.value ?? 0)) ||
    (b.denominator ?? 0) - (a.denominator ?? 0) ||
    b.missing - a.missing;
