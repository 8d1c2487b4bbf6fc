/** What is loaded when, and how large it may be: the bundles as they ship. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildInto } from '../../scripts/build.mts';
import { root } from '../../scripts/setup.mjs';

const out = realpathSync(mkdtempSync(join(tmpdir(), 'masterplan-bundles-')));
const dist = join(out, 'dist');
const watcher = join(out, 'watcher.cjs');
const loaded = join(out, 'loaded.json');

/** Stands for the editor, and tells at the end which bundles Node has loaded. */
const watching = `
const Module = require('node:module');
const { basename, dirname } = require('node:path');
const load = Module._load;
const editor = new Proxy(class {}, { get: (made, name) => (name in made ? made[name] : editor) });
Module._load = (name, ...rest) => (name === 'vscode' ? editor : load.call(Module, name, ...rest));
process.on('exit', () => {
  const ours = Object.keys(require.cache).filter((path) => dirname(path) === ${JSON.stringify(dist)});
  require('node:fs').writeFileSync(${JSON.stringify(loaded)}, JSON.stringify(ours.map((path) => basename(path))));
});
`;

beforeAll(async () => {
  await buildInto(dist, true);
  writeFileSync(watcher, watching);
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** The bundles that are loaded when one of them is run. */
function loadedBy(bundle: string, ...argv: string[]): string[] {
  rmSync(loaded, { force: true });
  const { stderr, status } = spawnSync(process.execPath, ['-r', watcher, join(dist, bundle), ...argv], {
    encoding: 'utf8',
  });
  // 1 is what a check of a faulty book ends with.
  expect([0, 1], stderr).toContain(status);
  return (JSON.parse(readFileSync(loaded, 'utf8')) as string[]).sort();
}

function kilobytes(bundles: readonly string[]): number {
  return bundles.reduce((sum, bundle) => sum + statSync(join(dist, bundle)).size, 0) / 1024;
}

describe('the bundles', () => {
  it('let the entry of the extension stand alone, and small', () => {
    expect(loadedBy('extension.js')).toEqual(['extension.js']);
    expect(kilobytes(['extension.js'])).toBeLessThan(8);
    expect(kilobytes(['browser.js'])).toBeLessThan(10);
  });

  it('start a session with 300 KB', () => {
    const session = loadedBy('session.js');
    expect(session).toEqual(['engine.js', 'rolldown-runtime.js', 'session.js']);
    expect(kilobytes(['extension.js', ...session])).toBeLessThan(300);
  });

  it('check a plain book without the parsers of unusual texts and without what writes', () => {
    const book = join(out, 'book');
    mkdirSync(book);
    writeFileSync(join(book, 'masterplan.yaml'), 'title: Rencana\nregion: Kabupaten Contoh\n');
    writeFileSync(join(book, '01.md'), '---\nchapter: vision\n---\n\n# Visi\n\n## Visi Daerah\n\nKota cerdas.\n');
    const program = loadedBy('cli.js', 'check', book);
    expect(program).toEqual(['cli.js', 'engine.js', 'rolldown-runtime.js', 'views.js']);
    expect(kilobytes(program)).toBeLessThan(350);
  });

  it('load what is said of a faulty manifest with the first fault, and no parser for it', () => {
    const book = join(out, 'faulty');
    mkdirSync(book);
    writeFileSync(join(book, 'masterplan.yaml'), 'title: Rencana\nperiode: 2025-2034\n');
    expect(loadedBy('cli.js', 'check', book)).toEqual([
      'cli.js',
      'engine.js',
      'faults.js',
      'rolldown-runtime.js',
      'views.js',
    ]);
  });

  it('load the rest when it is needed', () => {
    const faulty = join(root, 'examples', 'kabupaten-contoh-keliru');
    expect(loadedBy('cli.js', 'check', '--fix', '--dry-run', faulty)).toContain('edits.js');
    expect(loadedBy('cli.js', 'export', '--format', 'csv', '--out', join(out, 'made'), faulty)).toContain('export.js');
    // One copy of fflate, and of docx and the sheets only what we write.
    expect(kilobytes(['export.js'])).toBeLessThan(430);
  });
});
