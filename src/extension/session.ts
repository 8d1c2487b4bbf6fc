/**
 * One session per window owns the masterplans. Every feature asks it; none reads a chapter by itself.
 * What is typed goes before what is on disk, and nothing is published from a text that has been replaced since.
 */

import * as vscode from 'vscode';
import { type Book, makeBook, withChapter, withFiles, withoutChapter } from '../core/book/book';
import {
  folderOf,
  isLeftOut,
  isManifest,
  manifestNames,
  markedFolders,
  mayBeChapter,
  nearestFolder,
} from '../core/book/places';
import type { Chapter } from '../core/chapter/chapter';
import { looksLikeChapter } from '../core/chapter/frontmatter';
import { readChapter } from '../core/chapter/read';
import type { Language, Text } from '../core/language/language';
import { ruleIds } from '../core/rules/catalogue';
import type { Problem } from '../core/rules/problem';
import { type Manifest, readManifest } from '../core/template/manifest';
import { resolveSettings } from '../core/template/resolve';
import type { Settings } from '../core/template/settings';
import { type GlobMatcher, globMatcher } from '../core/text/glob';
import type { LineIndex } from '../core/text/lines';
import type { Steps } from '../core/text/steps';
import type { OutlineItem } from '../core/views/outline';
import type { Host } from './bundles';
import { CheckedBook, chapterIn, type Found, linesIn, longestWait } from './checked-book';
import { Faults } from './faults';
import { exists, findManifests, findMarkdown, inBatches, readText, typeOf } from './files';
import type { LateTree } from './late-tree';
import { isIn, isThere, LinkedFiles } from './linked-files';
import { activeContext, configurationSection } from './names';
import { Reading, readAhead } from './reading';
import { wishesFor } from './settings';
import { Slices, type Urgency } from './slices';

/** A masterplan in the window, or a loose chapter. */
export interface OpenBook {
  /** The folder that the manifest marks; for a loose chapter its own URI. */
  readonly key: string;
  readonly manifest: string | undefined;
  /** Absent while it is read for the first time. */
  readonly book: Book | undefined;
  /** By file; files without problems may have no entry. */
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

export interface Change {
  /** Masterplans whose content changed, came, or went. */
  readonly books: ReadonlySet<OpenBook>;
  /** Files whose problems have to be shown anew. */
  readonly files: ReadonlySet<string>;
}

/** A masterplan as the session keeps it. */
class Kept extends CheckedBook implements OpenBook {
  /** The manifest as it was read last. */
  manifestReading: Manifest | undefined;
  excluded: GlobMatcher = () => false;
  /** Files that are left out, since a link leads to what is there without it. */
  twice: ReadonlySet<string> = new Set();
  /** Stands for the reading under way; a newer one replaces it, and the older one stops. */
  turn: object | undefined;
  reading: Reading | undefined;
  /** There are folders in it that could not be listed. */
  hasUnlisted = false;
  /** Its folder may hold other files than when it was listed. */
  isOutdated = false;
  /** Files that changed while the book was being read. */
  readonly touched = new Set<string>();
  /** Files and folders that went meanwhile. */
  readonly vanished = new Set<string>();

