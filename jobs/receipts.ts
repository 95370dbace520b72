/** Lays an acknowledgement beside every file that came by the inbox, and writes it anew when more is known. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { addDays, dayOf } from '#warehouse/calendar.ts';
import { above } from './above.ts';
import { departmentsOf } from './authority-named.ts';
import { NAME_BYTES, shortened } from './claim.ts';
import { inboxFolders, inboxOf, RECEIPTS } from './inbox.ts';
import { receiptText, type Acknowledged } from './receipt-text.ts';
import type { World } from './world.ts';

/** Days after which the acknowledgement of a file stays as it is. */
const STILL_TOLD = 62;

type Row = Omit<Acknowledged, 'reason'> & { reason: string | null };

/** Resolves to what a person should know: which could not be written. */
export async function layReceipts({ settings, city, warehouse, effects }: World): Promise<string[]> {
  const { control } = warehouse;
  const at = effects.now();
  const rows = control.all<Row>(
    `select s.* from submission s left join receipt r on r.submission_id = s.id
     where s.channel = 'inbox' and s.received_day >= $since and r.state is not s.state order by s.id`,
    { since: addDays(dayOf(at), -STILL_TOLD) }
  );
  if (rows.length === 0) return [];
  const inbox = inboxOf(settings.data);
  const folders = await inboxFolders(inbox, departmentsOf(city));
  const { reasonWords } = above(warehouse);
  const failed = new Set<string>();
  for (const { reason, ...row } of rows) {
    const folder =
      row.authority_kind === 'city'
        ? { path: Buffer.from(inbox), name: '' }
        : folders.find(
            ({ authority }) => authority?.kind === row.authority_kind && authority.code === row.authority_code
          );
    // It was taken away since.
    if (!folder) continue;
    const text = receiptText(
      { ...row, reason: reason === null ? null : reasonWords(reason) },
      `${settings.public_url}/submissions/${row.id}`
    );
    try {
      await lay(folder.path, row, text);
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

/** Whoever reads it meanwhile reads the old one or the new one. */
async function lay(
  folder: Buffer,
  { id, file_name }: Pick<Row, 'id' | 'file_name'>,
  text: string
): Promise<void> {
  const into = Buffer.concat([folder, Buffer.from(`/${RECEIPTS}`)]);
  const inside = (name: string) => Buffer.concat([into, Buffer.from(`/${name}`)]);
  const end = `.${RECEIPTS}${id}.txt`;
  const draft = inside(`.${id}.half`);
  await mkdir(into, { recursive: true });
  await writeFile(draft, text);
  await rename(draft, inside(`${shortened(file_name, NAME_BYTES - Buffer.byteLength(end))}${end}`));
}
