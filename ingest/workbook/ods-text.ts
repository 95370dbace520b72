/** The text of a cell of OpenDocument: its paragraphs, with blanks and line breaks written as elements. */
import { unescapeXml } from '../xml-tags.ts';

const comment = /<office:annotation[\s>][\s\S]*?<\/office:annotation>/g;
const paragraph = /<text:p(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/text:p>)/g;
const element = /<(?:(text:s|text:tab|text:line-break)(?=[\s/>]))?(?:\s+text:c="(\d+)")?[^>]*>/g;

/** Of what stands between the tags of a cell; comments on it are left out. */
export function odsText(xml: string): string {
  const plain = xml.includes('<office:annotation') ? xml.replace(comment, '') : xml;
  const lines: string[] = [];
  for (const [, inner = ''] of plain.matchAll(paragraph)) lines.push(lineText(inner));
  return lines.join('\n');
}

function lineText(xml: string): string {
  const text = /[\t\r\n]| {2}/.test(xml) ? xml.replace(/[ \t\r\n]+/g, ' ') : xml;
  return unescapeXml(text.includes('<') ? text.replace(element, signOf) : text);
}

function signOf(_: string, name?: string, count = '1'): string {
  if (name === 'text:s') return ' '.repeat(Math.min(Number(count), 32_767));
  if (name === 'text:tab') return '\t';
  return name === 'text:line-break' ? '\n' : '';
}
