/** The city: names, departments, districts, who gets mail, and what it sets otherwise. Read from one file, checked whole. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { codeLists } from '#ingest/codes/index.ts';
import type { Day } from './calendar.ts';
import type { Parameter } from './parameters.ts';
import type { Scope } from './scope.ts';

const text = z.string().trim().min(1);
const words = { zh: text, en: text };
const day = z.iso.date();
const district = z.string().regex(/^\d{6}$/, 'a district code has six digits');

const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('city') }),
  z.strictObject({ kind: z.literal('department'), code: text }),
  z.strictObject({ kind: z.literal('institution'), code: z.string().length(18) })
]) satisfies z.ZodType<Scope>;

const recipient = z.strictObject({
  /** Stable id of a post; the person who holds it may change. */
  person: z.string().regex(/^[a-z0-9][a-z0-9_.-]*$/, 'a post is written in small letters, digits and - _ .'),
  words: z.strictObject(words),
  /** Default: the mailbox of the department that the scope names. */
  mail: z.email().optional(),
  language: z.enum(['zh', 'en']).default('zh'),
  /** What the mails of this post may speak of. */
  scope,
  kinds: z.array(z.enum(['digest'])).min(1)
});

const parameter = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]*$/),
  value: text,
  from: day,
  kind: z.enum(['law', 'default']),
  basis: text
}) satisfies z.ZodType<Parameter>;

const form = z
  .strictObject({
    ...words,
    departments: z
      .array(
        z.strictObject({
          code: text,
          ...words,
          mail: z.email(),
          /** Whether it is a member of the mechanism of departments, and owes its reports. */
          member: z.boolean().default(true)
        })
      )
      .min(1),
    /** Code of the department that leads the joint meeting. */
    lead_department: text,
    /** What every form carries in its head (统计法): prefix of its number, who issued it, by which approval, until when. */
    forms: z
      .strictObject({
        prefix: z.string().trim().max(12).default(''),
        issued_by: text,
        approval: z.string().trim().default(''),
        valid_to: day.optional()
      })
      .optional(),
    districts: z.array(z.strictObject({ code: district, ...words })).min(1),
    /** Codes no longer in force that old files still carry, and the code that took their place. */
    retired_districts: z
      .array(z.strictObject({ code: district, zh: text, becomes: district.nullable() }))
      .default([]),
    recipients: z.array(recipient).default([]),
    /** Parameters that the city sets otherwise than the defaults, each from a day. */
    parameters: z.array(parameter).default([]),
    calendar: z
      .strictObject({
        /** The official arrangement that the days below were copied from. */
        source: text,
        /** Day → true where it is worked, false where it is a rest day. */
        days: z.record(day, z.boolean())
      })
      .optional()
  })
  .superRefine((city, context) => {
    const say = (message: string, path: (string | number)[]) =>
      context.addIssue({ code: 'custom', message, path });
    const departments = new Set(city.departments.map(({ code }) => code));
    const codes = codeLists.CL03.items.map(({ code }) => code);
    city.departments.forEach(({ code }, i) => {
      if (!codes.includes(code))
        say(`reports know no department ${code}, only ${codes.join(', ')}`, ['departments', i, 'code']);
    });
    if (!departments.has(city.lead_department)) say('is none of the departments above', ['lead_department']);
    city.recipients.forEach(({ scope, mail }, i) => {
      if (scope.kind !== 'department' && mail === undefined)
        say('is needed: only a department has a mailbox of its own', ['recipients', i, 'mail']);
      if (scope.kind === 'department' && !departments.has(scope.code))
        say('is none of the departments above', ['recipients', i, 'scope', 'code']);
    });
    const districts = new Set(city.districts.map(({ code }) => code));
    city.retired_districts.forEach(({ becomes }, i) => {
      if (becomes !== null && !districts.has(becomes))
        say('is none of the districts above', ['retired_districts', i, 'becomes']);
    });
    for (const [list, key] of [
      ['departments', 'code'],
      ['districts', 'code'],
      ['recipients', 'person']
    ] as const) {
      const known = new Set<unknown>();
      city[list].forEach((item, i) => {
        const id = (item as Record<string, unknown>)[key];
        if (known.has(id)) say('stands twice', [list, i, key]);
        known.add(id);
      });
    }
  });

export type City = z.output<typeof form>;
export type MailRecipient = City['recipients'][number];

/** @throws Error that names the file and every place in it that cannot be used. */
export function readCity(file: string): City {
  const problems = (list: string[]) =>
    new Error(`The city file ${file} cannot be used:\n  ${list.join('\n  ')}`);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw problems([error instanceof Error ? error.message : String(error)]);
  }
  const read = form.safeParse(content);
  if (read.success) return read.data;
  throw problems(read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`));
}

/** The city's own days for `Calendar`; empty where the official calendar of the package stands. */
export const calendarExtras = (city: City): Record<Day, boolean> => city.calendar?.days ?? {};
