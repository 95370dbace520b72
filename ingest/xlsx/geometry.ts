/** How wide the columns and how high the rows of a sheet are, so that a note's box gets the size of its text. */
import { attributeOf, childrenOf, type Element } from './elements.ts';

/** Left, top, right and bottom of a box: a column or row and pixels into it. */
export type Anchor = readonly [number, number, number, number, number, number, number, number];

const pixelsOfWidth = (characters: number) => Math.trunc(characters * 7 + 5);
const pixelsOfHeight = (points: number) => Math.round((points * 4) / 3);

export class Geometry {
  private readonly columns: { first: number; last: number; pixels: number; style: number | undefined }[] = [];
  private readonly rows = new Map<number, number>();
  private column = pixelsOfWidth(8.43);
  private row = 20;

  /** From what stands before a sheet's cells: 0-based columns, widths, heights. `tags` as `tagsOnly` gives it. */
  static of(tags: string, head: readonly Element[]): Geometry {
    const own = new Geometry();
    for (const element of head) {
      const tag = tags.slice(element.start, element.open);
      if (element.name === 'sheetFormatPr') {
        const width = Number(attributeOf(tag, 'defaultColWidth'));
        const height = Number(attributeOf(tag, 'defaultRowHeight'));
        if (width > 0) own.column = pixelsOfWidth(width);
        if (height > 0) own.row = pixelsOfHeight(height);
      }
      if (element.name !== 'cols') continue;
      for (const { start, open } of childrenOf(tags, element)) {
        const col = tags.slice(start, open);
        const number = (name: string) => attributeOf(col, name);
        const style = number('style');
        own.columns.push({
          first: Number(number('min')) - 1,
          last: Number(number('max')) - 1,
          pixels: number('hidden') === '1' ? 0 : pixelsOfWidth(Number(number('width') ?? 8.43)),
          style: style === undefined ? undefined : Number(style)
        });
      }
    }
    return own;
  }

  /** 1-based row. */
  setHeight(row: number, points: number): void {
    this.rows.set(row, pixelsOfHeight(points));
  }

  /** The cell format of a column's cells that are not there. */
  styleOf(column: number): number {
    return this.columns.find(({ first, last }) => first <= column && column <= last)?.style ?? 0;
  }

  /** A box of so many pixels beside a cell (0-based column, 1-based row). */
  beside(column: number, row: number, width: number, height: number): Anchor {
    const left = column + 1;
    const top = Math.max(0, row - 2);
    const [right, rightIn] = walked(left, 12 + width, (at) => this.widthOf(at));
    const [bottom, bottomIn] = walked(top, 8 + height, (at) => this.rows.get(at + 1) ?? this.row);
    return [left, 12, top, 8, right, rightIn, bottom, bottomIn];
  }

  private widthOf(column: number): number {
    return this.columns.find(({ first, last }) => first <= column && column <= last)?.pixels ?? this.column;
  }
}

function walked(from: number, pixels: number, sizeOf: (at: number) => number): [number, number] {
  let left = pixels;
  // A run of hidden columns is no reason to walk for ever.
  for (let at = from; at < from + 500; at++) {
    const size = sizeOf(at);
    if (left < size) return [at, left];
    left -= size;
  }
  return [from + 1, 0];
}
