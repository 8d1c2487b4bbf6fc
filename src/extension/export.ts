/** `Masterplan: Export…`: asks for format, books and place, and writes the finished books there, in every editor. */

import * as vscode from 'vscode';
import { type Book, booksOf } from '../core/book/book';
import type { ExportFile, ExportFormat, Manuscript, RenderWishes } from '../core/export';
import type { Text } from '../core/language/language';
import type { BookKind } from '../core/template/template';
import { loadExport, loadPages } from './load-export';
import type { OpenBook, Session } from './session';

export const exportCommand = 'masterplan.export';

/** What may be answered beforehand, by a key binding or a test; whatever is missing is asked. */
export interface ExportWishes {
  /** URI of the masterplan's folder, or of a file in it. */
  readonly masterplan?: string;
  readonly format?: ExportFormat;
  /** Ids of books. */
  readonly books?: readonly string[];
  /** The folder that the files go to. */
  readonly folder?: vscode.Uri;
  /** A Word document whose styles are used. */
  readonly reference?: vscode.Uri;
  /** Whether files that are there are replaced; asked where it is absent. */
  readonly replaces?: boolean;
}

export function register(context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  return vscode.commands.registerCommand(exportCommand, (wishes?: ExportWishes) =>
    // From a menu of the tree an item comes along instead, which says nothing about an export.
    exportBooks(context, session, isWishes(wishes) ? wishes : {}),
  );
}

function isWishes(given: unknown): given is ExportWishes {
  return typeof given === 'object' && given !== null && ('format' in given || 'masterplan' in given);
}

/** @returns the files that were written. */
async function exportBooks(
  context: vscode.ExtensionContext,
  session: Session,
  wishes: ExportWishes,
): Promise<vscode.Uri[]> {
  const open = await masterplanFor(wishes, session);
  if (open?.book === undefined) return [];
  const choice = wishes.format === undefined ? await askFormat(session) : { format: wishes.format };
  if (choice === undefined) return [];
  const { format } = choice;
  const books = wishes.books ?? (await askBooks(open.book, format, session));
  if (books === undefined) return [];
  const reference = wishes.reference ?? ('styles' in choice ? await askReference(session) : undefined);
  if ('styles' in choice && reference === undefined) return [];
  const core = await loadExport(context);
  const manuscript = core.manuscriptOf(open.book, {
    // All books: then what belongs to none of them comes along too.
    ...(shelvesOf(open.book).every(({ id }) => books.includes(id)) ? {} : { books }),
    keepsCharts: format === 'md',
  });
  const files = core.exportFiles(manuscript, format === 'pdf' ? 'html' : format);
  if (manuscript.books.length === 0) {
    void vscode.window.showInformationMessage(session.say(nothingThere));
    return [];
  }
  const targets = await placesFor(files, wishes, open, session);
  if (targets === undefined) return [];
  const job: Job = { book: open.book, manuscript, format, targets, ...(reference === undefined ? {} : { reference }) };
  const written = await run(job, context, session);
  if (written.length > 0) {
    const asksWord = format === 'docx' && (await loadPages(context)) === undefined;
    void tell(written, { format, asksWord }, open, session);
  }
  return written;
}

// ---- Questions

async function masterplanFor({ masterplan }: ExportWishes, session: Session): Promise<OpenBook | undefined> {
  if (masterplan !== undefined)
    return session.books.find(({ key }) => key === masterplan) ?? session.bookOf(masterplan);
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const here = active === undefined ? undefined : session.bookOf(active);
  if (here?.book !== undefined) return here;
  const { books } = session;
  if (books.length === 0) void vscode.window.showInformationMessage(session.say(noMasterplan));
  if (books.length < 2) return books[0];
  const choices = books.map((open) => ({
    label: open.book?.settings.title ?? open.book?.settings.region ?? open.key,
    description: vscode.workspace.asRelativePath(vscode.Uri.parse(open.key)),
    open,
  }));
  const title = session.say({ id: 'Masterplan mana yang diekspor?', en: 'Which masterplan should be exported?' });
  return (await vscode.window.showQuickPick(choices, { title }))?.open;
}

