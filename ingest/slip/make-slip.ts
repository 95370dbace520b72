/** Makes a slip: marks the workbook, puts the summary before its sheets, writes it. */
import { writeFileSync } from 'node:fs';
import { slipSheets } from '../own-sheets.ts';
import { addSheets, type NewSheet } from '../xlsx/add-sheets.ts';
import { newWorkbook } from '../xlsx/new-workbook.ts';
import { sheetXml } from '../xlsx/sheet-xml.ts';
import { Styles } from '../xlsx/styles.ts';
import type { Base } from './base.ts';
import { slipFormats } from './formats.ts';
import { jsonLines } from './json-lines.ts';
import { markSheets } from './mark-sheets.ts';
import { ownWorkbook } from './own-workbook.ts';
import { plainWorkbook } from './plain-workbook.ts';
import type { SlipFinding, SlipMade, SlipRequest, SlipRow } from './request.ts';
import { faultsSheet, summarySheet, type SummaryAsk } from './summary-sheets.ts';
import { slipWords } from './words.ts';

/** A name in the workbook by which a slip is known again. */
const slipName = 'shanjian_slip';

/** @throws Rejection, RangeError or SyntaxError where the submitter's workbook had better not be changed. */
export function makeSlip({ language, source, findings: path, rows, output, about }: SlipRequest): SlipMade {
  const words = slipWords[language];
  const findings = [...jsonLines<SlipFinding>(path)];
  const base = openBase();
  const { workbook } = base;
  const stylesPart = workbook.links(workbook.path).find(({ kind }) => kind === 'styles')?.target;
  if (stylesPart === undefined) throw new RangeError('The workbook has no styles');
  const styles = new Styles(workbook.pack.text(stylesPart));
  const again = workbook.pack.text(workbook.path).includes(`"${slipName}"`);
  const { listed, ...made } = markSheets(base, styles, findings, words, again);
  const ask: SummaryAsk = { about, listed, made, words, language, formats: slipFormats(styles) };
  putSheets(base, ask, again);
  workbook.pack.put(stylesPart, styles.text());
  writeFileSync(output, workbook.pack.bytes());
  return made;

  function openBase(): Base {
    if (source !== null) return ownWorkbook(source, about.sheets);
    if (about.sheets.length === 0) return summaryOnly();
    const hidden = findings.filter(({ check_id }) => check_id === 'personal_data');
    return plainWorkbook(about.sheets, rows === null ? [] : jsonLines<SlipRow>(rows), hidden, words);
  }
}

const summaryOnly = (): Base => ({
  workbook: newWorkbook(),
  placeOf: () => {
    throw new RangeError('There are no rows');
  }
});

/** Sheets of an earlier slip are written anew in their place. */
function putSheets({ workbook }: Base, ask: SummaryAsk, again: boolean): void {
  const { pack, ns } = workbook;
  const names = slipSheets[ask.language];
  const own = Object.values(slipSheets);
  const old = (kind: 'summary' | 'faults') =>
    again ? workbook.sheets.find(({ name }) => own.some((one) => one[kind] === name))?.path : undefined;
  const faults = faultsSheet(ask) ?? (old('faults') ? { columns: [], rows: [] } : undefined);
  const sheets: NewSheet[] = [];
  for (const [kind, content] of [
    ['summary', summarySheet(ask)],
    ['faults', faults]
  ] as const) {
    if (!content) continue;
    const xml = sheetXml(content, ns.main);
    const there = old(kind);
    if (there) pack.put(there, xml);
    else
      sheets.push({
        name: freeName(
          names[kind],
          workbook.sheets.map(({ name }) => name)
        ),
        xml,
        ...(kind === 'faults' ? { repeated: ['$1:$1'] } : {})
      });
  }
  addSheets(workbook, sheets, 'before', again ? [] : [{ name: slipName, refers: '1', hidden: true }]);
}

function freeName(wanted: string, taken: readonly string[]): string {
  const free = (name: string) => !taken.some((one) => one.toLowerCase() === name.toLowerCase());
  let name = wanted;
  for (let n = 2; !free(name); n++) name = `${wanted} ${n}`;
  return name;
}
