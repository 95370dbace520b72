/** The text of a cell or of a shared string: one run, or several in formats of their own. */
import { unescapeXml } from '../xml-tags.ts';
import { elementsOf, withoutElements } from './elements-of.ts';

const cdata = /<!\[CDATA\[([\s\S]*?)\]\]>/g;
const escaped = /_x([0-9a-f]{4})_/gi;

/** Of an `<si>` or `<is>`: all of its runs in order, without the readings (furigana, pinyin) above them. */
export function textOfRuns(xml: string): string {
  const plain = xml.includes('rPh') ? withoutElements(xml, 'rPh') : xml;
  return elementsOf(plain, 't').map(textOf).join('');
}

/** What stands between two tags as the text that it is: entities, CDATA, and the `_x000D_` of spreadsheets. */
export function textOf(xml: string): string {
  let text = xml;
  if (text.includes('<![CDATA[')) {
    const end = text.lastIndexOf(']]>') + 3;
    const parts = text.slice(0, end).split(cdata);
    text =
      parts.map((part, i) => (i % 2 === 0 ? unescapeXml(part) : part)).join('') +
      unescapeXml(text.slice(end));
  } else if (text.includes('&')) text = unescapeXml(text);
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (!text.includes('_x')) return text;
  return text.replace(escaped, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
