/**
 * The return slip (回执): the submitter's own workbook back, cells at fault marked and noted, a summary before its sheets,
 * everything else as it was. For a file that is no such workbook it is made from the rows that were read.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reader } from '#warehouse/reader.ts';
import { aboutOf, insteadWords, slipName } from './slip/about.ts';
import { columnsOf, writeFindings, writeRows } from './slip/gather.ts';
import type { Language, SlipReply, SlipRequest } from './slip/request.ts';
import { makeSlipApart } from './slip/slip-process.ts';

export interface SlipAsk {
  language: Language;
  /** Path of kept bytes. */
  kept: (sha256: string) => string;
  /** Folder for what is needed only while it is made. */
  scratch: string;
}

export interface Slip {
  /** The caller removes it. */
  path: string;
  file_name: string;
}

/** Undefined where the reader's scope may not see the submission. */
export async function returnSlip(reader: Reader, id: number, ask: SlipAsk): Promise<Slip | undefined> {
  const submission = await reader.submission(id);
  if (!submission) return undefined;
  const { language, scratch } = ask;
  await mkdir(scratch, { recursive: true });
  const path = (kind: string) => join(scratch, `slip-${randomUUID()}.${kind}`);
  const [findings, rows, output] = [path('findings'), path('rows'), path('xlsx')];
  try {
    const columns = await columnsOf(reader, submission);
    const written = await writeFindings(reader, submission, columns, findings, language);
    const about = await aboutOf(reader, submission, columns, written, language);
    const request: SlipRequest = { language, source: null, findings, rows: null, output, about };
    const { is_whole: whole } = submission;
    const own = ask.kept(submission.sha256);
    const first: SlipReply =
      whole && (await isArchive(own)) ? await makeSlipApart({ ...request, source: own }) : { cannot: '' };
    if ('cannot' in first) {
      const cut = await writeRows(reader, submission, written, rows);
      const instead = insteadWords(submission, { whole, cut }, language);
      settled(await makeSlipApart({ ...request, rows, about: { ...about, instead } }));
    } else settled(first);
    return { path: output, file_name: slipName(submission.file_name, language) };
  } catch (error) {
    await rm(output, { force: true });
    throw error;
  } finally {
    for (const one of [findings, rows]) await rm(one, { force: true });
  }
}

/** Whether it is worth while to try it as a workbook: the process that makes slips looks closer. */
async function isArchive(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.toString('latin1') === 'PK';
  } finally {
    await file.close();
  }
}

function settled(reply: SlipReply): void {
  if ('made' in reply) return;
  if ('cannot' in reply) throw new Error(reply.cannot);
  throw Object.assign(new Error(reply.failed.message), { stack: reply.failed.stack });
}
