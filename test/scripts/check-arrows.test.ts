// The check of the rooms' direction, on sources that exist only here.
import { describe, expect, it } from 'vitest';
import { wrongImports } from '../../scripts/check-arrows.mts';

function check(file: string, source: string): string[] {
  return wrongImports(new Map([[file, source]])).map(({ line, message }) => `${line}: ${message}`);
}

describe('the direction of the rooms', () => {
  it('lets a room import from itself and from those before it', () => {
    const source =
      "import { a } from './a';\nimport type { B } from '../markdown/b';\nexport * from '../text/range';\n";
    expect(check('src/core/chapter/chapter.ts', source)).toEqual([]);
  });

  it.each([
    ['text', 'language'],
    ['language', 'template'],
    ['template', 'markdown'],
    ['markdown', 'chapter'],
    ['chapter', 'book'],
    ['book', 'rules'],
    ['book', 'edits'],
    ['book', 'views'],
    ['edits', 'rules'],
    ['edits', 'views'],
    ['rules', 'views'],
    ['views', 'rules'],
  ])('keeps %s from importing %s', (from, to) => {
    expect(check(`src/core/${from}/a.ts`, `\nimport { b } from '../${to}/b';\n`)).toEqual([
      `2: core/${from} must not import from core/${to}`,
    ]);
  });

  it.each(['rules', 'views'])('lets %s use edits', (room) => {
    expect(check(`src/core/${room}/a.ts`, "import { b } from '../edits/b';\n")).toEqual([]);
  });

  it('lets the export use all of the core, and hosts load it when they need it', () => {
    const source = "import { a } from '../views/a';\nimport { b } from '../rules/b';\n";
    expect(check('src/core/export/a.ts', source)).toEqual([]);
    const lazy = "import type { A } from '../core/export';\nconst b = await import('../core/export');\n";
    expect(check('src/extension/a.ts', lazy)).toEqual([]);
    expect(check('src/cli/a.ts', "import { a } from '../core/export/names';\n")).toEqual([
      '1: core/export is loaded by import() only',
    ]);
    expect(check('src/core/views/a.ts', "import { a } from '../export/a';\n")).toEqual([
      '1: core/views must not import from core/export',
    ]);
  });

  it('lets the terminal print, and the editor only where it asks for that', () => {
    const source = "import { a } from '../printing/browser';\n";
    expect(check('src/cli/a.ts', source)).toEqual([]);
    expect(check('src/extension/a.ts', source)).toEqual(['1: printing is loaded by import() only']);
    expect(check('src/extension/a.ts', "const a = await import('../printing/browser');\n")).toEqual([]);
    expect(check('src/printing/a.ts', "import { b } from 'node:fs';\n")).toEqual([]);
    expect(check('src/core/export/a.ts', source.replace('../', '../../'))).toEqual([
      '1: core/export must not import from printing',
    ]);
  });

  it('keeps the core from the hosts, and the hosts from each other', () => {
    expect(check('src/core/rules/a.ts', "import { b } from '../../cli/b';\n")).toEqual([
      '1: core/rules must not import from cli',
    ]);
    expect(check('src/cli/a.ts', "import { b } from '../extension/b';\n")).toEqual([
      '1: cli must not import from extension',
    ]);
    expect(check('src/extension/tree/a.ts', "import { b } from '../../core/views/b';\n")).toEqual([]);
  });

  it('finds types, dynamic imports, re-exports, bare imports and imports over several lines', () => {
    const source = [
      "import type { A } from '../book/a';",
      "const b = await import('../book/b');",
      "export { c } from '../book/c';",
      "import '../book/d';",
      'import {',
      '  e,',
      "} from '../book/e';",
      "let f: import('../book/f').F;",
    ].join('\n');
    expect(check('src/core/text/a.ts', source).map((line) => Number.parseInt(line, 10))).toEqual([1, 2, 3, 4, 7, 8]);
  });

  it('keeps the core from the editor and from Node', () => {
    const source =
      "import * as vscode from 'vscode';\nimport { join } from 'node:path';\nimport fs from 'fs/promises';\n";
    expect(check('src/core/text/a.ts', source)).toEqual([
      '1: core/text must not know the editor',
      '2: core/text must not know Node (node:path)',
      '3: core/text must not know Node (fs/promises)',
    ]);
    expect(check('src/extension/a.ts', source)).toHaveLength(2);
    expect(check('src/cli/a.ts', source)).toEqual(['1: cli must not know the editor']);
  });

  it('takes packages for what they are', () => {
    const source = "import { unified } from 'unified';\nimport { parseDocument } from 'yaml';\n";
    expect(check('src/core/markdown/a.ts', source)).toEqual([]);
  });

  it('does not read comments and other strings', () => {
    const source =
      "// import { a } from '../book/a';\n/* import '../book/b'; */\nconst c = 'https://example.org'; // '\n";
    expect(check('src/core/text/a.ts', `${source}const from = '../book/d';\n`)).toEqual([]);
  });

  it('lets the hosts read the version of the project, and the core not', () => {
    const source = "import { version } from '../../package.json';";
    expect(check('src/cli/a.ts', source)).toEqual([]);
    expect(check('src/extension/a.ts', source)).toEqual([]);
    expect(check('src/core/a/a.ts', source)).toHaveLength(1);
    expect(check('src/core/text/a.ts', "import { version } from '../../../package.json';")).toHaveLength(1);
  });

  it('names files that lie in no room and imports that lead out', () => {
    expect(check('src/core/a.ts', '')).toEqual(['1: lies in no room']);
    expect(check('src/core/misc/a.ts', '')).toEqual(['1: lies in no room']);
    expect(check('src/core/text/a.ts', "import '../../../test/b';")).toEqual([
      '1: ../../../test/b leads out of the rooms',
    ]);
  });
});
