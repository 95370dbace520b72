import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ControlStore } from '#warehouse/control/store.ts';
import { deliverQueued, resumeDeliveries, UNKNOWN_FATE } from '#jobs/deliver-mail.ts';
import { deliveries, delivery } from '#jobs/deliveries.ts';
import { MailServer } from './mail-server.ts';

let folder: string;
let control: ControlStore;
let server: MailServer;
let time: Date;
let logged: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shanjian-mail-'));
  control = new ControlStore(join(folder, 'control.sqlite'));
  server = await MailServer.open();
  time = new Date('2026-11-23T07:30:00+08:00');
  logged = [];
});
afterEach(async () => {
  control.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

const outbox = () => join(folder, 'outbox');
const later = (minutes: number) => (time = new Date(time.getTime() + minutes * 60_000));
const minutesFrom = (from: Date, instant: unknown) => (Date.parse(String(instant)) - from.getTime()) / 60_000;

function queue(person = 'officer', day = '2026-11-23'): void {
  control.run(
    `insert into delivery (person, mail, kind, day, message_id, subject, html, text, state, created_at)
     values ($person, $mail, 'digest', $day, $message_id, '【善鉴】1项新增', '<p>整改逾期</p>', '整改逾期', 'queued', $at)`,
    {
      person,
      mail: `${person}@city.example`,
      day,
      message_id: `<digest.${day}.${person}@city.example>`,
      at: time.toISOString()
    }
  );
}

const deliver = (smtp_url = server.url) =>
  deliverQueued({
    control,
    settings: { smtp_url, mail_from: '善鉴 <shanjian@city.example>' },
    outboxFolder: outbox(),
    effects: { now: () => time, log: (...words) => void logged.push(JSON.stringify(words)) }
  });

const ledger = () => deliveries(control).rows[0]!;

test('a queued mail is sent once, with both forms and the Message-ID of the ledger', async () => {
  queue();
  expect(await deliver()).toEqual({ sent: 1, written: 0, put_off: 0, failed: 0 });
  expect(await deliver()).toEqual({ sent: 0, written: 0, put_off: 0, failed: 0 });
  expect(server.accepted).toHaveLength(1);
  const [mail] = server.accepted;
  expect(mail).toMatchObject({
    subject: '【善鉴】1项新增',
    messageId: '<digest.2026-11-23.officer@city.example>',
    date: time,
    from: { text: '"善鉴" <shanjian@city.example>' },
    to: { text: 'officer@city.example' }
  });
  expect(mail?.text?.trim()).toBe('整改逾期');
  expect(mail?.html).toContain('<p>整改逾期</p>');
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(ledger()).toMatchObject({
    state: 'sent',
    attempts: 1,
    sent_at: time.toISOString(),
    last_error: null
  });
  expect(delivery(control, ledger().id)).toMatchObject({ text: '整改逾期' });
});

test('two calls at once send each mail once', async () => {
  queue('a');
  queue('b');
  await Promise.all([deliver(), deliver()]);
  expect(server.attempts.toSorted()).toEqual(['a@city.example', 'b@city.example']);
});

test('refused for now: tried again after 1, 5, 15 and 60 minutes, then accepted once', async () => {
  queue();
  server.answer = (attempt) => (attempt <= 4 ? { refuse: 451, at: 'data' } : 'accept');
  const pauses = [];
  for (let attempt = 1; attempt <= 4; attempt++) {
    expect(await deliver()).toMatchObject({ put_off: 1 });
    const pause = minutesFrom(time, ledger().next_attempt_at);
    pauses.push(pause);
    later(pause - 0.5);
    expect(await deliver()).toMatchObject({ put_off: 0, sent: 0 });
    expect(server.attempts).toHaveLength(attempt);
    later(0.5);
  }
  expect(pauses).toEqual([1, 5, 15, 60]);
  expect(ledger().last_error).toMatch(/451/);
  expect(await deliver()).toMatchObject({ sent: 1 });
  expect(server.accepted).toHaveLength(1);
  expect(ledger()).toMatchObject({ state: 'sent', attempts: 5, last_error: null });
});

test('nobody there for a day: hourly, then given up with the reason', async () => {
  queue();
  const nobody = 'smtp://127.0.0.1:1';
  const start = time;
  for (let tries = 0; tries < 100 && ledger().state === 'queued'; tries++) {
    await deliver(nobody);
    const next = ledger().next_attempt_at;
    if (next !== null) time = new Date(next);
  }
  expect(ledger()).toMatchObject({ state: 'failed', next_attempt_at: null });
  expect(ledger().last_error).toMatch(/24.*ECONNREFUSED/);
  const hours = (time.getTime() - start.getTime()) / 3_600_000;
  expect(hours).toBeGreaterThan(22.9);
  expect(hours).toBeLessThanOrEqual(24);
});

test.each(['rcpt', 'data'] as const)(
  'refused for good at %s: failed at once, with the reason',
  async (at) => {
    queue();
    server.answer = () => ({ refuse: 550, at });
    expect(await deliver()).toMatchObject({ failed: 1 });
    later(24 * 60);
    await deliver();
    expect(server.attempts).toHaveLength(1);
    expect(ledger()).toMatchObject({ state: 'failed', attempts: 1 });
    expect(ledger().last_error).toMatch(/550/);
  }
);

test('a wrong password is put off, since it can be mended, and is neither logged nor kept', async () => {
  queue();
  await deliver(server.url.replace('//', '//office:wrong%20secret@'));
  expect(ledger()).toMatchObject({ state: 'queued', attempts: 1 });
  expect(ledger().last_error).toMatch(/535/);
  expect(JSON.stringify([ledger(), logged])).not.toContain('wrong secret');
  expect(logged).not.toEqual([]);
  expect(logged.join()).not.toContain('@city.example');
  later(1);
  expect(await deliver(server.url.replace('//', '//office:right%20secret@'))).toMatchObject({ sent: 1 });
});

test('no answer after the whole mail: repeated once with the same Message-ID, then failed as unknown', async () => {
  queue();
  server.answer = () => 'hang up';
  expect(await deliver()).toMatchObject({ put_off: 1 });
  expect(await deliver()).toMatchObject({ failed: 1 });
  later(24 * 60);
  await deliver();
  expect(server.attempts).toHaveLength(2);
  expect(ledger()).toMatchObject({ state: 'failed' });
  expect(ledger().last_error).toContain(UNKNOWN_FATE);
});

/** The server has the whole mail and has not said so when the process dies. */
async function deliverAndDie(): Promise<void> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'deliver-once.ts'), join(folder, 'control.sqlite'), server.url],
    {
      stdio: 'inherit'
    }
  );
  const dead = once(child, 'exit');
  server.beforeReply = async () => {
    child.kill('SIGKILL');
    await dead;
  };
  const [, signal] = (await dead) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  server.beforeReply = () => Promise.resolve();
}