type FormatChoice = { readonly format: ExportFormat } | { readonly format: 'docx'; readonly styles: true };

async function askFormat(session: Session): Promise<FormatChoice | undefined> {
  const item = (label: Text, detail: Text, choice: FormatChoice) => ({
    label: session.say(label),
    detail: session.say(detail),
    choice,
  });
  const same = (label: string): Text => ({ id: label, en: label });
  const items = [
    item(same('Word (.docx)'), { id: 'Satu berkas per buku', en: 'One file for each book' }, { format: 'docx' }),
    item(
      { id: 'Word (.docx) dengan gaya dokumen lain…', en: 'Word (.docx) with the styles of another document…' },
      { id: 'Misalnya templat pemerintah daerah', en: 'A template of the region, for example' },
      { format: 'docx', styles: true },
    ),
    item(
      same('PDF'),
      {
        id: 'Lewat peramban: buku disimpan sebagai HTML, dibuka, lalu dicetak ke PDF',
        en: 'By way of a browser: saved as HTML, opened, and printed to PDF there',
      },
      { format: 'pdf' },
    ),
    item(
      same('HTML (.html)'),
      { id: 'Satu berkas, dapat dibaca tanpa jaringan', en: 'One file, to be read without a network' },
      { format: 'html' },
    ),
    item(
      same('Excel (.xlsx)'),
      { id: 'Semua program, satu lembar per dimensi', en: 'All programmes, one sheet for each dimension' },
      { format: 'xlsx' },
    ),
    item(same('CSV (.csv)'), { id: 'Semua program', en: 'All programmes' }, { format: 'csv' }),
    item(
      same('Markdown (.md)'),
      { id: 'Bab-bab digabung, satu berkas per buku', en: 'Chapters joined, one file for each book' },
      { format: 'md' },
    ),
  ];
  const title = session.say({ id: 'Ekspor ke bentuk apa?', en: 'Export to which format?' });
  return (await vscode.window.showQuickPick(items, { title, matchOnDetail: true }))?.choice;
}

/** The books of the template that have chapters, in its order. */
function shelvesOf({ chapters, settings }: Book): readonly BookKind[] {
  const used = new Set(booksOf(chapters, settings).values());
  return settings.template.books.filter(({ id }) => used.has(id));
}

async function askBooks(book: Book, format: ExportFormat, session: Session): Promise<readonly string[] | undefined> {
  const { language } = book.settings;
  const all = shelvesOf(book);
  if (format === 'xlsx' || format === 'csv' || all.length < 2) return all.map(({ id }) => id);
  const numbers = book.settings.template.books;
  const items = all.map((kind) => ({
    label: `${numbers.indexOf(kind) + 1}. ${kind.title[language]}`,
    picked: true,
    id: kind.id,
  }));
  const title = session.say({ id: 'Buku mana saja?', en: 'Which books?' });
  const chosen = await vscode.window.showQuickPick(items, { title, canPickMany: true });
  return chosen === undefined || chosen.length === 0 ? undefined : chosen.map(({ id }) => id);
}

async function askReference(session: Session): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: session.say({ id: 'Dokumen yang gayanya dipakai', en: 'Document whose styles are used' }),
    openLabel: session.say({ id: 'Pakai Gayanya', en: 'Use Its Styles' }),
    filters: { Word: ['docx'] },
  });
  return chosen?.[0];
}

// ---- Places

interface Target {
  readonly file: ExportFile;
  readonly uri: vscode.Uri;
}

