/** `New Masterplan…` and `New Chapter…`: what is asked, and one step that can be undone. Nothing is ever replaced. */

import * as vscode from 'vscode';
import { type Book, nameOfBook } from '../core/book/book';
import { manifestNames } from '../core/book/places';
import type { WantedChapter } from '../core/book/where-missing';
import { addChapter, type ChapterChoice, chapterChoices, choiceWords } from '../core/edits/chapter-choices';
import { newBook } from '../core/edits/new-book';
import type { Language, Text } from '../core/language/language';
import { readYears, type Span, spanText } from '../core/language/years';
import { defaultPreset, defaultTemplate, dimensionSets } from '../core/template/presets/presets';
import type { NewFile } from '../core/text/edits';
import type { OutlineItem } from '../core/views/outline';
import { exists } from './files';
import { commands } from './names';
import { toWorkspaceEdit } from './positions';
import { askChoice, askInTurn, askText, back, onDidAsk, type Question, type Turn } from './questions';
import type { Session } from './session';

export function register(_context: vscode.ExtensionContext, session: Session): NewChapters {
  return new NewChapters(session);
}

interface Answers {
  readonly folder: vscode.Uri;
  readonly region: string;
  readonly period: Span;
  readonly template: string;
  readonly language: Language;
  readonly books: readonly string[];
}

export class NewChapters implements vscode.Disposable {
  /** Each question as it is shown. */
  readonly onDidAsk = onDidAsk;
  readonly #commands: vscode.Disposable;

