/** The value of cells that are merged downwards belongs to every row that they cover. */
import { cellName } from '#warehouse/cell-name.ts';
import type { Scalar } from '../cell-text.ts';
import type { Notices } from '../notice.ts';
import type { SheetRow } from './workbook.ts';

export class FillMerged {
  private readonly notices: Notices;
  private open: { column: number; to: number; value: Scalar }[] = [];

  constructor(notices: Notices) {
    this.notices = notices;
  }

  /** Rows must come in order. A row of which nothing but merged cells is seen does not come: it stays empty. */
  fill({ index, values, merged }: SheetRow): void {
    if (this.open.length > 0) {
      this.open = this.open.filter(({ to }) => to >= index);
      for (const { column, value } of this.open) {
        if (!isBlank(values[column])) continue;
        while (values.length < column) values.push(null);
        values[column] = value;
        this.notices.add('merged_cells', index + 1, cellName(column, index + 1));
      }
    }
    for (const { column, to } of merged ?? [])
      if (!isBlank(values[column])) this.open.push({ column, to, value: values[column] });
  }
}

const isBlank = (value: Scalar) => value === null || value === undefined || value === '';
