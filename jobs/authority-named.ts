/** For whom a name speaks: that of an inbox folder, or what a person writes for a token or a source (ruling 5). */
import { isUscc } from '#ingest/codes/uscc.ts';
import type { City } from '#warehouse/city.ts';
import type { Authority } from '#warehouse/publish.ts';

export const departmentsOf = (city: Pick<City, 'departments'>): ReadonlySet<string> =>
  new Set(city.departments.map(({ code }) => code));

/** A credit code, or the code of a department of the city. */
export function authorityOf(text: string, departments: ReadonlySet<string>): Authority | undefined {
  const code = text.normalize('NFKC').trim();
  if (isUscc(code.toUpperCase())) return { kind: 'institution', code: code.toUpperCase() };
  return departments.has(code) ? { kind: 'department', code } : undefined;
}

/** The code alone, or the code and after it whatever tells a person whose folder it is: `<code>_<name>`. */
export function authorityOfFolder(name: string, departments: ReadonlySet<string>): Authority | undefined {
  const plain = name.normalize('NFKC').trim();
  const ends = [...plain.matchAll(/[^a-z0-9]/gi)].map(({ index }) => index);
  // The longest first: the code of one department may begin with that of another.
  return [plain.length, ...ends.reverse()]
    .map((end) => authorityOf(plain.slice(0, end), departments))
    .find((authority) => authority !== undefined);
}

/** As people write it for tokens and sources: `city`, a credit code or the code of a department. */
export const authorityNamed = (text: string, departments: ReadonlySet<string>): Authority | undefined =>
  text.trim() === 'city' ? { kind: 'city', code: '' } : authorityOf(text, departments);
