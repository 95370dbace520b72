/** The text of a cell or of a shared string: one run, or several in formats of their own. */
import { unescapeXml } from '../xml-tags.ts';

const phonetic = /<(\w+:)?rPh[\s>][\s\S]*?<\/(\w+:)?rPh>/g;
const run = /<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g;
const cdata = /<!\[CDATA\[([\s\S]*?)\]\]>/g;
const escaped = /_x([0-9a-f]{4})_/gi;

/** Of an `<si>` or `<is>`: all of its runs in order, without the readings (furigana, pinyin) above them. */
export function textOfRuns(xml: string): string {
  const plain = xml.includes('rPh') ? xml.replace(phonetic, '') : xml;
  let text = '';
  for (const found of plain.matchAll(run)) text += textOf(found[1] ?? '');
  return text;
}

/** What stands between two tags as the text that it is: entities, CDATA, and the `_x000D_` of spreadsheets. */
export function textOf(xml: string): string {
  let text = xml;
  if (text.includes('<![CDATA[')) {
    const parts = text.split(cdata);
    text = parts.map((part, i) => (i % 2 === 0 ? unescapeXml(part) : part)).join('');
  } else if (text.includes('&')) text = unescapeXml(text);
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (!text.includes('_x')) return text;
  return text.replace(escaped, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
