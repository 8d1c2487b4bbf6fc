// Reads a masterplan for the first time in a real editor, on the bundles that ship, and tells how the extension host's
// thread fared: `test/vscode/slices` measures it there.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildInto } from '../scripts/build.mts';
import { runInHost } from '../scripts/hosts.mts';
import { root } from '../scripts/setup.mjs';
import type { CorpusFile } from './corpus.mts';

/** What one start came to, in milliseconds. */
export interface FirstReading {
  /** The longest that the thread was at work in one turn, and the longest but one: time of the processor, not of the clock. */
  readonly longest: number;
  readonly second: number;
  /** By the clock: the longest pause for collecting memory, whoever caused it. */
  readonly pause: number;
  /** By the clock: until all was read, checked and shown. */
  readonly whole: number;
  /** As `longest`, while forty letters are typed in it when it has been read. */
  readonly typing: number;
}

/** @param folder what is made for it goes there. */
export async function readInEditor(
  files: readonly CorpusFile[],
  starts: number,
  folder: string,
): Promise<FirstReading[]> {
  const extension = await packedBeside(join(folder, 'extension'));
  const workspace = join(folder, 'corpora', 'slices');
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(workspace, { recursive: true });
  // The manifest lies ready under another name: the test puts it in its place when it is ready to measure.
  for (const { path, text } of files) {
    writeFileSync(join(workspace, path === 'masterplan.yaml' ? 'masterplan.yaml.txt' : path), text);
  }
  const run = { name: 'slices', host: 'desktop', suite: 'slices', workspace: relative(root, workspace) } as const;
  const measured: FirstReading[] = [];
  for (let start = 0; start < starts; start++) {
    const { failures } = await runInHost(run, {
      extension,
      afterwards: (copy) => {
        const file = join(copy, 'measured.json');
        if (existsSync(file)) measured.push(JSON.parse(readFileSync(file, 'utf8')) as FirstReading);
      },
    });
    if (failures.length > 0) throw new Error('the masterplan was not read as it should be');
  }
  return measured;
}

/** The extension with the bundles that ship, beside the one that others may be using. */
async function packedBeside(folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const own = new Set(['dist', 'node_modules']);
  for (const name of readdirSync(root)) {
    if (!own.has(name) && !name.startsWith('.')) symlinkSync(join(root, name), join(folder, name));
  }
  await buildInto(join(folder, 'dist'), true);
  return folder;
}
