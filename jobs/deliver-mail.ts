/**
 * Hands queued mails over, each once. The ledger says `sending` before the conversation begins, so that a mail whose
 * fate a crash hid is known as such and repeated once only, under the same Message-ID.
 */
import type { ControlStore } from '#warehouse/control/store.ts';
import type { Effects } from './effects.ts';
import { message, type QueuedMail } from './mail/message.ts';
import { writeToOutbox } from './mail/outbox.ts';
import { sendBySmtp, type Outcome } from './mail/smtp.ts';

const MINUTE = 60_000;
/** Minutes until a refused mail is tried again; then hourly. */
const PAUSES = [1, 5, 15, 60];
const GIVE_UP_AFTER = 24 * 60 * MINUTE;

export const UNKNOWN_FATE = 'unknown whether delivered (不能确定是否已送达)';

export interface MailSettings {
  /** `smtp://…`; empty: mails are written to the outbox. */
  smtp_url: string;
  mail_from: string;
}

interface Ask {
  control: ControlStore;
  settings: MailSettings;
  /** Folder for mails where no server is set. */
  outboxFolder: string;
  effects: Pick<Effects, 'now' | 'log'>;
}

export interface Delivered {
  sent: number;
  written: number;
  /** Will be tried again. */
  put_off: number;
  failed: number;
}

type Pending = QueuedMail & { attempts: number; first_attempt_at: string | null; broken_off: number };

/**
 * To be called once at start, before anything is sent: what stands as `sending` was broken off by the end of the
 * process. It is repeated the first time, which may double it; the second time it is failed rather than repeated.
 */
export function resumeDeliveries({ control, at }: { control: ControlStore; at: Date }): {
  repeated: number;
  given_up: number;
} {
  return control.transaction(() => {
    const found = control.all<{ id: number; broken_off: number }>(
      `select id, broken_off from delivery where state = 'sending'`
    );
    const again = found.filter(({ id, broken_off }) =>
      brokenOff(control, id, broken_off, at.toISOString(), '')
    );
    return { repeated: again.length, given_up: found.length - again.length };
  });
}

/** Tries every mail that is due now, one after another; safe to call while another call runs. */
export async function deliverQueued({ control, settings, outboxFolder, effects }: Ask): Promise<Delivered> {
  const done: Delivered = { sent: 0, written: 0, put_off: 0, failed: 0 };
  const due = control.all<Pending>(
    `select id, mail, message_id, subject, html, text, created_at, attempts, first_attempt_at, broken_off
     from delivery where state = 'queued' and (next_attempt_at is null or next_attempt_at <= $now) order by id`,
    { now: effects.now().toISOString() }
  );
  for (const mail of due) {
    const state =
      settings.smtp_url === ''
        ? await write(control, mail, settings, outboxFolder, effects)
        : await send(control, mail, settings, effects);
    if (state !== undefined) done[state]++;
    if (state !== undefined)
      effects.log(state === 'failed' ? 'warn' : 'info', 'mail', { delivery: mail.id, state });
  }
  return done;
}

async function send(
  control: ControlStore,
  mail: Pending,
  { smtp_url, mail_from }: MailSettings,
  { now }: Ask['effects']
): Promise<keyof Delivered | undefined> {
  const { id, broken_off } = mail;
  const at = now().toISOString();
  const { changed } = control.run(
    `update delivery set state = 'sending', attempts = attempts + 1,
       first_attempt_at = coalesce(first_attempt_at, $at), next_attempt_at = null
     where id = $id and state = 'queued'`,
    { id, at }
  );
  if (changed === 0) return undefined;
  const result = await sendBySmtp(smtp_url, message(mail, mail_from));
  const ended = now();
  switch (result.outcome) {
    case 'sent':
      control.run(
        `update delivery set state = 'sent', sent_at = $at, last_error = null where id = $id and state = 'sending'`,
        { id, at: ended.toISOString() }
      );
      return 'sent';
    case 'unknown':
      return brokenOff(control, id, broken_off, ended.toISOString(), result.says) ? 'put_off' : 'failed';
    case 'refused':
      return putOff(control, { ...mail, first_attempt_at: mail.first_attempt_at ?? at }, ended, result);
  }
}

/** The file's name is the mail's, so a crash on the way is mended by writing it again. */
async function write(
  control: ControlStore,
  mail: Pending,
  { mail_from }: MailSettings,
  folder: string,
  { now }: Ask['effects']
): Promise<keyof Delivered> {
  const at = now();
  try {
    await writeToOutbox(folder, mail.message_id, message(mail, mail_from));
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    control.run('update delivery set attempts = attempts + 1 where id = $id', { id: mail.id });
    const first_attempt_at = mail.first_attempt_at ?? at.toISOString();
    return putOff(control, { ...mail, first_attempt_at }, at, { outcome: 'refused', permanent: false, says });
  }
  control.run(
    `update delivery set state = 'written', sent_at = $at, attempts = attempts + 1, last_error = null,
       first_attempt_at = coalesce(first_attempt_at, $at), next_attempt_at = null
     where id = $id and state = 'queued'`,
    { id: mail.id, at: at.toISOString() }
  );
  return 'written';
}

function putOff(
  control: ControlStore,
  mail: Pending & { first_attempt_at: string },
  at: Date,
  { permanent, says }: Extract<Outcome, { outcome: 'refused' }>
): 'put_off' | 'failed' {
  const next = new Date(at.getTime() + (PAUSES[mail.attempts] ?? 60) * MINUTE);
  const tooLate = next.getTime() > Date.parse(mail.first_attempt_at) + GIVE_UP_AFTER;
  const failed = permanent || tooLate;
  control.run(
    `update delivery set state = $state, next_attempt_at = $next, last_error = $says, first_attempt_at = $first
     where id = $id and state in ('queued', 'sending')`,
    {
      id: mail.id,
      state: failed ? 'failed' : 'queued',
      next: failed ? null : next.toISOString(),
      says: tooLate && !permanent ? `given up after 24 hours (24小时后放弃): ${says}` : says,
      first: mail.first_attempt_at
    }
  );
  return failed ? 'failed' : 'put_off';
}

/** Queues it again the first time, fails it the second time; true when it is to be repeated. */
function brokenOff(control: ControlStore, id: number, before: number, at: string, says: string): boolean {
  const repeat = before === 0;
  control.run(
    `update delivery set state = $state, broken_off = broken_off + 1, next_attempt_at = $next, last_error = $says
     where id = $id and state = 'sending'`,
    {
      id,
      state: repeat ? 'queued' : 'failed',
      next: repeat ? at : null,
      says: says === '' ? UNKNOWN_FATE : `${UNKNOWN_FATE}: ${says}`
    }
  );
  return repeat;
}
