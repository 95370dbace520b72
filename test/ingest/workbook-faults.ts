/** What Excel would repair, or refuse, in a workbook: broken XML, elements out of order, links to nothing, texts too long. */
import { attributeOf, childrenOf, elementsBetween, rootOf, tagsOnly } from '#ingest/xlsx/elements.ts';
import { OpenWorkbook } from '#ingest/xlsx/open-workbook.ts';
import { ZipPackage } from '#ingest/xlsx/zip-package.ts';

const worksheet =
  `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges
  scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting
  dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties
  cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls
  AlternateContent webPublishItems tableParts extLst`.split(/\s+/);
const styleSheet =
  'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' ');
const workbookParts =
  `fileVersion fileSharing workbookPr AlternateContent revisionPtr workbookProtection bookViews sheets
  functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes
  webPublishing fileRecoveryPr webPublishObjects extLst`.split(/\s+/);

export function workbookFaults(bytes: Buffer): string[] {
  const faults: string[] = [];
  const pack = ZipPackage.open(bytes);
  const workbook = new OpenWorkbook(pack);
  for (const name of pack.names)
    if (/\.(xml|rels|vml)$/.test(name))
      faults.push(...unbalanced(pack.text(name)).map((fault) => `${name}: ${fault}`));
  faults.push(...links(workbook), ...types(pack));
  faults.push(...order(pack, workbook.path, workbookParts));
  const styles = workbook.links(workbook.path).find(({ kind }) => kind === 'styles')?.target;
  if (styles) faults.push(...order(pack, styles, styleSheet), ...styleCounts(pack.text(styles)));
  const formats = styles ? children(pack.text(styles), 'cellXfs').length : 1;
  const names = workbook.sheets.map(({ name }) => name);
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length)
    faults.push('two sheets of one name');
  for (const name of names)
    if (name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name)) faults.push(`sheet name ${name}`);
  const tabs = workbook.sheets.filter(({ hasCells }) => hasCells);
  for (const sheet of tabs) {
    const xml = pack.text(sheet.path);
    faults.push(...order(pack, sheet.path, worksheet));
    faults.push(...cells(xml, formats).map((fault) => `${sheet.name}: ${fault}`));
    faults.push(...validations(xml).map((fault) => `${sheet.name}: ${fault}`));
    faults.push(...notes(workbook, sheet.path).map((fault) => `${sheet.name}: ${fault}`));
  }
  if (tabs.filter(({ path }) => /tabSelected="(1|true)"/.test(pack.text(path))).length > 1)
    faults.push('several sheets selected');
  for (const [, at] of pack.text(workbook.path).matchAll(/localSheetId="(\d+)"/g))
    if (Number(at) >= names.length) faults.push(`a name of sheet ${at}`);
  return faults;
}

