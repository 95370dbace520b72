import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';

/** A program folder of its own, with stand-ins for npm and Vite that note each call in `calls`. */
let root: string;

const linux = process.platform === 'linux';

const packages = {
  '': { name: 'program' },
  'node_modules/one': { version: '1.0.0' },
  'node_modules/elsewhere': { version: '1.0.0', optional: true, os: ['aix'] }
};

const npm = `
  const { appendFileSync, copyFileSync, mkdirSync, rmSync, symlinkSync } = require('node:fs');
  appendFileSync('calls', 'npm ' + process.argv[2] + '\\n');
  if (process.env.NPM_SAYS) { console.error(process.env.NPM_SAYS); process.exit(1); }
  mkdirSync('node_modules/one', { recursive: true });
  mkdirSync('node_modules/.bin', { recursive: true });
  const node = 'node_modules/node-linux-' + process.arch + '/bin/node';
  mkdirSync(require('node:path').dirname(node), { recursive: true });
  rmSync(node, { force: true });
  symlinkSync(process.execPath, node);
  mkdirSync('node_modules/vite/bin', { recursive: true });
  copyFileSync('vite.js', 'node_modules/vite/bin/vite.js');
  const lock = JSON.parse(require('node:fs').readFileSync('package-lock.json', 'utf8'));
  delete lock.packages[''];
  delete lock.packages['node_modules/elsewhere'];
  require('node:fs').writeFileSync('node_modules/.package-lock.json', JSON.stringify(lock));
`;

const vite = `
  const { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
  appendFileSync('calls', 'vite\\n');
  const page = readFileSync('dashboard/page.svelte', 'utf8');
  if (page === 'broken') { console.error('no such element'); process.exit(1); }
  rmSync('.svelte-kit/built', { recursive: true, force: true });
  mkdirSync('.svelte-kit/built', { recursive: true });
  writeFileSync('.svelte-kit/built/handler.js', page);
`;

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

function bootstrap(args: string[] = ['--build'], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'jobs/bootstrap.mjs'), ...args],
    {
      // Not the folder of the program: it must find that itself.
      cwd: tmpdir(),
      encoding: 'utf8',
      env: { ...process.env, npm_execpath: join(root, 'npm-cli.js'), ...env }
    }
  );
  const calls = existsSync(join(root, 'calls'))
    ? readFileSync(join(root, 'calls'), 'utf8').trim().split('\n')
    : [];
  rmSync(join(root, 'calls'), { force: true });
  return { status, stdout, stderr, calls };
}

const built = () => readFileSync(join(root, 'build/handler.js'), 'utf8');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shanjian-bootstrap-'));
  cpSync(join(import.meta.dirname, '../../jobs/bootstrap.mjs'), join(root, 'jobs/bootstrap.mjs'), {
    recursive: true
  });
  write('package.json', '{}');
  write('package-lock.json', JSON.stringify({ packages }));
  write('npm-cli.js', npm);
  write('vite.js', vite);
  write('dashboard/page.svelte', 'first');
  write('warehouse/models/marts/review.sql', 'select 1');
  write('test/some.test.ts', '');
  return () => rmSync(root, { recursive: true, force: true });
});

test('the first run installs and builds, the second is silent and does nothing', () => {
  expect(bootstrap()).toMatchObject({ status: 0, calls: ['npm ci', 'vite'], stderr: '' });
  expect(built()).toBe('first');
  expect(bootstrap()).toEqual({ status: 0, calls: [], stdout: '', stderr: '' });
});

test.runIf(linux)('scripts find the pinned Node even where npm has left out its link', () => {
  bootstrap([]);
  const link = join(root, 'node_modules/.bin/node');
  expect(readlinkSync(link)).toBe(`../node-linux-${process.arch}/bin/node`);
  rmSync(link);
  expect(bootstrap([]).calls).toEqual([]);
  expect(existsSync(link)).toBe(true);
});

test('without --build nothing is built', () => {
  expect(bootstrap([]).calls).toEqual(['npm ci']);
  expect(existsSync(join(root, 'build'))).toBe(false);
});

test('a changed source is built anew, a changed test is not', () => {
  bootstrap();
  write('dashboard/page.svelte', 'second');
  expect(bootstrap().calls).toEqual(['vite']);
  expect(built()).toBe('second');
  write('warehouse/models/marts/review.sql', 'select 2');
  expect(bootstrap().calls).toEqual(['vite']);
  write('dashboard/other.svelte', '');
  expect(bootstrap().calls).toEqual(['vite']);
  write('test/some.test.ts', '// changed');
  expect(bootstrap().calls).toEqual([]);
});

test('a renamed source is built anew', () => {
  bootstrap();
  rmSync(join(root, 'warehouse/models/marts/review.sql'));
  write('warehouse/models/marts/reviews.sql', 'select 1');
  expect(bootstrap().calls).toEqual(['vite']);
});

test('a failed build leaves the old one and is tried again', () => {
  bootstrap();
  write('dashboard/page.svelte', 'broken');
  const failed = bootstrap();
  expect(failed.status).toBe(1);
  expect(failed.stderr).toContain('no such element');
  expect(built()).toBe('first');
  write('dashboard/page.svelte', 'mended');
  expect(bootstrap().status).toBe(0);
  expect(built()).toBe('mended');
});

test.each([
  ['another version', { version: '1.0.1' }],
  ['another package', undefined]
])('%s in the lock is installed', (_, changed) => {
  bootstrap();
  const added = changed ? { 'node_modules/one': changed } : { 'node_modules/two': { version: '1.0.0' } };
  write('package-lock.json', JSON.stringify({ packages: { ...packages, ...added } }));
  expect(bootstrap([]).calls).toEqual(['npm ci']);
});

test('a package that was deleted by hand is installed again', () => {
  bootstrap();
  rmSync(join(root, 'node_modules/one'), { recursive: true });
  expect(bootstrap([]).calls).toEqual(['npm ci']);
});

test.each([
  ['npm error code ENOSPC', 'disk'],
  ['npm error code ENOTFOUND', 'network'],
  ['npm error code EACCES', 'written'],
  ['npm error code EUSAGE', 'package-lock.json']
])('when npm says %s the cause is named and its words are kept', (says, word) => {
  const { status, stderr } = bootstrap([], { NPM_SAYS: says });
  expect(status).toBe(1);
  expect(stderr).toContain(word);
  expect(stderr).toContain(says);
});

test('files that npm could not write are not taken for installed, though npm ends well', () => {
  write(
    'npm-cli.js',
    `${npm}; console.error('npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write');`
  );
  const full = bootstrap([]);
  expect(full.status).toBe(1);
  expect(full.stderr).toContain('disk');
  write('npm-cli.js', npm);
  expect(bootstrap([])).toMatchObject({ status: 0, calls: ['npm ci'] });
});

test.runIf(linux)('a Node that cannot run on this machine is noticed', () => {
  const broken = join(root, 'broken-node');
  writeFileSync(broken, '#!/no/such/loader\n');
  chmodSync(broken, 0o755);
  write('npm-cli.js', npm.replace('symlinkSync(process.execPath', `symlinkSync(${JSON.stringify(broken)}`));
  const { status, stderr } = bootstrap([]);
  expect(status).toBe(1);
  expect(stderr).toContain('glibc');
});

test('a broken lock is named, not taken for nothing to do', () => {
  write('package-lock.json', '<<<<<<< HEAD');
  const { status, stderr } = bootstrap();
  expect(status).toBe(1);
  expect(stderr).toContain('package-lock.json');
});
