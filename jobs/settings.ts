/**
 * Every setting, declared once. Values come from the environment, else from `.env`, else from the default here; this
 * is the only file that reads the environment.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import type { z } from 'zod';
import { logLevels } from './effects.ts';
import { pullHosts } from './pull/hosts.ts';
import * as form from './setting-forms.ts';

interface Setting {
  /** Name in the environment. */
  name: string;
  form: z.ZodType;
  /** Text that stands when nothing is set; `${NAME}` is the value of another setting. */
  otherwise: string;
  says: string;
  allowed: string;
  /** May hold a password: never printed whole. */
  secret?: true;
}

const declared = {
  host: {
    name: 'SHANJIAN_HOST',
    form: form.oneOf(['127.0.0.1', '::1', 'localhost']),
    otherwise: '127.0.0.1',
    says: 'Address to listen on. There are no accounts yet, so only this machine may reach it.',
    allowed: '127.0.0.1, ::1 or localhost'
  },
  port: {
    name: 'SHANJIAN_PORT',
    form: form.whole(0, 65535),
    otherwise: '3000',
    says: 'Port to listen on; 0 takes any free one.',
    allowed: 'a whole number from 0 to 65535'
  },
  public_url: {
    name: 'SHANJIAN_PUBLIC_URL',
    form: form.webAddress,
    otherwise: 'http://127.0.0.1:${SHANJIAN_PORT}',
    says: 'Where readers reach the dashboard; links in mails begin with it.',
    allowed: 'an http:// or https:// address'
  },
  data: {
    name: 'SHANJIAN_DATA',
    form: form.folder,
    otherwise: 'data',
    says: 'Folder of everything kept: inbox, submitted files, warehouse, control store, outbox.',
    allowed: 'the path of a folder; it is made when absent'
  },
  city: {
    name: 'SHANJIAN_CITY',
    form: form.existingFile,
    otherwise: 'warehouse/city/shenyang.json',
    says: 'File with the city: its name, districts, departments and their mail addresses.',
    allowed: 'the path of an existing JSON file'
  },
  demo: {
    name: 'SHANJIAN_DEMO',
    form: form.oneOf(['auto', 'off']),
    otherwise: 'auto',
    says: 'auto: an empty data folder is filled with a fictional city. off: it stays empty.',
    allowed: 'auto or off'
  },
  demo_institutions: {
    name: 'SHANJIAN_DEMO_INSTITUTIONS',
    form: form.whole(12, 20000),
    otherwise: '120',
    says: 'Number of institutions in the fictional city.',
    allowed: 'a whole number from 12 to 20000'
  },
  smtp_url: {
    name: 'SMTP_URL',
    form: form.smtpAddress,
    otherwise: '',
    says: 'Mail server, smtp://user:password@host:port or smtps://… Empty: mails are written to outbox/ of the data folder.',
    allowed: 'an smtp:// or smtps:// address, or nothing',
    secret: true
  },
  mail_from: {
    name: 'MAIL_FROM',
    form: form.sender,
    otherwise: '善鉴 <shanjian@localhost>',
    says: 'Sender of mails.',
    allowed: 'an address such as 善鉴 <ethics@example.org>'
  },
  inbox_cron: {
    name: 'SHANJIAN_INBOX_CRON',
    form: form.schedule,
    otherwise: '*/1 * * * *',
    says: 'When inbox/ of the data folder is looked through (Asia/Shanghai).',
    allowed: 'a cron expression, or off'
  },
  daily_cron: {
    name: 'SHANJIAN_DAILY_CRON',
    form: form.schedule,
    otherwise: '10 6 * * *',
    says: 'When the day is turned: deadlines, expected reports and rules are judged anew (Asia/Shanghai).',
    allowed: 'a cron expression, or off'
  },
  digest_cron: {
    name: 'SHANJIAN_DIGEST_CRON',
    form: form.schedule,
    otherwise: '30 7 * * 1-5',
    says: 'When reminders are mailed, one digest a recipient (Asia/Shanghai).',
    allowed: 'a cron expression, or off'
  },
  memory_limit: {
    name: 'SHANJIAN_MEMORY_LIMIT',
    form: form.duckdbSize,
    otherwise: '4GB',
    says: 'Memory that the warehouse may take before it writes to disk.',
    allowed: 'a size such as 512MB, 4GB or 50%'
  },
  threads: {
    name: 'SHANJIAN_THREADS',
    form: form.threads,
    otherwise: 'auto',
    says: 'Threads of the warehouse; auto: one a core.',
    allowed: 'auto, or a whole number from 1 to 1024'
  },
  upload_limit: {
    name: 'SHANJIAN_UPLOAD_LIMIT',
    form: form.size,
    otherwise: '1G',
    says: 'Largest file that may be handed in.',
    allowed: 'a size such as 500M or 1G'
  },
  api_rate: {
    name: 'SHANJIAN_API_RATE',
    form: form.whole(1, 100_000),
    otherwise: '60',
    says: 'Files a minute that may be handed in with one token.',
    allowed: 'a whole number from 1 to 100000'
  },
  sources: {
    name: 'SHANJIAN_SOURCES',
    form: form.folder,
    otherwise: '${SHANJIAN_DATA}/sources.json',
    says: 'File with the sources from which reports are pulled on a schedule; the README shows one.',
    allowed: 'the path of a JSON file'
  },
  pull_hosts: {
    name: 'SHANJIAN_PULL_HOSTS',
    form: pullHosts,
    otherwise: '',
    says: 'The only hosts that sources may be pulled from, and ranges of inner addresses in which they may lie.',
    allowed: 'a list parted by commas, such as data.example.edu.cn, http://10.1.2.3:8080, 10.20.0.0/16'
  },
  log: {
    name: 'SHANJIAN_LOG',
    form: form.oneOf(logLevels),
    otherwise: 'info',
    says: 'Least serious messages that are logged.',
    allowed: logLevels.join(', ')
  }
} as const satisfies Record<string, Setting>;

