/** The cell formats of templates. */
import type { ColumnType } from '../declare.ts';
import { numberFormats } from '../xlsx/new-workbook.ts';
import type { Styles } from '../xlsx/styles.ts';

export interface Looks {
  title: number;
  plain: number;
  note: number;
  label: number;
  /** Cells that are filled in above the table. */
  given: number;
  heading: number;
  section: number;
  wrapped: number;
  head: Record<'yes' | 'conditional' | 'no', number>;
  data: (type: ColumnType) => number;
  /** Cells beside the table. */
  beyond: number;
  /** The same, but locked. */
  shown: (type: ColumnType) => number;
}

const wrapped: ReadonlySet<ColumnType> = new Set(['string', 'strings', 'code', 'codes']);

const font = (size: number, look = '', colour = 'FF000000', name = '宋体') =>
  `<font>${look}<sz val="${size}"/><color rgb="${colour}"/><name val="${name}"/><family val="3"/><charset val="134"/></font>`;
const solid = (rgb: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
const side = (name: string, style: string) => `<${name} style="${style}"><color rgb="FF8C96A3"/></${name}>`;
const box = (style: string) =>
  `<border>${['left', 'right', 'top', 'bottom'].map((name) => side(name, style)).join('')}<diagonal/></border>`;

export function looks(styles: Styles): Looks {
  const fonts = {
    title: styles.font(font(16, '<b/>', 'FF000000', '黑体')),
    bold: styles.font(font(11, '<b/>')),
    plain: styles.font(font(11)),
    note: styles.font(font(10, '', 'FF4A5560')),
    required: styles.font(font(11, '<b/>', 'FFA61B1B'))
  };
  const boxed = styles.border(box('thin'));
  const under = styles.border(`<border><left/><right/><top/>${side('bottom', 'thin')}<diagonal/></border>`);
  const head = styles.fill(solid('E4EAF1'));
  const must = styles.fill(solid('DCE6F1'));
  const wrap = 'vertical="center" wrapText="1"';
  const locked = true;
  const number = (type: ColumnType) =>
    type === 'date'
      ? numberFormats.date
      : type === 'datetime'
        ? numberFormats.datetime
        : type === 'int'
          ? numberFormats.whole
          : type === 'decimal'
            ? numberFormats.general
            : numberFormats.text;
  const cell = (type: ColumnType, isLocked: boolean, border: number) =>
    styles.format({
      font: fonts.plain,
      border,
      number: number(type),
      align: `vertical="center"${wrapped.has(type) ? ' wrapText="1"' : ''}`,
      locked: isLocked
    });
  const column = (own: number, fill: number) =>
    styles.format({ font: own, fill, border: boxed, align: `horizontal="center" ${wrap}`, locked });
  return {
    title: styles.format({ font: fonts.title, align: 'vertical="center"', locked }),
    plain: styles.format({ font: fonts.plain, align: 'vertical="center"', locked }),
    note: styles.format({ font: fonts.note, align: 'vertical="center"', locked }),
    label: styles.format({ font: fonts.plain, align: 'horizontal="right" vertical="center"', locked }),
    given: styles.format({
      font: fonts.plain,
      border: under,
      number: numberFormats.text,
      align: 'vertical="center" shrinkToFit="1"',
      locked: false
    }),
    heading: styles.format({ font: fonts.bold, fill: head, border: boxed, align: wrap, locked }),
    section: styles.format({ font: fonts.bold, align: 'vertical="center"', locked }),
    wrapped: styles.format({
      font: fonts.plain,
      border: boxed,
      align: 'vertical="top" wrapText="1"',
      locked
    }),
    head: {
      yes: column(fonts.required, must),
      conditional: column(fonts.bold, must),
      no: column(fonts.bold, head)
    },
    data: (type) => cell(type, false, boxed),
    beyond: styles.format({ font: fonts.plain, number: numberFormats.text, locked: false }),
    shown: (type) => cell(type, true, boxed)
  };
}
