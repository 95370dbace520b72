/**
 * Fills an empty data folder with a fictional city: its files of two years are handed in day by day with the clock
 * as argument, so that every past day shows what was known then. A preparation that was broken off goes on where it
 * stopped, because each file names its arrival and each day is published once.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { HandIn } from '#fixtures/generate.ts';
import { receive } from '#ingest/receive.ts';
import { addDays, addMonths, dayOf, days, type Day } from '#warehouse/calendar.ts';
import type { ControlStore } from '#warehouse/control/store.ts';
import { deliverQueued } from './deliver-mail.ts';
import { queueDigests } from './digest.ts';
import { inboxOf, isPassedOver } from './inbox.ts';
import { lastPublication } from './rebuild.ts';
import { settleReceived } from './settle-received.ts';
import type { World } from './world.ts';

interface Demo {
  institutions: number;
  months: number;
  /** Last day of the story: the day on which the preparation began. */
  end: Day;
  done: boolean;
}

export interface Progress {
  day: Day;
  files: number;
  /** 0–1. */
  part: number;
}

const demoOf = (control: ControlStore): Demo | undefined => {
  const row = control.one<{ value: string }>(`select value from meta where key = 'demo'`);
  return row && (JSON.parse(row.value) as Demo);
};

const note = (control: ControlStore, demo: Demo) =>
  control.run(`insert or replace into meta (key, value) values ('demo', $value)`, {
    value: JSON.stringify(demo)
  });

export const isDemo = (control: ControlStore): boolean => demoOf(control) !== undefined;

/** Whether the city is to be brought to its end before anything else is published. */
export const isHalfPrepared = ({ settings, warehouse }: World): boolean =>
  settings.demo === 'auto' && demoOf(warehouse.control)?.done === false;

/** Resolves to true when it worked, to false when there was nothing to do or `ending` was aborted. */
export async function prepareDemo(
  world: World,
  ending: AbortSignal,
  progress: (now: Progress) => void,
  months = 24
): Promise<boolean> {
  const { settings, effects, warehouse } = world;
  const { control } = warehouse;
  if (settings.demo === 'off') return false;
  const demo = demoOf(control) ?? {
    institutions: settings.demo_institutions,
    months,
    end: dayOf(effects.now()),
    done: false
  };
  if (demo.done || (!isDemo(control) && !isEmpty(world))) return false;
  note(control, demo);
  const { handIns } = await import('#fixtures/generate.ts');
  const story = new Story(world, demo);
  const start = addMonths(demo.end, -demo.months);
  for (const file of handIns(demo)) {
    await story.goOnTo(file.day, ending);
    if (ending.aborted) return false;
    await story.receive(file);
    progress({
      day: file.day,
      files: story.files,
      part: Math.max(0, days(start, file.day)) / days(start, demo.end)
    });
  }
  await story.goOnTo(addDays(demo.end, 1), ending);
  if (ending.aborted) return false;
  note(control, { ...demo, done: true });
  progress({ day: demo.end, files: story.files, part: 1 });
  return true;
}

/** Nothing was ever received or published, and nothing lies in the inbox to be. */
function isEmpty({ settings, warehouse }: World): boolean {
  const { control } = warehouse;
  const used = control.one('select 1 from submission union all select 1 from publication limit 1');
  if (used) return false;
  try {
    return readdirSync(inboxOf(settings.data)).every(isPassedOver);
  } catch {
    return true;
  }
}

class Story {
  files = 0;
  readonly #world: World;
  readonly #demo: Demo;
  readonly #published: Day;
  #day: Day | undefined;
  #nth = 0;

  constructor(world: World, demo: Demo) {
    this.#world = world;
    this.#demo = demo;
    this.#published = lastPublication(world.warehouse.control)?.day ?? '';
  }

  /** Ends the day in hand and those up to another: each is published where somebody would look back to it. */
  async goOnTo(day: Day, ending: AbortSignal): Promise<void> {
    if (this.#day === undefined) this.#day = day;
    if (this.#day === day) return;
    for (let each = this.#day; each < day && !ending.aborted; each = addDays(each, 1)) {
      if (each === this.#digestDay) await this.#digest(each);
      if (each === this.#day || this.#isLookedBackTo(each)) await this.#publish(each);
    }
    this.#day = day;
    this.#nth = 0;
  }

  async receive({ day, time, file_name, bytes, authority }: HandIn): Promise<void> {
    this.files++;
    this.#nth++;
    if (day <= this.#published) return;
    await receive(this.#world.warehouse, {
      file_name,
      bytes: one(bytes),
      channel: 'import',
      authority: authority.kind === 'city' ? { kind: 'city', code: '' } : authority,
      at: this.#notAhead(`${day}T${time}:00+08:00`),
      source: `demo ${day} ${this.#nth}`
    });
  }

  async #publish(day: Day): Promise<void> {
    if (day > this.#published) await settleReceived(this.#world, this.#notAhead(`${day}T20:00:00+08:00`));
  }

  /** The ends of months and the last day. */
  #isLookedBackTo(day: Day): boolean {
    return addDays(day, 1).endsWith('-01') || day === this.#demo.end;
  }

  /** The day that runs has not got to its evening. */
  #notAhead(instant: string): Date {
    const now = this.#world.effects.now();
    const at = new Date(instant);
    return at < now ? at : now;
  }

  /** The working day before the last: its digests tell all that is open, so that the first real one tells what is new. */
  get #digestDay(): Day {
    return this.#world.warehouse.calendar.addWorkdays(addDays(this.#demo.end, -1), 0);
  }

  /** Written to the outbox whatever the settings say: mails of the past are not sent. */
  async #digest(day: Day): Promise<void> {
    const { warehouse, city, settings, effects } = this.#world;
    const { control, calendar } = warehouse;
    const { public_url, mail_from, data } = settings;
    const at = this.#notAhead(`${day}T07:30:00+08:00`);
    if (!control.one('select 1 from digest where day = $day', { day }))
      queueDigests({ control, calendar, city, day, at, public_url, mail_from });
    await deliverQueued({
      control,
      settings: { smtp_url: '', mail_from },
      outboxFolder: join(data, 'outbox'),
      effects: { now: () => at, log: effects.log }
    });
  }
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
