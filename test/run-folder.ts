/** A folder that lasts as long as the run, for what several test files begin from. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    run_folder: string;
  }
}

export default function openRunFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'shanjian-run-'));
  project.provide('run_folder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
