import { messages } from '#dashboard/messages/messages.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import { said } from '#dashboard/said.ts';
import { attachment } from '#dashboard/server/resources/submitted-file.ts';
import { tableWorkbook } from '#ingest/table-workbook.ts';
import { entriesOf } from '../indicators/entries.ts';
import { dictionaryTables } from './tables.ts';
import type { RequestHandler } from './$types';

/** All indicators with limits, parameters and lineage as a workbook in the reader's language. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { language } = locals;
  const entries = said(await entriesOf(await readerOf({ locals, url })), language);
  const words = await messages(language);
  const workbook = tableWorkbook(dictionaryTables(entries, words, language));
  return new Response(new Uint8Array(workbook), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': attachment(`${words.lineage.file_name}.xlsx`),
      'cache-control': 'private, no-cache'
    }
  });
};
