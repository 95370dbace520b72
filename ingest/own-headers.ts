/** The columns of a foreign table by names that tell them apart: profiles name columns so, and find them so again. */
import { normalHeader } from './header-names.ts';
import type { HeaderCell } from './match-header.ts';

/**
 * By position: the header as it stands; with its group where several columns are called so, and numbered (`日期#2`)
 * where that does not help. '' for a column without a header, which cannot be named.
 */
export function ownHeaders(cells: readonly HeaderCell[]): string[] {
  const plain = counted(cells.map(({ text }) => text));
  const grouped = cells.map(({ text, group }) =>
    group && text !== '' && (plain.get(normalHeader(text)) ?? 0) > 1 ? `${group} ${text}` : text
  );
  const seen = new Map<string, number>();
  return grouped.map((name) => {
    const normal = normalHeader(name);
    if (normal === '') return '';
    const nth = (seen.get(normal) ?? 0) + 1;
    seen.set(normal, nth);
    return nth === 1 ? name : `${name}#${nth}`;
  });
}

function counted(names: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const name of names.map(normalHeader)) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}