  constructor(
    readonly key: string,
    readonly manifest: string | undefined,
    around: ConstructorParameters<typeof CheckedBook>[1],
    changed: (open: Kept, files: ReadonlySet<string>) => void,
  ) {
    super(key, around, (files) => changed(this, files));
  }
}

/** Milliseconds from a keystroke to the check: a burst of events is one change. */
const shortestDelay = 10;
/** A manifest half typed is seldom a manifest: it is read where the hand rests. */
const manifestDelay = 150;
/** Folders come and go in bursts. */
const folderDelay = 100;
/** What stands in a URI for each letter of a name that could not be read. */
const lostLetter = encodeURIComponent('\uFFFD');
/** How many folders upwards a manifest is looked for, for a chapter outside the workspace. */
const mostLevels = 24;

/** The views, which stand before the session does. */
export interface Trees {
  readonly outline: LateTree<OutlineItem>;
}

/**
 * Starts the one session of this window, with all features.
 * @param early stands for the commands until the features register them.
 */
export async function startSession(
  context: vscode.ExtensionContext,
  trees: Trees,
  host: Host,
  early: vscode.Disposable,
): Promise<Session> {
  const log = vscode.window.createOutputChannel('Masterplan', { log: true });
  const session = new Session(context, log, trees, host);
  context.subscriptions.push(log, session);
  session.start();
  // The editor looks for the files meanwhile. No answer of it gets in before all features listen.
  const { features } = await import('./features');
  early.dispose();
  for (const feature of features) {
    session.faults.guard(`starting ${feature.name}`, () =>
      session.add(feature.name, feature.register(context, session)),
    );
  }
  void vscode.commands.executeCommand('setContext', activeContext, true);
  return session;
}

export class Session implements vscode.Disposable {
  readonly faults: Faults;
  readonly #slices = new Slices();
  readonly #features = new Map<string, vscode.Disposable>();
  readonly #changed = new vscode.EventEmitter<Change>();
  readonly onDidChange = this.#changed.event;
  readonly #books = new Map<string, Kept>();
  readonly #documents = new Map<string, vscode.TextDocument>();
  /** Files whose text may have changed since they were last read. */
  readonly #pending = new Set<string>();
  /** Those among them that somebody has asked about meanwhile. */
  readonly #heldBack = new Set<string>();
  /** Files and folders that have come or gone, until somebody has looked what that means. */
  readonly #comeOrGone = new Set<string>();
  /** Those among them that have gone. */
  readonly #vanished = new Set<string>();
  /** Those that have come and may be chapters, or folders that hold some. */
  readonly #come = new Set<string>();
  /** Files that are gone from disk while an editor without unsaved text still shows them. */
  readonly #gone = new Map<string, object>();
  /** Files that an editor shows and that may be gone from disk: it is being asked. */
  readonly #doubted = new Map<string, object>();
  /** Files that may be chapters and could not be read: what seems to be missing may stand in them. */
  readonly #unread = new Set<string>();
  readonly #linked = new LinkedFiles(
    (name, action) => void this.#run(name, action),
    () => this.#recheckAll(),
  );
  /** Manifests found above a chapter outside the workspace folders, with what watches their folders. */
  readonly #adopted = new Map<string, vscode.Disposable>();
  readonly #timers = new Map<string, { readonly stop: () => void }>();
  readonly #jobs = new Set<Promise<unknown>>();
  readonly #subscriptions: vscode.Disposable[] = [];
  #reading: Promise<void> = Promise.resolve();
  #scan: object | undefined;
  /** Files whose texts are on the way from the disk. */
  #fetched: readonly string[] = [];
  #typingDelay = shortestDelay;
  #disposed = false;

  constructor(
    readonly context: vscode.ExtensionContext,
    readonly log: vscode.LogOutputChannel,
    readonly trees: Trees,
    readonly host: Host,
  ) {
    this.faults = new Faults(log, (text) => this.say(text));
  }

