/** An empty workbook, to which sheets are added as to any other. */
import { declaration, OpenWorkbook } from './open-workbook.ts';
import { ZipPackage } from './zip-package.ts';

const content = 'http://schemas.openxmlformats.org/package/2006/content-types';
const links = 'http://schemas.openxmlformats.org/package/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Number formats that stand in `styles` below. */
export const numberFormats = { general: 0, text: 49, whole: 1, date: 164, datetime: 165 } as const;

/** `locked`: sheets cannot be added, removed or renamed in it until the protection, which has no password, is lifted. */
export function newWorkbook({ locked = false } = {}): OpenWorkbook {
  const pack = new ZipPackage();
  pack.put(
    '[Content_Types].xml',
    `${declaration}<Types xmlns="${content}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetTypes}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetTypes}.styles+xml"/></Types>`
  );
  pack.put(
    '_rels/.rels',
    `${declaration}<Relationships xmlns="${links}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
  );
  pack.put(
    'xl/workbook.xml',
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr defaultThemeVersion="124226"/>${locked ? '<workbookProtection lockStructure="1"/>' : ''}<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000" tabRatio="800"/></bookViews><sheets></sheets></workbook>`
  );
  pack.put(
    'xl/_rels/workbook.xml.rels',
    `${declaration}<Relationships xmlns="${links}"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/></Relationships>`
  );
  pack.put('xl/styles.xml', declaration + styles);
  return new OpenWorkbook(pack);
}

const styles = `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="1"><font><sz val="11"/><color rgb="FF000000"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