/** One file is given a name, several are given a folder; files that are there are replaced only with a yes. */
async function placesFor(
  files: readonly ExportFile[],
  wishes: ExportWishes,
  open: OpenBook,
  session: Session,
): Promise<Target[] | undefined> {
  const start = vscode.Uri.parse(open.manifest === undefined ? open.key.slice(0, open.key.lastIndexOf('/')) : open.key);
  const [only, second] = files;
  if (wishes.folder === undefined && only !== undefined && second === undefined) {
    const ending = only.name.slice(only.name.lastIndexOf('.') + 1);
    // The dialog itself asks before a file is replaced.
    const uri = await vscode.window.showSaveDialog({
      defaultUri: vscode.Uri.joinPath(start, only.name),
      filters: { [ending.toUpperCase()]: [ending] },
    });
    return uri && [{ file: only, uri }];
  }
  const folder = wishes.folder ?? (await askFolder(start, session));
  if (folder === undefined) return undefined;
  const targets = files.map((file) => ({ file, uri: vscode.Uri.joinPath(folder, file.name) }));
  const there: Target[] = [];
  for (const target of targets) if (await isThere(target.uri)) there.push(target);
  if (there.length === 0 || wishes.replaces === true) return targets;
  return wishes.replaces === undefined && (await mayReplace(there, session)) ? targets : undefined;
}

async function askFolder(start: vscode.Uri, session: Session): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: session.say({ id: 'Folder untuk buku-bukunya', en: 'Folder for the books' }),
    openLabel: session.say({ id: 'Ekspor ke Sini', en: 'Export Here' }),
    defaultUri: start,
    canSelectFiles: false,
    canSelectFolders: true,
  });
  return chosen?.[0];
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function mayReplace(there: readonly Target[], session: Session): Promise<boolean> {
  const replace = session.say({ id: 'Ganti', en: 'Replace' });
  const answer = await vscode.window.showWarningMessage(
    session.say({
      id: `${there.length} berkas sudah ada di folder ini. Ganti?`,
      en: `${there.length} of the files are in this folder already. Replace them?`,
    }),
    { modal: true, detail: there.map(({ file }) => file.name).join('\n') },
    replace,
  );
  return answer === replace;
}

// ---- Work

interface Job {
  readonly book: Book;
  readonly manuscript: Manuscript;
  readonly format: ExportFormat;
  readonly targets: readonly Target[];
  readonly reference?: vscode.Uri;
}

/** Makes all files before it writes the first: what is cancelled leaves nothing behind. */
async function run(job: Job, context: vscode.ExtensionContext, session: Session): Promise<vscode.Uri[]> {
  const title = session.say({ id: 'Mengekspor masterplan', en: 'Exporting the masterplan' });
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  try {
    return await vscode.window.withProgress(options, async (progress, token) => {
      const made: { readonly uri: vscode.Uri; readonly bytes: Uint8Array }[] = [];
      const wishes = await wishesFor(job, context, session);
      const core = await loadExport(context);
      const step = 100 / Math.max(1, job.targets.length);
      for (const { file, uri } of job.targets) {
        progress.report({ message: file.name });
        // The editor has a moment to show it, and to hear a no.
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (token.isCancellationRequested) return [];
        const addresses = job.format === 'md' ? { addresses: addressesFrom(job, uri, core.neededImages) } : {};
        const format = job.format === 'pdf' ? 'html' : job.format;
        const bytes = await core.renderExport(job.book, job.manuscript, file, format, { ...wishes, ...addresses });
        made.push({ uri, bytes });
        progress.report({ increment: step });
      }
      if (token.isCancellationRequested) return [];
      for (const { uri, bytes } of made) await vscode.workspace.fs.writeFile(uri, bytes);
      return made.map(({ uri }) => uri);
    });
  } catch (error) {
    session.log.error('exporting', error instanceof Error ? (error.stack ?? error.message) : String(error));
    const reason = error instanceof Refusal ? session.say(error.text) : error instanceof Error ? error.message : error;
    void vscode.window.showErrorMessage(
      session.say({ id: `Ekspor tidak jadi: ${reason}`, en: `Nothing was exported: ${reason}` }),
    );
    return [];
  }
}

class Refusal extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

async function wishesFor(job: Job, context: vscode.ExtensionContext, session: Session): Promise<RenderWishes> {
  const { format, reference } = job;
  const core = await loadExport(context);
  const images = new Map<string, Uint8Array>();
  if (format === 'docx' || format === 'html' || format === 'pdf') {
    for (const { key, url, file, chapter } of core.neededImages(job.manuscript)) {
      const bytes = file === undefined ? undefined : await readSmall(vscode.Uri.parse(file));
      if (bytes === undefined) session.log.warn(`picture not found: ${url} in ${chapter.uri}`);
      else images.set(key, bytes);
    }
  }
  if (format !== 'docx') return { images };
  const styles = reference && core.referenceStyles(await vscode.workspace.fs.readFile(reference));
  if (reference !== undefined && styles === undefined) throw new Refusal(noDocument);
  const pageNumbers = await loadPages(context);
  return {
    images,
    ...(styles === undefined ? {} : { styles }),
    ...(pageNumbers === undefined ? {} : { pageNumbers }),
  };
}