  start(): void {
    const { workspace } = vscode;
    for (const document of workspace.textDocuments) this.#opened(document);
    this.#subscriptions.push(
      this.#changed,
      workspace.onDidOpenTextDocument((document) => this.#opened(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 || this.#gone.has(document.uri.toString())) this.#typed(document);
      }),
      workspace.onDidCloseTextDocument((document) => this.#closed(document)),
      workspace.onDidChangeWorkspaceFolders(() => this.#lookAround()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(configurationSection)) this.#wishesChanged();
      }),
      ...this.#watch(),
    );
    this.#run('looking for masterplans', () => this.#findBooks());
  }

  add(name: string, feature: vscode.Disposable): void {
    this.#features.set(name, feature);
  }

  /** A feature that runs, by its name in the table of features. */
  feature(name: string): vscode.Disposable | undefined {
    return this.#features.get(name);
  }

  dispose(): void {
    this.#disposed = true;
    this.#slices.dispose();
    for (const feature of this.#features.values()) feature.dispose();
    for (const timer of this.#timers.values()) timer.stop();
    for (const adopted of this.#adopted.values()) adopted.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  // What features ask

  /** The masterplans and loose chapters that have been read, in the order of their URIs. */
  get books(): readonly OpenBook[] {
    return [...this.#books.values()].filter((open) => open.book).sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  bookOf(uri: string): OpenBook | undefined {
    return this.#keptOf(uri);
  }

  /** The chapter as its text stands at this moment, typed or on disk. */
  chapterOf(uri: string): Chapter | undefined {
    this.#catchUp(uri);
    const book = this.bookOf(uri)?.book;
    return book && chapterIn(book, uri);
  }

  /** The problems of a file as its text stands at this moment. */
  problemsOf(uri: string): readonly Problem[] {
    this.#catchUp(uri);
    const open = this.#keptOf(uri);
    open?.checkNow();
    return open?.problems.get(uri) ?? [];
  }

  /** What was found in a file last; nothing where its text has changed since, typed or on disk. */
  foundIn(uri: string): Found | undefined {
    const open = this.#keptOf(uri);
    if (open === undefined) return { problems: [], linesOf: () => undefined };
    if (!this.#pending.has(uri)) return open.found(uri);
    this.#heldBack.add(uri);
    return undefined;
  }

  /** The lines of a chapter or manifest as it was last read. */
  linesOf(uri: string): LineIndex | undefined {
    const book = this.bookOf(uri)?.book;
    return book && linesIn(book, uri);
  }

  /** The language of our own words: the reader's wish, else that of the masterplan. */
  get language(): Language {
    const { language } = wishesFor(undefined);
    if (language === 'id' || language === 'en') return language;
    return this.books[0]?.book?.settings.language ?? 'id';
  }

  say(text: Text): string {
    return text[this.language];
  }

  /** Does work in slices, for a feature that has something to do with all of a masterplan. A fault in it is ours. */
  inSlices(name: string, urgency: Urgency, steps: Steps<void>): Promise<void> {
    return this.#run(name, async () => {
      await this.#slices.run(urgency, steps);
    });
  }

  /** Resolves once nothing is being read or waits to be. */
  async settled(): Promise<void> {
    while (this.#jobs.size > 0) await Promise.allSettled(this.#jobs);
  }

  // What happens to documents and files

  /** Only documents that are files or will be: not the old side of a comparison, not a preview. */
  #isOurs(document: vscode.TextDocument): boolean {
    const { uri, languageId } = document;
    const { scheme, fragment } = uri;
    // The preview shows the place that a link leads to, and opens the file once more by that address.
    if (fragment !== '') return false;
    if (scheme !== 'untitled' && !vscode.workspace.fs.isWritableFileSystem(scheme)) {
      if (!vscode.workspace.workspaceFolders?.some((folder) => folder.uri.scheme === scheme)) return false;
    }
    return isManifest(uri.path) || mayBeChapter(uri.path) || languageId === 'markdown' || languageId === 'masterplan';
  }

  #opened(document: vscode.TextDocument): void {
    if (!this.#isOurs(document)) return;
    const uri = document.uri.toString();
    this.#documents.set(uri, document);
    this.#isThere(uri);
    this.#textChanged(uri);
  }

  /** Whatever was told before: there is a text of this name, or nobody knows yet that there is none. */
  #isThere(uri: string): void {
    this.#gone.delete(uri);
    this.#doubted.delete(uri);
    this.#vanished.delete(uri);
  }

  #typed(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    if (!this.#documents.has(uri)) {
      this.#opened(document);
      return;
    }
    // Undone, or written anew.
    if (this.#gone.has(uri) && !document.isDirty) this.#doubt(uri);
    else this.#textChanged(uri);
  }

  /** An editor shows a text, and only the disk knows whether it is still a file's. */
  #doubt(uri: string): void {
    const doubt = {};
    this.#doubted.set(uri, doubt);
    void this.#run('looking again', async () => {
      const there = await isThere(vscode.Uri.parse(uri));
      // Whoever doubted later, or was told since, knows better.
      if (this.#doubted.get(uri) !== doubt) return;
      if (there) this.#isThere(uri);
      else this.#gone.set(uri, {});
      this.#textChanged(uri);
    });
  }

  #closed(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    if (!this.#documents.delete(uri)) return;
    this.#isThere(uri);
    this.#textChanged(uri);
    this.#leaveAdopted();
  }

  #textChanged(uri: string): void {
    if (isManifest(uri)) {
      this.#later(`manifest ${uri}`, manifestDelay, () => this.#manifestChanged(uri));
      return;
    }
    this.#pending.add(uri);
    if (this.#documents.has(uri)) this.#later('typed', this.#typingDelay, () => this.#takeTyped());
    else this.#later('files', shortestDelay, () => this.#takeFiles());
  }

  #watch(base?: vscode.Uri): vscode.Disposable[] {
    // A folder that goes takes its files along without a word about each, so all names are watched for that.
    const all = '**/*';
    const names = vscode.workspace.createFileSystemWatcher(base ? new vscode.RelativePattern(base, all) : all);
    return [
      names,
      names.onDidCreate((uri) => this.#created(uri)),
      names.onDidChange((uri) => this.#changedOnDisk(uri)),
      names.onDidDelete((uri) => this.#deleted(uri)),
    ];
  }

  #created(created: vscode.Uri): void {
    const uri = created.toString();
    this.#isThere(uri);
    this.#cameOrWent(uri);
    // It may have gone only a moment ago, and what it says now may be something else.
    if (isManifest(uri)) this.#lookAround(uri);
    else if (mayBeChapter(uri) || !/\/(?:\.[^/]|node_modules\/)/.test(created.path)) this.#come.add(uri);
  }

  /** No name says whether it is a folder's: `2. Masterplan` may be one, full of chapters. */
  async #lookAtCome(): Promise<void> {
    const come = [...this.#come];
    this.#come.clear();
    await inBatches(come, async (uri) => {
      const type = await typeOf(vscode.Uri.parse(uri));
      const isLink = type & vscode.FileType.SymbolicLink && mayBeChapter(uri);
      if (isLink || type & vscode.FileType.Directory) {
        this.#lookAround(uri);
        for (const document of this.#documents.keys()) if (document.startsWith(`${uri}/`)) this.#doubt(document);
      } else if (mayBeChapter(uri)) this.#fileChanged(uri);
    });
  }

  #changedOnDisk(changed: vscode.Uri): void {
    const uri = changed.toString();
    // A folder that goes and comes back at once has changed, too.
    if (isManifest(uri) || mayBeChapter(uri)) {
      this.#isThere(uri);
      this.#fileChanged(uri);
    } else this.#created(changed);
  }

  #fileChanged(uri: string): void {
    // What is open tells of itself: its document takes the new text over, or keeps what has been typed.
    if (this.#documents.has(uri) && this.chapterOf(uri) !== undefined) return;
    this.#textChanged(uri);
  }

  #deleted(deleted: vscode.Uri): void {
    const uri = deleted.toString();
    // Told to have come as well, it may be there: of one moment, what came is told before what went.
    this.#vanished.add(uri);
    this.#cameOrWent(uri);
  }

  /** Files come and go by the thousand, where a branch is changed: they are looked at together. */
  #cameOrWent(uri: string): void {
    this.#comeOrGone.add(uri);
    this.#later('names', 0, async () => {
      this.#lookAtVanished();
      const names = new Set(this.#comeOrGone);
      this.#comeOrGone.clear();
      await this.#lookAtCome();
      await this.#slices.run('check', this.#linked.changed(names));
    });
  }

  #lookAtVanished(): void {
    const vanished = new Set(this.#vanished);
    this.#vanished.clear();
    if (vanished.size === 0) return;
    const unread = [...this.#unread].filter((uri) => isIn(uri, vanished));
    for (const uri of unread) this.#readable(uri, true);
    const known = new Set([...this.#documents.keys(), ...this.#fetched]);
    for (const { manifest, book, turn, vanished: goneMeanwhile } of this.#books.values()) {
      if (manifest !== undefined && isIn(manifest, vanished)) this.#lookAround();
      if (turn !== undefined) for (const name of vanished) goneMeanwhile.add(name);
      for (const { uri } of book?.chapters ?? []) known.add(uri);
    }
    for (const uri of known) {
      if (!isIn(uri, vanished)) continue;
      // What is shown while it is made anew, as by whoever replaces a file, stays meanwhile.
      if (this.#documents.has(uri)) this.#doubt(uri);
      else {
        this.#gone.set(uri, {});
        this.#textChanged(uri);
      }
      // What it stood for may be reached by another link.
      if (this.#homeOf(uri)?.twice.size) this.#lookAround(uri);
    }
  }

  /** What is typed goes before what is on disk; text that only an editor still remembers, unchanged, is gone. */
  #typedText(uri: string): string | undefined {
    const document = this.#documents.get(uri);
    if (document === undefined || (this.#gone.has(uri) && !document.isDirty)) return undefined;
    return document.getText();
  }

  async #text(uri: string): Promise<string | undefined> {
    const typed = this.#typedText(uri);
    if (typed !== undefined) return typed;
    const gone = this.#gone.get(uri);
    try {
      const text = await readText(vscode.Uri.parse(uri));
      this.#readable(uri, true);
      // It has come back, and nobody told: of what is in a folder that has just been made, not every file is.
      if (text !== undefined && this.#gone.get(uri) === gone) this.#gone.delete(uri);
      // Its name was listed and is no UTF-8: nothing leads to it.
      if (text === undefined && gone === undefined && uri.includes(lostLetter)) throw new Error('its name is no UTF-8');
      return this.#typedText(uri) ?? text;
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileIsADirectory') {
        // A folder named like a chapter is no chapter, but there may be some in it.
        this.#readable(uri, true);
        this.#lookAround(uri);
        return undefined;
      }
      this.log.warn(`Cannot read ${uri}: ${error instanceof Error ? error.message : error}`);
      this.#readable(uri, false);
      return undefined;
    }
  }

  /** What seems to be missing may stand in what cannot be read, chapter or not. */
  #readable(uri: string, isReadable: boolean): void {
    if (this.#unread.has(uri) !== isReadable) return;
    if (isReadable) this.#unread.delete(uri);
    else this.#unread.add(uri);
    this.#recheckAll();
  }

  // From texts to books

  /** The masterplan that a file belongs to: the nearest manifest above it. */
  #homeOf(uri: string): Kept | undefined {
    const folder = nearestFolder(uri, this.#books);
    return folder === undefined ? undefined : this.#books.get(folder);
  }

  #keptOf(uri: string): Kept | undefined {
    return this.#homeOf(uri) ?? this.#books.get(uri);
  }

  /** Takes over what has been typed. */
  async #takeTyped(): Promise<void> {
    const start = performance.now();
    await this.#slices.run('typed', this.#putTyped());
    await this.#check();
    // Where checking takes long, half of the time is left to others; but nobody waits longer than that.
    this.#typingDelay = Math.min(longestWait, Math.max(shortestDelay, performance.now() - start));
  }

  *#putTyped(): Steps<void> {
    for (const uri of this.#pending) {
      if (!this.#documents.has(uri)) continue;
      this.#pending.delete(uri);
      this.#put(uri, this.#typedText(uri));
      yield;
    }
  }

  /** Those files of a masterplan under way that are open come before all others. */
  *#putOpen(files: readonly string[]): Steps<void> {
    for (const uri of files) {
      if (!this.#documents.has(uri)) continue;
      this.#put(uri, this.#typedText(uri));
      yield;
    }
  }

  /** Reads what has changed on disk. */
  async #takeFiles(): Promise<void> {
    if (this.#fetched.length > 0) return;
    try {
      for (;;) {
        const uris = [...this.#pending].filter((uri) => !this.#documents.has(uri)).slice(0, readAhead);
        if (uris.length === 0 || this.#disposed) break;
        this.#fetched = uris;
        for (const uri of uris) this.#pending.delete(uri);
        const texts = await Promise.all(uris.map((uri) => this.#text(uri)));
        await this.#slices.run('read', this.#putFiles(uris, texts));
      }
    } finally {
      this.#fetched = [];
    }
    await this.#check();
  }

  *#putFiles(uris: readonly string[], texts: readonly (string | undefined)[]): Steps<void> {
    for (const [at, uri] of uris.entries()) {
      // Changed once more meanwhile: the newer text is read in its turn.
      if (!this.#pending.has(uri)) this.#put(uri, this.#typedText(uri) ?? texts[at]);
      yield;
    }
  }

  /** Brings one open document up to date now, for a question that cannot wait. */
  #catchUp(uri: string): void {
    if (!this.#documents.has(uri) || !this.#pending.delete(uri)) return;
    this.#put(uri, this.#typedText(uri));
    void this.#check();
  }

  /** Puts a file's text in its place; no text means that the file is gone. */
  #put(uri: string, text: string | undefined): void {
    this.#place(uri, text);
    // It may have brought nothing new, and then nobody would tell those who wait.
    if (this.#heldBack.delete(uri)) this.#changed.fire({ books: new Set(), files: new Set([uri]) });
  }

  #place(uri: string, text: string | undefined): void {
    const home = this.#homeOf(uri);
    if (home === undefined) {
      this.#putLoose(uri, text);
      return;
    }
    if (home.turn !== undefined) home.touched.add(uri);
    this.#drop(uri);
    const isOwn =
      text !== undefined && !home.twice.has(uri) && !isLeftOut(uri, home.key, home.reading?.excluded ?? home.excluded);
    if (home.book === undefined) {
      // Without a text it is looked for on disk, in its turn.
      if (home.reading === undefined || text === undefined || !this.#documents.has(uri)) return;
      home.lookEarly(uri, home.reading.type(uri, isOwn ? text : undefined), home.reading.settings);
      return;
    }
    const old = chapterIn(home.book, uri);
    if (isOwn && looksLikeChapter(text)) {
      if (old?.source === text) return;
      const chapter = this.#chapter(uri, text, home.book.settings);
      home.replace(chapter === undefined ? withoutChapter(home.book, uri) : withChapter(home.book, chapter));
    } else if (old !== undefined) {
      home.replace(withoutChapter(home.book, uri));
    }
  }

  /** A chapter without a manifest above it is looked at by itself, as long as it is open. */
  #putLoose(uri: string, text: string | undefined): void {
    if (text === undefined || !this.#documents.has(uri) || !looksLikeChapter(text)) {
      this.#drop(uri);
      return;
    }
    let open = this.#books.get(uri);
    if (open?.book?.chapters[0]?.source === text) return;
    const settings = open?.book?.settings ?? resolveSettings(undefined, wishesFor(vscode.Uri.parse(uri)));
    const chapter = this.#chapter(uri, text, settings);
    if (chapter === undefined) return;
    if (open === undefined) {
      open = this.#newBook(uri, undefined);
      this.#run('looking for a manifest', () => this.#adopt(uri));
    }
    open.replace(makeBook(undefined, settings, [chapter]));
  }

  #newBook(key: string, manifest: string | undefined): Kept {
    const around = {
      slices: this.#slices,
      now: () => performance.now(),
      equip: (book: Book) => this.#equipped(open, book),
      afterwards: (book: Book) => this.#linked.look(book),
      fault: (what: string, error: unknown) => this.faults.report(what, error),
    };
    const open: Kept = new Kept(key, manifest, around, (_, files) => {
      this.#changed.fire({ books: new Set([open]), files });
    });
    this.#books.set(key, open);
    return open;
  }

  /** The book with what is known of the files around its chapters; the same one, where that is as it was. */
  #equipped(open: Kept, book: Book): Book {
    const unreadFiles = [...this.#unread].filter((uri) => this.#homeOf(uri) === open).length;
    const unread = open.hasUnlisted ? Number.POSITIVE_INFINITY : unreadFiles;
    const files = this.#linked.known;
    return book.files === files && book.unread === unread ? book : withFiles({ ...book, unread }, files);
  }

  #drop(key: string): void {
    const open = this.#books.get(key);
    if (open !== undefined && this.#books.delete(key)) open.drop();
  }

  /** Reads a chapter. Where that fails the fault is ours, and the book knows that it has not been read in full. */
  #chapter(uri: string, text: string, settings: Settings): Chapter | undefined {
    const chapter = this.faults.guard(`reading ${uri}`, () => readChapter(uri, text, settings));
    this.#readable(uri, chapter !== undefined);
    return chapter;
  }

  /** Checks what has changed, and tells what that has changed. */
  #check(): Promise<void> {
    return this.#run('checking', async () => {
      await Promise.all([...this.#books.values()].map((open) => open.check()));
    });
  }

  /** More is known of what stands around the chapters: what links lead to is told a moment after they are read. */
  #recheckAll(): void {
    for (const open of this.#books.values()) open.recheck();
    this.#later('checks', 0, () => this.#check());
  }

  // Finding and reading masterplans

  /** Looks for masterplans again, soon; with a new folder's URI, the masterplan around it is listed anew as well. */
  #lookAround(folder?: string): void {
    const around = folder === undefined ? undefined : this.#homeOf(folder);
    if (around !== undefined) around.isOutdated = true;
    this.#later('folders', folderDelay, () => this.#findBooks());
  }

  async #findBooks(): Promise<void> {
    const scan = {};
    this.#scan = scan;
    const manifests: string[] = [];
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const found = await findManifests(uri);
      const { metTwice } = await import('./features');
      const twice = await metTwice(`${uri.toString().replace(/\/$/, '')}/`, found.map(folderOf));
      manifests.push(...found.filter((manifest) => !twice.has(folderOf(manifest))));
    }
    for (const uri of this.#adopted.keys()) if (await exists(vscode.Uri.parse(uri))) manifests.push(uri);
    if (this.#scan !== scan || this.#disposed) return;
    const marked = markedFolders(manifests);
    const moved: string[] = [];
    for (const { key, manifest } of [...this.#books.values()]) {
      if (manifest === undefined || marked.get(key) === manifest) continue;
      this.#drop(key);
      moved.push(key);
    }
    for (const [folder, manifest] of marked) {
      if (this.#books.has(folder)) continue;
      this.#newBook(folder, manifest);
      moved.push(folder);
    }
    for (const open of this.#books.values()) {
      const isAround = moved.some((folder) => folder.startsWith(open.key));
      if (open.manifest !== undefined && (isAround || open.isOutdated)) this.#read(open);
    }
    // What is open may have come into a masterplan, or have lost it.
    for (const uri of this.#documents.keys()) if (!isManifest(uri)) this.#textChanged(uri);
  }

  /** A chapter outside the workspace folders has its manifest above it all the same. */
  async #adopt(uri: string): Promise<void> {
    if (uri.startsWith('untitled:')) return;
    let folder = folderOf(uri);
    for (let level = 0; level < mostLevels; level++) {
      for (const name of manifestNames) {
        const manifest = vscode.Uri.parse(folder + name);
        if (!(await exists(manifest))) continue;
        if (this.#disposed || !this.#books.has(uri) || !this.#documents.has(uri)) return;
        const watchers = this.#watch(vscode.Uri.parse(folder));
        this.#adopted.get(manifest.toString())?.dispose();
        this.#adopted.set(manifest.toString(), vscode.Disposable.from(...watchers));
        return this.#findBooks();
      }
      const above = folderOf(folder.slice(0, -1));
      if (above.length >= folder.length || /^[^/]*:\/*$/.test(above)) return;
      folder = above;
    }
  }

  /** A masterplan outside the workspace stays as long as a file of it is open. */
  #leaveAdopted(): void {
    for (const [manifest, watchers] of this.#adopted) {
      const folder = folderOf(manifest);
      if ([...this.#documents.keys()].some((uri) => uri.startsWith(folder))) continue;
      this.#adopted.delete(manifest);
      watchers.dispose();
      this.#lookAround();
    }
  }

  #settle(uri: string, source: string) {
    const reading = readManifest(source, uri, { rules: ruleIds });
    return { reading, settings: resolveSettings(reading, wishesFor(vscode.Uri.parse(uri))) };
  }

  async #manifestChanged(uri: string): Promise<void> {
    const open = this.#books.get(folderOf(uri));
    if (open?.manifest !== uri) return this.#findBooks();
    const source = await this.#text(uri);
    if (source === undefined) return this.#findBooks();
    const { book, manifestReading: old } = open;
    if (book === undefined || open.turn !== undefined || old === undefined) {
      this.#read(open);
      return;
    }
    if (old.source === source) return;
    const { reading, settings } = this.#settle(uri, source);
    if (!readsAlike(settings, book.settings)) {
      this.#read(open);
      return;
    }
    open.manifestReading = reading;
    open.replace(makeBook(reading, settings, book.chapters));
    await this.#check();
  }

  #wishesChanged(): void {
    for (const open of this.#books.values()) {
      if (open.turn !== undefined) this.#read(open);
      if (open.book === undefined) continue;
      const settings = resolveSettings(open.manifestReading, wishesFor(vscode.Uri.parse(open.manifest ?? open.key)));
      open.replace(makeBook(open.book.manifest, settings, open.book.chapters));
    }
    void this.#check();
  }

  /** Reads a whole masterplan, one after the other; what is shown of it stays until the new one is complete. */
  #read(open: Kept): void {
    const turn = {};
    open.turn = turn;
    open.isOutdated = false;
    this.#reading = this.#run(`reading ${open.key}`, async () => {
      await this.#reading;
      await this.#readBook(open, turn);
    });
  }

  async #readBook(open: Kept, turn: object): Promise<void> {
    const isStale = () => this.#disposed || open.turn !== turn || this.#books.get(open.key) !== open;
    if (isStale() || open.manifest === undefined) return;
    open.touched.clear();
    open.vanished.clear();
    const source = await this.#text(open.manifest);
    if (isStale()) return;
    if (source === undefined) {
      this.#lookAround();
      return;
    }
    const { reading, settings } = this.#settle(open.manifest, source);
    const excluded = globMatcher(settings.exclude);
    const { metTwice, SlowProgress } = await import('./features');
    const progress = new SlowProgress(this.say({ id: 'Membaca masterplan', en: 'Reading the masterplan' }));
    const isNow = () => open.turn === turn;
    try {
      const { files: listed, unlisted } = await findMarkdown(vscode.Uri.parse(open.key));
      const files = await this.#slices.run('read', this.#ownFiles(open, listed, excluded), isStale);
      if (files === undefined) return;
      const twice = await metTwice(open.key, files, mayBeChapter);
      if (isStale()) return;
      open.twice = twice;
      for (const uri of this.#unread) if (this.#homeOf(uri) === open) this.#unread.delete(uri);
      const blind = unlisted.map(String).filter((folder) => nearestFolder(`${folder}/`, this.#books) === open.key);
      open.hasUnlisted = blind.length > 0;
      if (open.hasUnlisted) this.log.warn(`Cannot list ${blind.length} folders, among them ${blind[0]}`);
      const own = files.filter((uri) => !twice.has(uri));
      progress.report(`0/${own.length}`);
      open.reading = new Reading(reading, settings, excluded, {
        slices: this.#slices,
        isStale,
        textOf: (uri) => this.#text(uri),
        chapterOf: (uri, text, with_) => this.#chapter(uri, text, with_),
        progress: (done) => progress.report(`${done}/${own.length}`),
      });
      await this.#slices.run('typed', this.#putOpen(own), isStale);
      if (!(await open.reading.read(own))) return;
      await this.#slices.run('read', this.#complete(open, open.reading), isStale);
      await this.#check();
    } finally {
      progress.dispose();
      if (isNow()) {
        open.turn = undefined;
        open.reading = undefined;
      }
    }
    this.log.info(`Read ${open.key}: ${open.book?.chapters.length ?? 0} chapters`);
  }

  /** The files of a masterplan's folder that are its own; there may be very many others. */
  *#ownFiles(open: Kept, listed: readonly vscode.Uri[], excluded: GlobMatcher): Steps<string[]> {
    const own = new Set<string>();
    const take = (uri: string) => {
      if (isManifest(uri) || nearestFolder(uri, this.#books) !== open.key) return;
      if (!isLeftOut(uri, open.key, excluded)) own.add(uri);
    };
    // What somebody is looking at comes first.
    for (const uri of this.#documents.keys()) take(uri);
    for (const [at, file] of listed.entries()) {
      const uri = file.toString();
      if (mayBeChapter(uri)) take(uri);
      if (at % 64 === 63) yield;
    }
    const isOpen = (uri: string) => this.#documents.has(uri);
    // Those that are in order are soon put in order.
    const others = [...own].filter((uri) => !isOpen(uri)).sort();
    return [...[...own].filter(isOpen), ...others];
  }

  /** All is read: from here on what is said about the whole can be true. */
  *#complete(open: Kept, { manifest, settings, excluded, chapters }: Reading): Steps<void> {
    yield;
    open.turn = undefined;
    open.reading = undefined;
    open.manifestReading = manifest;
    open.excluded = excluded;
    const book = this.#equipped(open, makeBook(manifest, settings, chapters));
    open.replace(book);
    for (const { uri } of book.chapters) if (isIn(uri, open.vanished)) open.touched.add(uri);
    for (const uri of open.touched) this.#textChanged(uri);
  }

  // Jobs and timers

  /** Does something soon; asked again before that, it is done once, counted from the first time. */
  #later(name: string, delay: number, action: () => Promise<void>): void {
    if (this.#timers.has(name) || this.#disposed) return;
    void this.#run(
      name,
      () =>
        new Promise<void>((resolve, reject) => {
          const timer = setTimeout(() => {
            this.#timers.delete(name);
            action().then(resolve, reject);
          }, delay);
          const stop = () => {
            clearTimeout(timer);
            resolve();
          };
          this.#timers.set(name, { stop });
        }),
    );
  }

  #run(name: string, action: () => Promise<void>): Promise<void> {
    const job = action()
      .catch((error) => this.faults.report(name, error))
      .finally(() => this.#jobs.delete(job));
    this.#jobs.add(job);
    return job;
  }
}

/** Whether the same chapters are read alike under both: only who judges them, or how, has changed. */
function readsAlike(a: Settings, b: Settings): boolean {
  const reading = ({ template, language, region, period, horizons, agencies, exclude }: Settings) =>
    JSON.stringify([template, language, region, period, horizons, agencies, exclude]);
  return reading(a) === reading(b);
}
