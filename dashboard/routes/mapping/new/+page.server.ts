import { error, redirect } from '@sveltejs/kit';
import { mappingOf, type Draft } from '#ingest/draft-mapping.ts';
import { mappingFaults } from '#ingest/mapping-faults.ts';
import { Rejection } from '#ingest/rejection.ts';
import { app } from '#jobs/app.ts';
import { to } from '#dashboard/links.ts';
import { said } from '#dashboard/said.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { Actions, PageServerLoad } from './$types';
import { speaksFor } from './file.server.ts';
import { inHand, rejectionSays, type InHand } from './in-hand.server.ts';
import { postedDraft, postedHead, type PostedHead } from './posted.server.ts';
import { previewShown } from './preview.server.ts';
import { fieldsShown, surenessOf, tableShown } from './shown.server.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { language } = locals;
  const found = await inHand({ locals, url });
  const { file } = found;
  const about = { file_name: file.file_name, submission: file.submission };
  if ('rejection' in found) return { ...about, rejection: said(found.rejection, language), hand: null };
  const { tables, table, ranks, report, suggestion, draft, before, city } = found;
  const institution = await ownerName({ locals, url }, file.authority.code);
  return {
    ...about,
    rejection: null,
    hand: {
      tables: tables.map(({ sheet }) => sheet),
      sheet: table.sheet,
      header_row: table.header_row,
      ranks: ranks.map(({ report: id, name, fit }) => ({ id, name: name[language], fit })),
      report: report.id,
      ...tableShown(table),
      fields: fieldsShown(report, language, city),
      draft,
      sureness: surenessOf(draft, suggestion),
      profile: before && { id: before.id, name: before.name, version: before.version },
      owner: before
        ? `${before.owner_kind}:${before.owner_code}`
        : `${file.authority.kind}:${file.authority.code}`,
      owners: owners(locals, file.authority, institution, language)
    }
  };
};

/** What comes back to the form: as it was sent, with what is wrong or what would be read. */
interface Answered {
  draft: Draft;
  head: PostedHead;
  faults: { field: string; says: string }[];
  /** The profile would not read the file in hand. */
  misses: boolean;
  shown: Shown | null;
}

interface Shown {
  preview: ReturnType<typeof previewShown> | null;
  /** Why the file would be returned whole; null where its table does not answer to the mapping. */
  refused: { says: string; remedy: string } | null;
}

export const actions: Actions = {
  preview: async (event): Promise<Answered> => {
    const { hand, draft, head } = await submitted(event);
    const { report, table, city } = hand;
    const headers = table.columns.map(({ header }) => header);
    const faults = mappingFaults(report, mappingOf(draft, report), city, headers);
    const shown = faults.length > 0 ? null : await previewed(hand, draft, event.locals);
    return { draft, head, faults: said(faults, event.locals.language), misses: false, shown };
  },
  save: (event) => keep(event, false),
  apply: (event) => keep(event, true)
};

type Event = Parameters<NonNullable<Actions[string]>>[0];

async function submitted(event: Event): Promise<{ hand: InHand; draft: Draft; head: PostedHead }> {
  const form = await event.request.formData();
  const hand = await inHand(event);
  if ('rejection' in hand) error(404, 'file');
  const { report, table, city, before_mapping } = hand;
  return {
    hand,
    draft: postedDraft(form, report, table, city, before_mapping?.codes),
    head: postedHead(form)
  };
}

async function previewed(
  { file, table, report, city }: InHand,
  draft: Draft,
  { language }: App.Locals
): Promise<Shown> {
  const mapping = mappingOf(draft, report);
  try {
    const rows = await app().mapping.preview(file, { sheet: table.sheet, report: report.id, mapping });
    return { preview: rows ? previewShown(report, draft, rows, language, city) : null, refused: null };
  } catch (failure) {
    if (!(failure instanceof Rejection)) throw failure;
    return { preview: null, refused: said(rejectionSays(failure), language) };
  }
}

/** Saves a version; `again`: and has the file read by it. */
async function keep(event: Event, again: boolean): Promise<Answered> {
  const { locals, url } = event;
  const { hand, draft, head } = await submitted(event);
  const { file, report, table } = hand;
  const answered: Answered = { draft, head, faults: [], misses: false, shown: null };
  const { owner } = head;
  const reads =
    owner.kind === 'city' || (owner.kind === file.authority.kind && owner.code === file.authority.code);
  if (again && !reads) return { ...answered, misses: true };
  const saved = app().mapping.save(
    locals.scope,
    { ...mappingOf(draft, report), ...head, report: report.id, by: 'upload' },
    table.columns.map(({ header }) => header)
  );
  if ('faults' in saved) return { ...answered, faults: said(saved.faults, locals.language) };
  if (again && file.submission !== null) {
    const id = await app().mapping.handInAgain(file.submission);
    redirect(303, to(url, `/submissions/${id ?? file.submission}`));
  }
  redirect(303, to(url, `/mapping/${saved.id}`, { saved: saved.version }));
}

async function ownerName(asked: { locals: App.Locals; url: URL }, code: string): Promise<string | undefined> {
  const reader = await readerOf(asked);
  return (await reader.institution(code))?.institution_name;
}

/** Whose a profile can be: who handed the file in first. */
function owners(
  locals: App.Locals,
  { kind, code }: InHand['file']['authority'],
  institution: string | undefined,
  language: App.Locals['language']
): { value: string; label: string }[] {
  const own = speaksFor(locals);
  const { city } = app();
  const departments = city.departments.map((one) => ({
    value: `department:${one.code}`,
    label: one[language]
  }));
  const handedIn = { value: `institution:${code}`, label: institution ? `${institution} ${code}` : code };
  const all = [
    ...(kind === 'institution' ? [handedIn] : []),
    { value: 'city:', label: city[language] },
    ...departments
  ];
  return own.kind === 'city' ? all : all.filter(({ value }) => value === `${own.kind}:${own.code}`);
}
