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
import { checkBook } from '../core/rules/check';
import type { Problem } from '../core/rules/problem';
import { type Manifest, readManifest } from '../core/template/manifest';
import { resolveSettings } from '../core/template/resolve';
import type { Settings } from '../core/template/settings';
import { type GlobMatcher, globMatcher } from '../core/text/glob';
import { LineIndex } from '../core/text/lines';
import type { OutlineItem } from '../core/views/outline';
import { Faults } from './faults';
import { features } from './features';
import { exists, findManifests, findMarkdown, readText } from './files';
import type { LateTree } from './late-tree';
import { LinkedFiles } from './linked-files';
import { activeContext, chapterGlob, configurationSection, manifestGlob } from './names';
import { Pace } from './pace';
import { sameProblems } from './same-problems';
import { wishesFor } from './settings';

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
interface Kept extends OpenBook {
  manifest: string | undefined;
  book: Book | undefined;
  problems: Map<string, readonly Problem[]>;
  reading?: Manifest;
  excluded: GlobMatcher;
  /** Stands for the reading under way; a newer one replaces it, and the older one stops. */
  turn?: object;
  /** Its folder may hold other files than when it was listed. */
  isOutdated: boolean;
  /** Files that changed while the book was being read. */
  readonly touched: Set<string>;
  /** The text that the published problems of each file were found in. */
  readonly published: Map<string, string>;
}

/** Milliseconds from a keystroke to the check: a burst of events is one change. */
const shortestDelay = 10;
/** Where checking takes long, half of the time is left to others; but nobody waits longer than this. */
const longestDelay = 300;
/** A manifest half typed is seldom a manifest: it is read where the hand rests. */
const manifestDelay = 150;
/** Folders come and go in bursts. */
const folderDelay = 100;
/** How many files are fetched at a time while a masterplan is read. */
const readAhead = 16;
/** How many folders upwards a manifest is looked for, for a chapter outside the workspace. */
const mostLevels = 24;

/** The views, which stand before the session does. */
export interface Trees {
  readonly outline: LateTree<OutlineItem>;
}

/** Starts the one session of this window, with all features. */
export function startSession(context: vscode.ExtensionContext, trees: Trees): Session {
  const log = vscode.window.createOutputChannel('Masterplan', { log: true });
  const session = new Session(context, log, trees);
  context.subscriptions.push(log, session);
  for (const feature of features) {
    session.faults.guard(`starting ${feature.name}`, () =>
      session.add(feature.name, feature.register(context, session)),
    );
  }
  void vscode.commands.executeCommand('setContext', activeContext, true);
  session.start();
  return session;
}

