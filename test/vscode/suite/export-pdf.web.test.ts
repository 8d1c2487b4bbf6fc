// PDF from the editor in a browser, which starts no programs: the book is saved as HTML, to be printed.
import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Exporter } from '../../../src/extension/export';
import { screen } from '../dialogs';
import { at, read, remove, startedSession } from '../editor';

const folder = 'hasil-pdf';

it('the export to PDF gives HTML, and says how to print it', async function () {
  this.timeout(60_000);
  const session = await startedSession();
  await session.settled();
  await vscode.workspace.fs.createDirectory(at(folder));
  const { window, said } = screen({});
  const masterplan = at('contoh/01-visi.md').toString();
  await (session.feature('export') as Exporter).export({ masterplan, folder: at(folder), format: 'pdf' }, window);
  assert.match(await read(`${folder}/masterplan-contoh-buku-2.html`), /^<!doctype html>/);
  assert.include(said.at(-1)?.message, 'Buka di peramban, lalu Cetak dan pilih Simpan sebagai PDF.');
  await remove(folder);
});
