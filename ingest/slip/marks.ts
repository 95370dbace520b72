/** How cells are marked: told apart without colour as well, and known again when the slip itself is handed in. */
import type { Level } from '../declare.ts';
import type { Restyle } from '../xlsx/restyle-cells.ts';
import type { Styles } from '../xlsx/styles.ts';

/** Colours that nobody else uses to the last digit. */
const looks: Record<Level, { fill: string; line: string; style: string }> = {
  reject: { fill: 'FFFAD3D2', line: 'FFC00001', style: 'medium' },
  remark: { fill: 'FFFFF1CB', line: 'FFBF8F01', style: 'mediumDashed' }
};

const side = (name: string, { style, line }: (typeof looks)[Level]) =>
  `<${name} style="${style}"><color rgb="${line}"/></${name}>`;

export class Marks {
  private readonly styles: Styles;

  constructor(styles: Styles) {
    this.styles = styles;
  }

  /** A cell at fault: filled, in a frame. */
  cell(level: Level): Restyle {
    const { styles } = this;
    const look = looks[level];
    const sides = ['left', 'right', 'top', 'bottom'].map((name) => side(name, look)).join('');
    const fill = styles.fill(
      `<fill><patternFill patternType="solid"><fgColor rgb="${look.fill}"/><bgColor indexed="64"/></patternFill></fill>`
    );
    const border = styles.border(`<border>${sides}<diagonal/></border>`);
    return (format) => styles.derived(format, { fill, border });
  }

  /** The first cell of a row at fault: a line on its left. */
  row(level: Level): Restyle {
    const { styles } = this;
    const line = side('left', looks[level]);
    return (format) => styles.derived(format, { border: styles.withLeft(format, line) });
  }

  /** Takes a mark of ours away again: no fill, no frame. */
  get cleared(): Restyle {
    const { styles } = this;
    const ours = Object.values(looks);
    const known = new Map<number, number>();
    return (format) => {
      const found = known.get(format);
      if (found !== undefined) return found;
      const { fill, border } = styles.looks(format);
      const change = {
        ...(ours.some((look) => fill.includes(look.fill)) ? { fill: 0 } : {}),
        ...(ours.some((look) => border.includes(look.line)) ? { border: 0 } : {})
      };
      const clear = Object.keys(change).length > 0 ? styles.derived(format, change) : format;
      known.set(format, clear);
      return clear;
    };
  }
}
