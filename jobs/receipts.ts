/**
 * Lays beside every file that came by the inbox what became of it: a text, written anew when more is known, and where
 * something of the file was returned its slip.
 */
import type { Language } from '#ingest/slip/request.ts';
import { keptPath } from '#ingest/landings.ts';
import { returnSlip } from '#ingest/return-slip.ts';
import { addDays, dayOf } from '#warehouse/calendar.ts';
import type { Authority } from '#warehouse/publish.ts';
import { openReader } from '#warehouse/reader.ts';
import { scopeOf } from '#warehouse/scope.ts';
import { above } from './above.ts';
import { departmentsOf } from './authority-named.ts';
import { inboxFolders, inboxOf, RECEIPTS } from './inbox.ts';
import { isLaid, layCopy, layText, type Beside } from './lay-beside.ts';
import { receiptText, type Acknowledged } from './receipt-text.ts';
import type { World } from './world.ts';

/** Days after which the acknowledgement of a file stays as it is. */
const STILL_TOLD = 62;

/** That of the people at the institutions. */
const LANGUAGE: Language = 'zh';

type Row = Omit<Acknowledged, 'reason'> & { authority_kind: Authority['kind']; reason: string | null };

/** Resolves to what a person should know: which could not be written. */
export async function layReceipts(world: World): Promise<string[]> {
  const { settings, city, warehouse, effects } = world;
  const { control } = warehouse;
  const at = effects.now();
  const rows = control.all<Row>(
    `select s.* from submission s left join receipt r on r.submission_id = s.id
     where s.channel = 'inbox' and s.received_day >= $since and r.state is not s.state order by s.id`,
    { since: addDays(dayOf(at), -STILL_TOLD) }
  );
  if (rows.length === 0) return [];
  const inbox = inboxOf(settings.data);
  const folders = [
    { path: Buffer.from(inbox), name: '', authority: { kind: 'city', code: '' } as const },
    ...(await inboxFolders(inbox, departmentsOf(city)))
  ];
  const failed = new Set<string>();
  for (const row of rows) {
    const folder = folders.find(
      ({ authority }) => authority?.kind === row.authority_kind && authority.code === row.authority_code
    );
    // It was taken away since.
    if (!folder) continue;
    try {
      await lay(world, row, folder.path);
    } catch (error) {
      const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      failed.add(`${folder.name}/${RECEIPTS} (${why})`);
      continue;
    }
    control.quietly(() =>
      control.run('insert or replace into receipt (submission_id, state, at) values ($id, $state, $at)', {
        id: row.id,
        state: row.state,
        at: at.toISOString()
      })
    );
  }
  return [...failed].map((each) => `no acknowledgement can be written to ${each}`);
}

async function lay(world: World, row: Row, folder: Buffer): Promise<void> {
  const { id, reason } = row;
  const { reasonWords } = above(world.warehouse);
  const text = receiptText(
    { ...row, reason: reason === null ? null : reasonWords(reason) },
    `${world.settings.public_url}/submissions/${id}`
  );
  const beside = (kind: string): Beside => ({
    folder,
    name: `${RECEIPTS}${id}_${baseOf(row.file_name)}.${kind}`
  });
  await layText(beside('txt'), text);
  const wants = row.rejected > 0 || row.state === 'returned';
  if (wants && !(await isLaid(beside('xlsx')))) await laySlip(world, row, beside('xlsx'));
}

/** Without its kind, and without what a corrected slip begins with. */
const baseOf = (file_name: string): string =>
  file_name.replace(/\.[A-Za-z0-9]{1,8}$/, '').replace(new RegExp(`^(?:${RECEIPTS}\\d*_)+`), '');

async function laySlip({ warehouse, effects }: World, row: Row, beside: Beside): Promise<void> {
  const { kept, scratch } = warehouse.folders;
  const authority = { kind: row.authority_kind, code: row.authority_code };
  const reader = await openReader(warehouse, above(warehouse), scopeOf(authority));
  const slip = await returnSlip(reader, row.id, {
    language: LANGUAGE,
    kept: (sha256) => keptPath(kept, sha256),
    scratch
  }).catch((error: unknown) => {
    // It would break again each minute; what it would say stands on the page of the file.
    const says = error instanceof Error ? error.message : String(error);
    effects.log('error', 'a slip could not be made', { submission: row.id, says });
  });
  if (slip) await layCopy(beside, slip.path);
}
