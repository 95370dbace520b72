/** The name of a file as HTTP says it: in Content-Disposition (RFC 6266), else at the end of the address. */

/** Undefined where neither names one. The name is as sent: path parts and control characters are its reader's matter. */
export function namedFile(disposition: string | undefined, url?: URL): string | undefined {
  return (
    nonEmpty(extended(disposition)) ?? nonEmpty(plain(disposition)) ?? nonEmpty(url && lastPart(url.pathname))
  );
}

const nonEmpty = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);

/** `filename*=UTF-8''%E5%90%8D.csv` (RFC 8187); other charsets are as good as always GBK. */
function extended(disposition = ''): string | undefined {
  const [, charset = '', text = ''] =
    /;\s*filename\*\s*=\s*"?([\w-]+)'[^']*'([^;"\s]+)/i.exec(disposition) ?? [];
  return text === '' ? undefined : decoded(bytesOf(text), /^utf-?8$/i.test(charset) ? 'utf-8' : 'gb18030');
}

/** `filename="名.csv"`, which many servers send as raw UTF-8 or GBK, others with the escapes of an address. */
function plain(disposition = ''): string | undefined {
  const [, quoted, bare] = /;\s*filename\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;\s]+))/i.exec(disposition) ?? [];
  const text = quoted?.replaceAll(/\\(["\\])/g, '$1') ?? bare;
  if (text === undefined) return undefined;
  return decoded(
    /^(?:[\x20-\x24\x26-\x7e]|%[\da-f]{2})+$/i.test(text) ? bytesOf(text) : Buffer.from(text, 'latin1')
  );
}

const lastPart = (path: string): string => decoded(bytesOf(path.split('/').at(-1) ?? ''));

/** Characters of a header are bytes; `%xx` is one as well. */
const bytesOf = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1'
  );

function decoded(bytes: Buffer, charset = 'utf-8'): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
