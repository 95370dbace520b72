/** Which cell of a merged area is seen: its first. */
import { attributeOf, childrenOf } from './elements.ts';
import type { OpenSheet } from './open-sheet.ts';
import { columnOf } from './restyle-cells.ts';

interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Areas of more rows are few and are looked through one by one. */
const tallFrom = 200;

/** Gives the place (0-based column, 1-based row) of the cell that is seen for a cell. */
export function seenCells({ tags, parts }: OpenSheet): (column: number, row: number) => [number, number] {
  const byRow = new Map<number, Area[]>();
  const tall: Area[] = [];
  for (const list of parts.filter(({ name }) => name === 'mergeCells')) {
    for (const { start, open } of childrenOf(tags, list)) {
      const area = areaOf(attributeOf(tags.slice(start, open), 'ref') ?? '');
      if (!area) continue;
      if (area.bottom - area.top > tallFrom) tall.push(area);
      else
        for (let row = area.top; row <= area.bottom; row++) {
          const areas = byRow.get(row);
          if (areas) areas.push(area);
          else byRow.set(row, [area]);
        }
    }
  }
  return (column, row) => {
    const holds = ({ left, top, right, bottom }: Area) =>
      left <= column && column <= right && top <= row && row <= bottom;
    const area = byRow.get(row)?.find(holds) ?? tall.find(holds);
    return area ? [area.left, area.top] : [column, row];
  };
}

function areaOf(ref: string): Area | undefined {
  const [, left = '', top = '', right = '', bottom = ''] =
    /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref.replaceAll('$', '')) ?? [];
  if (bottom === '') return undefined;
  return { left: columnOf(left), top: Number(top), right: columnOf(right), bottom: Number(bottom) };
}
