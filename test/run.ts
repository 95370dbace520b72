/**
 * All that `npm test` does: types, lint, format, then every test. One that fails does not keep the others from
 * running, and the last line counts them: `N passed, N failed`. Arguments go to vitest (`npm test -- test/ingest`),
 * and then only the tests run.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

const asked = process.argv.slice(2);
const checks =
  asked.length > 0
    ? []
    : ['check', 'lint', 'format:check'].filter((name) => !succeeds('npm', ['run', '-s', name]));
const total = runTests(asked);

for (const name of checks) console.log(`FAILED: npm run ${name}`);
console.log(`${total.passed} passed, ${total.failed + checks.length} failed`);
process.exitCode = total.failed + checks.length > 0 ? 1 : 0;

function runTests(args: string[]): { passed: number; failed: number } {
  const folder = mkdtempSync(join(tmpdir(), 'shanjian-test-'));
  const file = join(folder, 'report.json');
  const fine = succeeds('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...args
  ]);
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    // A file that cannot be loaded fails without having a test.
    const unloaded = report.testResults.filter(
      (each) => each.status === 'failed' && each.assertionResults.length === 0
    );
    const failed = report.numFailedTests + unloaded.length;
    // Errors outside of any test make vitest fail without counting.
    return { passed: report.numPassedTests, failed: fine ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function succeeds(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}
