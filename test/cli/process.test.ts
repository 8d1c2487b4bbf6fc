/** The program as a process: its streams and its exit status. */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildInto } from '../../scripts/build.mts';
import { folderWith } from './screen';

const out = mkdtempSync(join(tmpdir(), 'masterplan-program-'));
const program = join(out, 'cli.js');

beforeAll(async () => {
  await buildInto(out, true);
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** Runs the program; where `reads` is given, the reader leaves after as many characters; that of errors before all, unless it `listens`. */
function run(folder: string, argv: readonly string[], reads = Number.POSITIVE_INFINITY, listens = true) {
  const env = { PATH: process.env.PATH ?? '' };
  const child = spawn(process.execPath, [program, ...argv], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  if (!listens) child.stderr.destroy();
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.length >= reads) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return new Promise<{ status: number | null; output: string; errors: string }>((resolve) => {
    child.on('close', (status) => resolve({ status, output, errors }));
  });
}

describe('the program', () => {
  it('gives status, result and notices to the system', async () => {
    const folder = folderWith({ 'a.md': '---\nchapter: vision\nstatus: baru\n---\n# Visi\n' });
    const { status, output, errors } = await run(folder, ['check']);
    expect([status, errors]).toEqual([1, '']);
    expect(output).toContain('\n  3:9  kesalahan  ');
    expect((await run(folder, ['check', '--fail-on', 'never'])).status).toBe(0);
    expect(await run(folder, ['check', 'b'])).toEqual({
      status: 2,
      output: '',
      errors: '! b: tidak ada berkas atau folder dengan nama ini.\n',
    });
  });

  it('gets a long result through a pipe whole', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `| Program ${at} | | |`).join('\n');
    const text = `---\nchapter: action-plan\n---\n# Rencana Aksi\n\n## Program\n\n| Program | OPD | Tahun |\n|---|---|---|\n${rows}\n`;
    const folder = folderWith({ 'a.md': text });
    const { status, output } = await run(folder, ['check', '--format', 'json']);
    expect(status).toBe(1);
    expect(JSON.parse(output).problems.length).toBeGreaterThan(3000);
    // And is not upset where the reader has seen enough.
    const early = await run(folder, ['check'], 1000);
    expect(early.errors).toBe('');
  });

  it('gives status and result where nobody listens to its notices', async () => {
    const folder = folderWith({ 'a.md': '---\nchapter: vision\nstatus: baru\n---\n# Visi\n' });
    const { status, output } = await run(folder, ['check', 'b', 'a.md'], undefined, false);
    expect(status).toBe(2);
    expect(output).toContain('\n  3:9  kesalahan  ');
  });
});
