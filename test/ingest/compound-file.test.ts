import { expect, test } from 'vitest';
import { CompoundFile } from '#ingest/compound-file.ts';
import { compoundOf } from './hostile/compound-of.ts';
import { put } from './report-files.ts';

const long = Buffer.from(Array.from({ length: 9000 }, (_, i) => i % 251));
const short = Buffer.from(Array.from({ length: 200 }, (_, i) => i % 127));
const whole = compoundOf({ Workbook: long, 说明: short, 空: Buffer.alloc(0) });

function opened<T>(bytes: Buffer, ask: (file: CompoundFile) => T): T {
  const file = new CompoundFile(put(bytes));
  try {
    return ask(file);
  } finally {
    file.close();
  }
}

test('Streams are listed by name and read from the beginning, long ones and short ones', () => {
  opened(whole, (file) => {
    expect(file.names).toEqual(['Root Entry', 'Workbook', '说明', '空']);
    expect(file.beginning('Workbook', 5000)).toEqual(long.subarray(0, 5000));
    expect(file.beginning('说明', 5000)).toEqual(short);
    expect(file.beginning('空', 10)).toEqual(Buffer.alloc(0));
    expect(file.beginning('Book', 10)).toEqual(Buffer.alloc(0));
  });
});

test('A chain of sectors that leads in a circle ends', () => {
  const circle = Buffer.from(whole);
  const table = (whole.readUInt32LE(76) + 1) * 512;
  for (let n = 0; n < 40; n++) circle.writeUInt32LE(n % 2, table + n * 4);
  opened(circle, (file) => {
    expect(file.beginning('Workbook', 9000).length).toBeLessThanOrEqual(9000);
  });
});

test('A file that was cut off anywhere is broken, or shows less', () => {
  for (let keep = 8; keep < whole.length; keep += 301) {
    try {
      opened(whole.subarray(0, keep), (file) => file.beginning('Workbook', 9000));
    } catch (error) {
      expect(error).toMatchObject({ code: 'broken_archive' });
    }
  }
});