export class Session implements vscode.Disposable {
  readonly faults: Faults;
  readonly #features = new Map<string, vscode.Disposable>();
  readonly #changed = new vscode.EventEmitter<Change>();
  readonly onDidChange = this.#changed.event;
  readonly #books = new Map<string, Kept>();
  readonly #documents = new Map<string, vscode.TextDocument>();
  /** Files whose text may have changed since they were last read. */
  readonly #pending = new Set<string>();
  /** Files that are gone from disk while an editor without unsaved text still shows them. */
  readonly #gone = new Set<string>();
  /** Files that may be chapters and could not be read: what seems to be missing may stand in them. */
  readonly #unread = new Set<string>();
  readonly #linked = new LinkedFiles(
    (name, action) => void this.#run(name, action),
    () => this.#linksFound(),
  );
  /** Manifests found above a chapter outside the workspace folders, with what watches their folders. */
  readonly #adopted = new Map<string, vscode.Disposable>();
  /** Masterplans that have changed since they were last checked. */
  readonly #unchecked = new Set<Kept>();
  readonly #manifestLines = new WeakMap<object, LineIndex>();
  readonly #timers = new Map<string, { readonly stop: () => void }>();
  readonly #jobs = new Set<Promise<unknown>>();
  readonly #subscriptions: vscode.Disposable[] = [];
  #reading: Promise<void> = Promise.resolve();
  #scan: object | undefined;
  #working = false;
  #typingDelay = shortestDelay;
  #disposed = false;

  constructor(
    readonly context: vscode.ExtensionContext,
    readonly log: vscode.LogOutputChannel,
    readonly trees: Trees,
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
        if (contentChanges.length > 0) this.#typed(document);
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
    return this.#homeOf(uri) ?? this.#books.get(uri);
  }

  /** The chapter as its text stands at this moment, typed or on disk. */
  chapterOf(uri: string): Chapter | undefined {
    this.#catchUp(uri);
    return this.bookOf(uri)?.book?.chapters.find((chapter) => chapter.uri === uri);
  }

  /** The problems of a file as its text stands at this moment. */
  problemsOf(uri: string): readonly Problem[] {
    this.#catchUp(uri);
    return this.bookOf(uri)?.problems.get(uri) ?? [];
  }

  /** The lines of a chapter or manifest as it was last read. */
  linesOf(uri: string): LineIndex | undefined {
    const book = this.bookOf(uri)?.book;
    const manifest = book?.manifest;
    if (manifest?.uri !== uri) return book?.chapters.find((chapter) => chapter.uri === uri)?.lines;
    let lines = this.#manifestLines.get(manifest);
    if (lines === undefined) {
      lines = new LineIndex(manifest.source);
      this.#manifestLines.set(manifest, lines);
    }
    return lines;
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

  /** Resolves once nothing is being read or waits to be. */
  async settled(): Promise<void> {
    while (this.#jobs.size > 0) await Promise.allSettled(this.#jobs);
  }

  // What happens to documents and files

  /** Only documents that are files or will be: not the old side of a comparison, not a preview. */
  #isOurs(document: vscode.TextDocument): boolean {
    const { uri, languageId } = document;
    const { scheme } = uri;
    if (scheme !== 'untitled' && !vscode.workspace.fs.isWritableFileSystem(scheme)) {
      if (!vscode.workspace.workspaceFolders?.some((folder) => folder.uri.scheme === scheme)) return false;
    }
    return isManifest(uri.path) || mayBeChapter(uri.path) || languageId === 'markdown' || languageId === 'masterplan';
  }

  #opened(document: vscode.TextDocument): void {
    if (!this.#isOurs(document)) return;
    const uri = document.uri.toString();
    this.#documents.set(uri, document);
    this.#textChanged(uri);
  }

  #typed(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    if (!this.#documents.has(uri)) {
      this.#opened(document);
      return;
    }
    this.#gone.delete(uri);
    this.#textChanged(uri);
  }

  #closed(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    if (!this.#documents.delete(uri)) return;
    this.#gone.delete(uri);
    this.#textChanged(uri);
    this.#leaveAdopted();
  }

  #textChanged(uri: string): void {
    if (isManifest(uri)) {
      this.#later(`manifest ${uri}`, manifestDelay, () => this.#manifestChanged(uri));
      return;
    }
    this.#pending.add(uri);
    this.#later('texts', this.#typingDelay, () => this.#work());
  }

  #watch(base?: vscode.Uri): vscode.Disposable[] {
    const pattern = (glob: string) => (base === undefined ? glob : new vscode.RelativePattern(base, glob));
    const { createFileSystemWatcher } = vscode.workspace;
    // A folder that goes takes its files along without a word about each, so all names are watched for that.
    const names = createFileSystemWatcher(pattern('**/*'), false, true, false);
    const chapters = createFileSystemWatcher(pattern(chapterGlob), true, false, true);
    const manifests = createFileSystemWatcher(pattern(manifestGlob), true, false, true);
    return [
      names,
      chapters,
      manifests,
      names.onDidCreate((uri) => this.#created(uri)),
      names.onDidDelete((uri) => this.#deleted(uri)),
      chapters.onDidChange((uri) => this.#changedOnDisk(uri)),
      manifests.onDidChange((uri) => this.#changedOnDisk(uri)),
    ];
  }

  #created(created: vscode.Uri): void {
    const uri = created.toString();
    this.#linked.changed(uri);
    const name = uri.slice(uri.lastIndexOf('/') + 1);
    if (isManifest(uri)) this.#lookAround();
    else if (mayBeChapter(uri)) this.#changedOnDisk(created);
    // What has no ending may be a folder full of chapters.
    else if (!name.includes('.') && !/\/(?:\.[^/]|node_modules\/)/.test(created.path)) this.#lookAround(uri);
  }

  #changedOnDisk(changed: vscode.Uri): void {
    const uri = changed.toString();
    this.#gone.delete(uri);
    // What is open tells of itself: its document takes the new text over, or keeps what has been typed.
    if (this.#documents.has(uri) && this.chapterOf(uri) !== undefined) return;
    this.#textChanged(uri);
  }

  #deleted(deleted: vscode.Uri): void {
    const uri = deleted.toString();
    this.#linked.changed(uri);
    const isGone = (file: string) => file === uri || file.startsWith(`${uri}/`);
    for (const { manifest, book } of this.#books.values()) {
      if (manifest !== undefined && isGone(manifest)) this.#lookAround();
      for (const chapter of book?.chapters ?? []) {
        if (!isGone(chapter.uri)) continue;
        this.#gone.add(chapter.uri);
        this.#textChanged(chapter.uri);
      }
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
    try {
      const text = await readText(vscode.Uri.parse(uri));
      this.#unread.delete(uri);
      return this.#typedText(uri) ?? text;
    } catch (error) {
      this.log.warn(`Cannot read ${uri}: ${error instanceof Error ? error.message : error}`);
      this.#unread.add(uri);
      return undefined;
    }
  }

  // From texts to books

  /** The masterplan that a file belongs to: the nearest manifest above it. */
  #homeOf(uri: string): Kept | undefined {
    const folder = nearestFolder(uri, this.#books);
    return folder === undefined ? undefined : this.#books.get(folder);
  }

  /** Reads what is pending: what is typed at once, then what changed on disk. */
  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    const pace = new Pace();
    try {
      while (this.#pending.size > 0 && !this.#disposed) {
        const typed = [...this.#pending].filter((uri) => this.#documents.has(uri));
        for (const uri of typed) {
          this.#pending.delete(uri);
          this.#put(uri, this.#typedText(uri));
          await pace.pause();
        }
        if (typed.length > 0) this.#check();
        for (const uri of this.#pending) {
          if (this.#documents.has(uri)) break;
          this.#pending.delete(uri);
          const text = await this.#text(uri);
          // Changed once more meanwhile: the newer text is read in its turn.
          if (!this.#pending.has(uri)) this.#put(uri, text);
          await pace.pause();
        }
      }
      this.#check();
    } finally {
      this.#working = false;
    }
  }

  /** Brings one open document up to date now, for a question that cannot wait. */
  #catchUp(uri: string): void {
    if (this.#documents.has(uri) && this.#pending.delete(uri)) this.#put(uri, this.#typedText(uri));
    this.#check();
  }

  /** Puts a file's text in its place; no text means that the file is gone. */
  #put(uri: string, text: string | undefined): void {
    const home = this.#homeOf(uri);
    if (home === undefined) {
      this.#putLoose(uri, text);
      return;
    }
    if (home.turn !== undefined) home.touched.add(uri);
    this.#drop(uri);
    if (home.book === undefined) return;
    const old = home.book.chapters.find((chapter) => chapter.uri === uri);
    if (text !== undefined && looksLikeChapter(text) && !isLeftOut(uri, home.key, home.excluded)) {
      if (old?.source === text) return;
      const chapter = this.#chapter(uri, text, home.book.settings);
      home.book = chapter === undefined ? withoutChapter(home.book, uri) : withChapter(home.book, chapter);
      this.#unchecked.add(home);
    } else if (old !== undefined) {
      home.book = withoutChapter(home.book, uri);
      this.#unchecked.add(home);
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
      this.#run('looking for a manifest above a chapter', () => this.#adopt(uri));
    }
    open.book = makeBook(undefined, settings, [chapter]);
    this.#unchecked.add(open);
  }

  #newBook(key: string, manifest: string | undefined): Kept {
    const open: Kept = {
      key,
      manifest,
      book: undefined,
      problems: new Map(),
      excluded: () => false,
      isOutdated: false,
      touched: new Set(),
      published: new Map(),
    };
    this.#books.set(key, open);
    return open;
  }

  #drop(key: string): void {
    const open = this.#books.get(key);
    if (open === undefined || !this.#books.delete(key)) return;
    open.book = undefined;
    const files = new Set(open.problems.keys());
    open.problems = new Map();
    this.#changed.fire({ books: new Set([open]), files });
  }

  /** Reads a chapter. Where that fails the fault is ours, and the book knows that it has not been read in full. */
  #chapter(uri: string, text: string, settings: Settings): Chapter | undefined {
    this.#unread.delete(uri);
    const chapter = this.faults.guard(`reading ${uri}`, () => readChapter(uri, text, settings));
    if (chapter === undefined) this.#unread.add(uri);
    return chapter;
  }

  /** A rule that breaks down is our fault: it is said once, and the other rules speak. */
  readonly #ruleFault = (rule: string, error: unknown): void => this.faults.report(`rule ${rule}`, error);

  /** Checks what has changed, and tells what that has changed. */
  #check(): void {
    if (this.#unchecked.size === 0) return;
    const books = new Set(this.#unchecked);
    this.#unchecked.clear();
    const start = performance.now();
    const files = new Set<string>();
    for (const open of books) {
      if (open.book === undefined) continue;
      const unread = [...this.#unread].filter((uri) => this.#homeOf(uri) === open).length;
      const book: Book = withFiles({ ...open.book, unread }, this.#linked.of(open.book));
      // What is derived from a book is kept with it: features ask about the very one that was checked.
      open.book = book;
      open.book = book;
      const problems =
        this.faults.guard(`checking ${open.key}`, () => checkBook(book, this.#ruleFault)) ??
        new Map<string, Problem[]>();
      this.#compare(open, book, problems, files);
    }
    this.#changed.fire({ books, files });
    this.#typingDelay = Math.min(longestDelay, Math.max(shortestDelay, performance.now() - start));
  }

  /** What links lead to is known a moment after the chapters are read. */
  #linksFound(): void {
    for (const open of this.#books.values()) if (open.book !== undefined) this.#unchecked.add(open);
    this.#later('links', 0, async () => this.#check());
  }

  #compare(open: Kept, book: Book, problems: Map<string, readonly Problem[]>, files: Set<string>): void {
    const sources = new Map(book.chapters.map((chapter) => [chapter.uri, chapter.source]));
    if (book.manifest !== undefined) sources.set(book.manifest.uri, book.manifest.source);
    for (const uri of open.published.keys()) {
      if (sources.has(uri)) continue;
      open.published.delete(uri);
      files.add(uri);
    }
    for (const [uri, source] of sources) {
      const [before, after] = [open.problems.get(uri) ?? [], problems.get(uri) ?? []];
      // A problem that stands where it stood still moves where lines came before it.
      const isSame = sameProblems(before, after) && (after.length === 0 || open.published.get(uri) === source);
      if (!isSame) files.add(uri);
      open.published.set(uri, source);
    }
    open.problems = problems;
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
    for (const folder of vscode.workspace.workspaceFolders ?? []) manifests.push(...(await findManifests(folder.uri)));
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
        if (this.#disposed || !this.#books.has(uri)) return;
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
    const { book, reading: old } = open;
    const source = await this.#text(uri);
    if (source === undefined) return this.#findBooks();
    if (book === undefined || open.turn !== undefined || old === undefined) {
      this.#read(open);
      return;
    }
    if (old.source === source) return;
    const { reading, settings } = this.#settle(uri, source);
    const hasSameShelf = JSON.stringify(settings.exclude) === JSON.stringify(book.settings.exclude);
    if (!hasSameShelf || !readsAlike(settings, book.settings)) {
      this.#read(open);
      return;
    }
    open.reading = reading;
    open.book = makeBook(reading, settings, book.chapters);
    this.#unchecked.add(open);
    this.#check();
  }

  #wishesChanged(): void {
    for (const open of this.#books.values()) {
      if (open.book === undefined) continue;
      const settings = resolveSettings(open.reading, wishesFor(vscode.Uri.parse(open.manifest ?? open.key)));
      open.book = makeBook(open.book.manifest, settings, open.book.chapters);
      this.#unchecked.add(open);
    }
    this.#check();
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
    const source = await this.#text(open.manifest);
    if (isStale()) return;
    if (source === undefined) {
      this.#lookAround();
      return;
    }
    const { reading, settings } = this.#settle(open.manifest, source);
    const excluded = globMatcher(settings.exclude);
    const files = new Set(await findMarkdown(vscode.Uri.parse(open.key)));
    for (const uri of this.#documents.keys()) files.add(uri);
    if (isStale()) return;
    const own = [...files].filter(
      (uri) => !isManifest(uri) && nearestFolder(uri, this.#books) === open.key && !isLeftOut(uri, open.key, excluded),
    );
    const chapters: Chapter[] = [];
    const progress = new SlowProgress(this.say({ id: 'Membaca rencana induk', en: 'Reading the masterplan' }));
    try {
      for (let at = 0; at < own.length; at += readAhead) {
        const uris = own.slice(at, at + readAhead);
        const texts = await Promise.all(uris.map((uri) => this.#text(uri)));
        if (isStale()) return;
        progress.report(at, own.length);
        await this.#readTexts(uris, texts, settings, chapters);
        if (isStale()) return;
      }
    } finally {
      progress.done();
    }
    delete open.turn;
    open.reading = reading;
    open.excluded = excluded;
    open.book = makeBook(reading, settings, chapters);
    for (const uri of open.touched) this.#textChanged(uri);
    for (const { uri } of chapters) this.#drop(uri);
    this.#unchecked.add(open);
    this.#check();
    this.log.info(`Read ${open.key}: ${chapters.length} chapters`);
  }

  /** Reads chapters in slices, each looked at by the rules at once, so that the check of the whole is short. */
  async #readTexts(
    uris: readonly string[],
    texts: readonly (string | undefined)[],
    settings: Settings,
    chapters: Chapter[],
  ): Promise<void> {
    const pace = new Pace();
    for (const [at, uri] of uris.entries()) {
      const text = texts[at];
      if (text === undefined || !looksLikeChapter(text)) continue;
      const chapter = this.#chapter(uri, text, settings);
      if (chapter === undefined) continue;
      chapters.push(chapter);
      await pace.pause();
      this.faults.guard(`checking ${uri}`, () => checkBook({ settings, chapters: [chapter] }, this.#ruleFault));
      await pace.pause();
    }
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

/** Whether chapters are read alike under both: only who judges them, or how, has changed. */
function readsAlike(a: Settings, b: Settings): boolean {
  const reading = ({ template, language, region, period, horizons, agencies }: Settings) =>
    JSON.stringify({ template, language, region, period, horizons, agencies });
  return reading(a) === reading(b);
}

/** Says what is being done once it has taken a second. */
class SlowProgress {
  #finish: () => void = () => {};
  #progress: vscode.Progress<{ message: string }> | undefined;
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(title: string) {
    const finished = new Promise<void>((resolve) => {
      this.#finish = resolve;
    });
    this.#timer = setTimeout(() => {
      void vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, (progress) => {
        this.#progress = progress;
        return finished;
      });
    }, 1000);
  }

  report(done: number, all: number): void {
    this.#progress?.report({ message: `${done}/${all}` });
  }

  done(): void {
    clearTimeout(this.#timer);
    this.#finish();
  }
}
