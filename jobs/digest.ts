/** One digest per person and day: written into the delivery ledger in one transaction with what it covers. */
import { createHash } from 'node:crypto';
import type { Calendar, Day } from '#warehouse/calendar.ts';
import type { City } from '#warehouse/city.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import { digestContent, hasNews } from './digest-content.ts';
import { digestHtml } from './mail/html.ts';
import { digestText } from './mail/text.ts';
import { digestView } from './mail/digest-view.ts';
import { recipientsOf, type Recipient } from './recipients.ts';

const KIND = 'digest';

interface Ask {
  control: ControlStore;
  calendar: Calendar;
  city: City;
  /** Day of the digest; days past and left are counted to it. */
  day: Day;
  at: Date;
  /** Where readers reach the dashboard, without a slash at its end. */
  public_url: string;
  /** Sender; its domain stands in the Message-ID. */
  mail_from: string;
}

/** Idempotent for a day: who has a digest gets no second one; who had nothing new is asked again. */
export function queueDigests(ask: Ask): { queued: number; nothing_new: number } {
  const { control, city, day } = ask;
  return control.transaction(() => {
    const done = { queued: 0, nothing_new: 0 };
    const through =
      control.one<{ id: number }>('select coalesce(max(id), 0) as id from episode_event where day <= $day', {
        day
      })?.id ?? 0;
    for (const recipient of recipientsOf(city, KIND)) {
      const outcome = queueOne(ask, recipient, through);
      if (outcome !== undefined) done[outcome]++;
    }
    return done;
  });
}

function queueOne(ask: Ask, recipient: Recipient, through: number): 'queued' | 'nothing_new' | undefined {
  const { control, city, day, calendar } = ask;
  const { person } = recipient;
  const scope = JSON.stringify(recipient.scope);
  if (
    control.one('select 1 from delivery where person = $person and kind = $kind and day = $day', {
      person,
      kind: KIND,
      day
    })
  )
    return undefined;
  const from = Math.min(coveredBy(control, person, scope), through);
  const content = digestContent(control, recipient.scope, { from, through }, city.lead_department);
  const outcome = hasNews(content) ? 'queued' : 'nothing_new';
  const at = ask.at.toISOString();
  control.run(
    `insert or replace into digest (person, kind, day, scope, from_event, through_event, outcome, at)
     values ($person, $kind, $day, $scope, $from, $through, $outcome, $at)`,
    { person, kind: KIND, day, scope, from, through, outcome, at }
  );
  if (outcome === 'nothing_new') return outcome;
  const links = { public_url: ask.public_url };
  const view = digestView({ recipient, content, day, data_day: dataDay(control) ?? day, calendar, links });
  control.run(
    `insert into delivery (person, mail, kind, day, message_id, subject, html, text, state, created_at)
     values ($person, $mail, $kind, $day, $message_id, $subject, $html, $text, 'queued', $at)`,
    {
      person,
      mail: recipient.mail,
      kind: KIND,
      day,
      message_id: messageId([KIND, day, person, at], ask.mail_from),
      subject: view.subject,
      html: digestHtml(view),
      text: digestText(view),
      at
    }
  );
  return outcome;
}

/**
 * The event up to which a person has been told. A digest that could not be delivered covers nothing, unless a later
 * one went back that far; nor does one for another scope, whose events were others.
 */
function coveredBy(control: ControlStore, person: string, scope: string): number {
  const row = control.one<{ lost: number | null; told: number | null }>(
    `with mine as (
       select d.from_event, d.through_event, coalesce(v.state, '') = 'failed' as failed
       from digest d
       left join delivery v on v.person = d.person and v.kind = d.kind and v.day = d.day
       where d.person = $person and d.kind = $kind and d.scope = $scope
     )
     select
       (select min(f.from_event) from mine f where f.failed and not exists (
          select 1 from mine g
          where not g.failed and g.from_event <= f.from_event and g.through_event >= f.through_event)) as lost,
       (select max(through_event) from mine where not failed) as told`,
    { person, kind: KIND, scope }
  );
  return row?.lost ?? row?.told ?? 0;
}

/** Day of the newest publication: nothing that was handed in later is in these figures. */
const dataDay = (control: ControlStore) =>
  control.one<{ day: Day }>('select day from publication order by number desc limit 1')?.day;

/** Fixed when the mail is queued, so that a repeat carries the same one (RFC 5322 §3.6.4). */
function messageId(parts: readonly string[], mail_from: string): string {
  const host = /@([A-Za-z0-9.-]+)>?\s*$/.exec(mail_from)?.[1] ?? 'localhost';
  const digest = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);
  return `<${parts[0]}.${parts[1]}.${digest}@${host}>`;
}
