import { expect, test } from 'vitest';
import { encodingOf, textOf } from '#ingest/decode.ts';
import { Rejection } from '#ingest/rejection.ts';
import { put } from './report-files.ts';

/** 审查 in GB18030, and 㐀, which takes four bytes there. */
const gb = Buffer.from([0xc9, 0xf3, 0xb2, 0xe9]);
const gbFour = Buffer.from([0x81, 0x39, 0xee, 0x39]);
const wide = (text: string, mark = true) => Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
const text = '审查,编号\n甲,1\n';

function faultOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

test.each([
  ['UTF-8', Buffer.from(text), 'utf-8', text],
  ['UTF-8 with a mark', Buffer.from('\uFEFF' + text), 'utf-8', text],
  ['UTF-16, little end first', wide(text), 'utf-16le', text],
  ['UTF-16, big end first', wide(text).swap16(), 'utf-16be', text],
  ['UTF-16 without a mark', wide(text, false), 'utf-16le', text],
  ['GB18030', Buffer.concat([gb, Buffer.from(',1\n'), gbFour]), 'gb18030', '审查,1\n㐀']
])('%s is told by its bytes', (_, bytes, encoding, expected) => {
  const path = put(bytes);
  expect(encodingOf(path)).toEqual({ encoding, damaged: false });
  expect([...textOf(path, encodingOf(path).encoding)].join('')).toBe(expected);
});

test('Characters that lie across the pieces of a large file stay whole', () => {
  const long = '甲，乙\n'.repeat(700_000);
  const path = put('x' + long);
  expect(encodingOf(path)).toEqual({ encoding: 'utf-8', damaged: false });
  expect([...textOf(path, 'utf-8')].join('')).toBe('x' + long);
  const oneLine = put('x' + long.replaceAll('\n', ' '));
  expect(encodingOf(oneLine).encoding).toBe('utf-8');
});

test('A UTF-8 file with one broken line is refused, not read as other characters', () => {
  const path = put(Buffer.concat([Buffer.from('审查\n编号\n'), gb, Buffer.from('\n受理\n')]));
  const fault = faultOf(() => encodingOf(path));
  expect(fault).toBeInstanceOf(Rejection);
  expect(fault).toMatchObject({ code: 'bad_encoding', params: { line: 3, encoding: 'utf-8' } });
});

test('Bytes that are no GB18030 are refused with their line', () => {
  const path = put(
    Buffer.concat([gb, Buffer.from('\n'), gb, Buffer.from('\n'), gb, Buffer.from([0xff, 0x0a])])
  );
  expect(encodingOf(path).encoding).toBe('gb18030');
  const fault = faultOf(() => [...textOf(path, 'gb18030')]);
  expect(fault).toMatchObject({ code: 'bad_encoding', params: { line: 3 } });
});

test('Text that was damaged before is told', () => {
  expect(encodingOf(put('审\uFFFD查\n'))).toEqual({ encoding: 'utf-8', damaged: true });
});
