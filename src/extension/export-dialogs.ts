/** What is asked before an export, and what is told after it. */

import * as vscode from 'vscode';
import { type Book, booksOf, nameOfBook } from '../core/book/book';
import type { ExportFormat, Remark } from '../core/export';
import type { Text } from '../core/language/language';
import { toRange } from './positions';
import type { OpenBook, Session } from './session';

/** What asks and tells: the editor's window, or whoever answers in its place. */
export type Dialogs = Pick<
  typeof vscode.window,
  | 'showQuickPick'
  | 'showOpenDialog'
  | 'showSaveDialog'
  | 'showInformationMessage'
  | 'showWarningMessage'
  | 'showErrorMessage'
  | 'withProgress'
>;

export type FormatChoice = { readonly format: ExportFormat } | { readonly format: 'docx'; readonly styles: true };

export interface ExportResult {
  readonly written: readonly vscode.Uri[];
  readonly remarks: readonly Remark[];
  /** Word has to be told to fill the contents in. */
  readonly asksWord: boolean;
  /** The book is to be printed from a browser by hand. */
  readonly isToPrint: boolean;
}

export class ExportDialogs {
  constructor(
    private readonly window: Dialogs,
    private readonly session: Session,
  ) {}

  private say(id: string, en: string): string {
    return this.session.say({ id, en });
  }

  // ---- Questions

  /** @param uri of the masterplan or of a file in it, where it is known. */
  async askMasterplan(uri: string | undefined): Promise<OpenBook | undefined> {
    // They may be being read for the first time.
    if (this.session.books.length === 0) await this.session.settled();
    const { books } = this.session;
    if (uri !== undefined) return books.find(({ key }) => key === uri) ?? this.session.bookOf(uri);
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    const here = active === undefined ? undefined : this.session.bookOf(active);
    if (here?.book !== undefined) return here;
    if (books.length === 0) {
      const message = this.say('Belum ada masterplan di jendela ini.', 'There is no masterplan in this window.');
      void this.window.showInformationMessage(message);
    }
    if (books.length < 2) return books[0];
    const choices = books.map((open) => ({
      label: (open.book && nameOfBook(open.book)) ?? open.key,
      description: vscode.workspace.asRelativePath(vscode.Uri.parse(open.key)),
      open,
    }));
    const title = this.say('Masterplan mana yang diekspor?', 'Which masterplan should be exported?');
    return (await this.window.showQuickPick(choices, { title }))?.open;
  }

  async askFormat(): Promise<FormatChoice | undefined> {
    const item = (label: string, detail: string, choice: FormatChoice) => ({ label, detail, choice });
    const starts = vscode.env.uiKind === vscode.UIKind.Desktop;
    const items = [
      item('Word (.docx)', this.say('Satu berkas per buku', 'One file for each book'), { format: 'docx' }),
      item(
        this.say('Word (.docx) dengan gaya dokumen lain…', 'Word (.docx) with the styles of another document…'),
        this.say('Misalnya templat pemerintah daerah', 'A template of the region, for example'),
        { format: 'docx', styles: true },
      ),
      item(
        'PDF',
        starts
          ? this.say(
              'Satu berkas per buku, dicetak oleh Chrome, Edge, atau Chromium yang terpasang',
              'One file for each book, printed by an installed Chrome, Edge or Chromium',
            )
          : this.say(
              'Lewat peramban: bila tidak dapat dicetak di sini, buku disimpan sebagai HTML untuk dicetak',
              'By way of a browser: where it cannot be printed here, the book is saved as HTML to be printed',
            ),
        { format: 'pdf' },
      ),
      item(
        'HTML (.html)',
        this.say('Satu berkas, dapat dibaca tanpa jaringan', 'One file, to be read without a network'),
        { format: 'html' },
      ),
      item(
        'Excel (.xlsx)',
        this.say('Semua program, satu lembar per dimensi', 'All programmes, one sheet for each dimension'),
        { format: 'xlsx' },
      ),
      item('CSV (.csv)', this.say('Semua program', 'All programmes'), { format: 'csv' }),
      item(
        'Markdown (.md)',
        this.say('Bab-bab digabung, satu berkas per buku', 'Chapters joined, one file for each book'),
        { format: 'md' },
      ),
    ];
    const title = this.say('Ekspor ke bentuk apa?', 'Export to which format?');
    return (await this.window.showQuickPick(items, { title, matchOnDetail: true }))?.choice;
  }

  /** Asks only where there is a choice. @returns ids of books. */
  async askBooks({ chapters, settings }: Book, format: ExportFormat): Promise<readonly string[] | undefined> {
    const { language, template } = settings;
    const used = new Set(booksOf(chapters, settings).values());
    const items = template.books.flatMap(({ id, title }, at) =>
      used.has(id) ? [{ label: `${at + 1}. ${title[language]}`, picked: true, id }] : [],
    );
    if (format === 'xlsx' || format === 'csv' || items.length < 2) return items.map(({ id }) => id);
    const title = this.say('Buku mana saja?', 'Which books?');
    const chosen = await this.window.showQuickPick(items, { title, canPickMany: true });
    return chosen === undefined || chosen.length === 0 ? undefined : chosen.map(({ id }) => id);
  }

  async askReference(): Promise<vscode.Uri | undefined> {
    const chosen = await this.window.showOpenDialog({
      title: this.say('Dokumen yang gayanya dipakai', 'Document whose styles are used'),
      openLabel: this.say('Pakai Gayanya', 'Use Its Styles'),
      filters: { Word: ['docx'] },
    });
    return chosen?.[0];
  }

