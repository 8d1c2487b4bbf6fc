/** Finds an installed Chromium, Chrome or Edge, and lets it print a page as PDF. */

import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Text } from '../core/language/language';

/** Variables such as `PATH`, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Why there is no PDF, for the person who wanted it. */
export class PrintFailure extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

/** Where these browsers are installed on systems that do not put them on the path. */
function usualPlaces(environment: Environment, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['', environment.HOME ?? ''].map((home) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform !== 'win32') return ['/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
  const programs = [
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ['Chromium', 'Application', 'chrome.exe'],
  ];
  return programs.flatMap((parts) => folders.map((folder) => join(folder, ...parts)));
}

/**
 * The browser that prints: `CHROMIUM_PATH`, else the first one on the path, else one in its usual place.
 * @throws PrintFailure where there is none.
 */
export function findBrowser(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const wished = environment.CHROMIUM_PATH;
  if (wished) {
    if (isProgram(wished)) return wished;
    throw new PrintFailure({
      id: `CHROMIUM_PATH menunjuk ${wished}, tetapi di sana tidak ada program.`,
      en: `CHROMIUM_PATH names ${wished}, but there is no program.`,
    });
  }
  const folders = (environment.PATH ?? environment.Path ?? '').split(delimiter).filter(isAbsolute);
  const ending = platform === 'win32' ? '.exe' : '';
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
  const found = [...onPath, ...usualPlaces(environment, platform)].find(isProgram);
  if (found !== undefined) return found;
  throw new PrintFailure({
    id: 'PDF dicetak oleh Chromium, Google Chrome, atau Microsoft Edge, dan tidak satu pun ditemukan di komputer ini. Pasang salah satunya, tunjuk programnya dengan CHROMIUM_PATH, atau ekspor ke html lalu cetak dari peramban.',
    en: 'PDF is printed by Chromium, Google Chrome or Microsoft Edge, and none of them was found on this computer. Install one, name its program in CHROMIUM_PATH, or export to html and print that from a browser.',
  });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Longer than any book takes; a browser that hangs is not waited for. */
const patience = 180_000;

/**
 * Prints a page.
 * @param html the page's text; it needs nothing from elsewhere, and gets nothing.
 * @param signal ends the browser when nobody waits for it any more.
 * @returns the bytes of the PDF.
 * @throws PrintFailure where the browser does not do it.
 */
export async function printPdf(browser: string, html: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'masterplan-'));
  try {
    const page = join(folder, 'buku.html');
    const pdf = join(folder, 'buku.pdf');
    writeFileSync(page, html);
    const options = [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--disable-extensions',
      '--disable-background-networking',
      // Nothing is fetched, whatever the page may say.
      '--host-resolver-rules=MAP * ~NOTFOUND',
      // Of its own, so that a browser that is open does not take the page over.
      `--user-data-dir=${join(folder, 'profile')}`,
      '--no-pdf-header-footer',
      '--generate-pdf-document-outline',
      `--print-to-pdf=${pdf}`,
      // The sandbox refuses to run for the superuser, as in a container.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      pathToFileURL(page).href,
    ];
    const said = await run(browser, options, signal);
    try {
      return readFileSync(pdf);
    } catch {
      throw failed(said);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What the program has said, once it has ended. */
function run(program: string, options: readonly string[], signal: AbortSignal | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    const browser = spawn(program, options, {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: patience,
      ...(signal === undefined ? {} : { signal }),
    });
    let said = '';
    browser.stderr.setEncoding('utf8').on('data', (words: string) => {
      if (said.length < 100_000) said += words;
    });
    browser.on('error', (error) => reject(failed(error.message)));
    browser.on('close', () => resolve(said));
  });
}

function failed(said: string): PrintFailure {
  const last = said.trim().split('\n').at(-1) ?? '';
  const words = last === '' ? '' : ` (${last})`;
  return new PrintFailure({
    id: `peramban tidak menghasilkan PDF${words}. Ekspor ke html dan cetak dari peramban tetap dapat dilakukan.`,
    en: `the browser made no PDF${words}. Exporting to html and printing that from a browser still works.`,
  });
}
