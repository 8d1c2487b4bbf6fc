/** `Masterplan: Export…`: asks for format, books and place, and writes the finished books there, in every editor. */

import * as vscode from 'vscode';
import { type Book, booksOf } from '../core/book/book';
import type { ExportFile, ExportFormat, Manuscript, Remark, RenderWishes } from '../core/export';
import type { Text } from '../core/language/language';
import { type Dialogs, ExportDialogs } from './export-dialogs';
import { loadExport, loadPages, loadPrinting } from './load-export';
import { commands } from './names';
import type { OpenBook, Session } from './session';

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

export function register(_context: vscode.ExtensionContext, session: Session): Exporter {
  return new Exporter(session);
}

function isWishes(given: unknown): given is ExportWishes {
  return typeof given === 'object' && given !== null && ('format' in given || 'masterplan' in given);
}

/** One file of an export and where it goes. */
interface Target {
  readonly file: ExportFile;
  readonly uri: vscode.Uri;
}

interface Job {
  readonly book: Book;
  readonly manuscript: Manuscript;
  readonly format: ExportFormat;
  readonly targets: readonly Target[];
  readonly reference?: vscode.Uri;
  readonly print?: Printer;
}

/** Prints HTML as PDF, until somebody wishes it to stop. */
type Printer = (html: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>;

export class Exporter implements vscode.Disposable {
  readonly #command: vscode.Disposable;

  constructor(private readonly session: Session) {
    this.#command = vscode.commands.registerCommand(commands.export, (wishes?: unknown) =>
      // From a menu of the tree an item comes along instead, which says nothing about an export.
      this.export(isWishes(wishes) ? wishes : {}),
    );
  }

  dispose(): void {
    this.#command.dispose();
  }

  /**
   * Exports a masterplan.
   * @param window where questions are asked, progress is shown and results are told.
   * @returns the files that were written.
   */
  async export(wishes: ExportWishes, window: Dialogs = vscode.window): Promise<vscode.Uri[]> {
    const dialogs = new ExportDialogs(window, this.session);
    const open = await dialogs.askMasterplan(wishes.masterplan);
    // What was typed a moment ago is part of the books.
    await this.session.settled();
    const book = open?.book;
    if (open === undefined || book === undefined) return [];
    const choice = wishes.format === undefined ? await dialogs.askFormat() : { format: wishes.format };
    if (choice === undefined) return [];
    const books = wishes.books ?? (await dialogs.askBooks(book, choice.format));
    if (books === undefined) return [];
    const reference = wishes.reference ?? ('styles' in choice ? await dialogs.askReference() : undefined);
    if ('styles' in choice && reference === undefined) return [];
    const print = choice.format === 'pdf' ? await this.#printer(dialogs) : undefined;
    if (print === 'none') return [];
    // Without anything that prints, the book is saved for a browser to print it.
    const format = choice.format === 'pdf' && print === undefined ? 'html' : choice.format;

    const core = await loadExport(this.session);
    const used = new Set(booksOf(book.chapters, book.settings).values());
    const shelves = book.settings.template.books.filter(({ id }) => used.has(id));
    const manuscript = core.manuscriptOf(book, {
      // All books: then what belongs to none of them comes along too.
      ...(shelves.every(({ id }) => books.includes(id)) ? {} : { books }),
      keepsCharts: format === 'md',
    });
    if (manuscript.books.length === 0) {
      dialogs.tellNothingThere();
      return [];
    }
    const targets = await placesFor(core.exportFiles(manuscript, format), wishes, open, dialogs);
    if (targets === undefined) return [];
    const job = { book, manuscript, format, targets, ...(reference && { reference }), ...(print && { print }) };
    const result = await this.#run(job, window, dialogs);
    if (result === undefined) return [];
    void dialogs.tellResult(open, {
      ...result,
      asksWord: format === 'docx' && (await loadPages(this.session)) === undefined,
      isToPrint: choice.format === 'pdf' && format === 'html',
    });
    return result.written;
  }

  /** Nothing where the book is to be saved as HTML instead, `none` where it is not to be saved at all. */
  async #printer(dialogs: ExportDialogs): Promise<Printer | undefined | 'none'> {
    const printing = await loadPrinting(this.session);
    if (printing === undefined) return undefined;
    try {
      const browser = printing.findBrowser();
      return (html, signal) => printing.printPdf(browser, html, signal);
    } catch (error) {
      if (!(error instanceof printing.PrintFailure)) throw error;
      return (await dialogs.askForHtml(error.text)) ? undefined : 'none';
    }
  }

  /** Makes all files before it writes the first: what is cancelled leaves nothing behind. */
  async #run(
    job: Job,
    window: Dialogs,
    dialogs: ExportDialogs,
  ): Promise<{ readonly written: vscode.Uri[]; readonly remarks: readonly Remark[] } | undefined> {
    const written: vscode.Uri[] = [];
    const stopped = new AbortController();
    try {
      return await window.withProgress(dialogs.progress, async (progress, token) => {
        token.onCancellationRequested(() => stopped.abort());
        const core = await loadExport(this.session);
        const wishes = await this.#wishesFor(job, core);
        const made: { readonly uri: vscode.Uri; readonly bytes: Uint8Array }[] = [];
        for (const { file, uri } of job.targets) {
          progress.report({ message: file.name });
          // The editor has a moment to show it, and to hear a no.
          await new Promise((resolve) => setTimeout(resolve, 0));
          if (token.isCancellationRequested) return undefined;
          const { print } = job;
          const bytes = await core.renderExport(job.book, job.manuscript, file, job.format, {
            ...wishes,
            ...(job.format === 'md' ? { addresses: addressesFrom(core.neededImages(job.manuscript), uri) } : {}),
            ...(print === undefined ? {} : { print: (html: Uint8Array) => print(html, stopped.signal) }),
          });
          made.push({ uri, bytes });
          progress.report({ increment: 100 / job.targets.length });
        }
        if (token.isCancellationRequested) return undefined;
        for (const { uri, bytes } of made) {
          await vscode.workspace.fs.writeFile(uri, bytes);
          written.push(uri);
        }
        return { written, remarks: core.exportRemarks(job.manuscript, job.format, wishes.images) };
      });
    } catch (error) {
      // A browser that was stopped has failed, too.
      if (stopped.signal.aborted) return undefined;
      this.session.log.error('exporting', error instanceof Error ? (error.stack ?? error.message) : String(error));
      dialogs.tellFailure(reasonOf(error), written);
      return undefined;
    }
  }

  async #wishesFor(
    { format, reference, manuscript }: Job,
    core: Awaited<ReturnType<typeof loadExport>>,
  ): Promise<RenderWishes> {
    const images = new Map<string, Uint8Array>();
    if (format === 'docx' || format === 'html' || format === 'pdf') {
      for (const { key, file } of core.neededImages(manuscript)) {
        const bytes = file === undefined ? undefined : await readSmall(vscode.Uri.parse(file));
        if (bytes !== undefined) images.set(key, bytes);
      }
    }
    if (format !== 'docx') return { images };
    const styles = reference && core.referenceStyles(await vscode.workspace.fs.readFile(reference));
    if (reference !== undefined && styles === undefined) throw new Refusal(noDocument);
    const pageNumbers = await loadPages(this.session);
    return { images, ...(styles && { styles }), ...(pageNumbers && { pageNumbers }) };
  }
}

