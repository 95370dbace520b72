/**
 * Where the elements of an XML part begin and end, so that some of them can be changed and every other byte stays. No
 * tree is built: a part is edited by places in its text.
 */
import { unescapeXml } from './xml-text.ts';

export interface Element {
  /** Without its prefix. */
  name: string;
  /** Of its start tag. */
  start: number;
  /** Behind its start tag. */
  open: number;
  /** Of its end tag; where the element has none, behind it. */
  close: number;
  /** Behind the element. */
  end: number;
  /** Whether it is written `<a/>`. */
  empty: boolean;
}

const inside = String.raw`(?:[^"'<>]|"[^"]*"|'[^']*')*?`;
const anyTag = new RegExp(String.raw`<(/?)([\w.-]+:)?([\w.-]+)(?=[\s/>])${inside}(/?)>`, 'g');
const noTags = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g;

/** The text with comments, CDATA and instructions blanked out, every place unmoved: what looks like a tag is one. */
export function tagsOnly(xml: string): string {
  if (/<!DOCTYPE/i.test(xml.slice(0, 4096))) throw new SyntaxError('A document type is declared');
  // A declaration at the start looks like no tag.
  const plain = !xml.includes('<!') && !xml.includes('<?', 1);
  return plain ? xml : xml.replace(noTags, (other) => ' '.repeat(other.length));
}

/** The elements directly between two places, in order. `xml` as `tagsOnly` gives it. */
export function elementsBetween(xml: string, from: number, to: number): Element[] {
  const found: Element[] = [];
  const tag = new RegExp(anyTag);
  tag.lastIndex = from;
  let depth = 0;
  let current: Element | undefined;
  for (let match = tag.exec(xml); match && match.index < to; match = tag.exec(xml)) {
    const [, closing, , name = '', selfClosing] = match;
    if (closing) {
      depth--;
      if (depth === 0 && current) {
        current.close = match.index;
        current.end = tag.lastIndex;
        found.push(current);
        current = undefined;
      }
      if (depth < 0) break;
      continue;
    }
    const empty = selfClosing === '/';
    const here = {
      name,
      start: match.index,
      open: tag.lastIndex,
      close: tag.lastIndex,
      end: tag.lastIndex,
      empty
    };
    if (depth === 0) {
      if (empty) found.push(here);
      else current = here;
    }
    if (!empty) depth++;
  }
  return found;
}

export const childrenOf = (xml: string, parent: Element): Element[] =>
  parent.empty ? [] : elementsBetween(xml, parent.open, parent.close);

export const childOf = (xml: string, parent: Element, name: string): Element | undefined =>
  childrenOf(xml, parent).find((child) => child.name === name);

/** @throws SyntaxError where there is none, or it is not closed. */
export function rootOf(xml: string): Element {
  const [root] = elementsBetween(xml, 0, xml.length);
  if (!root) throw new SyntaxError('The part has no whole element');
  return root;
}

/** `x:` of `<x:worksheet>`, or nothing. */
export const prefixOf = (xml: string, { start }: Element): string =>
  /^<([\w.-]+:)?/.exec(xml.slice(start, start + 80))?.[1] ?? '';

const pair = (name: string) => new RegExp(String.raw`(\s)(${name})(\s*=\s*)(?:"([^"]*)"|'([^']*)')`);

/** The value of an attribute; `[\w]+:id` finds one whatever its prefix. */
export function attributeOf(startTag: string, name: string): string | undefined {
  const found = pair(name).exec(startTag);
  return found ? unescapeXml(found[4] ?? found[5] ?? '') : undefined;
}

/** The start tag with an attribute set; `value` as it may stand in XML. Undefined takes it away. */
export function withAttribute(startTag: string, name: string, value: string | undefined): string {
  const found = pair(name).exec(startTag);
  if (found) {
    const before = startTag.slice(0, found.index);
    const after = startTag.slice(found.index + found[0].length);
    return value === undefined ? before + after : `${before} ${name}="${value}"${after}`;
  }
  if (value === undefined) return startTag;
  return startTag.replace(/\s*(\/?)>$/, ` ${name}="${value}"$1>`);
}

/** Puts a prefix before the names of elements that were written without one. */
export const prefixed = (xml: string, prefix: string): string =>
  prefix === '' ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
