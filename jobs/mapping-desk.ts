/** Where a person says what the columns of a foreign file mean: its tables, a preview, versions of profiles. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeLists } from '#ingest/codes/index.ts';
import { isUscc } from '#ingest/codes/uscc.ts';
import { keepBytes } from '#ingest/keep-bytes.ts';
import { mappingFaults, type MappingFault } from '#ingest/mapping-faults.ts';
import { previewMapping, type PreviewRow, type ToPreview } from '#ingest/preview-mapping.ts';
import { readForeign, type ForeignTable } from '#ingest/read-foreign.ts';
import { receiveAgain } from '#ingest/receive.ts';
import { reportById } from '#ingest/reports/index.ts';
import { dayOf } from '#warehouse/calendar.ts';
import { addVersion, NameTaken, retire, type NewVersion } from '#warehouse/control/mapping-profiles.ts';
import type { Authority } from '#warehouse/publish.ts';
import type { Scope } from '#warehouse/scope.ts';
import type { Jobs } from './jobs.ts';
import { limited } from './limited.ts';
import type { World } from './world.ts';

/** A file that lies with us. */
export interface ForeignFile {
  path: string;
  file_name: string;
  /** Who handed it in, or would. */
  authority: Authority;
}

export type Saved = { id: number; version: number } | { faults: MappingFault[] };

export interface MappingDesk {
  /**
   * Keeps a sample for a day, or until the program starts again; resolves to the SHA-256 by which it is asked for.
   * Rejects with a Rejection (`too_large`) above the limit for uploads.
   */
  keepSample(bytes: AsyncIterable<Uint8Array>): Promise<string>;
  /** Undefined where there is no such sample any more. */
  samplePath(sha256: string): Promise<string | undefined>;
  /** The tables of a file under their own headers, `header_row` where a person says it. Rejects with a Rejection. */
  tables(file: ForeignFile, header_row?: number): Promise<ForeignTable[]>;
  /** Its first rows as they would be read and judged today. Rejects with a Rejection. */
  preview(
    file: ForeignFile,
    ask: Pick<ToPreview, 'sheet' | 'report' | 'mapping'>
  ): Promise<PreviewRow[] | undefined>;
  /** Adds a version, or says field by field what is wrong. `headers`: those of the file in hand. */
  save(scope: Scope, made: Omit<NewVersion, 'at'>, headers?: readonly string[]): Saved;
  /** False where the scope may not, or there is nothing to retire. */
  retire(scope: Scope, id: number): boolean;
  /** Reads the kept bytes of a submission once more; undefined where there is nothing to be read again. */
  handInAgain(submission: number): Promise<number | undefined>;
}

const SAMPLE_DAYS = 1;

export function mappingDesk({ warehouse, settings, effects }: World, jobs: Jobs): MappingDesk {
  const { control, folders, city } = warehouse;
  const samples = join(folders.scratch, 'samples');
  const tables = new Recent<Promise<ForeignTable[]>>();
  return {
    async keepSample(bytes) {
      await forgetOld(samples, effects.now());
      return (await keepBytes(limited(bytes, settings.upload_limit), samples)).sha256;
    },
    async samplePath(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
      const path = join(samples, sha256.slice(0, 2), sha256);
      return (await stat(path).catch(() => undefined)) && path;
    },
    tables: (file, header_row) =>
      tables.of(`${file.path} ${file.file_name} ${header_row ?? ''}`, () =>
        readForeign(file, folders.scratch, header_row)
      ),
    preview: (file, ask) => previewMapping(warehouse, { ...file, ...ask, day: dayOf(effects.now()) }),
    save(scope, made, headers) {
      const report = reportById(made.report);
      if (!report) return fault(`没有报表“${made.report}”。`, `There is no report “${made.report}”.`);
      if (!maySpeakFor(scope, made.owner))
        return fault('只能为本单位制订对照方案。', 'A profile can be made for one’s own files only.');
      if (made.name.trim() === '') return fault('请填写方案名称。', 'Give the profile a name.');
      if (!isKnown(made.owner)) return fault('归属的代码有误。', 'The code of its owner is not valid.');
      const faults = mappingFaults(report, made, city, headers);
      if (faults.length > 0) return { faults };
      try {
        return addVersion(control, { ...made, name: made.name.trim(), at: effects.now().toISOString() });
      } catch (error) {
        if (!(error instanceof NameTaken)) throw error;
        return fault(
          `方案“${made.name}”已用于 ${error.report}，请另取名称。`,
          `“${made.name}” is the name of a profile for ${error.report}; choose another.`
        );
      }
    },
    retire(scope, id) {
      const owner = control.one<{ kind: Authority['kind']; code: string }>(
        'select owner_kind as kind, owner_code as code from mapping_profile where id = $id',
        { id }
      );
      if (!owner || !maySpeakFor(scope, owner)) return false;
      retire(control, id, effects.now().toISOString());
      return true;
    },
    async handInAgain(submission) {
      const id = receiveAgain(control, submission, effects.now());
      if (id !== undefined) await jobs.takeThrough();
      return id;
    }
  };
}

/** A form is sent several times over one file, whose bytes do not change. */
class Recent<T> {
  readonly #made = new Map<string, T>();

  of(key: string, make: () => T): T {
    const made = this.#made.get(key) ?? make();
    this.#made.delete(key);
    this.#made.set(key, made);
    const [oldest] = this.#made.keys();
    if (this.#made.size > 4 && oldest !== undefined) this.#made.delete(oldest);
    return made;
  }
}

const fault = (zh: string, en: string): Saved => ({ faults: [{ field: '', says: { zh, en } }] });

const isKnown = ({ kind, code }: Authority): boolean =>
  kind === 'city'
    ? code === ''
    : kind === 'institution'
      ? isUscc(code)
      : codeLists.CL03.items.some((item) => item.code === code);

const maySpeakFor = (scope: Scope, { kind, code }: Authority): boolean =>
  scope.kind === 'city' || (scope.kind === kind && scope.code === code);

async function forgetOld(folder: string, now: Date): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { mtimeMs } = await stat(path);
    if (mtimeMs < now.getTime() - SAMPLE_DAYS * 86_400_000) await rm(path, { force: true });
  }
}
