import { expect, test } from 'vitest';
import { Styles } from '#ingest/xlsx/styles.ts';

const part = (p = '') =>
  `<${p}styleSheet><${p}fonts count="1"><${p}font/></${p}fonts><${p}fills count="1"><${p}fill/></${p}fills><${p}borders><${p}border><${p}left style="thin"/><${p}top/></${p}border></${p}borders><${p}cellXfs count="2"><${p}xf fontId="0"/><${p}xf numFmtId="14" fillId="0" borderId="0"><${p}alignment wrapText="1"/></${p}xf></${p}cellXfs><${p}dxfs count="0"/></${p}styleSheet>`;

test.each(['', 'x:'])('a format derives from another but for its fill and border (prefix %j)', (p) => {
  const styles = new Styles(part(p));
  const fill = styles.fill('<fill><patternFill/></fill>');
  const format = styles.derived(1, { fill, border: 0 });
  expect([fill, format]).toEqual([1, 2]);
  expect(styles.derived(1, { fill, border: 0 }), 'the same twice is one').toBe(format);
  expect(styles.text()).toBe(
    part(p)
      .replace(
        `fills count="1"><${p}fill/>`,
        `fills count="2"><${p}fill/><${p}fill><${p}patternFill/></${p}fill>`
      )
      .replace('cellXfs count="2"', 'cellXfs count="3"')
      .replace(
        `</${p}cellXfs>`,
        `<${p}xf numFmtId="14" fillId="1" borderId="0" applyFill="1" applyBorder="1"><${p}alignment wrapText="1"/></${p}xf></${p}cellXfs>`
      )
  );
});

test('one side of a border is replaced, the others stay', () => {
  const styles = new Styles(part());
  const border = styles.withLeft(1, '<left style="thick"/>');
  expect(styles.looks(styles.derived(1, { border })).border).toBe(
    '<border><left style="thick"/><top/></border>'
  );
});

test('styles without formats, and more formats than a program takes, are refused', () => {
  expect(() => new Styles('<styleSheet/>')).toThrow(SyntaxError);
  const full = part().replace('<xf fontId="0"/>', '<xf/>'.repeat(63_999));
  expect(() => new Styles(full).format({ number: 49 })).toThrow(RangeError);
});
