/** The first sheet of a slip: whose file, what became of it, what to do next, and the faults; the rest of them on a second. */
import { slipSheets } from '../own-sheets.ts';
import { heightOf } from '../xlsx/row-height.ts';
import type { SheetCell, SheetContent, SheetRow } from '../xlsx/sheet-xml.ts';
import type { SlipFormats } from './formats.ts';
import type { Listed } from './mark-sheets.ts';
import type { Language, SlipAbout, SlipMade } from './request.ts';
import type { SlipWords } from './words.ts';

/** Faults that the first sheet lists itself. */
const listedHere = 500;

const widths = [6, 9.5, 17, 8, 12, 20, 22, 36, 36, 20];
const wide = widths.reduce((sum, width) => sum + width, 0);

export interface SummaryAsk {
  about: SlipAbout;
  listed: readonly Listed[];
  made: SlipMade;
  words: SlipWords;
  language: Language;
  formats: SlipFormats;
}

export function summarySheet({ about, listed, made, words, language, formats }: SummaryAsk): SheetContent {
  const sheet = new SummaryRows(formats, words);
  sheet.across(words.title, formats.title, 30);
  sheet.fact(words.file_name, about.file_name);
  sheet.fact('SHA-256', about.sha256);
  sheet.fact(words.number, String(about.id));
  sheet.fact(words.received, about.received);
  sheet.fact(words.verdict, about.verdict);
  if (about.reason) sheet.fact(words.reason, about.reason.says);
  if (about.sheets.length > 0) {
    sheet.section(words.by_report);
    sheet.counts(about);
  }
  sheet.section(words.next);
  about.next.forEach((text, i) => sheet.say(`${i + 1}. ${text}`));
  const notices = [...about.instead, ...about.notices];
  if (notices.length > 0) {
    sheet.section(words.notices);
    notices.forEach((text, i) => sheet.say(`${i + 1}. ${text}`));
  }
  const { reject, remark } = about.found;
  if (reject + remark > 0) {
    const rest = listed.length - listedHere;
    sheet.section(words.faults);
    sheet.say(
      [
        words.found(reject, remark),
        rest > 0 ? words.here(listedHere, rest, slipSheets[language].faults) : '',
        reject + remark > listed.length ? words.not_listed(listed.length) : '',
        words.marked(made.marked, made.noted),
        words.legend
      ]
        .filter(Boolean)
        .join(words.space)
    );
    sheet.rows.push(headRow(words, formats));
    listed.slice(0, listedHere).forEach((one, i) => sheet.rows.push(faultRow(one, i + 1, words, formats)));
  } else if (about.reason === null && about.sheets.length > 0) {
    sheet.section(words.faults);
    sheet.say(words.none);
  }
  return {
    columns: widths.map((width) => ({ width })),
    rows: sheet.rows,
    merged: sheet.merged,
    tab: 'C00000',
    footer: `&L${words.title} ${about.id}&R${words.page}`
  };
}

/** Undefined where the first sheet lists all. */
export function faultsSheet({ listed, words, formats }: SummaryAsk): SheetContent | undefined {
  const rest = listed.slice(listedHere);
  if (rest.length === 0) return undefined;
  return {
    columns: widths.map((width) => ({ width })),
    rows: [
      headRow(words, formats),
      ...rest.map((one, i) => faultLine(one, listedHere + i + 1, words, formats))
    ],
    frozen: { rows: 1, columns: 0 },
    tab: 'C00000',
    footer: `&R${words.page}`
  };
}

class SummaryRows {
  readonly rows: SheetRow[] = [];
  readonly merged: string[] = [];
  private readonly formats: SlipFormats;
  private readonly words: SlipWords;
  private sections = 0;

  constructor(formats: SlipFormats, words: SlipWords) {
    this.formats = formats;
    this.words = words;
  }

  across(value: string, style: number, height: number): void {
    this.rows.push({ height, cells: [{ value, style }] });
    this.merged.push(`A${this.rows.length}:J${this.rows.length}`);
  }

  say(text: string): void {
    this.across(text, this.formats.said, heightOf([[text, wide]]));
  }

  section(title: string): void {
    this.sections++;
    this.across(this.words.section(this.sections, title), this.formats.section, 28);
  }

  fact(name: string, value: string): void {
    const { heading, text } = this.formats;
    this.put([name, heading, 2], [value, text, 8]);
  }

  counts({ sheets }: SlipAbout): void {
    const { words } = this;
    const { heading, text, centred } = this.formats;
    const head = [words.sheet, words.report, words.rows, words.accepted, words.remarked, words.rejected];
    const spans = [3, 3, 1, 1, 1, 1];
    this.put(...head.map((name, i): Span => [name, heading, spans[i] ?? 1]));
    for (const one of sheets)
      this.put(
        [one.sheet || words.whole_file, text, 3],
        [`${one.report} ${one.report_words}`, text, 3],
        ...[one.rows, one.accepted, one.remarked, one.rejected].map((n): Span => [n, centred, 1])
      );
  }

  /** Values side by side, each over so many columns. */
  private put(...spans: Span[]): void {
    const cells: SheetCell[] = [];
    const texts: [string, number][] = [];
    for (const [value, style, columns] of spans) {
      const from = cells.length;
      for (let i = 0; i < columns; i++) cells.push(i === 0 ? { value, style } : { style });
      const width = widths.slice(from, from + columns).reduce((sum, one) => sum + one, 0);
      texts.push([String(value), width]);
      const [left, right] = ['ABCDEFGHIJ'[from], 'ABCDEFGHIJ'[from + columns - 1]];
      const row = this.rows.length + 1;
      if (columns > 1) this.merged.push(`${left}${row}:${right}${row}`);
    }
    this.rows.push({ height: heightOf(texts), cells });
  }
}

type Span = [value: string | number, style: number, columns: number];

function headRow(words: SlipWords, { heading }: SlipFormats): SheetRow {
  const names = [
    words.no,
    words.level_head,
    words.sheet,
    words.row,
    words.cell,
    words.column,
    words.value,
    words.wrong,
    words.remedy,
    words.basis
  ];
  return { height: 24, cells: names.map((value) => ({ value, style: heading })) };
}

/** On one line, as in a list that is sorted and filtered; a thousand links more would only make it slow. */
function faultLine(one: Listed, number: number, words: SlipWords, { line }: SlipFormats): SheetRow {
  const { finding, sheet, cell } = one;
  const { level, row_no, column_words, value, says, remedy, basis } = finding;
  const texts = [cell || words.no_column, column_words, value || words.blank, says, remedy, basis];
  return {
    cells: [number, words.level[level], sheet, row_no, ...texts].map((each) => ({ value: each, style: line }))
  };
}

function faultRow(
  { finding, sheet, cell, to }: Listed,
  number: number,
  words: SlipWords,
  formats: SlipFormats
): SheetRow {
  const { centred, text, link } = formats;
  const cells: SheetCell[] = [
    { value: number, style: centred },
    { value: words.level[finding.level], style: formats[finding.level] },
    { value: sheet, style: text },
    { value: finding.row_no, style: centred },
    cell === '' ? { value: words.no_column, style: text } : { value: cell, style: link, to },
    { value: finding.column_words, style: text },
    { value: finding.value === '' ? words.blank : finding.value, style: text },
    { value: finding.says, style: text },
    { value: finding.remedy, style: text },
    { value: finding.basis, style: text }
  ];
  return { height: heightOf(cells.map(({ value }, i) => [String(value), widths[i] ?? 10])), cells };
}