  /** The dialog itself asks before a file is replaced. */
  async askFile(wished: vscode.Uri): Promise<vscode.Uri | undefined> {
    const ending = wished.path.slice(wished.path.lastIndexOf('.') + 1);
    return this.window.showSaveDialog({ defaultUri: wished, filters: { [ending.toUpperCase()]: [ending] } });
  }

  async askFolder(start: vscode.Uri): Promise<vscode.Uri | undefined> {
    const chosen = await this.window.showOpenDialog({
      title: this.say('Folder untuk buku-bukunya', 'Folder for the books'),
      openLabel: this.say('Ekspor ke Sini', 'Export Here'),
      defaultUri: start,
      canSelectFiles: false,
      canSelectFolders: true,
    });
    return chosen?.[0];
  }

  async mayReplace(names: readonly string[]): Promise<boolean> {
    const replace = this.say('Ganti', 'Replace');
    const answer = await this.window.showWarningMessage(
      names.length === 1
        ? this.say(`${names[0]} sudah ada di folder ini. Ganti?`, `${names[0]} is in this folder already. Replace it?`)
        : this.say(
            `${names.length} berkas sudah ada di folder ini. Ganti?`,
            `${names.length} of the files are in this folder already. Replace them?`,
          ),
      { modal: true, ...(names.length === 1 ? {} : { detail: names.join('\n') }) },
      replace,
    );
    return answer === replace;
  }

  /** Whether a book that cannot be printed is to be saved as HTML. */
  async askForHtml(reason: Text): Promise<boolean> {
    const html = this.say('Simpan sebagai HTML', 'Save as HTML');
    return (await this.window.showWarningMessage(this.session.say(reason), html)) === html;
  }

  // ---- What is told

  get progress(): vscode.ProgressOptions {
    const title = this.say('Mengekspor masterplan', 'Exporting the masterplan');
    return { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  }

  tellNothingThere(): void {
    const message = this.say('Belum ada bab di buku yang dipilih.', 'The chosen books have no chapters yet.');
    void this.window.showInformationMessage(message);
  }

  tellFailure(reason: Text, written: readonly vscode.Uri[]): void {
    const names = written.map(nameOf).join(', ');
    const message =
      written.length === 0
        ? { id: `Ekspor tidak jadi: ${reason.id}`, en: `Nothing was exported: ${reason.en}` }
        : {
            id: `Ekspor terhenti: ${reason.id} Yang sudah ditulis: ${names}.`,
            en: `The export stopped: ${reason.en} Written so far: ${names}.`,
          };
    void this.window.showErrorMessage(this.session.say(message));
  }

  async tellResult(open: OpenBook, { written, remarks, asksWord, isToPrint }: ExportResult): Promise<void> {
    const [first] = written;
    if (first === undefined) return;
    const errors = [...open.problems.values()].flat().filter(({ severity }) => severity === 'error').length;
    const sentences = [
      written.length === 1
        ? this.say(`${nameOf(first)} sudah ditulis.`, `${nameOf(first)} is written.`)
        : this.say(`${written.length} berkas sudah ditulis.`, `${written.length} files are written.`),
    ];
    if (asksWord) {
      sentences.push(
        this.say(
          'Saat dibuka, Word menawarkan memperbarui bidang: jawab Ya agar nomor halaman di daftar isi terisi.',
          'Word offers to update fields when it opens the file: say yes, so that the contents get their page numbers.',
        ),
      );
    }
    if (isToPrint) {
      sentences.push(
        this.say(
          'Buka di peramban, lalu Cetak dan pilih Simpan sebagai PDF.',
          'Open it in a browser, then print and choose Save as PDF.',
        ),
      );
    }
    if (errors > 0) {
      const text = `The text still has ${errors} ${errors === 1 ? 'error' : 'errors'}.`;
      sentences.push(this.say(`Naskahnya masih memuat ${errors} kesalahan.`, text));
    }
    if (remarks.length > 0) {
      const text = remarks.length === 1 ? 'There is a note on it.' : `There are ${remarks.length} notes on it.`;
      sentences.push(this.say(`Ada ${remarks.length} catatan.`, text));
    }
    const actions = new Map<string, () => unknown>();
    if (first.scheme === 'file') {
      actions.set(this.say('Buka', 'Open'), () => vscode.env.openExternal(first));
      const reveal = this.say('Tampilkan di Folder', 'Show in Folder');
      actions.set(reveal, () => vscode.commands.executeCommand('revealFileInOS', first));
    }
    if (errors > 0) {
      const problems = this.say('Lihat Masalah', 'Show Problems');
      actions.set(problems, () => vscode.commands.executeCommand('workbench.actions.view.problems'));
    }
    if (remarks.length > 0) actions.set(this.say('Lihat Catatan', 'Show Notes'), () => this.showRemarks(remarks));
    const answer = await this.window.showInformationMessage(sentences.join(' '), ...actions.keys());
    if (answer !== undefined) await actions.get(answer)?.();
  }

  /** Each remark leads to its place. */
  private async showRemarks(remarks: readonly Remark[]): Promise<void> {
    const items = remarks.map(({ chapter, range, message }) => ({
      label: capitalised(this.session.say(message)),
      description: vscode.workspace.asRelativePath(vscode.Uri.parse(chapter.uri)),
      uri: vscode.Uri.parse(chapter.uri),
      selection: toRange(chapter.lines, range),
    }));
    const title = this.say('Catatan ekspor', 'Notes on the export');
    const chosen = await this.window.showQuickPick(items, { title, matchOnDescription: true });
    if (chosen !== undefined) await vscode.window.showTextDocument(chosen.uri, { selection: chosen.selection });
  }
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