test('killed between sending and sent: repeated once with the same Message-ID', async () => {
  queue();
  await deliverAndDie();
  expect(ledger()).toMatchObject({ state: 'sending', attempts: 1 });
  expect(await deliver()).toEqual({ sent: 0, written: 0, put_off: 0, failed: 0 });
  expect(resumeDeliveries({ control, at: time })).toEqual({ repeated: 1, given_up: 0 });
  expect(await deliver()).toMatchObject({ sent: 1 });
  resumeDeliveries({ control, at: time });
  await deliver();
  expect(server.accepted.map((mail) => mail.messageId)).toEqual([ledger().message_id, ledger().message_id]);
  expect(ledger()).toMatchObject({ state: 'sent' });
});

test('killed there twice: failed as unknown, and no third mail', async () => {
  queue();
  await deliverAndDie();
  resumeDeliveries({ control, at: time });
  await deliverAndDie();
  expect(resumeDeliveries({ control, at: time })).toEqual({ repeated: 0, given_up: 1 });
  await deliver();
  expect(server.accepted).toHaveLength(2);
  expect(ledger()).toMatchObject({ state: 'failed', last_error: UNKNOWN_FATE });
});

test('without a server the mail is a file, whole and once, even where a crash left half of one', async () => {
  queue();
  expect(await deliver('')).toEqual({ sent: 0, written: 1, put_off: 0, failed: 0 });
  const name = 'digest.2026-11-23.officer@city.example.eml';
  expect(readdirSync(outbox())).toEqual([name]);
  const first = readFileSync(join(outbox(), name));
  expect(await simpleParser(first)).toMatchObject({
    subject: '【善鉴】1项新增',
    messageId: ledger().message_id
  });
  expect(ledger()).toMatchObject({ state: 'written', attempts: 1 });
  // The process died before the ledger knew.
  control.run(`update delivery set state = 'queued'`);
  writeFileSync(join(outbox(), `.${name}.half`), 'Subject: ');
  await deliver('');
  expect(readdirSync(outbox())).toEqual([name]);
  expect(readFileSync(join(outbox(), name)).equals(first)).toBe(true);
});

test('an outbox that cannot be written puts the mail off', async () => {
  queue();
  writeFileSync(outbox(), 'a file where the folder should be');
  expect(await deliver('')).toMatchObject({ put_off: 1 });
  rmSync(outbox());
  later(1);
  expect(await deliver('')).toMatchObject({ written: 1 });
});