/** Validated settings. `data` and `city` are absolute paths, `upload_limit` is in bytes, a schedule switched off is null. */
export type Settings = { readonly [K in keyof typeof declared]: z.output<(typeof declared)[K]['form']> };

type Environment = Readonly<Record<string, string | undefined>>;

const dotEnv = [join(dirname(import.meta.dirname), '.env')];

/**
 * The settings in force. A variable that is set but empty counts as not set.
 * @throws Error whose message names every setting that cannot be used, its value and what is allowed.
 */
export function readSettings(env: Environment = process.env, files: readonly string[] = dotEnv): Settings {
  const given = givenBy(env, files);
  const problems = unknownNames(given);
  const values = Object.entries<Setting>(declared).map(([key, setting]) => {
    const text = textOf(setting, given);
    const read = setting.form.safeParse(text);
    // A default that follows another setting is wrong only when that one is, which says so itself.
    const follows = !(setting.name in given) && setting.otherwise.includes('${');
    if (!read.success && !follows)
      problems.push(`${setting.name}=${shown(setting, text)}: it must be ${setting.allowed}.`);
    return [key, read.data];
  });
  if (problems.length > 0) throw new Error(`These settings cannot be used:\n  ${problems.join('\n  ')}`);
  return Object.fromEntries(values) as Settings;
}

/** Values of variables that only a file of settings names, so that it need not hold a secret itself. */
export function readSecrets(
  env: Environment = process.env,
  files: readonly string[] = dotEnv
): (name: string) => string | undefined {
  const given = givenBy(env, files);
  return (name) => given[name]?.trim();
}

const givenBy = (env: Environment, files: readonly string[]): Environment =>
  Object.assign({}, ...files.map(fromFile).reverse(), nonEmpty(env)) as Environment;

/** All settings with their defaults, for `--help`. */
export function settingsHelp(): string {
  return Object.values<Setting>(declared)
    .map(
      ({ name, otherwise, says, allowed }) => `${name}=${otherwise}\n    ${says}\n    Allowed: ${allowed}.`
    )
    .join('\n');
}

function fromFile(file: string): Environment {
  try {
    return nonEmpty(parseEnv(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}

function nonEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, text]) => text?.trim()));
}

function textOf(setting: Setting, given: Environment): string {
  const written = given[setting.name]?.trim();
  if (written !== undefined) return written;
  return setting.otherwise.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const other = Object.values<Setting>(declared).find((each) => each.name === name);
    return other ? textOf(other, given) : '';
  });
}

/** A misspelt name would silently leave the default in force. */
function unknownNames(given: Environment): string[] {
  const names = new Set<string>(Object.values(declared).map(({ name }) => name));
  return Object.keys(given)
    .filter((name) => /^SHANJIAN_(?!TEST_)/.test(name) && !names.has(name))
    .map((name) => `${name} is not a setting; --help lists them.`);
}

function shown(setting: Setting, text: string): string {
  if (!setting.secret) return text;
  return text.includes('://') ? text.replace(/:\/\/.*@/s, '://***@') : '***';
}
