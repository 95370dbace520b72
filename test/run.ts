/**
 * All that `npm test` does: types, lint and format, then the tests in the browser; and beside these the other tests,
 * for each alone leaves a core idle. One that fails does not keep the others from running, and the last line counts
 * them: `N passed, N failed`. Arguments go to vitest (`npm test -- test/ingest`), and then only the tests run.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}
interface Counted {
  passed: number;
  failed: number;
}
/** How a command runs: `aside` gives way to others, `later` is heard when it has ended. */
type How = 'alone' | 'aside' | 'later';

const asked = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'shanjian-test-'));
const checks: string[] = [];
const counted =
  asked.length > 0 ? [await tests('alone', asked)] : (await Promise.all([beside(), inTurn()])).flat();
rmSync(folder, { recursive: true });

for (const name of checks) console.log(`FAILED: npm run ${name}`);
const passed = counted.reduce((sum, each) => sum + each.passed, 0);
const failed = counted.reduce((sum, each) => sum + each.failed, checks.length);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** They have time; somebody who waits for a page has less. */
function beside(): Promise<Counted> {
  return tests('aside', ['--project', 'unit']);
}

async function inTurn(): Promise<Counted> {
  for (const name of ['check', 'lint', 'format:check'])
    if (!(await succeeds('npm', ['run', '-s', name], 'later'))) checks.push(name);
  return tests('later', ['--project', 'browser']);
}

async function tests(how: How, args: string[]): Promise<Counted> {
  const file = join(folder, `${how}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const fine = await succeeds('vitest', ['run', ...reporters, ...args], how);
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
  }
}

function succeeds(command: string, args: string[], how: How): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: how === 'later' ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    if (how === 'aside' && child.pid) setPriority(child.pid, 10);
    const said: Buffer[] = [];
    child.stdout?.on('data', (part: Buffer) => said.push(part));
    child.stderr?.on('data', (part: Buffer) => said.push(part));
    child.once('error', () => resolve(false));
    child.once('close', (status) => {
      process.stdout.write(Buffer.concat(said));
      resolve(status === 0);
    });
  });
}
