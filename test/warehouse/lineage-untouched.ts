/** Reports that an entry names though no column of theirs decides its figures, and why. */
import { reports } from '#ingest/reports/index.ts';

const ARRIVAL = 'counts whether it came in time, which the ledger knows, whatever its columns say';
const ROWS = 'counts its rows as the validator judged them, whatever their columns say';

const all = (reason: string, ...reports: string[]): Record<string, string> =>
  Object.fromEntries(reports.map((report) => [report, reason]));

export const untouched: Record<string, Record<string, string>> = {
  'IND-G2-01': all(ARRIVAL, 'R03', 'R05', 'R10', 'R11', 'R12', 'R15', 'R17', 'R21', 'R22'),
  'IND-G2-02': all(ROWS, ...reports.map(({ id }) => id))
};
