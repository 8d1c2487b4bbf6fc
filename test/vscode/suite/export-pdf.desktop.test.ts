// PDF from the editor on a desktop: printed by an installed browser, with page numbers, and given up where that is wished.
import { assert } from 'chai';
import * as vscode from 'vscode';
import { pdfPlaces } from '../../../src/core/export/pdf-places';
import type { Exporter, ExportWishes } from '../../../src/extension/export';
import { type Answers, screen } from '../dialogs';
import { at, remove, startedSession } from '../editor';

const folder = 'hasil-pdf';

describe('the export to PDF', function () {
  this.timeout(60_000);
  const path = process.env.CHROMIUM_PATH;

  async function exported(answers: Answers, wishes: ExportWishes = {}) {
    const exporter = (await startedSession()).feature('export') as Exporter;
    const seen = screen(answers);
    const given: ExportWishes = {
      masterplan: at('contoh/01-visi.md').toString(),
      folder: at(folder),
      format: 'pdf',
      books: ['masterplan'],
      ...wishes,
    };
    const written = await exporter.export(given, seen.window);
    return { written, ...seen };
  }

  async function names(): Promise<string[]> {
    return (await vscode.workspace.fs.readDirectory(at(folder))).map(([name]) => name);
  }

  before(async () => {
    await (await startedSession()).settled();
  });
  beforeEach(() => vscode.workspace.fs.createDirectory(at(folder)));
  afterEach(async () => {
    if (path === undefined) delete process.env.CHROMIUM_PATH;
    else process.env.CHROMIUM_PATH = path;
    await remove(folder);
  });

  it('prints the book, each chapter on a page of its own', async () => {
    const { written } = await exported({});
    assert.deepEqual(await names(), ['masterplan-contoh-buku-2.pdf']);
    const places = pdfPlaces(await vscode.workspace.fs.readFile(written[0] ?? at(folder)));
    const [first, second] = [places?.get('buku-1-bab-1'), places?.get('buku-1-bab-2')];
    assert.isAbove(first ?? 0, 1);
    assert.isAbove(second ?? 0, first ?? 0);
  });

  it('prints nothing where it is cancelled', async () => {
    const { written, said } = await exported({ cancelAt: 1 });
    assert.deepEqual([written, said], [[], []]);
    assert.deepEqual(await names(), []);
  });

  it('offers HTML where there is no browser', async () => {
    process.env.CHROMIUM_PATH = '/tiada/peramban';
    const refused = await exported({});
    assert.deepEqual(refused.written, []);
    assert.deepEqual(refused.said, [
      {
        kind: 'warning',
        message: 'CHROMIUM_PATH menunjuk /tiada/peramban, tetapi di sana tidak ada program.',
        choices: ['Simpan sebagai HTML'],
      },
    ]);
    const { said } = await exported({ button: ['Simpan sebagai HTML'] });
    assert.deepEqual(await names(), ['masterplan-contoh-buku-2.html']);
    assert.include(said.at(-1)?.message, 'Buka di peramban, lalu Cetak dan pilih Simpan sebagai PDF.');
  });
});
