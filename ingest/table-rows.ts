/** Takes the rows below a header one by one: writes what is data, notes what is not, and counts both. */
import type { Notices } from './notice.ts';
import { NotData } from './not-data.ts';
import type { Recognised } from './recognise.ts';
import type { RecordsFile } from './records-file.ts';
import { shownText } from './shown-text.ts';
import type { Meta, Skipped, SkipReason } from './sheet-read.ts';
import { titleMeta } from './title-lines.ts';

const listed = 1000;

export class TableRows {
  row_count = 0;
  /** Cells that a row of a text file has, since the header has them. */
  expected = 0;
  readonly skipped: Skipped[] = [];
  private readonly file: RecordsFile;
  private readonly notices: Notices;
  private readonly width: number;
  private readonly notData: NotData;
  private readonly most: number;
  private blanks: Skipped[] = [];
  private readonly said: string[][] = [];

  constructor(found: Recognised, file: RecordsFile, notices: Notices) {
    this.file = file;
    this.notices = notices;
    this.width = found.width;
    this.notData = new NotData(found);
    this.most = found.rows ?? Infinity;
  }

  /** Whether it has as many rows as were asked for: what follows is passed over. */
  get full(): boolean {
    return this.row_count >= this.most;
  }

  /** `plain`: no cell holds a line end, a control character or U+FFFD. */
  take(row: number, cells: readonly string[], plain: boolean): void {
    if (this.full) return;
    const why = this.notData.why(cells);
    if (why) return this.skip(row, why, cells);
    if (this.blanks.length > 0) {
      for (const blank of this.blanks) if (this.skipped.length < listed) this.skipped.push(blank);
      this.blanks = [];
    }
    if (!plain && cells.some(isDamaged)) this.notices.add('damaged_text', row);
    if (cells.length < this.expected) this.notices.add('short_row', row);
    for (let i = this.width; i < cells.length; i++)
      if (cells[i]?.trim()) this.notices.add('extra_cells', row);
    if (this.file.write(row, cells, plain)) this.notices.add('control_signs', row);
    this.row_count++;
  }

  /** What notes and signatures below the table say of it. */
  meta(): Meta {
    return titleMeta(this.said);
  }

  private skip(row: number, why: SkipReason, cells: readonly string[]): void {
    const filled = cells.filter((cell) => cell.trim() !== '');
    const text = shownText(filled.slice(0, 80).join(' ').slice(0, 4000), 80);
    if (why === 'blank' && text === '') {
      // Empty rows matter only between rows of data; sheets often end in thousands of them.
      if (this.blanks.length < listed) this.blanks.push({ row, why, text });
      return;
    }
    if (this.said.length < listed) this.said.push([...cells]);
    if (this.skipped.length < listed) this.skipped.push({ row, why, text });
  }
}

/** Somebody decoded it wrongly, or cut a character in two. */
const isDamaged = (cell: string) => cell.includes('\uFFFD') || !cell.isWellFormed();
