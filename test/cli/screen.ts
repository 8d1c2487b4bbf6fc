/** A terminal, or a pipe, that keeps what was written to it; and folders full of files for one test. */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Io } from '../../src/cli/io';

export interface Screen extends Io {
  readonly output: () => string;
  readonly errors: () => string;
}

export interface ScreenOptions {
  readonly isTerminal?: boolean;
  readonly columns?: number;
  readonly environment?: Io['environment'];
  readonly now?: () => number;
}

export function screen(
  folder: string,
  { isTerminal = false, columns, environment = {}, now }: ScreenOptions = {},
): Screen {
  const output: string[] = [];
  const errors: string[] = [];
  const shape = { isTerminal, ...(columns === undefined ? {} : { columns }) };
  return {
    folder,
    environment,
    out: { ...shape, write: (text) => output.push(text) },
    err: { ...shape, write: (text) => errors.push(text) },
    now: now ?? (() => 0),
    output: () => output.join(''),
    errors: () => errors.join(''),
  };
}

/** A fresh folder with these files; gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'masterplan-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
