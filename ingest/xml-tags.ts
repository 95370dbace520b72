/** Attributes of the start tags of an XML part, read without building a tree. */
import { Rejection } from './rejection.ts';

/** Longer tags would make reading them slow, and nobody writes them. */
const longestTag = 1 << 16;

/** Attributes of all elements of that name, whatever their prefix. Throws `broken_archive` for a tag beyond all measure. */
export function attributesOf(xml: string, name: string): Record<string, string>[] {
  const tags = withoutComments(xml).matchAll(
    new RegExp(`<(?:[\\w.-]+:)?${name}\\s((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>`, 'g')
  );
  return Array.from(tags, ([, tag = '']) => {
    if (tag.length > longestTag) throw new Rejection('broken_archive', { detail: `<${name}>` });
    const attributes = tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
    return Object.fromEntries(
      Array.from(attributes, ([, key = '', double, single]) => [key, unescapeXml(double ?? single ?? '')])
    );
  });
}

function withoutComments(xml: string): string {
  let text = '';
  let from = 0;
  for (let at = xml.indexOf('<!--'); at !== -1; at = xml.indexOf('<!--', from)) {
    const end = xml.indexOf('-->', at + 4);
    text += xml.slice(from, at);
    from = end === -1 ? xml.length : end + 3;
  }
  return text + xml.slice(from);
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"]
]);

/** Entities that are not of XML itself stay as they are written: what they stand for is nobody's to say. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return character(parseInt(hex, 16));
      if (decimal !== undefined) return character(Number(decimal));
      return entities.get(name ?? '') ?? all;
    }
  );
}

/** Numbers that are no character are what damaged text is elsewhere. */
const character = (code: number) =>
  code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
