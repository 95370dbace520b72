/** The XML of a part in pieces of text that each hold whole elements, so that a large one is never one string. */

const pieceBytes = 1 << 20;

/** The prefix that a part's root element has, with its colon; '' where the namespace is the default one. */
export function prefixOf(xml: Buffer, root: string): string {
  const head = xml.toString('utf8', 0, 4096);
  return new RegExp(`<([\\w.-]+:)?${root}[\\s>/]`).exec(head)?.[1] ?? '';
}

/** Parts may be UTF-16 as well; everything here reads UTF-8. */
export function asUtf8(xml: Buffer): Buffer {
  const mark = xml.length > 1 ? xml.readUInt16BE(0) : 0;
  if (mark !== 0xfffe && mark !== 0xfeff) return xml;
  return Buffer.from(new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(xml));
}

/** The text between two places, each piece cut after `closing`, the last one where the text ends. */
export function* piecesOf(xml: Buffer, closing: string, from = 0, to = xml.length): Generator<string> {
  for (let at = from; at < to;) {
    let cut = to;
    if (to - at > pieceBytes) {
      const before = xml.lastIndexOf(closing, at + pieceBytes);
      const end = before > at ? before : xml.indexOf(closing, at + pieceBytes);
      if (end !== -1 && end < to) cut = end + closing.length;
    }
    yield xml.toString('utf8', at, cut);
    at = cut;
  }
}
