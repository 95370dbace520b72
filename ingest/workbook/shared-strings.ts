/** The texts that the cells of a workbook share. */
import { textOf, textOfRuns } from './text-runs.ts';
import { asUtf8, piecesOf, prefixOf } from './xml-part.ts';

export function sharedStrings(part: Buffer): string[] {
  const xml = asUtf8(part);
  const prefix = prefixOf(xml, 'sst');
  const opening = `<${prefix}si`;
  const closing = `</${prefix}si>`;
  const plain = `><${prefix}t>`;
  const plainEnd = `</${prefix}t>${closing}`;
  const texts: string[] = [];
  for (const piece of piecesOf(xml, closing)) {
    for (let at = piece.indexOf(opening); at !== -1; at = piece.indexOf(opening, at)) {
      at += opening.length;
      if (piece.startsWith(plain, at)) {
        const begin = at + plain.length;
        const end = piece.indexOf('<', begin);
        if (piece.startsWith(plainEnd, end)) {
          texts.push(textOf(piece.slice(begin, end)));
          at = end;
          continue;
        }
      }
      const tagEnd = piece.indexOf('>', at);
      const empty = piece[tagEnd - 1] === '/' && piece.slice(at, tagEnd - 1).trim() === '';
      const end = empty ? tagEnd : piece.indexOf(closing, at);
      texts.push(empty ? '' : textOfRuns(piece.slice(at, end === -1 ? piece.length : end)));
      at = end === -1 ? piece.length : end;
    }
  }
  return texts;
}
