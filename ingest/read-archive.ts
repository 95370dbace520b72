/**
 * Reads an archive of report files: each member is read as a file of its own, within the one submission. What can be
 * read is taken; each member that cannot be read is said by its name, with what is wrong and what to do.
 */
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Notice } from './notice.ts';
import type { ReadRequest } from './read-request.ts';
import { fillWords, Rejection, rejectionWords } from './rejection.ts';
import type { FileRead, SheetRead } from './sheet-read.ts';
import { unzip, type ZipEntry } from './zip-directory.ts';

/** A member's tables are numbered from here on, by its place in the archive: whatever becomes of the others. */
const tablesOfMember = 1000;

export async function readArchive(
  request: ReadRequest,
  data: Buffer,
  entries: readonly ZipEntry[],
  read: (request: ReadRequest) => Promise<FileRead>
): Promise<FileRead> {
  const sheets: SheetRead[] = [];
  const remarks: Notice[] = [];
  const refused: { member: string; rejection: Rejection }[] = [];
  try {
    for (const [i, entry] of entries.entries()) {
      if (isBeside(entry.name)) continue;
      const member = entry.name.replaceAll('\\', '/');
      try {
        const found = await readMember(request, member, unzip(data, entry), (i + 1) * tablesOfMember, read);
        sheets.push(...found.sheets.map((sheet) => ({ ...sheet, sheet: within(member, sheet.sheet) })));
        remarks.push(...found.remarks.map((one) => ({ ...one, sheet: within(member, one.sheet) })));
      } catch (error) {
        refused.push({ member, rejection: faultOf(error) });
      }
    }
    if (sheets.length === 0) throw nothingRead(refused);
  } catch (error) {
    for (const { records } of sheets) rmSync(records.path, { force: true });
    throw error;
  }
  return { format: 'zip', sheets, remarks: [...refused.map(refusedNotice), ...remarks] };
}

async function readMember(
  request: ReadRequest,
  member: string,
  bytes: Buffer,
  first_sheet: number,
  read: (request: ReadRequest) => Promise<FileRead>
): Promise<FileRead> {
  const path = join(request.scratchFolder, `${randomUUID()}.member`);
  try {
    writeFileSync(path, bytes, { flag: 'wx' });
    // The engine could read it only while it is there.
    const limits = { ...request.limits, csv_road: 'records' as const };
    const fileName = member.split('/').at(-1) ?? member;
    return await read({ ...request, path, fileName, limits, first_sheet, member: true });
  } finally {
    rmSync(path, { force: true });
  }
}

/** Whatever a member makes the reader stumble over, the others are read. A full disk is no fault of any. */
function faultOf(error: unknown): Rejection {
  if (error instanceof Rejection) return error;
  if (error instanceof Error && 'syscall' in error) throw error;
  return new Rejection('unreadable', { detail: String(error).slice(0, 200) });
}

/** Folders, and what operating systems and office programs put beside files. */
function isBeside(name: string): boolean {
  const parts = name.split(/[\\/]/);
  const last = parts.at(-1) ?? '';
  return (
    last === '' ||
    parts.some((part) => part.startsWith('.') || part === '__MACOSX') ||
    /^(~\$.*|thumbs\.db|desktop\.ini|icon\r)$/i.test(last)
  );
}

const within = (member: string, sheet: string) => (sheet === '' ? member : `${member}/${sheet}`);

function nothingRead(refused: readonly { member: string; rejection: Rejection }[]): Rejection {
  const [first] = refused;
  if (!first) return new Rejection('empty_file');
  if (refused.length === 1) {
    const { code, params, sheet } = first.rejection;
    return new Rejection(code, params, within(first.member, sheet ?? ''));
  }
  const listed = refused.slice(0, 10).map((one) => ({ ...said(one.rejection), member: one.member }));
  const more = refused.length > listed.length ? ' …' : '';
  return new Rejection('no_member', {
    members: listed.map(({ member, says }) => `“${member}”：${says}`).join('') + more,
    members_en: listed.map(({ member, says_en }) => `“${member}”: ${says_en}`).join(' ') + more
  });
}

function refusedNotice({ member, rejection }: { member: string; rejection: Rejection }): Notice {
  return {
    code: 'member_refused',
    params: { ...said(rejection) },
    sheet: within(member, rejection.sheet ?? '')
  };
}

function said({ code, params }: Rejection) {
  const { says, remedy } = rejectionWords[code];
  const [what, then] = [fillWords(says, params), fillWords(remedy, params)];
  return { says: what.zh, says_en: what.en, remedy: then.zh, remedy_en: then.en };
}
