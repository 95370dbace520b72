/** The sources from which files are pulled: one file of settings, checked whole at the start. */
import { readFileSync } from 'node:fs';
import { validate } from 'node-cron';
import { z } from 'zod';
import type { Authority } from '#warehouse/publish.ts';
import { authorityNamed } from '../authority-named.ts';
import { size } from '../setting-forms.ts';
import type { Hosts } from './hosts.ts';

export interface Source {
  name: string;
  url: URL;
  /** Its rows may be of these only (ruling 5). */
  authority: Authority;
  /** Asia/Shanghai. */
  cron: string;
  /** Sent to the host of `url` alone; what the environment gave stands among them. */
  headers: Readonly<Record<string, string>>;
  max_bytes: number;
  connect_ms: number;
  /** Of one attempt, to the last byte. */
  total_ms: number;
  retries: number;
}

interface Given {
  hosts: Hosts;
  departments: ReadonlySet<string>;
  /** Bytes, where a source says nothing of its size. */
  upload_limit: number;
  /** A value of the environment. */
  secret: (name: string) => string | undefined;
  /** False: no file means no source. */
  must_exist: boolean;
}

const token = /^[!#$%&'*+.^_`|~\w-]+$/;
const seconds = z.number().min(0.1).max(86_400);

const form = (given: Given) =>
  z
    .strictObject({
      name: z
        .string()
        .trim()
        .regex(
          /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u,
          'must have letters, digits, blanks and . _ - only, at most 60'
        ),
      url: z.url({ protocol: /^https?$/ }).transform((text) => new URL(text)),
      /** Credit code, department code, or city. */
      for: z.string(),
      cron: z.string().refine(validate, 'must be a cron expression'),
      headers: z.record(z.string().regex(token), z.string().regex(/^[\x20-\x7e]*$/)).default({}),
      /** Header → name of a variable of the environment (or .env) that holds its value. */
      headers_env: z.record(z.string().regex(token), z.string()).default({}),
      max_size: size.default(given.upload_limit),
      connect_s: seconds.default(15),
      total_s: seconds.default(600),
      retries: z.int().min(0).max(10).default(4)
    })
    .transform((entry, context): Source => {
      const say = (message: string, ...path: string[]) => context.addIssue({ code: 'custom', message, path });
      const { url, headers_env, name, cron, retries } = entry;
      if (url.username !== '' || url.password !== '') say('must not hold a password: use headers_env', 'url');
      if (!given.hosts.origins.has(url.origin))
        say(`${url.origin} is not listed in SHANJIAN_PULL_HOSTS`, 'url');
      const authority = authorityNamed(entry.for, given.departments);
      if (!authority)
        say('must be a unified social credit code, city, or the code of a department of the city', 'for');
      const headers: Record<string, string> = { ...entry.headers };
      for (const [header, variable] of Object.entries(headers_env)) {
        const value = given.secret(variable);
        if (/^SHANJIAN_/.test(variable))
          say('names that begin with SHANJIAN_ are settings', 'headers_env', header);
        else if (value === undefined) say(`the variable ${variable} is not set`, 'headers_env', header);
        else if (!/^[\x20-\x7e]*$/.test(value))
          say(`the variable ${variable} is no text of a header`, 'headers_env', header);
        else headers[header] = value;
      }
      return {
        name,
        url,
        authority: authority ?? { kind: 'city', code: '' },
        cron,
        headers,
        max_bytes: entry.max_size,
        connect_ms: entry.connect_s * 1000,
        total_ms: entry.total_s * 1000,
        retries
      };
    });

/** @throws Error that names the file and, by the names of its entries, everything in it that cannot be used. */
export function readSources(file: string, given: Given): Source[] {
  const text = textOf(file, given.must_exist);
  if (text === undefined) return [];
  const problems = (list: readonly string[]) =>
    new Error(`The file of sources ${file} cannot be used:\n  ${list.join('\n  ')}`);
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw problems([error instanceof Error ? error.message : String(error)]);
  }
  const named = (at: PropertyKey | undefined): string => {
    const entry: unknown = Array.isArray(content) ? content[Number(at)] : undefined;
    const name = typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : undefined;
    return typeof name === 'string' ? name : `entry ${Number(at) + 1}`;
  };
  const read = z.array(form(given)).safeParse(content);
  if (!read.success)
    throw problems(
      read.error.issues.map(({ path: [at, ...within], message }) =>
        at === undefined
          ? message
          : `${[named(at), within.join('.')].filter((each) => each !== '').join(': ')}: ${message}`
      )
    );
  const twice = read.data.filter(({ name }, at) => read.data.findIndex((each) => each.name === name) !== at);
  if (twice.length > 0) throw problems(twice.map(({ name }) => `${name}: stands twice`));
  return read.data;
}

function textOf(file: string, must_exist: boolean): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!must_exist && error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(`The file of sources ${file} cannot be read: ${String(error)}`, { cause: error });
  }
}
