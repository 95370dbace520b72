import { existsSync } from 'node:fs';
import { mkdtemp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';

const modules = join(import.meta.dirname, '../../node_modules');
const home = join(modules, '.cache/chromium');

/** Where the Chromium that comes with the packages lies, and what it must find in its environment. */
export interface Bundled {
  executablePath: string;
  env: Record<string, string>;
}

/**
 * Unpacks the bundled Chromium once (about 2 s). It brings the libraries that bare machines lack and one Latin font,
 * and sees no font of the machine, so Chinese is drawn with the web font alone.
 */
export async function bundledChromium(): Promise<Bundled> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'No Chromium comes along for this machine: install Chromium or Chrome for the browser tests.'
    );
  if (!existsSync(home)) await unpack();
  return {
    executablePath: join(home, 'chromium'),
    env: { FONTCONFIG_PATH: join(home, 'fonts'), LD_LIBRARY_PATH: join(home, 'al2023/lib') }
  };
}

/** Unpacks beside and renames, so that an interrupted run leaves nothing half there. */
async function unpack(): Promise<void> {
  await mkdir(dirname(home), { recursive: true });
  const beside = await mkdtemp(`${home}-`);
  const packed = join(modules, '@sparticuz/chromium/bin');
  const temporary = process.env['TMPDIR'];
  // inflate() writes into the system's temporary folder and takes what it finds there for complete.
  process.env['TMPDIR'] = beside;
  try {
    const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    await Promise.all(archives.map((archive) => inflate(join(packed, archive))));
  } finally {
    if (temporary === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = temporary;
  }
  const fonts = join(beside, 'fonts/fonts.conf');
  await writeFile(fonts, (await readFile(fonts, 'utf8')).replaceAll('/tmp/', `${home}/`));
  await rename(beside, home);
}
