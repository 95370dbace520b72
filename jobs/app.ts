/** The running application as the dashboard sees it. `running-app.ts` makes it; this file stays light. */
import type { Words } from '#ingest/declare.ts';
import type { Slip } from '#ingest/return-slip.ts';
import type { FormHead } from '#ingest/template/declared.ts';
import type { DeliveryRow } from '#warehouse/answers.ts';
import type { Reader } from '#warehouse/reader.ts';
import type { Scope } from '#warehouse/scope.ts';
import type { NilSaid } from './declare-nil.ts';
import type { Failure } from './job-run.ts';
import type { MappingDesk } from './mapping-desk.ts';
import type { ParameterDesk } from './parameter-desk.ts';
import type { ProgressBoard } from './progress.ts';
import type { AskRuns, RunRow } from './run-list.ts';
import type { Bearer, WaysIn } from './ways-in.ts';
import type { WithdrawalRefused } from './withdraw.ts';

export interface Taken {
  /** The submission's number. */
  id: number;
  settled: Promise<void>;
}

export interface App {
  /** The reader for a scope; `asof` a day, default the newest publication. */
  reader(scope: Scope, asof?: string): Promise<Reader>;
  /** Changes whenever anything a page shows has changed (publication, alerts, mails, submissions, day). */
  version(): string;
  /**
   * Receives one file (streamed) and resolves once its bytes are kept. Validating, publishing and rules follow:
   * `settled` resolves after them, also when the file was returned or could not be published yet. Rejects with a
   * Rejection (`too_large`) above the limit for uploads, with KeyReused where the sender's `key` came with another file
   * before. `bearer`: whom it speaks for; without one, for the city.
   */
  receive(
    file: { file_name: string; bytes: AsyncIterable<Uint8Array> },
    by: { channel: 'upload' | 'api'; bearer?: Bearer | undefined; key?: string | undefined }
  ): Promise<Taken>;
  /** Declares that there was nothing to report, as a submission like any other; or says why that cannot be. */
  declareNil(
    said: NilSaid,
    by: { channel: 'ledger' | 'api'; bearer?: Bearer | undefined }
  ): Promise<Taken | { refused: Words }>;
  /** Tokens, sources, folders of the inbox. */
  ways_in: WaysIn;
  /** Where a person says what the columns of a foreign file mean. */
  mapping: MappingDesk;
  /** Where a person reads and sets parameters, and tries what another value would change. */
  parameters: ParameterDesk;
  /** A submission's kept bytes once more, as a new submission (ruling 4); undefined where there is nothing to be read again. */
  rerun(id: number): Taken | undefined;
  /** Orders a submission to be taken back; why not, where it cannot be. Its rows leave the numbers soon after. */
  withdraw(id: number, by: { reason: string }): WithdrawalRefused | undefined;
  /** How far runs and submissions are. */
  progress: ProgressBoard;
  /** The ledger of runs, newest first. */
  runs(ask?: AskRuns): { rows: RunRow[]; total: number; page: number; page_size: number };
  /** Begins the work of a run that failed once more; false where there is no such run, or it did not fail. */
  runAgain(id: number): boolean;
  /** The return slip of a submission, made now; undefined where the reader may not see it. The caller removes the file. */
  slip(reader: Reader, id: number, language: 'zh' | 'en'): Promise<Slip | undefined>;
  /** The bytes as submitted. */
  keptPath(sha256: string): string;
  deliveries(ask?: { page?: number; page_size?: number }): Promise<{ rows: DeliveryRow[]; total: number }>;
  delivery(id: number): Promise<(DeliveryRow & { html: string; text: string }) | undefined>;
  /** State of the machine room for the banner: what failed last, what runs. */
  health(): {
    publication: number;
    published_at: string | null;
    last_failure: Failure | null;
    demo: boolean;
  };
  city: {
    zh: string;
    en: string;
    departments: { code: string; zh: string; en: string }[];
    districts: { code: string; zh: string; en: string }[];
    /** The head of its forms. */
    forms: FormHead;
  };
}

declare global {
  var shanjian: App | undefined;
}

/** The running application: made once by jobs/main.ts, found again by the dashboard. */
export function app(): App {
  if (!globalThis.shanjian) throw new Error('The application has not been started');
  return globalThis.shanjian;
}
