/** What a person said in the form. */
import { error } from '@sveltejs/kit';
import { MOST_WORDINGS, translations, type Draft } from '#ingest/draft-mapping.ts';
import type { Report } from '#ingest/declare.ts';
import type { ForeignTable } from '#ingest/read-foreign.ts';
import type { Mapping } from '#warehouse/control/mapping-profiles.ts';
import type { Authority } from '#warehouse/publish.ts';
import { allColumns, type CityCodes } from '#warehouse/typed.ts';

const said = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** A column goes before a constant. */
export function postedDraft(
  form: FormData,
  report: Report,
  table: Pick<ForeignTable, 'columns'>,
  city: CityCodes,
  before: Mapping['codes'] = {}
): Draft {
  const columns: Mapping['columns'] = {};
  const constants: Mapping['constants'] = {};
  const wordings: Mapping['codes'] = {};
  for (const { field } of allColumns(report)) {
    const header = said(form, `column.${field}`);
    const constant = said(form, `text.${field}`) || said(form, `constant.${field}`);
    if (header !== '') columns[field] = header;
    else if (constant !== '') constants[field] = constant;
    for (let n = 0; n < MOST_WORDINGS * 2 && form.has(`wording.${field}.${n}`); n++)
      (wordings[field] ??= {})[said(form, `wording.${field}.${n}`)] = said(form, `code.${field}.${n}`);
  }
  return { columns, constants, codes: translations(report, columns, table, city, before, wordings) };
}

export interface PostedHead {
  name: string;
  note: string;
  owner: Authority;
}

export function postedHead(form: FormData): PostedHead {
  const [kind = '', code = ''] = said(form, 'owner').split(':');
  return {
    name: said(form, 'name').slice(0, 80),
    note: said(form, 'note').slice(0, 400),
    owner:
      kind === 'city'
        ? { kind, code: '' }
        : kind === 'department'
          ? { kind, code }
          : kind === 'institution'
            ? { kind, code: code || said(form, 'owner_code').toUpperCase() }
            : error(400, 'owner')
  };
}
