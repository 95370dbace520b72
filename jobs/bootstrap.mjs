// Runs before `npm start` and `npm test`, on whatever Node the machine has and before anything is installed: it
// imports nothing but Node's own modules. It installs the packages of package-lock.json when they differ from what
// is installed; with --build it also builds the dashboard when a source has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lock = join(root, 'package-lock.json');
// Node 24 comes as a package for Linux; elsewhere the machine's own must do.
const pinned = process.platform === 'linux' ? `node-linux-${process.arch}/bin/node` : undefined;
const node = pinned ? join(root, 'node_modules', pinned) : process.execPath;

/** All that a build of the dashboard reads. */
const sources = [
  'dashboard',
  'ingest',
  'warehouse',
  'jobs',
  'vite.config.ts',
  'package.json',
  'package-lock.json'
];

/** What lies behind the words of npm and Vite; the first that fits is said. */
const causes = [
  [/ENOSPC/, 'The disk is full: the packages need about 1 GB.'],
  [/EACCES|EPERM|EROFS/, 'The folder of this program, or the npm cache, cannot be written to.'],
  [
    /EINTEGRITY/,
    'A package is not the one that package-lock.json names; its registry or a proxy altered it.'
  ],
  [/EUSAGE/, 'package.json and package-lock.json do not agree: run `npm install` and keep both.'],
  [/E404|ETARGET/, 'The registry that npm is set to lacks a package (`npm config get registry`).'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|SOCKET_TIMEOUT|ERR_SSL|CERT/,
    'npm does not reach its registry: check the network and the proxy (`npm ping`).'
  ]
];

refuseUnsuitableMachine();
if (!installed()) install();
if (pinned) linkNode(pinned);
if (process.argv.includes('--build')) buildIfChanged();

function refuseUnsuitableMachine() {
  const major = parseInt(process.versions.node, 10);
  if (major < 20) fail(`Node ${process.versions.node} is too old: 20 or later is needed to start.`);
  if (!['x64', 'arm64'].includes(process.arch))
    fail(`This machine is ${process.arch}; the database is made for x64 and arm64 only.`);
  if (process.platform !== 'linux' && major < 24)
    fail(
      `On ${process.platform} no Node comes along: Node 24 or later is needed, this is ${process.versions.node}.`
    );
}

/** Whether node_modules holds what the lock asks for on this machine. */
function installed() {
  const wanted = packages(lock);
  const present = packages(join(root, 'node_modules/.package-lock.json'));
  if (!wanted) fail(`${lock} is missing or broken.`);
  if (!present) return false;
  return (
    Object.entries(wanted).every(([path, entry]) => {
      const there = present[path];
      // Packages for other platforms are rightly absent.
      if (!there) return path === '' || entry.optional || entry.devOptional || entry.peer || entry.extraneous;
      return there.version === entry.version && existsSync(join(root, path));
    }) && existsSync(node)
  );
}

/**
 * @param {string} file a lock file
 * @returns {Record<string, Record<string, unknown>> | undefined} its packages by path, unless it cannot be read
 */
function packages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install() {
  console.log('Installing packages, about 800 MB; once, a minute or two …');
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=warn'];
  const npm = process.env.npm_execpath;
  // The npm that called us, for another may be first in PATH or none at all.
  const ours = npm && basename(npm) === 'npm-cli.js';
  const ci = ours ? run(process.execPath, [npm, ...args]) : run('npm', args);
  // On a full disk npm only warns, ends well and calls the halves complete.
  if (!ci.succeeded || ci.output.includes('TAR_ENTRY_ERROR')) {
    forgetInstalled();
    explain('npm ci', ci.output);
  }
  const version = run(node, ['--version']);
  if (!version.succeeded) {
    forgetInstalled();
    const hint =
      'Node 24 needs a Linux with glibc 2.28 or later (not Alpine), and npm without `omit=optional`.';
    explain('Node 24', version.output, hint);
  }
}

/**
 * Makes `node` in npm's scripts mean the pinned one. npm 10 takes this link away when it drops the package for the
 * other processor, which has a command of the same name.
 * @param {string} target within node_modules
 */
function linkNode(target) {
  const link = join(root, 'node_modules/.bin/node');
  if (existsSync(link)) return;
  rmSync(link, { force: true });
  symlinkSync(join('..', target), link);
}

/** So that the next run installs again. */
function forgetInstalled() {
  rmSync(join(root, 'node_modules/.package-lock.json'), { force: true });
}

function buildIfChanged() {
  const stamp = join(root, 'build/.stamp');
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  console.log('Building the dashboard …');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const build = run(node, [vite, 'build', '--logLevel', 'warn']);
  if (!build.succeeded) explain('The build of the dashboard', build.output);
  // A build that fails has left the old one alone; one that is cut off here leaves no stamp and is made again.
  const built = join(root, '.svelte-kit/built');
  writeFileSync(join(built, '.stamp'), now);
  rmSync(join(root, 'build'), { recursive: true, force: true });
  renameSync(built, join(root, 'build'));
}

/** SHA-256 over the names and bytes of all sources. */
function fingerprint() {
  const hash = createHash('sha256');
  const add = (/** @type {string} */ path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    else hash.update(`${path}\0${statSync(full).size}\0`).update(readFileSync(full));
  };
  sources.forEach(add);
  return hash.digest('hex');
}

/**
 * Runs a command in the program's folder and keeps what it prints.
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  const shell = process.platform === 'win32' && command === 'npm';
  const options = { cwd: root, shell, maxBuffer: 2 ** 28 };
  const { status, stdout, stderr, error } = spawnSync(command, args, { ...options, encoding: 'utf8' });
  return { succeeded: status === 0, output: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}` };
}

/**
 * Ends with the cause, and below it what was printed.
 * @param {string} what failed
 * @param {string} output
 * @param {string} [hint] for want of a known cause
 * @returns {never}
 */
function explain(what, output, hint = '') {
  const cause = causes.find(([pattern]) => /** @type {RegExp} */ (pattern).test(output))?.[1] ?? hint;
  // Packages that would like a newer Node than the one that runs npm get it: they run on the pinned one.
  const lines = output.split('\n').filter((line) => !line.includes('EBADENGINE'));
  const last = lines.slice(-40).join('\n').trim();
  fail(`${what} failed. ${cause}\n\n${last}`);
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
