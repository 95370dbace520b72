/** The cell formats of a slip's own sheets. */
import type { Styles } from '../xlsx/styles.ts';

const font = (size: number, look = '', colour = 'FF000000', name = '宋体') =>
  `<font>${look}<sz val="${size}"/><color rgb="${colour}"/><name val="${name}"/><family val="3"/><charset val="134"/></font>`;
const solid = (rgb: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
const box = `<border>${['left', 'right', 'top', 'bottom']
  .map((name) => `<${name} style="thin"><color rgb="FF8C96A3"/></${name}>`)
  .join('')}<diagonal/></border>`;

export interface SlipFormats {
  title: number;
  section: number;
  heading: number;
  text: number;
  centred: number;
  /** Text on one line. */
  line: number;
  said: number;
  link: number;
  reject: number;
  remark: number;
}

export function slipFormats(styles: Styles): SlipFormats {
  const border = styles.border(box);
  const plain = styles.font(font(10.5));
  const bold = styles.font(font(10.5, '<b/>'));
  const top = 'vertical="top" wrapText="1"';
  const centred = 'horizontal="center" vertical="top" wrapText="1"';
  return {
    title: styles.format({
      font: styles.font(font(16, '<b/>', 'FF000000', '黑体')),
      align: 'vertical="center"'
    }),
    section: styles.format({
      font: styles.font(font(12, '<b/>', 'FF000000', '黑体')),
      align: 'vertical="center"'
    }),
    heading: styles.format({
      font: bold,
      fill: styles.fill(solid('E4EAF1')),
      border,
      align: 'horizontal="center" vertical="center" wrapText="1"'
    }),
    text: styles.format({ font: plain, border, number: 49, align: top }),
    centred: styles.format({ font: plain, border, align: centred }),
    line: styles.format({ font: plain, border, number: 49, align: 'vertical="top"' }),
    said: styles.format({ font: plain, align: top }),
    link: styles.format({ font: styles.font(font(10.5, '<u/>', 'FF0B5394')), border, align: centred }),
    reject: styles.format({ font: styles.font(font(10.5, '<b/>', 'FFA61B1B')), border, align: centred }),
    remark: styles.format({ font: styles.font(font(10.5, '', 'FF7F6000')), border, align: centred })
  };
}
