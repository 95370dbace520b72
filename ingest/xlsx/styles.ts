/** The styles part of a workbook: what is there stays, new fonts, fills, borders and cell formats are added behind it. */
import { Edits } from './edits.ts';
import {
  attributeOf,
  childrenOf,
  prefixed,
  prefixOf,
  rootOf,
  tagsOnly,
  withAttribute,
  type Element
} from './elements.ts';

/** Excel opens no workbook with more cell formats. */
const mostFormats = 64_000;

type Kind = 'fonts' | 'fills' | 'borders' | 'cellXfs';
const kinds: readonly Kind[] = ['fonts', 'fills', 'borders', 'cellXfs'];

/** Ids of what a cell format is made of. */
export interface Format {
  font?: number;
  fill?: number;
  border?: number;
  /** `numFmtId`: 0 is general, 49 text. */
  number?: number;
  /** Attributes of `<alignment>`. */
  align?: string;
  locked?: boolean;
}

export class Styles {
  private readonly xml: string;
  private readonly tags: string;
  private readonly lists: Record<Kind, Element>;
  private readonly prefix: string;
  private readonly there: Record<Kind, string[]>;
  private readonly added: Record<Kind, string[]> = { fonts: [], fills: [], borders: [], cellXfs: [] };
  private readonly known = new Map<string, number>();

  /** @throws SyntaxError for a part that lacks one of the four lists. */
  constructor(xml: string) {
    this.xml = xml;
    this.tags = tagsOnly(xml);
    const root = rootOf(this.tags);
    this.prefix = prefixOf(this.tags, root);
    const children = childrenOf(this.tags, root);
    const list = (kind: Kind): Element => {
      const found = children.find(({ name }) => name === kind);
      if (!found) throw new SyntaxError(`The styles have no ${kind}`);
      return found;
    };
    this.lists = {
      fonts: list('fonts'),
      fills: list('fills'),
      borders: list('borders'),
      cellXfs: list('cellXfs')
    };
    const written = (kind: Kind) =>
      childrenOf(this.tags, this.lists[kind]).map(({ start, end }) => this.xml.slice(start, end));
    this.there = {
      fonts: written('fonts'),
      fills: written('fills'),
      borders: written('borders'),
      cellXfs: written('cellXfs')
    };
    if (this.there.cellXfs.length === 0) throw new SyntaxError('The styles have no cell format');
  }

  /** Each is given as an element without prefix; the same twice is one. */
  font = (xml: string): number => this.add('fonts', xml);
  fill = (xml: string): number => this.add('fills', xml);
  border = (xml: string): number => this.add('borders', xml);

  /** A cell format of our own. */
  format({ font = 0, fill = 0, border = 0, number = 0, align, locked }: Format): number {
    const content =
      (align === undefined ? '' : `<alignment ${align}/>`) +
      (locked === undefined ? '' : `<protection locked="${locked ? 1 : 0}"/>`);
    const applies = `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"`;
    return this.add(
      'cellXfs',
      `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" ${applies}>${content}</xf>`
    );
  }

  /** A cell format that is another but for its fill and border. */
  derived(base: number, change: Pick<Format, 'fill' | 'border'>): number {
    const key = `${base} ${change.fill} ${change.border}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const xml = this.at('cellXfs', base) ?? this.at('cellXfs', 0) ?? '';
    const { open } = rootOf(tagsOnly(xml));
    let tag = xml.slice(0, open);
    for (const [attribute, applies, id] of [
      ['fillId', 'applyFill', change.fill],
      ['borderId', 'applyBorder', change.border]
    ] as const) {
      if (id !== undefined) tag = withAttribute(withAttribute(tag, attribute, String(id)), applies, '1');
    }
    const format = this.add('cellXfs', tag + xml.slice(open), 'written');
    this.known.set(key, format);
    return format;
  }

  /** A format's border with its left side replaced by an element such as `<left style="thick"/>`. */
  withLeft(format: number, left: string): number {
    const id = Number(attributeOf(this.tagOf(format), 'borderId') ?? 0);
    const own = this.at('borders', id) ?? prefixed('<border></border>', this.prefix);
    const root = rootOf(tagsOnly(own));
    const [before, after] = root.empty
      ? [own.replace(/\s*\/>$/, '>'), prefixed('</border>', this.prefix)]
      : [own.slice(0, root.open), own.slice(root.open)];
    const side = childrenOf(before + after, rootOf(before + after)).find(({ name }) => name === 'left');
    const rest = side
      ? after.slice(0, side.start - before.length) + after.slice(side.end - before.length)
      : after;
    return this.add('borders', before + prefixed(left, this.prefix) + rest, 'written');
  }

  /** What a format is filled and bordered with, as it is written. */
  looks(format: number): { fill: string; border: string } {
    const tag = this.tagOf(format);
    const part = (kind: 'fills' | 'borders', name: string) =>
      this.at(kind, Number(attributeOf(tag, name) ?? 0)) ?? '';
    return { fill: part('fills', 'fillId'), border: part('borders', 'borderId') };
  }

  get formats(): number {
    return this.there.cellXfs.length + this.added.cellXfs.length;
  }

  text(): string {
    const edits = new Edits();
    for (const kind of kinds) {
      if (this.added[kind].length === 0) continue;
      const list = this.lists[kind];
      const count = this.there[kind].length + this.added[kind].length;
      const content = this.added[kind].join('');
      const tag = withAttribute(this.xml.slice(list.start, list.open), 'count', String(count));
      if (list.empty)
        edits.replace(
          list.start,
          list.open,
          `${tag.replace(/\s*\/>$/, '>')}${content}</${this.prefix}${list.name}>`
        );
      else {
        edits.replace(list.start, list.open, tag);
        edits.insert(list.close, content);
      }
    }
    return edits.applied(this.xml);
  }

  private add(kind: Kind, xml: string, as?: 'written'): number {
    const own = as === 'written' ? xml : prefixed(xml, this.prefix);
    const key = `${kind} ${own}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const id = this.there[kind].length + this.added[kind].length;
    if (kind === 'cellXfs' && id >= mostFormats) throw new RangeError('Too many cell formats');
    this.added[kind].push(own);
    this.known.set(key, id);
    return id;
  }

  private at(kind: Kind, id: number): string | undefined {
    return this.there[kind][id] ?? this.added[kind][id - this.there[kind].length];
  }

  private tagOf(format: number): string {
    const xml = this.at('cellXfs', format) ?? this.at('cellXfs', 0) ?? '';
    return xml.slice(0, rootOf(tagsOnly(xml)).open);
  }
}
