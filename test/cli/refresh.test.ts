/** `masterplan refresh` from the call to the exit status, on real files. */

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/masterplan';
import { blockKinds } from '../../src/core/views/generated';
import { governance } from '../core/views/small-book';
import { folderWith, screen } from './screen';

const head = '---\nchapter: roadmap\n---\n\n# Peta Jalan\n\n';
const empty = `${head}<!-- masterplan:begin budget -->\n<!-- masterplan:end budget -->\n\nSetelahnya.\n\n<!-- masterplan:begin roadmap -->\n<!-- masterplan:end roadmap -->\n`;

function files(roadmap: string) {
  return { 'masterplan.yaml': 'period: 2025-2026\n', 'gov.md': governance, 'peta.md': roadmap };
}

async function run(folder: string, ...argv: string[]) {
  const io = screen(folder);
  const status = await main(['refresh', ...argv], io);
  return { status, output: io.output(), errors: io.errors() };
}

const read = (folder: string) => readFileSync(join(folder, 'peta.md'), 'utf8');

describe('masterplan refresh', () => {
  it('fills blocks, says which, and has nothing to do the second time', async () => {
    const folder = folderWith(files(empty));
    expect(await run(folder)).toEqual({
      status: 0,
      output: '✓ peta.md:7: Blok "budget" disegarkan.\n✓ peta.md:12: Blok "roadmap" disegarkan.\n',
      errors: '',
    });
    const text = read(folder);
    expect(text).toContain('| GOV-P-01 | Gerai desa | Jumlah desa | Diskominfo | ■ | |');
    expect(text).toContain('\n\nSetelahnya.\n\n');
    const before = statSync(join(folder, 'peta.md')).mtimeMs;
    expect(await run(folder)).toEqual({ status: 0, output: 'Tidak ada blok yang perlu disegarkan.\n', errors: '' });
    expect([read(folder), statSync(join(folder, 'peta.md')).mtimeMs]).toEqual([text, before]);
    expect(readdirSync(folder).sort()).toEqual(['gov.md', 'masterplan.yaml', 'peta.md']);
  });

  it('leaves a block that was edited by hand alone, unless it is forced', async () => {
    const folder = folderWith(files(empty));
    await run(folder);
    const fresh = read(folder);
    const edited = fresh.replace('Gerai desa', 'Gerai desa kami');
    writeFileSync(join(folder, 'peta.md'), edited);
    expect(await run(folder)).toEqual({
      status: 1,
      output: '! peta.md:15: Blok "roadmap" sudah diubah dengan tangan, jadi dibiarkan; --force menimpanya.\n',
      errors: '',
    });
    expect(read(folder)).toBe(edited);
    expect(await run(folder, '--force', '--language', 'en')).toEqual({
      status: 0,
      output: '✓ peta.md:15: Block "roadmap" refreshed.\n',
      errors: '',
    });
    expect(read(folder)).toBe(fresh);
  });

  it('shows with --dry-run what it would write, and writes nothing', async () => {
    const folder = folderWith(files(empty));
    const { status, output, errors } = await run(folder, '--dry-run');
    expect(status).toBe(0);
    expect(output).toMatch(/^--- a\/peta\.md\n\+\+\+ b\/peta\.md\n@@ /);
    expect(errors).toBe('→ peta.md:7: Blok "budget" akan disegarkan.\n→ peta.md:12: Blok "roadmap" akan disegarkan.\n');
    expect(read(folder)).toBe(empty);
  });

  it('says which names there are where one is unknown', async () => {
    const folder = folderWith(files(`${head}<!-- masterplan:begin gantt -->\n<!-- masterplan:end gantt -->\n`));
    expect(await run(folder)).toEqual({
      status: 1,
      output: `! peta.md:7: Tidak ada blok bernama "gantt"; yang ada: ${blockKinds.map(({ name }) => name).join(', ')}.\n`,
      errors: '',
    });
  });

  it('refreshes only what was named, and says where there is nothing', async () => {
    const folder = folderWith(files(empty));
    expect((await run(folder, 'gov.md')).output).toBe('Tidak ada blok yang perlu disegarkan.\n');
    expect(read(folder)).toBe(empty);
    expect(await run(folder, 'tiada.md')).toEqual({
      status: 2,
      output: '',
      errors: '! tiada.md: tidak ada berkas atau folder dengan nama ini.\n',
    });
  });

  it('writes no file that is not UTF-8 throughout', async () => {
    const bytes = Buffer.concat([Buffer.from(empty), Buffer.from([0xff, 0x0a])]);
    const folder = folderWith({ ...files(empty), 'peta.md': bytes });
    const { status, output, errors } = await run(folder);
    expect([status, output]).toEqual([2, '']);
    expect(errors).toContain('! peta.md: tidak diperbaiki, karena tidak seluruhnya UTF-8');
    expect(readFileSync(join(folder, 'peta.md')).equals(bytes)).toBe(true);
  });

  it('names its options and blocks in its help, in both languages, within 88 columns', async () => {
    for (const language of ['id', 'en']) {
      const { status, output } = await run('/', '--help', '--language', language);
      expect(status).toBe(0);
      for (const word of ['--dry-run', '--force', ...blockKinds.map(({ name }) => name)]) {
        expect(output).toContain(word);
      }
      expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(88);
    }
  });
});