function unbalanced(xml: string): string[] {
  const tags = tagsOnly(xml).replace(/^<\?xml [^<>]*\?>/, '');
  const open: string[] = [];
  for (const [whole, closing, name = '', , selfClosing] of tags.matchAll(
    /<(\/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g
  )) {
    const attributes = [...whole.matchAll(/\s([\w.:-]+)\s*=/g)].map((match) => match[1]);
    const quoted = whole.replaceAll(/"[^"]*"|'[^']*'/g, '""');
    const own = [...quoted.matchAll(/\s([\w.:-]+)\s*=/g)].map((match) => match[1]);
    if (new Set(own).size < own.length) return [`an attribute twice: ${attributes.join(' ')}`];
    if (closing) {
      if (open.pop() !== name) return [`</${name}> closes another`];
    } else if (!selfClosing) open.push(name);
  }
  const rest = tags.replaceAll(/<\/?[\w.:-]+(?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>/g, '');
  if (/[<]/.test(rest)) return [`no tag: ${rest.slice(rest.indexOf('<')).slice(0, 60)}`];
  if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(tags)) return ['an ampersand'];
  return open.length > 0 ? [`not closed: ${open.join(' ')}`] : [];
}

function order(pack: ZipPackage, path: string, wanted: readonly string[]): string[] {
  const tags = tagsOnly(pack.text(path));
  const places = childrenOf(tags, rootOf(tags)).map(({ name }) => wanted.indexOf(name));
  const wrong = places.findIndex((place, i) => place === -1 || place < (places[i - 1] ?? 0));
  return wrong === -1 ? [] : [`${path}: element ${wrong + 1} out of order`];
}

function links(workbook: OpenWorkbook): string[] {
  const { pack } = workbook;
  return pack.names
    .filter((name) => !name.endsWith('.rels'))
    .concat('')
    .flatMap((part) => {
      const found = workbook.links(part);
      const faults = found
        .filter(({ target }) => !pack.has(target))
        .map(({ target }) => `${part} links to ${target}`);
      if (new Set(found.map(({ id }) => id)).size < found.length) faults.push(`${part}: two links of one id`);
      const ids = part.endsWith('.xml') && /worksheets\/|workbook\.xml/.test(part) ? pack.text(part) : '';
      for (const [, id = ''] of ids.matchAll(/\s[\w.]+:id="([^"]+)"/g))
        if (!pack.text(part.replace(/([^/]*)$/, '_rels/$1.rels')).includes(`"${id}"`))
          faults.push(`${part}: no link ${id}`);
      return faults;
    });
}

function types(pack: ZipPackage): string[] {
  const xml = pack.text('[Content_Types].xml');
  const defaults = [...xml.matchAll(/Extension="([^"]+)"/g)].map((match) => match[1]?.toLowerCase());
  const overrides = [...xml.matchAll(/PartName="\/([^"]+)"/g)].map((match) => match[1] ?? '');
  return [
    ...overrides.filter((name) => !pack.has(name)).map((name) => `a type of ${name}`),
    ...(new Set(overrides).size < overrides.length ? ['a type said twice'] : []),
    ...(new Set(defaults).size < defaults.length ? ['an extension said twice'] : []),
    ...pack.names
      .filter((name) => name !== '[Content_Types].xml')
      .filter(
        (name) => !overrides.includes(name) && !defaults.includes(name.split('.').at(-1)?.toLowerCase())
      )
      .map((name) => `no type of ${name}`)
  ];
}

function children(xml: string, list: string) {
  const tags = tagsOnly(xml);
  const found = childrenOf(tags, rootOf(tags)).find(({ name }) => name === list);
  return found ? childrenOf(tags, found).map(({ start, open }) => tags.slice(start, open)) : [];
}

function styleCounts(xml: string): string[] {
  const faults: string[] = [];
  const count = Object.fromEntries(
    ['fonts', 'fills', 'borders', 'cellXfs'].map((list) => [list, children(xml, list).length])
  );
  for (const list of Object.keys(count)) {
    const said = new RegExp(`<(?:\\w+:)?${list}[^>]*count="(\\d+)"`).exec(xml)?.[1];
    if (said !== undefined && Number(said) !== count[list]) faults.push(`${list} counts ${said}`);
  }
  for (const xf of children(xml, 'cellXfs'))
    for (const [attribute, list] of [
      ['fontId', 'fonts'],
      ['fillId', 'fills'],
      ['borderId', 'borders']
    ] as const)
      if (Number(attributeOf(xf, attribute) ?? 0) >= (count[list] ?? 0)) faults.push(`${attribute} of ${xf}`);
  return faults;
}

function cells(xml: string, formats: number): string[] {
  const tags = tagsOnly(xml);
  const faults: string[] = [];
  const root = rootOf(tags);
  const data = childrenOf(tags, root).find(({ name }) => name === 'sheetData');
  let last = 0;
  for (const row of data ? childrenOf(tags, data) : []) {
    const number = Number(attributeOf(tags.slice(row.start, row.open), 'r') ?? last + 1);
    if (number <= last) faults.push(`row ${number} after ${last}`);
    last = number;
    let before = '';
    for (const cell of childrenOf(tags, row)) {
      const tag = tags.slice(cell.start, cell.open);
      const ref = attributeOf(tag, 'r') ?? '';
      const letters = ref.replace(/\d+$/, '');
      if (ref !== '' && Number(ref.slice(letters.length)) !== number) faults.push(`${ref} in row ${number}`);
      if (
        letters.length < before.length ||
        (letters.length === before.length && letters !== '' && letters <= before)
      )
        faults.push(`${ref} after ${before}`);
      before = letters;
      if (Number(attributeOf(tag, 's') ?? 0) >= formats) faults.push(`format of ${ref}`);
    }
  }
  return faults;
}

function validations(xml: string): string[] {
  const list = children(xml, 'dataValidations');
  const limits = { promptTitle: 32, errorTitle: 32, prompt: 255, error: 255 };
  const inline = [...xml.matchAll(/<formula[12]>&quot;(.*?)&quot;<\/formula/g)];
  return [
    ...list.flatMap((tag) =>
      Object.entries(limits)
        .filter(([name, most]) => (attributeOf(tag, name)?.length ?? 0) > most)
        .map(([name]) => `${name} of ${attributeOf(tag, 'sqref')}`)
    ),
    ...inline.filter((match) => (match[1]?.length ?? 0) > 255).map(() => 'choices beyond 255 characters'),
    ...(list.length > 65_534 ? ['too many validations'] : [])
  ];
}

function notes(workbook: OpenWorkbook, path: string): string[] {
  const found = workbook.links(path);
  const comments = found.find(({ kind }) => kind === 'comments');
  const drawing = found.find(({ kind }) => kind === 'vmlDrawing');
  if (!comments) return [];
  if (!drawing) return ['notes without boxes'];
  const tags = tagsOnly(workbook.pack.text(comments.target));
  const list = childrenOf(tags, rootOf(tags)).find(({ name }) => name === 'commentList');
  const authors = childrenOf(tags, rootOf(tags)).find(({ name }) => name === 'authors');
  const elements = list ? childrenOf(tags, list) : [];
  const refs = elements.map(({ start, open }) => attributeOf(tags.slice(start, open), 'ref'));
  const vml = workbook.pack.text(drawing.target);
  const boxes = [...vml.matchAll(/ObjectType="Note"/g)].length;
  const ids = [...vml.matchAll(/<v:shape id="([^"]+)"/g)].map((match) => match[1]);
  const people = authors ? elementsBetween(tags, authors.open, authors.close).length : 0;
  return [
    ...(new Set(refs).size < refs.length ? ['two notes on a cell'] : []),
    ...(boxes === refs.length ? [] : [`${refs.length} notes, ${boxes} boxes`]),
    ...(new Set(ids).size < ids.length ? ['two boxes of one id'] : []),
    ...elements
      .filter(({ start, open }) => Number(attributeOf(tags.slice(start, open), 'authorId')) >= people)
      .map(() => 'a note of nobody')
  ];
}
