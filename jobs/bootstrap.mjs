// Runs before `npm start` and `npm test`, on whatever Node the machine has (20 or later) and before anything is
// installed: it imports nothing but Node's own modules. It installs the packages of package-lock.json when they
// differ from what is installed, and with --build builds the dashboard when its sources have changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pinnedNode = join(root, 'node_modules/.bin/node');

/** What a build reads. Tests and fixtures are not among it. */
const sources = [
  'dashboard',
  'ingest',
  'warehouse',
  'jobs',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json'
];

const problem = unsuitable();
if (problem) fail(problem);
if (!installed()) install();
if (process.argv.includes('--build')) buildIfChanged();

/** Why this machine cannot run the program, or undefined. */
function unsuitable() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) return `Node ${process.versions.node} is too old: Node 20 or later is needed to start.`;
  if (process.platform === 'linux' && !['x64', 'arm64'].includes(process.arch))
    return `This machine is ${process.arch}; the database is available for x64 and arm64 only.`;
  if (process.platform !== 'linux' && major < 24)
    return `On ${process.platform} no Node comes along: install Node 24 or later (this is ${process.versions.node}).`;
  return undefined;
}

/** Whether node_modules holds exactly what the lock asks for on this machine. */
function installed() {
  const wanted = packages(join(root, 'package-lock.json'));
  const present = packages(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link) continue;
    const there = present[path];
    // Packages of other platforms are rightly absent.
    if (!there && (entry.optional || entry.devOptional || entry.peer || entry.extraneous)) continue;
    if (!there || there.version !== entry.version || there.integrity !== entry.integrity) return false;
  }
  // npm could leave the pinned Node out as optional without saying so.
  return process.platform !== 'linux' || existsSync(pinnedNode);
}

/** @param {string} file @returns {Record<string, any> | undefined} the packages of a lock file, by path */
function packages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install() {
  console.log('Installing packages (once, about 800 MB) …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, encoding: 'utf8' })
    : spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  if (run.status !== 0) fail(`npm ci failed.\n${run.stderr ?? run.error}`);
}

function buildIfChanged() {
  const stamp = join(root, 'build/.stamp');
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  console.log('Building the dashboard …');
  const node = existsSync(pinnedNode) ? pinnedNode : process.execPath;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const run = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) fail(`The dashboard could not be built.\n${run.stdout}${run.stderr}`);
  const built = join(root, '.svelte-kit/built');
  writeFileSync(join(built, '.stamp'), now);
  rmSync(join(root, 'build'), { recursive: true, force: true });
  renameSync(built, join(root, 'build'));
}

/** SHA-256 over names and bytes of all sources. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources) add(hash, source);
  return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} path relative to the root */
function add(hash, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) add(hash, `${path}/${name}`);
  } else {
    hash.update(path).update('\0').update(readFileSync(full)).update('\0');
  }
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}
