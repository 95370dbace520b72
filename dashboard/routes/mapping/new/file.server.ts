/** Which file is being mapped: a submission that its asker sees whole, or a sample. */
import { error, redirect } from '@sveltejs/kit';
import { app } from '#jobs/app.ts';
import type { ForeignFile } from '#jobs/mapping-desk.ts';
import { shownText } from '#ingest/shown-text.ts';
import type { Authority } from '#warehouse/publish.ts';
import { text } from '#dashboard/asked.ts';
import { readerOf } from '#dashboard/reader-of.ts';

export interface FileInHand extends ForeignFile {
  /** Number of the submission; null for a sample. */
  submission: number | null;
}

export async function fileInHand(asked: { locals: App.Locals; url: URL }): Promise<FileInHand> {
  const { locals, url } = asked;
  const sample = text(url, 'sample');
  if (sample !== undefined) {
    const path = await app().mapping.samplePath(sample);
    if (!path) redirect(303, '/mapping?sample=gone');
    const file_name = shownText(text(url, 'name') ?? sample.slice(0, 12), 200);
    return { path, file_name, authority: speaksFor(locals), submission: null };
  }
  const reader = await readerOf(asked);
  const id = Number(url.searchParams.get('submission'));
  const found = Number.isInteger(id) && id > 0 ? await reader.submission(id) : undefined;
  if (!found) error(404, 'submission');
  const authority = authorityOf(found.authority);
  const own = speaksFor(locals);
  // The cells of a file are for who handed it in.
  if (own.kind !== 'city' && (own.kind !== authority.kind || own.code !== authority.code))
    error(404, 'submission');
  return { path: app().keptPath(found.sha256), file_name: found.file_name, authority, submission: id };
}

export const speaksFor = ({ scope }: App.Locals): Authority =>
  scope.kind === 'city' ? { kind: 'city', code: '' } : scope;

/** `kind:code`, as the reader answers it. */
export function authorityOf(said: string): Authority {
  const [kind, code = ''] = said.split(':');
  return kind === 'institution' || kind === 'department' ? { kind, code } : { kind: 'city', code: '' };
}
