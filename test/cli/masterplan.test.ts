/** The program around its commands: help, version, misuse. */

import { describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { main } from '../../src/cli/masterplan';
import { folderWith, screen } from './screen';

async function run(argv: readonly string[], environment: Readonly<Record<string, string>> = {}, folder = '/') {
  const io = screen(folder, { environment });
  const status = await main(argv, io);
  return { status, output: io.output(), errors: io.errors() };
}

describe('masterplan', () => {
  it('says its version', async () => {
    for (const option of ['--version', '-V']) {
      expect(await run([option])).toEqual({ status: 0, output: `masterplan ${version}\n`, errors: '' });
    }
  });

  it('helps in the language asked for, else the system’s, else Indonesian', async () => {
    const first = async (argv: readonly string[], environment = {}) =>
      (await run(argv, environment)).output.split('\n')[0];
    const id = `Masterplan ${version}: memeriksa masterplan smart city yang ditulis dalam Markdown.`;
    const en = `Masterplan ${version}: checks smart-city masterplans written in Markdown.`;
    expect(await first(['--help'])).toBe(id);
    expect(await first(['help'], { LANG: 'id_ID.UTF-8' })).toBe(id);
    expect(await first(['-h'], { LANG: 'C.UTF-8' })).toBe(id);
    expect(await first(['--help'], { LANG: 'en_GB.UTF-8' })).toBe(en);
    expect(await first(['--help'], { LC_ALL: 'id_ID', LANG: 'en_GB.UTF-8' })).toBe(id);
    expect(await first(['--help', '--language', 'en'])).toBe(en);
    expect(await first(['--language', 'id', '--help'], { LANG: 'en_US' })).toBe(id);
  });

  it('names every option of check in its help, in both languages, within 88 columns', async () => {
    for (const language of ['id', 'en']) {
      for (const argv of [
        ['check', '--help'],
        ['help', 'check'],
        ['check', 'x', '-h'],
      ]) {
        const { status, output, errors } = await run([...argv, '--language', language]);
        expect([status, errors]).toEqual([0, '']);
        for (const option of ['--format', '--language', '--fail-on', '--color', '--no-color', '--help']) {
          expect(output).toContain(option);
        }
        expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(88);
      }
    }
  });

  it('shows the help, and fails, where nothing was asked for', async () => {
    const { status, output, errors } = await run([]);
    expect([status, output]).toEqual([2, '']);
    expect(errors).toContain('Cara pakai: masterplan PERINTAH [opsi]');
  });

  it('offers the command that was meant', async () => {
    expect(await run(['chek'])).toEqual({
      status: 2,
      output: '',
      errors: '! Perintah "chek" tidak dikenal. Maksud Anda: masterplan check?\n  Bantuan: masterplan --help\n',
    });
    const folder = folderWith({ 'buku/a.md': '' });
    expect((await run(['buku', '--language', 'en'], {}, folder)).errors).toBe(
      '! There is no command "buku". Did you mean: masterplan check buku?\n  Help: masterplan --help\n',
    );
    expect((await run(['qqq'])).errors).toBe('! Perintah "qqq" tidak dikenal.\n  Bantuan: masterplan --help\n');
  });

  it('says what is wrong with an option', async () => {
    expect(await run(['check', '--fail-on', 'fatal'])).toEqual({
      status: 2,
      output: '',
      errors:
        '! Nilai "fatal" tidak dikenal untuk opsi --fail-on; pilihannya: error, warning, info, never.\n' +
        '  Bantuan: masterplan check --help\n',
    });
    expect((await run(['check', '--formt=json', '-l', 'en'])).errors).toBe(
      '! There is no option --formt. Did you mean --format?\n  Help: masterplan check --help\n',
    );
  });
});
