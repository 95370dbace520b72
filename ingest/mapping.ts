/**
 * How files with foreign headers are read onto a report: which of their columns fills which field, what is the same for
 * every row, and how their codes are called with us. What a mapping does not name is not read, so that it reads a file
 * the same way whatever this program comes to know later.
 */
import type { Mapping } from '#warehouse/control/mapping-profiles.ts';
import type { Meta } from './sheet-read.ts';

export type { Mapping };

/** One version of a profile, as the reader of files wants it. */
export interface MappingProfile extends Mapping {
  /** Of the version. */
  id: number;
  name: string;
  version: number;
  report: string;
  /** Of the one who handed the file in, and not the city's: it goes first. */
  own: boolean;
  /** What a file speaks of by its receipt, where it does not say so itself. */
  otherwise: Pick<Meta, 'report_period' | 'institution_uscc'>;
  /** Read no more rows than this. */
  rows?: number;
}

/** A table is read under its own headers, so that a person can say what they mean (`read-foreign.ts`). */
export interface AsItStands {
  as_it_stands: true;
  rows: number;
  /** Physical row of the header (its lower row if it has two), where a person has said it. */
  header_row?: number;
}

/** A constant as it stands in the rows of one file; `said` by its title lines. */
export function constantText(text: string, { otherwise }: MappingProfile, said: Meta): string {
  switch (text) {
    case '{report_period}':
      return said.report_period ?? otherwise.report_period ?? '';
    case '{institution_uscc}':
      return said.institution_uscc ?? otherwise.institution_uscc ?? '';
    default:
      return text;
  }
}

/** What people put between several values of a cell. */
const BETWEEN = /[;；、，,|]/;

/**
 * Translates one cell: as a whole, else each of its codes, unknown ones as they are. Codes are separated by
 * semicolons; in a column of `several` values by commas and the like too.
 */
export function translateCodes(
  cell: string,
  codes: Readonly<Record<string, string>>,
  several = false
): string {
  const of = (text: string) => (Object.hasOwn(codes, text) ? codes[text] : undefined);
  const whole = of(cell.trim());
  if (whole !== undefined) return whole;
  const between = several ? BETWEEN : /[;；]/;
  if (!between.test(cell)) return cell;
  return cell
    .split(between)
    .map((part) => of(part.trim()) ?? part.trim())
    .filter((part) => part !== '')
    .join(';');
}