/** Far beyond any picture in a book. */
const mostBytes = 50_000_000;

async function readSmall(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size <= mostBytes ? await vscode.workspace.fs.readFile(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** The images where they are, seen from the new file. */
function addressesFrom(
  { manuscript }: Job,
  target: vscode.Uri,
  neededImages: (manuscript: Manuscript) => readonly { readonly key: string; readonly file?: string }[],
): Map<string, string> {
  const addresses = new Map<string, string>();
  const from = target.path.split('/').slice(0, -1);
  for (const { key, file } of neededImages(manuscript)) {
    const uri = file === undefined ? undefined : vscode.Uri.parse(file);
    if (uri === undefined || uri.scheme !== target.scheme || uri.authority !== target.authority) continue;
    const to = uri.path.split('/');
    let same = 0;
    while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
    const path = [...from.slice(same).map(() => '..'), ...to.slice(same).map(encodeURIComponent)];
    addresses.set(key, path.join('/'));
  }
  return addresses;
}

// ---- What is said

async function tell(
  written: readonly vscode.Uri[],
  { format, asksWord }: { readonly format: ExportFormat; readonly asksWord: boolean },
  open: OpenBook,
  session: Session,
): Promise<void> {
  const [first] = written as [vscode.Uri];
  const name = first.path.slice(first.path.lastIndexOf('/') + 1);
  const errors = [...open.problems.values()].flat().filter(({ severity }) => severity === 'error').length;
  const sentences: Text[] = [
    written.length === 1
      ? { id: `${name} sudah ditulis.`, en: `${name} is written.` }
      : { id: `${written.length} berkas sudah ditulis.`, en: `${written.length} files are written.` },
  ];
  if (asksWord) sentences.push(wordAsks);
  if (format === 'pdf') sentences.push(printNow);
  if (errors > 0) {
    sentences.push({
      id: `Naskahnya masih memuat ${errors} galat.`,
      en: `The text still has ${errors} ${errors === 1 ? 'error' : 'errors'}.`,
    });
  }
  const isLocal = first.scheme === 'file';
  const show = session.say({ id: 'Buka', en: 'Open' });
  const reveal = session.say({ id: 'Tampilkan di Folder', en: 'Show in Folder' });
  const problems = session.say({ id: 'Lihat Masalah', en: 'Show Problems' });
  const answer = await vscode.window.showInformationMessage(
    sentences.map((sentence) => session.say(sentence)).join(' '),
    ...(isLocal ? [show, reveal] : []),
    ...(errors > 0 ? [problems] : []),
  );
  if (answer === show) await vscode.env.openExternal(first);
  if (answer === reveal) await vscode.commands.executeCommand('revealFileInOS', first);
  if (answer === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

const wordAsks: Text = {
  id: 'Saat dibuka, Word menawarkan memperbarui bidang: jawab Ya agar nomor halaman di daftar isi terisi.',
  en: 'Word offers to update fields when it opens the file: say yes, so that the contents get their page numbers.',
};

const printNow: Text = {
  id: 'Buka di peramban, lalu Cetak dan pilih Simpan sebagai PDF.',
  en: 'Open it in a browser, then print and choose Save as PDF.',
};

const noMasterplan: Text = {
  id: 'Belum ada masterplan di jendela ini.',
  en: 'There is no masterplan in this window.',
};

const nothingThere: Text = {
  id: 'Belum ada bab di buku yang dipilih.',
  en: 'The chosen books have no chapters yet.',
};

const noDocument: Text = {
  id: 'berkas acuan itu bukan dokumen Word (.docx).',
  en: 'the reference file is no Word document (.docx).',
};
