/** A workbook opened for editing its parts: where they are, in which of the two namespaces, and what links them. */
import {
  attributeOf,
  childOf,
  childrenOf,
  prefixed,
  prefixOf,
  rootOf,
  tagsOnly,
  type Element
} from './elements.ts';
import { Edits } from './edits.ts';
import { escapeXml } from './xml-text.ts';
import { ZipPackage } from './zip-package.ts';

export interface SheetPart {
  name: string;
  /** Part name, for example `xl/worksheets/sheet1.xml`. */
  path: string;
  sheetId: number;
  /** `worksheet` and not a chart sheet or the like. */
  hasCells: boolean;
}

export interface Link {
  id: string;
  /** Last word of its type: `worksheet`, `comments`, `vmlDrawing` … */
  kind: string;
  /** Part name. */
  target: string;
}

/** ISO/IEC 29500 transitional (as Excel saves by default) and strict. */
const namespaces = {
  transitional: {
    main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  },
  strict: {
    main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
    relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships'
  }
} as const;

export class OpenWorkbook {
  readonly pack: ZipPackage;
  readonly path: string;
  readonly ns: { main: string; relations: string };

  /** @throws Rejection, RangeError or SyntaxError for a package that is none, or that we had better not touch. */
  constructor(pack: ZipPackage) {
    this.pack = pack;
    this.path = this.links('').find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
    const xml = pack.text(this.path);
    this.ns = xml.includes(namespaces.strict.main) ? namespaces.strict : namespaces.transitional;
  }

  /** In the order of the tabs. */
  get sheets(): SheetPart[] {
    const xml = tagsOnly(this.pack.text(this.path));
    const list = childOf(xml, rootOf(xml), 'sheets');
    const links = this.links(this.path);
    return (list ? childrenOf(xml, list) : []).flatMap((element) => {
      const tag = xml.slice(element.start, element.open);
      const link = links.find(({ id }) => id === attributeOf(tag, String.raw`[\w.-]+:id`));
      const name = attributeOf(tag, 'name');
      if (!link || name === undefined) return [];
      const sheetId = Number(attributeOf(tag, 'sheetId') ?? 0);
      return [{ name, path: link.target, sheetId, hasCells: link.kind === 'worksheet' }];
    });
  }

  /** Of a part; of the package itself for ''. */
  links(part: string): Link[] {
    const path = linksPath(part);
    if (!this.pack.has(path)) return [];
    const xml = tagsOnly(this.pack.text(path));
    return childrenOf(xml, rootOf(xml)).flatMap((element) => {
      const tag = xml.slice(element.start, element.open);
      const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => attributeOf(tag, name) ?? '');
      if (!id || !type || !target || attributeOf(tag, 'TargetMode') === 'External') return [];
      return [{ id, kind: type.split('/').at(-1) ?? '', target: this.partName(resolved(part, target)) }];
    });
  }

  /** Links `part` to another and gives the id. */
  link(part: string, kind: string, target: string): string {
    const path = linksPath(part);
    const own = 'http://schemas.openxmlformats.org/package/2006/relationships';
    if (!this.pack.has(path))
      this.pack.put(path, `${declaration}<Relationships xmlns="${own}"></Relationships>`);
    const xml = this.pack.text(path);
    const masked = tagsOnly(xml);
    const root = rootOf(masked);
    const taken = new Set([...xml.matchAll(/\bId\s*=\s*["']([^"']*)["']/g)].map((match) => match[1]));
    let n = taken.size + 1;
    while (taken.has(`rId${n}`)) n++;
    const id = `rId${n}`;
    const element = `<Relationship Id="${id}" Type="${this.ns.relations}/${kind}" Target="/${escapeXml(target)}"/>`;
    this.pack.put(path, inserted(xml, masked, root, element));
    return id;
  }

  /** Says in [Content_Types].xml what a part is. */
  declare(part: string, type: string): void {
    this.intoTypes(`<Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`);
  }

  /** Says what parts of an extension are, unless it is said already. */
  declareExtension(extension: string, type: string): void {
    const said = new RegExp(`<[^<>]*Default[^<>]*Extension\\s*=\\s*["']${extension}["']`, 'i');
    if (!said.test(this.pack.text(contentTypes)))
      this.intoTypes(`<Default Extension="${extension}" ContentType="${type}"/>`);
  }

  /** The content type of a part, as the package says. */
  typeOf(part: string): string {
    const xml = tagsOnly(this.pack.text(contentTypes));
    for (const element of childrenOf(xml, rootOf(xml))) {
      const tag = xml.slice(element.start, element.open);
      if (attributeOf(tag, 'PartName')?.toLowerCase() === `/${part}`.toLowerCase())
        return attributeOf(tag, 'ContentType') ?? '';
    }
    return '';
  }

  private intoTypes(element: string): void {
    const xml = this.pack.text(contentTypes);
    const masked = tagsOnly(xml);
    this.pack.put(contentTypes, inserted(xml, masked, rootOf(masked), element));
  }

  /** Part names are the same in capitals and small letters; links do not always repeat them to the letter. */
  private partName(target: string): string {
    if (this.pack.has(target)) return target;
    const small = target.toLowerCase();
    return this.pack.names.find((name) => name.toLowerCase() === small) ?? target;
  }
}

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const contentTypes = '[Content_Types].xml';

const linksPath = (part: string): string =>
  part === '' ? '_rels/.rels' : part.replace(/([^/]*)$/, '_rels/$1.rels');

function resolved(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** An element as the last of another, with the prefix that the part uses. */
export function inserted(xml: string, masked: string, parent: Element, element: string): string {
  const edits = new Edits();
  appendTo(edits, masked, parent, element);
  return edits.applied(xml);
}

/** Several calls for one parent keep their order, unless it was written `<a/>`: then there may be one. */
export function appendTo(edits: Edits, masked: string, parent: Element, content: string): void {
  const tag = masked.slice(parent.start, parent.open);
  const prefix = prefixOf(masked, parent);
  const own = prefixed(content, prefix);
  if (parent.empty)
    edits.replace(
      parent.start,
      parent.open,
      `${tag.replace(/\s*\/>$/, '>')}${own}</${prefix}${parent.name}>`
    );
  else edits.insert(parent.close, own);
}
