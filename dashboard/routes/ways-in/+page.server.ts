import { error, redirect } from '@sveltejs/kit';
import { app } from '#jobs/app.ts';
import type { Authority } from '#warehouse/publish.ts';
import { to } from '#dashboard/links.ts';
import { waysInWords } from '#dashboard/messages/ways-in.ts';
import { readerOf } from '#dashboard/reader-of.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who holds tokens and what is pulled is the city's affair. */
const onlyCity = ({ scope }: App.Locals): void => {
  if (scope.kind !== 'city') error(404, 'ways-in');
};

export const load: PageServerLoad = async ({ locals, url }) => {
  onlyCity(locals);
  const { language } = locals;
  const reader = await readerOf({ locals, url });
  const { city, ways_in } = app();
  const nameOf = async ({ kind, code }: Authority): Promise<string> => {
    if (kind === 'city') return '';
    if (kind === 'department') return city.departments.find((one) => one.code === code)?.[language] ?? '';
    return (await reader.institution(code))?.institution_name ?? '';
  };
  const named = <Row extends { authority: Authority }>(rows: readonly Row[]) =>
    Promise.all(rows.map(async (row) => ({ ...row, name_of: await nameOf(row.authority) })));
  const { path, folders } = await ways_in.inbox();
  return {
    ways_in: waysInWords[language],
    origin: url.origin,
    inbox: path,
    folders: folders.map(({ name, authority }) => ({ name, authority: authority ?? null })),
    tokens: await named(ways_in.tokens()),
    sources: await named(ways_in.sources())
  };
};

export const actions: Actions = {
  pull: async ({ locals, request, url }) => {
    onlyCity(locals);
    const name = (await request.formData()).get('name');
    if (typeof name !== 'string' || !app().ways_in.pull(name)) error(404, 'ways-in');
    redirect(303, `${to(url, '/ways-in')}#sources`);
  }
};
