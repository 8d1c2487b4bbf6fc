/** `masterplan check --fix` and `--dry-run`: what is written, what never is, and what is said about it. */

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/masterplan';
import { replaceFile } from '../../src/cli/write';
import { ruleIds } from '../../src/core/rules/catalogue';
import { governance } from '../core/views/small-book';
import { folderWith, type ScreenOptions, screen } from './screen';

async function run(folder: string, argv: readonly string[], options?: ScreenOptions) {
  const io = screen(folder, options);
  const status = await main(['check', ...argv], io);
  return { status, output: io.output(), errors: io.errors() };
}

/** A masterplan that is asked for no more than these tests are about, whatever rules there will be. */
const judged = ['manifest-invalid', 'frontmatter-invalid', 'heading-typo', 'missing-dimension', 'missing-section'];
const manifest = `dimensions: [living]
sections: [{ id: swot, sections: [] }]
chapters: [{ id: dimension, sections: [swot*] }]
rules:
${ruleIds
  .filter((id) => !judged.includes(id))
  .map((id) => `  ${id}: off\n`)
  .join('')}`;

const right = `---
chapter: dimension
dimension: living
status: review
---
# Smart Living

## Analisis SWOT

- Puskesmas ada di tiap kecamatan.
`;
const wrong = right.replace('status: review', 'status: revew').replace('Analisis SWOT', 'Analisi SWOT');
const book = { 'masterplan.yaml': manifest, '01-living.md': wrong };

const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

