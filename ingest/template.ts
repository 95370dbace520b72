/** The workbook that institutions fill in, made from the reports' declarations: forms, guides, examples, lists of choices. */
import type { Report } from './declare.ts';
import { templateSheets } from './own-sheets.ts';
import { ChoiceLists } from './template/choices.ts';
import type { Prefill, TemplateCity } from './template/declared.ts';
import { exampleSheet, formSheet, headerNotes, headerRow, type FormAsk } from './template/form-sheet.ts';
import { guideSheet } from './template/guide-sheet.ts';
import { looks } from './template/looks.ts';
import { addSheets, type NewSheet } from './xlsx/add-sheets.ts';
import { newWorkbook } from './xlsx/new-workbook.ts';
import { closeSheet, openSheet } from './xlsx/open-sheet.ts';
import { putNotes } from './xlsx/sheet-notes.ts';
import { sheetXml } from './xlsx/sheet-xml.ts';
import { Styles } from './xlsx/styles.ts';

export interface TemplateAsk {
  city: TemplateCity;
  prefill?: Prefill;
  /** By report: rows that are filled in already, cells in the order of the columns. */
  rows?: Readonly<Record<string, FormAsk['rows']>>;
}

const author = '填写要求';

/**
 * One form a sheet, then a guide and an example for each, and a hidden sheet of choices where one is needed. With
 * several forms in one workbook an empty one says that it is no nil declaration until somebody says it is.
 */
export function templateWorkbook(
  reports: readonly Report[],
  { city, prefill = {}, rows }: TemplateAsk
): Buffer {
  const workbook = newWorkbook({ locked: true });
  const { pack, ns } = workbook;
  const styles = new Styles(pack.text('xl/styles.xml'));
  const own = looks(styles);
  const choices = new ChoiceLists(reports, city.codes);
  const asks = reports.map((report): readonly [Report, FormAsk] => {
    const filled = rows?.[report.id];
    const nil = reports.length > 1 && !filled ? ({ nil: '否' } as const) : {};
    return [report, { city, looks: own, choices, prefill, ...nil, ...(filled ? { rows: filled } : {}) }];
  });
  const sheets = [
    ...asks.map(([report, ask]) => ({
      name: sheetName(report),
      content: formSheet(report, ask),
      repeated: ['$A:$A', `$1:$${headerRow}`]
    })),
    ...asks.flatMap(([report, ask]) => [
      { name: `${templateSheets.guide} ${report.id}`, content: guideSheet(report, city, own) },
      { name: `${templateSheets.example} ${report.id}`, content: exampleSheet(report, ask) }
    ])
  ].map(({ content, ...sheet }): NewSheet => ({ ...sheet, xml: sheetXml(content, ns.main) }));
  const lists = choices.sheet(own.plain);
  if (lists) sheets.push({ name: templateSheets.choices, xml: sheetXml(lists, ns.main), hidden: true });
  const paths = addSheets(workbook, sheets, 'behind', choices.names);
  asks.forEach(([report, ask], i) => {
    const sheet = openSheet(workbook, paths[i] ?? '');
    putNotes(workbook, sheet, headerNotes(report, ask), author);
    closeSheet(workbook, sheet);
  });
  pack.put('xl/styles.xml', styles.text());
  return pack.bytes();
}

/** A sheet's name has at most 31 characters, and some may not stand in it. */
const sheetName = ({ id, zh }: Report): string => `${id} ${zh.replace(/[[\]:*?/\\]/g, '')}`.slice(0, 31);