/** One file is given a name, several are given a folder; files that are there are replaced only with a yes. */
async function placesFor(
  files: readonly ExportFile[],
  { folder: wished, replaces }: ExportWishes,
  open: OpenBook,
  dialogs: ExportDialogs,
): Promise<Target[] | undefined> {
  const start = vscode.Uri.parse(open.manifest === undefined ? open.key.slice(0, open.key.lastIndexOf('/')) : open.key);
  const [only, second] = files;
  if (wished === undefined && only !== undefined && second === undefined) {
    const uri = await dialogs.askFile(vscode.Uri.joinPath(start, only.name));
    return uri && [{ file: only, uri }];
  }
  const folder = wished ?? (await dialogs.askFolder(start));
  if (folder === undefined) return undefined;
  const targets = files.map((file) => ({ file, uri: vscode.Uri.joinPath(folder, file.name) }));
  const there: Target[] = [];
  for (const target of targets) if (await isThere(target.uri)) there.push(target);
  if (there.length === 0 || replaces === true) return targets;
  const names = there.map(({ file }) => file.name);
  return replaces === undefined && (await dialogs.mayReplace(names)) ? targets : undefined;
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
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
  needed: readonly { readonly key: string; readonly file?: string }[],
  target: vscode.Uri,
): Map<string, string> {
  const addresses = new Map<string, string>();
  const from = target.path.split('/').slice(0, -1);
  for (const { key, file } of needed) {
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

class Refusal extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** What is told of an error: in both languages where it is one of ours. */
function reasonOf(error: unknown): Text {
  if (!(error instanceof Error)) return { id: String(error), en: String(error) };
  const text = 'text' in error ? (error.text as Text) : undefined;
  return text ?? { id: error.message, en: error.message };
}

const noDocument: Text = {
  id: 'berkas acuan itu bukan dokumen Word (.docx).',
  en: 'the reference file is no Word document (.docx).',
};