describe('--fix', () => {
  it('mends, says so, and judges what is left', async () => {
    const folder = folderWith(book);
    expect(await run(folder, ['--fix'])).toEqual({
      status: 0,
      output: '✓ 2 masalah diperbaiki dalam 1 berkas.\n✓ 1 bab diperiksa, tidak ada masalah. Selamat!\n',
      errors: '',
    });
    expect(read(folder, '01-living.md')).toBe(right);
    expect(read(folder, 'masterplan.yaml')).toBe(manifest);
    expect(readdirSync(folder).sort()).toEqual(['01-living.md', 'masterplan.yaml']);
    expect(await run(folder, ['--fix', '--language', 'en'])).toEqual({
      status: 0,
      output:
        'There is nothing that can be mended without a choice of yours.\n✓ 1 chapter checked, no problems. Well done!\n',
      errors: '',
    });
  });

  it('shows what is left, and fails for it', async () => {
    const folder = folderWith({ ...book, '01-living.md': wrong.replace('revew', 'selesai') });
    const { status, output } = await run(folder, ['--fix']);
    expect(status).toBe(1);
    expect(output).toMatch(/^01-living\.md\n\n {2}4:9 {2}kesalahan {2}/);
    expect(output).toMatch(/\n✓ 1 masalah diperbaiki dalam 1 berkas\.\nTersisa: 1 kesalahan dalam 1 bab\.\n$/);
    // The problem is shown where it stands now.
    expect(output).toContain('\n       status: selesai\n               ^^^^^^^\n');
  });

  it('keeps byte-order mark, line ends and permissions', async () => {
    const bytes = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const folder = folderWith({ ...book, '01-living.md': bytes(wrong) });
    chmodSync(join(folder, '01-living.md'), 0o640);
    expect((await run(folder, ['--fix'])).status).toBe(0);
    expect(read(folder, '01-living.md')).toBe(bytes(right));
    expect(statSync(join(folder, '01-living.md')).mode & 0o777).toBe(0o640);
  });

  it('creates chapters, and never over a file that is there', async () => {
    const folder = folderWith({
      'masterplan.yaml': manifest.replace('[living]', '[living, economy]'),
      '01-living.md': right,
    });
    const { status, output } = await run(folder, ['--fix']);
    expect(status).toBe(0);
    expect(output).toBe(
      '✓ 1 masalah diperbaiki dalam 1 bab baru.\n  + 02-smart-economy.md\n✓ 2 bab diperiksa, tidak ada masalah. Selamat!\n',
    );
    expect(read(folder, '02-smart-economy.md')).toMatch(/^---\nchapter: dimension\ndimension: economy\n/);

    writeFileSync(join(folder, '02-smart-economy.md'), 'Catatan rapat.\n');
    const again = await run(folder, ['--fix']);
    expect(again.status).toBe(2);
    expect(again.errors).toBe('! 02-smart-economy.md: tidak dibuat, karena sudah ada berkas dengan nama ini.\n');
    expect(read(folder, '02-smart-economy.md')).toBe('Catatan rapat.\n');
  });

  it('mends only what was asked for', async () => {
    const folder = folderWith({ ...book, '02-living.md': wrong });
    await run(folder, ['--fix', '02-living.md']);
    expect(read(folder, '01-living.md')).toBe(wrong);
    expect(read(folder, '02-living.md')).toBe(right);
  });

  it('mends a loose chapter', async () => {
    const folder = folderWith({ 'a.md': '---\nchapter: vision\nstatus: drft\n---\n# Visi\n' });
    await run(folder, ['--fix', 'a.md']);
    expect(read(folder, 'a.md')).toMatch(/^---\nchapter: vision\nstatus: draft\n---\n# Visi\n\n## /);
  });

  it('tells programs what it did', async () => {
    const folder = folderWith({
      'masterplan.yaml': manifest.replace('[living]', '[living, economy]'),
      '01-living.md': wrong,
    });
    const { output } = await run(folder, ['--fix', '--format', 'json']);
    expect(JSON.parse(output).summary.fixed).toEqual({
      problems: 3,
      files: ['01-living.md'],
      newFiles: ['02-smart-economy.md'],
    });
    expect(JSON.parse((await run(folder, ['--format', 'json'])).output).summary).not.toHaveProperty('fixed');
  });
});

describe('a generated block that contradicts the chapters', () => {
  const only = `period: 2025-2026\nrules:\n${ruleIds
    .filter((id) => id !== 'roadmap-mismatch')
    .map((id) => `  ${id}: off\n`)
    .join('')}`;
  const roadmap =
    '---\nchapter: roadmap\n---\n\n# Peta Jalan\n\n<!-- masterplan:begin roadmap -->\n<!-- masterplan:end roadmap -->\n';

  /** A book whose roadmap was written before its chapters changed: other years, another agency, one programme more. */
  async function outdated(): Promise<string> {
    const folder = folderWith({ 'masterplan.yaml': only, 'gov.md': governance, 'peta.md': roadmap });
    await main(['refresh'], screen(folder));
    const changed = read(folder, 'gov.md').replace('| Diskominfo | 2025 |', '| Bappeda | 2026 |');
    expect(changed).not.toBe(governance);
    writeFileSync(join(folder, 'gov.md'), changed);
    expect((await run(folder, ['--format', 'lines'])).output).toContain('(roadmap-mismatch)');
    return folder;
  }

  it('is written anew', async () => {
    const folder = await outdated();
    const { status, output, errors } = await run(folder, ['--fix']);
    expect([status, errors]).toEqual([0, '']);
    expect(output).toMatch(/^✓ \d masalah diperbaiki dalam 1 berkas\.\n✓ 2 bab diperiksa, tidak ada masalah\./);
    const fixed = read(folder, 'peta.md');
    const io = screen(folder);
    await main(['refresh'], io);
    expect(io.output()).toBe('Tidak ada blok yang perlu disegarkan.\n');
    expect(read(folder, 'peta.md')).toBe(fixed);
    expect((await run(folder, ['--fix'])).output).toMatch(/^Tidak ada yang dapat diperbaiki/);
  });

  it('stays as it is where somebody has edited it', async () => {
    const folder = await outdated();
    const edited = read(folder, 'peta.md').replace('| Jumlah desa |', '| Desa yang dilayani |');
    writeFileSync(join(folder, 'peta.md'), edited);
    const { status, output } = await run(folder, ['--fix']);
    expect(status).toBe(1);
    expect(output).toContain('(roadmap-mismatch)');
    expect(read(folder, 'peta.md')).toBe(edited);
  });

  it('is not asked for with another chapter', async () => {
    const folder = await outdated();
    const before = read(folder, 'peta.md');
    await run(folder, ['--fix', 'gov.md']);
    expect(read(folder, 'peta.md')).toBe(before);
  });
});

describe('nothing is written', () => {
  it('to a file that is not UTF-8 throughout', async () => {
    const bytes = Buffer.concat([Buffer.from(wrong), Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x0a])]);
    const folder = folderWith({ ...book, '01-living.md': bytes });
    const { status, errors } = await run(folder, ['--fix']);
    expect(status).toBe(2);
    expect(errors).toContain(
      '! 01-living.md: tidak diperbaiki, karena tidak seluruhnya UTF-8; simpan ulang sebagai UTF-8.\n',
    );
    expect(readFileSync(join(folder, '01-living.md')).equals(bytes)).toBe(true);
  });

  it('through a link that leads out of the masterplan', async () => {
    const folder = folderWith({ 'buku/masterplan.yaml': manifest, 'lain/living.md': wrong });
    symlinkSync(join(folder, 'lain/living.md'), join(folder, 'buku/01-living.md'));
    const { status, errors } = await run(folder, ['--fix', 'buku']);
    expect(status).toBe(2);
    const outside = 'tidak diperbaiki, karena berada di luar folder masterplan ini.';
    expect(errors).toBe(`! buku/01-living.md: ${outside}\n`);
    const { output } = await run(folder, ['--fix', '--format', 'json', 'buku']);
    expect(JSON.parse(output).summary.notChecked).toEqual([{ file: '01-living.md', message: outside }]);
    // To look at what would be done fails at nothing.
    expect(await run(folder, ['--dry-run', 'buku'])).toMatchObject({
      status: 1,
      errors: expect.stringContaining(`i buku/01-living.md: ${outside}\n`),
    });
    expect(read(folder, 'lain/living.md')).toBe(wrong);
  });

  it('into a folder that is a link to elsewhere', async () => {
    const folder = folderWith({
      'buku/masterplan.yaml': manifest.replace('[living]', '[living, economy]'),
      'lain/01-living.md': right,
    });
    symlinkSync(join(folder, 'lain'), join(folder, 'buku/bab'));
    const { errors } = await run(folder, ['--fix', 'buku']);
    expect(errors).toBe(
      '! buku/bab/02-smart-economy.md: tidak diperbaiki, karena berada di luar folder masterplan ini.\n',
    );
    expect(readdirSync(join(folder, 'lain'))).toEqual(['01-living.md']);
  });

  it('to what a link within the masterplan is, but to what it leads to', async () => {
    const folder = folderWith({ 'masterplan.yaml': manifest, 'naskah/living.txt': wrong });
    symlinkSync(join(folder, 'naskah/living.txt'), join(folder, '01-living.md'));
    expect((await run(folder, ['--fix'])).status).toBe(0);
    expect(lstatSync(join(folder, '01-living.md')).isSymbolicLink()).toBe(true);
    expect(read(folder, 'naskah/living.txt')).toBe(right);
  });

  it('over what has changed since it was read', () => {
    const folder = folderWith({ 'a.md': 'satu\n' });
    const origin = { text: 'lama\n', hasByteOrderMark: false, isUtf8: true, isWhole: true };
    expect(() => replaceFile(join(folder, 'a.md'), 'baru\n', origin)).toThrow('has changed');
    expect(read(folder, 'a.md')).toBe('satu\n');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  it.skipIf(process.getuid?.() === 0)('where access is not permitted', async () => {
    const folder = folderWith(book);
    chmodSync(join(folder, '01-living.md'), 0o444);
    const { status, errors } = await run(folder, ['--fix']);
    expect(status).toBe(2);
    expect(errors).toBe('! 01-living.md: tidak dapat ditulis karena izin aksesnya tidak ada.\n');
    expect(read(folder, '01-living.md')).toBe(wrong);
  });
});

describe('--dry-run', () => {
  it('shows what would change, and changes nothing', async () => {
    const folder = folderWith(book);
    for (const argv of [['--dry-run'], ['--fix', '--dry-run']]) {
      expect(await run(folder, argv)).toEqual({
        status: 0,
        output: `--- a/01-living.md
+++ b/01-living.md
@@ -1,10 +1,10 @@
 ---
 chapter: dimension
 dimension: living
-status: revew
+status: review
 ---
 # Smart Living
 
-## Analisi SWOT
+## Analisis SWOT
 
 - Puskesmas ada di tiap kecamatan.
`,
        errors:
          '→ 2 masalah akan diperbaiki dalam 1 berkas; belum ada yang ditulis.\n✓ 1 bab diperiksa, tidak ada masalah. Selamat!\n',
      });
    }
    expect(read(folder, '01-living.md')).toBe(wrong);
  });

  it('gives a diff that can be applied, and that leads to what --fix writes', async () => {
    const files = {
      'masterplan.yaml': manifest.replace('[living]', '[living, economy]'),
      'bab satu/01-living.md': `\ufeff${wrong.replaceAll('\n', '\r\n')}`.trimEnd(),
    };
    const [patched, fixed] = [folderWith(files), folderWith(files)];
    const { output } = await run(patched, ['--dry-run']);
    expect(output).toContain('\n--- /dev/null\n+++ b/bab satu/02-smart-economy.md\t\n@@ -0,0 +1,');
    expect(output).toContain('\\ No newline at end of file\n');
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
      cwd: patched,
      input: output,
      env: { ...process.env, GIT_CEILING_DIRECTORIES: join(patched, '..') },
    });
    await run(fixed, ['--fix']);
    for (const path of ['bab satu/01-living.md', 'bab satu/02-smart-economy.md']) {
      expect(read(patched, path)).toBe(read(fixed, path));
    }
  });

  it('creates nothing', async () => {
    const folder = folderWith({ 'masterplan.yaml': '' });
    const { output, errors } = await run(folder, ['--dry-run']);
    expect(output).toContain('+++ b/01-');
    expect(errors).toMatch(
      /^→ \d+ masalah akan diperbaiki dalam \d+ bab baru; belum ada yang ditulis\.\n( {2}\+ \d\d-[a-z-]+\.md\n)+/,
    );
    expect(readdirSync(folder)).toEqual(['masterplan.yaml']);
  });

  it('does nothing to a terminal but colours', async () => {
    const folder = folderWith({ ...book, '01-living.md': wrong.replace('tiap', 'tiap \u001b[2J') });
    const { output } = await run(folder, ['--dry-run'], { isTerminal: true });
    expect(output).toContain('\u001b[31m-## Analisi SWOT\u001b[39m\n');
    expect(output).not.toContain('\u001b[2J');
  });

  it('does not go with JSON', async () => {
    const folder = folderWith(book);
    const { status, errors } = await run(folder, ['--dry-run', '--format', 'json']);
    expect(status).toBe(2);
    expect(errors).toContain('--dry-run menunjukkan perubahan sebagai diff; tidak dapat bersama --format json.');
    expect(existsSync(join(folder, '01-living.md'))).toBe(true);
  });
});

it('the help names both', async () => {
  const folder = folderWith({});
  mkdirSync(join(folder, 'a'));
  for (const language of ['id', 'en']) {
    const { output } = await run(folder, ['--help', '--language', language]);
    expect(output).toContain('\n      --fix   ');
    expect(output).toContain('\n      --dry-run   ');
  }
});
