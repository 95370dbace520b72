import type { Limits } from './limits.ts';
import type { AsItStands, MappingProfile } from './mapping.ts';
import type { Room } from './room.ts';
import type { ReportHead } from './sheet-read.ts';

/** One file to read, as it is sent to the reading process: plain data. */
export interface ReadRequest {
  path: string;
  /** As the submitter called it; a hint, never trusted for the kind of file. */
  fileName: string;
  reports: readonly ReportHead[];
  profiles: readonly MappingProfile[] | readonly [AsItStands];
  scratchFolder: string;
  limits: Limits;
  /** Added to the position of each table: of a file out of an archive, the number at which its tables begin. */
  first_sheet?: number;
  /** Set by the reader, for the file and all that lies in it. */
  room?: Room;
  /** It lies in an archive, and so is none itself. */
  member?: true;
}