  constructor(private readonly session: Session) {
    this.#commands = vscode.Disposable.from(
      vscode.commands.registerCommand(commands.newMasterplan, () => this.newMasterplan()),
      vscode.commands.registerCommand(commands.newChapter, () => this.newChapter()),
    );
  }

  dispose(): void {
    this.#commands.dispose();
  }

  /** Asks for all that a masterplan begins with, writes it, and opens its manifest. */
  async newMasterplan(): Promise<void> {
    const title = this.#say({ id: 'Masterplan Baru', en: 'New Masterplan' });
    const folder = await this.#folder();
    if (folder === undefined) return;
    const given = await askInTurn<Answers>(title, this.#questions());
    if (given === undefined) return;
    const { region, period, template, language, books } = given;
    const files = newBook({
      folder: `${folder.toString().replace(/\/$/, '')}/`,
      ...(region ? { region } : {}),
      ...(period === undefined ? {} : { period }),
      ...(template === undefined ? {} : { template }),
      ...(language === undefined ? {} : { language }),
      ...(books === undefined ? {} : { books }),
    });
    const [manifest] = files as [NewFile];
    if (!(await this.#create(files))) return;
    await vscode.window.showTextDocument(vscode.Uri.parse(manifest.uri));
    if (vscode.workspace.getWorkspaceFolder(folder) === undefined) {
      await vscode.commands.executeCommand('vscode.openFolder', folder);
    }
  }

  /**
   * Offers the chapters that the masterplan may still get, those that it lacks first.
   * @param missing an item of the tree that stands for one of them: it is chosen already.
   */
  async newChapter(missing?: OutlineItem): Promise<void> {
    const title = this.#say({ id: 'Bab Baru', en: 'New Chapter' });
    await this.session.settled();
    const book = missing?.uri === undefined ? await this.#book(title) : this.session.bookOf(missing.uri)?.book;
    if (book === undefined) return;
    const language = this.session.language;
    const items = chapterChoices(book).map((choice) => itemOf(choice, book, language));
    const groups = items.flatMap((item, at): ChapterItem[] => {
      const { choice } = item;
      // They come state by state.
      return choice.state === items[at - 1]?.choice.state ? [item] : [separator(this.#say(choiceWords(choice))), item];
    });
    const placeholder = this.#say({ id: 'Bab mana yang ditambahkan?', en: 'Which chapter should be added?' });
    const turn = { title, step: 1, total: 1 };
    const wanted = missing?.wanted;
    const isChosen = ({ choice }: ChapterItem, at: number) =>
      wanted === undefined ? at === 0 : choice?.kind === wanted.kind && choice?.dimension === wanted.dimension;
    const chosen = await askChoice(turn, { placeholder, items: groups, chosen: items.filter(isChosen) });
    if (chosen === undefined || chosen === back) return;
    const choice = chosen[0]?.choice;
    if (choice !== undefined) await this.addChapter(book, choice);
  }

  /** Writes the skeleton of a chapter, in one step that can be undone, and leads there. */
  async addChapter(book: Book, wanted: WantedChapter): Promise<void> {
    const change = addChapter(book, wanted);
    if (change === undefined) return;
    if (!(await this.#isFree(change.newFiles))) return;
    const edit = toWorkspaceEdit(change, '', this.session);
    if (!(await vscode.workspace.applyEdit(edit))) return;
    const uri = change.newFiles[0]?.uri ?? change.edits[0]?.uri;
    if (uri === undefined) return;
    const at = change.edits[0]?.edits[0]?.range.start;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const text = document.getText();
    const heading = at === undefined ? text.search(/^# /m) : at + text.slice(at).search(/\S/);
    const end = document.lineAt(document.positionAt(Math.max(0, heading))).range.end;
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(end, end) });
  }

  #say(text: Text): string {
    return this.session.say(text);
  }

  #questions(): Question<Answers>[] {
    return [
      async ({ region }, turn) => {
        const text = await askText(turn, {
          prompt: this.#say({
            id: 'Daerah mana? Boleh diisi nanti di masterplan.yaml.',
            en: 'Which region? It may be filled in later, in masterplan.yaml.',
          }),
          placeholder: 'Kabupaten …',
          value: region ?? '',
        });
        return typeof text === 'string' ? { region: text } : text;
      },
      async ({ period }, turn) => {
        const from = new Date().getFullYear();
        const text = await askText(turn, {
          prompt: this.#say({ id: 'Periode masterplan', en: 'Period of the masterplan' }),
          placeholder: '2025-2034',
          value: spanText(period ?? { from, to: from + 9 }),
          complaint: (written) =>
            readYears(written) === undefined
              ? this.#say({ id: 'Tulis tahunnya, misalnya 2025-2034.', en: 'Write the years, such as 2025-2034.' })
              : undefined,
        });
        const span = typeof text === 'string' ? readYears(text)?.span : undefined;
        return span === undefined ? (text as typeof back | undefined) : { period: span };
      },
      async ({ template = defaultPreset }, turn) => {
        const items = Object.entries(dimensionSets).map(([name, dimensions]) => ({
          label: name,
          detail: dimensions.map(({ title }) => title[this.session.language]).join(', '),
        }));
        const chosen = await askChoice(turn, {
          placeholder: this.#say({ id: 'Dimensi yang dipakai', en: 'Set of dimensions' }),
          items,
          chosen: items.filter(({ label }) => label === template),
        });
        return answerOf(chosen, ([item]) => ({ template: item?.label ?? defaultPreset }));
      },
      async ({ language = 'id' }, turn) => {
        const items = [
          { label: 'Bahasa Indonesia', language: 'id' as const },
          { label: 'English', language: 'en' as const },
        ];
        const chosen = await askChoice(turn, {
          placeholder: this.#say({ id: 'Bahasa naskah', en: 'Language of the text' }),
          items,
          chosen: items.filter((item) => item.language === language),
        });
        return answerOf(chosen, ([item]) => ({ language: item?.language ?? 'id' }));
      },
      async ({ books, language = 'id' }, turn) => {
        const items = defaultTemplate.books.map(({ id, title }, at) => ({
          label: title[language],
          description: this.#say({ id: `Buku ${at + 1}`, en: `Book ${at + 1}` }),
          id,
        }));
        const chosen = await askChoice(turn, {
          placeholder: this.#say({ id: 'Buku yang ditulis', en: 'Books to write' }),
          items,
          chosen: items.filter(({ id }) => books === undefined || books.includes(id)),
          many: true,
        });
        return answerOf(chosen, (some) => ({ books: some.map(({ id }) => id) }));
      },
    ];
  }

  /** The folder of the window where it has no masterplan yet; else one is asked for. */
  async #folder(): Promise<vscode.Uri | undefined> {
    const free: vscode.Uri[] = [];
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const names = await Promise.all(manifestNames.map((name) => exists(vscode.Uri.joinPath(uri, name))));
      if (!names.includes(true)) free.push(uri);
    }
    if (free.length === 1) return free[0];
    const title = this.#say({ id: 'Folder untuk masterplan baru', en: 'Folder of the new masterplan' });
    const start = vscode.workspace.workspaceFolders?.[0]?.uri;
    const chosen = await vscode.window.showOpenDialog({
      title,
      openLabel: this.#say({ id: 'Mulai di Sini', en: 'Begin Here' }),
      canSelectFiles: false,
      canSelectFolders: true,
      ...(start === undefined ? {} : { defaultUri: start }),
    });
    return chosen?.[0];
  }

  /** The masterplan of the open chapter, else the only one; of several one is asked for. */
  async #book(title: string): Promise<Book | undefined> {
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    const own = active === undefined ? undefined : this.session.bookOf(active)?.book;
    if (own?.manifest !== undefined) return own;
    const books = this.session.books.flatMap(({ book }) => (book?.manifest === undefined ? [] : [book]));
    if (books.length === 0) {
      const begin = this.#say({ id: 'Masterplan Baru…', en: 'New Masterplan…' });
      const none = this.#say({ id: 'Belum ada masterplan di sini.', en: 'There is no masterplan here yet.' });
      if ((await vscode.window.showInformationMessage(none, begin)) === begin) await this.newMasterplan();
      return undefined;
    }
    if (books.length === 1) return books[0];
    const items = books.map((book) => ({
      label: nameOfBook(book) ?? 'Masterplan',
      description: vscode.workspace.asRelativePath(vscode.Uri.parse(book.manifest?.uri ?? '')),
      book,
    }));
    const turn: Turn = { title, step: 1, total: 1 };
    const placeholder = this.#say({ id: 'Untuk masterplan yang mana?', en: 'For which masterplan?' });
    const chosen = await askChoice(turn, { placeholder, items, chosen: items.slice(0, 1) });
    return chosen === undefined || chosen === back ? undefined : chosen[0]?.book;
  }

  async #create(files: readonly NewFile[]): Promise<boolean> {
    if (!(await this.#isFree(files))) return false;
    return vscode.workspace.applyEdit(toWorkspaceEdit({ edits: [], newFiles: files }, '', this.session));
  }

  /** Whether none of the files is there yet; where one is, that is said, and nothing is to be written. */
  async #isFree(files: readonly NewFile[]): Promise<boolean> {
    for (const { uri } of files) {
      const target = vscode.Uri.parse(uri);
      if (!(await exists(target))) continue;
      const path = vscode.workspace.asRelativePath(target);
      const there = {
        id: `"${path}" sudah ada; tidak ada yang ditulis.`,
        en: `"${path}" is there already; nothing was written.`,
      };
      void vscode.window.showErrorMessage(this.#say(there));
      return false;
    }
    return true;
  }
}

interface ChapterItem extends vscode.QuickPickItem {
  readonly choice?: ChapterChoice;
}

function itemOf(choice: ChapterChoice, { settings }: Book, language: Language) {
  const kind = settings.template.chapters.find(({ id }) => id === choice.kind);
  const book = settings.template.books.find(({ id }) => id === kind?.book);
  return { label: choice.title[language], description: book?.title[language] ?? '', choice };
}

function separator(label: string): ChapterItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function answerOf<Item, Answer>(
  chosen: readonly Item[] | typeof back | undefined,
  toAnswer: (chosen: readonly Item[]) => Answer,
): Answer | typeof back | undefined {
  return chosen === undefined || chosen === back ? chosen : toAnswer(chosen);
}
