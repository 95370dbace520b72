import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSecrets, readSettings, settingsHelp, type Settings } from '#jobs/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'shanjian-settings-'));
const city = join(folder, 'city.json');
writeFileSync(city, '{}');
afterAll(() => rmSync(folder, { recursive: true }));

/** Settings from variables and the text of a `.env` file; the city file exists. */
function read(env: Record<string, string>, dotEnv = ''): Settings {
  const file = join(folder, '.env');
  writeFileSync(file, dotEnv);
  return readSettings({ SHANJIAN_CITY: city, ...env }, [file]);
}

function refusal(env: Record<string, string>): string {
  try {
    read(env);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('accepted');
}

test('nothing set: defaults', () => {
  const settings = readSettings({ SHANJIAN_CITY: city }, [join(folder, 'absent.env')]);
  expect(settings).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    public_url: 'http://127.0.0.1:3000',
    demo: 'auto',
    demo_institutions: 120,
    smtp_url: '',
    inbox_cron: '*/1 * * * *',
    memory_limit: '4GB',
    threads: availableParallelism(),
    upload_limit: 1024 ** 3,
    log: 'info'
  });
  expect(isAbsolute(settings.data)).toBe(true);
});

test('the environment stands above .env, .env above the default', () => {
  const settings = read({ SHANJIAN_PORT: '4001' }, 'SHANJIAN_PORT=4002\nSHANJIAN_UPLOAD_LIMIT="20M" # small');
  expect(settings.port).toBe(4001);
  expect(settings.upload_limit).toBe(20 * 1024 ** 2);
});

test('an empty variable counts as not set, and does not hide the one of .env', () => {
  expect(read({ SHANJIAN_PORT: ' ' }, 'SHANJIAN_PORT=4002').port).toBe(4002);
  expect(read({ SHANJIAN_PORT: '' }).port).toBe(3000);
});

test('the address for links follows the port unless it is set', () => {
  expect(read({ SHANJIAN_PORT: '8080' }).public_url).toBe('http://127.0.0.1:8080');
  expect(read({ SHANJIAN_PUBLIC_URL: 'https://ethics.example.org/' }).public_url).toBe(
    'https://ethics.example.org'
  );
});

test('a schedule can be switched off', () => {
  expect(read({ SHANJIAN_INBOX_CRON: 'off' }).inbox_cron).toBeNull();
});

test.each([
  ['SHANJIAN_HOST', '0.0.0.0'],
  ['SHANJIAN_PORT', '65536'],
  ['SHANJIAN_PORT', '80x'],
  ['SHANJIAN_PORT', '-1'],
  ['SHANJIAN_PUBLIC_URL', 'ethics.example.org'],
  ['SHANJIAN_PUBLIC_URL', 'javascript:alert(1)'],
  ['SHANJIAN_CITY', join(folder, 'no-such-city.json')],
  ['SHANJIAN_DEMO', 'on'],
  ['SHANJIAN_DEMO_INSTITUTIONS', '0'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'a@b.example\r\nBcc: c@d.example'],
  ['SHANJIAN_INBOX_CRON', 'every minute'],
  ['SHANJIAN_DAILY_CRON', '61 6 * * *'],
  ['SHANJIAN_MEMORY_LIMIT', '4'],
  ['SHANJIAN_THREADS', '0'],
  ['SHANJIAN_UPLOAD_LIMIT', '0'],
  ['SHANJIAN_UPLOAD_LIMIT', 'much'],
  ['SHANJIAN_API_RATE', '0'],
  ['SHANJIAN_PULL_HOSTS', 'https://data.example/path'],
  ['SHANJIAN_LOG', 'loud']
])('%s=%s is refused by name and value', (name, value) => {
  const message = refusal({ [name]: value });
  expect(message).toContain(`${name}=${value}`);
  expect(message.split('\n')).toHaveLength(value.includes('\n') ? 3 : 2);
});

test('all problems are named at once', () => {
  const message = refusal({ SHANJIAN_PORT: 'x', SHANJIAN_LOG: 'y' });
  expect(message).toContain('SHANJIAN_PORT=x');
  expect(message).toContain('SHANJIAN_LOG=y');
});

test('a misspelt name is refused instead of ignored', () => {
  expect(refusal({ SHANJIAN_PROT: '3000' })).toContain('SHANJIAN_PROT');
});

test.each(['http://user:geheim@mail.example', 'user:geheim@mail.example', 'smtp://user:ge@heim@'])(
  'the password in %s is not printed',
  (value) => {
    const message = refusal({ SMTP_URL: value });
    expect(message).toContain('SMTP_URL=');
    expect(message).not.toMatch(/ge@?heim|user/);
  }
);

test('mail servers', () => {
  expect(read({ SMTP_URL: 'smtps://u:p@mail.example:465' }).smtp_url).toBe('smtps://u:p@mail.example:465');
  expect(read({ MAIL_FROM: '善鉴 <ethics@example.org>' }).mail_from).toBe('善鉴 <ethics@example.org>');
});

test('sources are looked for in the data folder unless set otherwise', () => {
  expect(read({ SHANJIAN_DATA: folder }).sources).toBe(join(folder, 'sources.json'));
  expect(read({ SHANJIAN_DATA: folder, SHANJIAN_SOURCES: '/etc/s.json' }).sources).toBe('/etc/s.json');
});

test('a secret that a file of settings names comes from the environment, else from .env', () => {
  const file = join(folder, '.env');
  writeFileSync(file, 'KEY_A=a\nKEY_B=b');
  const secret = readSecrets({ KEY_B: ' c ' }, [file]);
  expect(['KEY_A', 'KEY_B', 'KEY_C'].map(secret)).toEqual(['a', 'c', undefined]);
});

test('help names every setting with its default', () => {
  const help = settingsHelp();
  for (const [name, otherwise] of [
    ['SHANJIAN_PORT', '3000'],
    ['SHANJIAN_PUBLIC_URL', 'http://127.0.0.1:${SHANJIAN_PORT}'],
    ['SMTP_URL', ''],
    ['SHANJIAN_LOG', 'info']
  ])
    expect(help).toContain(`${name}=${otherwise}\n`);
});
