/** Text as it may stand in the XML of a workbook. */

const special: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What XML 1.0 knows no way to write: most control characters, halves of pairs, the two non-characters. */
const unwritable = new RegExp(
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
  'g'
);

/** Most texts hold nothing of the kind. */
const doubtful = new RegExp(
  '[&<>"\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ud800-\\udfff\\ufffe\\uffff]'
);

/** For attributes and element text alike. */
export function escapeXml(text: string): string {
  if (!doubtful.test(text)) return text;
  return text.replace(unwritable, '\ufffd').replace(/[&<>"]/g, (sign) => special[sign] ?? sign);
}

/** Cell text: a spreadsheet reads `_x0041_` as a letter, so the underscore of such a sequence is written as one itself. */
export function cellXml(text: string): string {
  if (!text.includes('_x') && !text.includes('_X')) return escapeXml(text);
  return escapeXml(text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));
}

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (hex) return String.fromCodePoint(parseInt(hex, 16));
      if (decimal) return String.fromCodePoint(Number(decimal));
      return entities[name ?? ''] ?? all;
    }
  );
}
