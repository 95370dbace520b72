/**
 * The process is killed again and again while it receives, judges, publishes, withdraws, rebuilds and mails. What stands at the
 * end must be what an undisturbed run of the same files leaves.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { story } from '#fixtures/generate.ts';
import { controlContents, differences, warehouseContents, type Contents } from './contents.ts';
import { DataFolder } from './data-folder.ts';
import { MailServer } from './mail-server.ts';
import { reportCsv } from './report-csv.ts';

const END = '2026-11-20';
const months = 1;
const hospital = story({ end: END, institutions: 12, months }).institutions.find(
  ({ dept }) => dept === 'health_commission'
);

interface Phase {
  name: string;
  now: string;
  kills: number;
  file?: string;
  mails?: boolean;
  withdraw?: string;
  lose?: boolean;
}

/**
 * What happens: the demo, then on each of two days a file in the inbox and a digest; then a file is withdrawn, and
 * then the warehouse is lost.
 */
const phases: Phase[] = [
  { name: 'import', now: `${END}T15:00:00+08:00`, kills: 4 },
  { name: 'first file', now: '2026-11-23T08:00:00+08:00', kills: 2, file: 'RC-A', mails: true },
  { name: 'second file', now: '2026-11-24T08:00:00+08:00', kills: 2, file: 'RC-B', mails: true },
  { name: 'withdrawal', now: '2026-11-24T08:30:00+08:00', kills: 2, withdraw: 'RC-A.csv' },
  { name: 'rebuild', now: '2026-11-24T09:00:00+08:00', kills: 2, lose: true }
];

const driver = fileURLToPath(new URL('./crash-driver.ts', import.meta.url));
const folders: string[] = [];
afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true, force: true })));

class Life {
  readonly path = mkdtempSync(join(tmpdir(), 'shanjian-crash-'));
  readonly mails: MailServer;
  killed: string[] = [];
  child: ChildProcess | undefined;

  constructor(mails: MailServer) {
    this.mails = mails;
    folders.push(this.path);
  }

  /** Lays down what the phase begins with. */
  begin({ file, lose }: Phase): void {
    if (lose) rmSync(join(this.path, 'warehouse.duckdb'));
    if (file === undefined) return;
    mkdirSync(join(this.path, 'inbox'), { recursive: true });
    const overdue = { rectification_id: file, institution_uscc: hospital?.uscc ?? '', ...open };
    writeFileSync(join(this.path, 'inbox', `${file}.csv`), reportCsv('R08', [overdue]));
  }

  /** Resolves to the number of steps, or undefined when the process was killed. */
  async run(phase: Phase, death: { step?: number; ms?: number } = {}): Promise<number | undefined> {
    const child = spawn(
      process.execPath,
      [
        driver,
        ...['--data', this.path, '--now', phase.now, '--months', String(months)],
        ...(phase.mails ? ['--smtp', this.mails.url] : []),
        ...(phase.withdraw === undefined ? [] : ['--withdraw', phase.withdraw]),
        ...(death.step === undefined ? [] : ['--die', String(death.step)])
      ],
      { env: { ...process.env, UV_THREADPOOL_SIZE: '16' } }
    );
    this.child = child;
    let says = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => (says += bytes.toString()));
    const timer = death.ms === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), death.ms);
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    clearTimeout(timer);
    if (signal === 'SIGKILL') {
      this.killed.push(`${phase.name}: ${JSON.stringify(death)}`);
      return undefined;
    }
    if (code !== 0) throw new Error(`After ${this.killed.join(', ')} the process failed:\n${says}`);
    return (JSON.parse(says.trim().split('\n').at(-1) ?? '') as { steps: number }).steps;
  }

  async contents(): Promise<Contents> {
    const folder = await DataFolder.open({}, { path: this.path });
    const { engine, control } = folder.warehouse;
    const contents = { ...(await warehouseContents(engine)), ...controlContents(control) };
    const repeated = control.all<{ message_id: string }>(
      'select message_id from delivery where broken_off > 0'
    );
    this.repeated = new Set(repeated.map(({ message_id }) => message_id));
    folder.end();
    // A claimed file gets a name of its own each time.
    contents['submission'] = (contents['submission'] ?? []).map((row) =>
      row.replace(/"source":"[0-9a-f-]{36}~/, '"source":"~')
    );
    return contents;
  }
  repeated = new Set<string>();

  /** How often each mail arrived. */
  arrived(): Map<string, number> {
    const times = new Map<string, number>();
    for (const { messageId = '' } of this.mails.accepted)
      times.set(messageId, (times.get(messageId) ?? 0) + 1);
    return times;
  }
}

const open = {
  issued_date: '2026-10-12',
  due_date: '2026-11-18',
  is_extended: 'N',
  extended_due_date: '',
  report_submitted_date: '',
  accepted_date: '',
  acceptance_result: '',
  rect_status: 'open'
};

test('killed at any moment, nothing is lost and nothing done twice', async () => {
  const calm = new Life(await MailServer.open());
  const rough = new Life(await MailServer.open());
  for (const phase of phases) {
    calm.begin(phase);
    rough.begin(phase);
    const begun = performance.now();
    const steps = (await calm.run(phase)) ?? 0;
    const took = performance.now() - begun;
    if (phase.name === 'second file') await killInConversation(rough, phase);
    const wanted = rough.killed.length + phase.kills;
    for (let n = 0; rough.killed.length < wanted && n < 6 * phase.kills; n++)
      // By turns at a step, which is beside a commit, and at a moment, which is anywhere.
      await rough.run(
        phase,
        n % 2 === 0
          ? { step: 1 + Math.floor(Math.random() * Math.max(steps / phase.kills, 30) * 2) }
          : { ms: Math.random() * Math.min(took, 2500) }
      );
    expect(await rough.run(phase)).toBeGreaterThan(0);
    expect(rough.killed.filter((each) => each.startsWith(phase.name)).length).toBeGreaterThanOrEqual(2);
  }
  const killed = `killed at ${rough.killed.join(', ')}`;
  expect(rough.killed.length, killed).toBeGreaterThanOrEqual(12);

  const [expected, found] = [await calm.contents(), await rough.contents()];
  expect(expected['publication']?.length).toBeGreaterThan(phases.length);
  for (const file of ['RC-A', 'RC-B'])
    expect(expected['episode']?.some((row) => row.includes(`"object_id":"${file}"`))).toBe(true);
  expect(expected['withdrawal']).toHaveLength(1);
  expect(differences(found, expected), killed).toEqual({});

  const [sent, arrived] = [calm.arrived(), rough.arrived()];
  expect(sent.size).toBeGreaterThan(3);
  expect(rough.repeated.size, killed).toBeGreaterThan(0);
  expect([...arrived.keys()].sort(), killed).toEqual([...sent.keys()].sort());
  expect([...sent.values()].every((times) => times === 1)).toBe(true);
  // Ruling 20: only a mail whose fate the crash hid may come twice.
  for (const [id, times] of arrived)
    expect(times, `${id} ${killed}`).toBeLessThanOrEqual(rough.repeated.has(id) ? 2 : 1);
  await Promise.all([calm.mails.close(), rough.mails.close()]);
}, 900_000);

/** While the server takes a mail, and before the client hears of it. */
async function killInConversation(life: Life, phase: Phase): Promise<void> {
  life.mails.beforeReply = async () => {
    life.mails.beforeReply = () => Promise.resolve();
    life.child?.kill('SIGKILL');
  };
  await life.run(phase);
}
