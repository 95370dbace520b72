import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentFile } from '../../dashboard/multipart.ts';

/** A form as a browser sends it, and its content type. */
async function form(entries: [string, string | File][]): Promise<{ body: Buffer; type: string }> {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  const response = new Response(data);
  return {
    body: Buffer.from(await response.arrayBuffer()),
    type: response.headers.get('content-type') ?? ''
  };
}

async function* pieces(body: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
}

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  // A piece is only good until the next one is asked for.
  for await (const piece of bytes) parts.push(Buffer.from(piece));
  return Buffer.concat(parts);
}

test('the file comes out byte by byte, however the network cuts the form', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.integer({ min: 1, max: 80 }),
      async (bytes, size) => {
        const { body, type } = await form([
          ['note', 'first'],
          ['file', new File([Uint8Array.from(bytes)], '审查台账（10月）.csv')],
          ['after', 'last']
        ]);
        const sent = await sentFile(pieces(body, size), type);
        expect(sent?.file_name).toBe('审查台账（10月）.csv');
        expect(await whole(sent?.bytes ?? pieces(Buffer.alloc(0), 1))).toEqual(Buffer.from(bytes));
      }
    ),
    { numRuns: 60 }
  );
});

test('bytes that look like the start of the boundary are kept', async () => {
  const tricky = Buffer.from('a\r\n--b\r\n------\r\n--');
  const { body, type } = await form([['file', new File([tricky], 'a.csv')]]);
  const sent = await sentFile(pieces(body, 3), type);
  expect(await whole(sent?.bytes ?? pieces(Buffer.alloc(0), 1))).toEqual(tricky);
});

test('a quote in a name is read back, a path is left out', async () => {
  const { body, type } = await form([['file', new File(['x'], 'C:\\reports\\a"b.csv')]]);
  expect((await sentFile(pieces(body, 7), type))?.file_name).toBe('a"b.csv');
});

test('a form without a chosen file has none', async () => {
  const { body, type } = await form([['file', new File([], '')]]);
  expect(await sentFile(pieces(body, 11), type)).toBeUndefined();
  expect(await sentFile(pieces(Buffer.from('x'), 1), 'multipart/form-data')).toBeUndefined();
});

test('an upload that breaks off is an error, not a shorter file', async () => {
  const { body, type } = await form([['file', new File(['0123456789'.repeat(20)], 'a.csv')]]);
  const sent = await sentFile(pieces(body.subarray(0, body.length - 60), 16), type);
  await expect(whole(sent?.bytes ?? pieces(Buffer.alloc(0), 1))).rejects.toThrow(/stopped/);
});
