/** The outline tree: books, chapters, sections and items, what is missing among them, and where the problems are. */

import * as vscode from 'vscode';
import type { ChapterStatus } from '../core/chapter/chapter';
import type { Language, Text } from '../core/language/language';
import { withoutNumber } from '../core/language/numbering';
import type { Steps } from '../core/text/steps';
import { itemsIn, type OutlineItem, type OutlineKind, outlineInSteps, outlinePath } from '../core/views/outline';
import { wordsIn } from '../core/views/word-count';
import type { LateTree } from './late-tree';
import { commands, emptyContext, filterCommands, onlyProblemsContext } from './names';
import type { Session } from './session';

/** Our items are no files: a scheme of their own keeps the decorations of others away. */
const scheme = 'masterplan-outline';

/** Milliseconds that the tree waits for the cursor to rest before it follows. */
const followDelay = 50;

/** Longer labels are cut: the tree is for finding one's way. */
const longestLabel = 120;

const icons: Readonly<Record<OutlineKind, string>> = {
  masterplan: 'project',
  book: 'book',
  chapter: 'file-text',
  dimension: 'milestone',
  section: 'note',
  'swot-item': 'circle-small-filled',
  strategy: 'compass',
  programme: 'checklist',
  'quick-win': 'rocket',
};

const sectionIcons: Readonly<Record<string, string>> = {
  swot: 'layout',
  tows: 'layout',
  strategy: 'compass',
  programmes: 'checklist',
  'programmes-short': 'calendar',
  'programmes-medium': 'calendar',
  'programmes-long': 'calendar',
  'quick-wins': 'rocket',
};

/** What the problems of an item and of all below it amount to. */
interface Tally {
  errors: number;
  warnings: number;
}

const kindWords: Readonly<Record<OutlineKind, Text>> = {
  masterplan: { id: 'masterplan', en: 'masterplan' },
  book: { id: 'buku', en: 'book' },
  chapter: { id: 'bab', en: 'chapter' },
  dimension: { id: 'dimensi', en: 'dimension' },
  section: { id: 'bagian', en: 'section' },
  'swot-item': { id: 'butir SWOT', en: 'SWOT item' },
  strategy: { id: 'strategi', en: 'strategy' },
  programme: { id: 'program', en: 'programme' },
  'quick-win': { id: 'quick win', en: 'quick win' },
};

const statusWords: Readonly<Record<ChapterStatus, Text>> = {
  draft: { id: 'draf', en: 'draft' },
  review: { id: 'ditinjau', en: 'in review' },
  final: { id: 'final', en: 'final' },
};

const noTallies: ReadonlyMap<string, Tally> = new Map();
const nothing: Tally = { errors: 0, warnings: 0 };

/** Of more changes at once the editor would pick a few; it looks at all that it shows anew instead. */
const mostDecorations = 250;

/** Milliseconds in which a tree is drawn anew at the most; what has no selection then has none. */
const longestDrawing = 1000;

/** Milliseconds between two looks at a tree that is being drawn, where the editor asks for nothing. */
const drawingDelay = 50;

/** Milliseconds that the tree is left in peace at the most before it is asked once more to select something. */
const longestDelay = 2000;

/** Milliseconds that the tree waits after a change: it need not show every keystroke. */
const refreshDelay = 50;

export function register(_context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  return new Outline(session, session.trees.outline);
}

export class Outline implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #decorationsChanged = new vscode.EventEmitter<vscode.Uri[] | undefined>();
  readonly onDidChangeFileDecorations = this.#decorationsChanged.event;
  readonly #asked = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<OutlineItem>;
  readonly #subscriptions: vscode.Disposable[];
  #roots: readonly OutlineItem[] = [];
  readonly #parents = new Map<string, OutlineItem>();
  readonly #items = new Map<string, OutlineItem>();
  /** By file: the chapters as they were laid out last, and the tallies of the items in each. */
  readonly #chapters = new Map<string, OutlineItem>();
  readonly #tallies = new Map<string, ReadonlyMap<string, Tally>>();
  /** Of masterplans and books. */
  #sums: ReadonlyMap<string, Tally> = noTallies;
  #errors = 0;
  /** In which the decorations speak. */
  #language: Language | undefined;
  /** What is around the chapters, and the language of it all, as it was shown last. */
  #frame = '';
  #isStale = true;
  /** The layout under way. */
  #laying: Steps<void> | undefined;
  readonly #changedFiles = new Set<string>();
  #refreshing: ReturnType<typeof setTimeout> | undefined;
  #isFollowing = false;
  /** Where the cursor was when the tree followed it last, or had something selected on its own. */
  #followed: string | undefined;
  #showsOnlyProblems = false;
  /** While keys are at work in the tree, nothing is gone to, and it does not follow the cursor. */
  isChoosing = false;
  #following: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: Session,
    readonly tree: LateTree<OutlineItem>,
  ) {
    this.#view = tree.view;
    this.#subscriptions = [
      this.#decorationsChanged,
      this.#asked,
      vscode.window.registerFileDecorationProvider(this),
      session.onDidChange(({ files }) => this.#changed(files)),
      this.#view.onDidChangeVisibility(() => {
        this.#followed = undefined;
        this.#follow();
      }),
      this.#view.onDidChangeSelection(({ selection }) => {
        if (selection.length === 0) this.#follow();
      }),
      vscode.commands.registerCommand(filterCommands.showOnlyProblems, () => this.#filter(true)),
      vscode.commands.registerCommand(filterCommands.showEverything, () => this.#filter(false)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#follow()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#follow();
      }),
    ];
    this.#bringUpToDate();
    tree.fill(this);
    void session.settled().then(() => this.#tellWhetherEmpty());
  }

  dispose(): void {
    clearTimeout(this.#following);
    clearTimeout(this.#refreshing);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  get onDidSelect(): vscode.Event<unknown> {
    return this.#view.onDidChangeSelection;
  }

  /** What is selected in the tree, by label. */
  get selection(): readonly string[] {
    return this.#view.selection.map(({ label }) => label);
  }

  get badge(): number {
    this.#bringUpToDate();
    return this.#view.badge?.value ?? 0;
  }

  getChildren(item?: OutlineItem): OutlineItem[] {
    this.#bringUpToDate();
    this.#asked.fire();
    const children = item === undefined ? this.#roots : (this.#items.get(item.id)?.children ?? []);
    return children.filter((child) => !this.#showsOnlyProblems || this.#isOpen(child));
  }

  /** Whether something is left to do in an item. */
  #isOpen(item: OutlineItem): boolean {
    const tally = this.#tallyOf(item);
    if (item.missing || (tally !== undefined && tally.errors + tally.warnings > 0)) return true;
    // That a chapter is missing is a problem of the manifest: it counts at the masterplan, and at no book.
    return item.kind === 'book' && item.children.some((child) => this.#isOpen(child));
  }

  #filter(onlyProblems: boolean): void {
    this.#showsOnlyProblems = onlyProblems;
    void vscode.commands.executeCommand('setContext', onlyProblemsContext, onlyProblems);
    this.tree.refresh();
  }

  /** An item of a chapter by its words, in the text as it is now. Its number may be another one. */
  itemNow(uri: string, label: string): OutlineItem | undefined {
    this.session.chapterOf(uri);
    this.#isStale = true;
    this.#bringUpToDate();
    const chapter = this.#items.get(uri);
    const all = chapter === undefined ? [] : [...itemsIn([chapter])].filter(({ missing }) => !missing);
    return (
      all.find((one) => one.label === label) ?? all.find((one) => withoutNumber(one.label) === withoutNumber(label))
    );
  }

  /** Selects an item once the tree shows it, and gives it the keyboard. */
  async select(item: OutlineItem): Promise<void> {
    if (!this.#view.visible) return;
    const around = this.#itemAtCursor()?.id;
    const isWanted = () => this.#itemAtCursor()?.id === around;
    // It stays there until the cursor goes elsewhere: that the text around the cursor has moved is no reason to go.
    if (await this.#reveal(item, true, isWanted)) this.#followed = this.#itemAtCursor()?.id;
  }

  /**
   * Selects an item. A tree that has only just come into view, or is drawn anew meanwhile, may not know it yet or forget it
   * again: it is asked until something is selected, less and less often, as long as that is wanted.
   */
  async #reveal(item: OutlineItem, focus: boolean, isWanted: () => boolean): Promise<boolean> {
    for (let delay = drawingDelay; delay <= longestDelay && isWanted(); delay *= 2) {
      try {
        await this.#view.reveal(item, { select: true, focus });
        if ((await this.#selected()) !== undefined) return true;
      } catch (error) {
        this.session.log.debug('The outline could not select', String(error));
        await this.#drawn(delay);
      }
    }
    return false;
  }

  /**
   * What has the keyboard's focus in the tree. The editor tells only what is selected, so it is selected first; it is not
   * gone to as long as `isChoosing`.
   */
  async chooseFocused(): Promise<OutlineItem | undefined> {
    this.isChoosing = true;
    await vscode.commands.executeCommand('list.select');
    return this.#selected();
  }

  /** What is selected. While the tree is drawn anew the editor knows no items: it asks for them level by level. */
  async #selected(): Promise<OutlineItem | undefined> {
    const end = performance.now() + longestDrawing;
    while (this.#view.selection.length === 0 && performance.now() < end) await this.#drawn();
    return this.#view.selection[0];
  }

  /** Waits until the editor has got items that it asked for, or so many milliseconds where it asks for none. */
  #drawn(delay = drawingDelay): Promise<void> {
    return new Promise((resolve) => {
      const asked = this.#asked.event(() => done());
      const late = setTimeout(() => done(), delay);
      const done = () => {
        clearTimeout(late);
        asked.dispose();
        // The editor has them a moment after it was given them.
        setTimeout(resolve);
      };
    });
  }

  getParent(item: OutlineItem): OutlineItem | undefined {
    return this.#parents.get(item.id);
  }

  getTreeItem(given: OutlineItem): vscode.TreeItem {
    const item = this.#items.get(given.id) ?? given;
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const isOpenAtFirst = item.kind === 'masterplan' || item.kind === 'book' || !this.#parents.has(item.id);
    const state = item.children.length === 0 ? None : isOpenAtFirst ? Expanded : Collapsed;
    const shown = new vscode.TreeItem(shorten(item.label), state);
    shown.id = item.id;
    shown.resourceUri = uriOf(item.id);
    shown.iconPath = iconOf(item);
    shown.contextValue = item.missing ? 'missing' : item.kind;
    if (item.missing) shown.description = this.session.say({ id: 'belum ada', en: 'missing' });
    else if (item.detail !== undefined) shown.description = item.detail;
    else if (item.status !== undefined) shown.description = this.session.say(statusWords[item.status]);
    shown.accessibilityInformation = { label: this.#spoken(item, shown) };
    if (item.uri !== undefined) {
      const title = this.session.say({ id: 'Buka', en: 'Go to' });
      shown.command = { command: commands.goTo, title, arguments: [item] };
    }
    return shown;
  }

  /** Words are counted where somebody asks. */
  resolveTreeItem(shown: vscode.TreeItem, given: OutlineItem): vscode.TreeItem {
    shown.tooltip = this.#tooltipOf(this.#items.get(given.id) ?? given);
    return shown;
  }

  /** As the tree was laid out last: what has changed since is told of when it is laid out. */
  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    if (uri.scheme !== scheme) return undefined;
    const item = this.#items.get(uri.query);
    if (item?.missing) return { color: new vscode.ThemeColor('disabledForeground') };
    const tally = item && this.#tallyOf(item);
    if (!tally) return undefined;
    const { errors, warnings } = tally;
    if (errors === 0 && warnings === 0) return undefined;
    const count = errors > 0 ? errors : warnings;
    return {
      badge: count > 9 ? '9+' : String(count),
      color: new vscode.ThemeColor(errors > 0 ? 'list.errorForeground' : 'list.warningForeground'),
      tooltip: this.#countsOf(tally),
    };
  }

  /** The welcome text stands where there is nothing, not where nothing has been read yet. */
  #tellWhetherEmpty(): void {
    void vscode.commands.executeCommand('setContext', emptyContext, this.#roots.length === 0);
  }

  #tooltipOf(item: OutlineItem): string {
    if (!item.missing) return this.#withWords(item);
    const { id, en } = kindWords[item.kind];
    const { label } = item;
    return this.session.say({ id: `Belum ada: ${id} wajib "${label}"`, en: `Missing: required ${en} "${label}"` });
  }

  #withWords({ label, uri, range, kind }: OutlineItem): string {
    const chapter =
      uri === undefined ? undefined : this.session.bookOf(uri)?.book?.chapters.find((one) => one.uri === uri);
    if (chapter === undefined || range === undefined || kind === 'swot-item') return label;
    const words = wordsIn(chapter, range);
    const id = `${words.toLocaleString('id')} kata`;
    const en = `${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}`;
    return `${label}\n${this.session.say({ id, en })}`;
  }

  /** What a screen reader says: the words, what it is, and what is wrong with it. */
  #spoken(item: OutlineItem, { description }: vscode.TreeItem): string {
    const tally = this.#tallyOf(item);
    const parts = [item.label, this.session.say(kindWords[item.kind]), description, tally && this.#countsOf(tally)];
    return parts.filter(Boolean).join(', ');
  }

  #countsOf({ errors, warnings }: Tally): string {
    const id = [errors > 0 ? `${errors} kesalahan` : '', warnings > 0 ? `${warnings} peringatan` : ''];
    const en = [
      errors > 0 ? `${errors} ${errors === 1 ? 'error' : 'errors'}` : '',
      warnings > 0 ? `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}` : '',
    ];
    return this.session.say({ id: id.filter(Boolean).join(', '), en: en.filter(Boolean).join(', ') });
  }

  #changed(files: ReadonlySet<string>): void {
    this.#isStale = true;
    for (const uri of files) this.#changedFiles.add(uri);
    this.#refreshing ??= setTimeout(() => {
      this.#refreshing = undefined;
      void this.session.inSlices('laying out the outline', 'show', this.#inPieces()).then(() => this.#follow());
    }, refreshDelay);
  }

  *#inPieces(): Steps<void> {
    for (; this.#isBehind; yield) this.#goOn();
  }

  /** At once, for a question that cannot wait. */
  #bringUpToDate(): void {
    while (this.#isBehind) this.#goOn();
  }

  get #isBehind(): boolean {
    return this.#isStale || this.#laying !== undefined;
  }

  /** Does one piece of the layout under way; begins it where something has changed. */
  #goOn(): void {
    if (this.#laying === undefined) {
      this.#isStale = false;
      this.#laying = this.#layOut();
    }
    const laying = this.#laying;
    const isDone = this.session.faults.guard('laying out the outline', () => laying.next().done) ?? true;
    if (isDone) this.#laying = undefined;
  }

  /** Lays out what has changed. Chapters that have not are the same items as before, and cost nothing. */
  *#layOut(): Steps<void> {
    const roots: OutlineItem[] = [];
    for (const { book } of this.session.books) if (book !== undefined) roots.push(...(yield* outlineInSteps(book)));
    this.#roots = roots;
    const { language } = this.session;
    const frame: string[] = [language];
    const chapters = new Map<string, OutlineItem>();
    const visit = (item: OutlineItem, parent: OutlineItem | undefined) => {
      this.#items.set(item.id, item);
      if (parent === undefined) this.#parents.delete(item.id);
      else this.#parents.set(item.id, parent);
      frame.push(parent?.id ?? '', item.id, item.label);
      if (item.kind === 'chapter' && !item.missing) chapters.set(item.id, item);
      else for (const child of item.children) visit(child, item);
    };
    for (const root of this.#roots) visit(root, undefined);
    let looksDifferent = frame.join('\n') !== this.#frame;
    this.#frame = frame.join('\n');
    const replaced = new Set(this.#changedFiles);
    this.#changedFiles.clear();
    yield;
    for (const [uri, old] of this.#chapters) {
      const now = chapters.get(uri);
      if (now === old) continue;
      replaced.add(uri);
      this.#forget(old, now);
      looksDifferent ||= now === undefined || shapeOf(now) !== shapeOf(old);
      yield;
    }
    for (const [uri, chapter] of chapters) {
      if (this.#chapters.get(uri) === chapter) continue;
      replaced.add(uri);
      this.#learn(chapter);
      yield;
    }
    for (const uri of this.#chapters.keys()) if (!chapters.has(uri)) this.#chapters.delete(uri);
    for (const [uri, chapter] of chapters) this.#chapters.set(uri, chapter);
    yield* this.#count(replaced, language);
    // Text that only moves leaves the tree as it is: it is refreshed when it would look different.
    if (!looksDifferent) return;
    this.tree.refresh();
    this.#tellWhetherEmpty();
  }

  #learn(parent: OutlineItem): void {
    for (const child of parent.children) {
      this.#items.set(child.id, child);
      this.#parents.set(child.id, parent);
      this.#learn(child);
    }
  }

  #forget(old: OutlineItem, now: OutlineItem | undefined): void {
    const below = (item: OutlineItem) => {
      for (const child of item.children) {
        this.#items.delete(child.id);
        this.#parents.delete(child.id);
        below(child);
      }
    };
    below(old);
    if (now !== undefined) return;
    this.#items.delete(old.id);
    this.#parents.delete(old.id);
  }

  /** Every problem counts at the smallest item around it, and at all around that. */
  *#count(files: ReadonlySet<string>, language: Language): Steps<void> {
    // By their ids: the editor remembers what it was told of items that are gone, and shows it when they come back.
    const changed = new Set<string>();
    const compare = (before: ReadonlyMap<string, Tally>, after: ReadonlyMap<string, Tally>) => {
      for (const id of new Set([...before.keys(), ...after.keys()])) {
        const [old, now] = [before.get(id), after.get(id)];
        if (old?.errors !== now?.errors || old?.warnings !== now?.warnings) changed.add(id);
      }
    };
    for (const uri of files) {
      const tallies = this.#talliesOf(uri);
      compare(this.#tallies.get(uri) ?? noTallies, tallies);
      if (tallies.size > 0) this.#tallies.set(uri, tallies);
      else this.#tallies.delete(uri);
      yield;
    }
    const sums = new Map<string, Tally>();
    this.#errors = 0;
    for (const [uri, tallies] of this.#tallies) {
      const whole = tallies.get(uri);
      if (whole === undefined) continue;
      this.#errors += whole.errors;
      // A manifest's own problems count at its masterplan.
      const around = this.#chapters.has(uri) ? this.#parents.get(uri) : this.#items.get(uri);
      for (let item = around; item !== undefined; item = this.#parents.get(item.id)) add(sums, item.id, whole);
    }
    compare(this.#sums, sums);
    this.#sums = sums;
    const isMuch = changed.size > mostDecorations || language !== this.#language;
    this.#language = language;
    if (isMuch || changed.size > 0) this.#decorationsChanged.fire(isMuch ? undefined : [...changed].map(uriOf));
    const errors = this.#errors;
    const tooltip = this.#countsOf({ errors, warnings: 0 });
    if ((this.#view.badge?.tooltip ?? '') !== tooltip) {
      this.#view.badge = errors === 0 ? undefined : { value: errors, tooltip };
    }
  }

  /** The tallies of one file; under its URI stands that of the whole file. */
  #talliesOf(uri: string): Map<string, Tally> {
    const tallies = new Map<string, Tally>();
    const items = this.#items.get(uri)?.children ?? [];
    // What is missing has a tally of its own, so that it is told of when it comes.
    for (const item of itemsIn(items)) if (item.missing) add(tallies, item.id, nothing);
    for (const { severity, range } of this.session.bookOf(uri)?.problems.get(uri) ?? []) {
      if (severity !== 'error' && severity !== 'warning') continue;
      const one = severity === 'error' ? { errors: 1, warnings: 0 } : { errors: 0, warnings: 1 };
      add(tallies, uri, one);
      for (const item of outlinePath(items, uri, range.start)) add(tallies, item.id, one);
    }
    return tallies;
  }

  #tallyOf(item: OutlineItem): Tally | undefined {
    return this.#sums.get(item.id) ?? (item.uri === undefined ? undefined : this.#tallies.get(item.uri)?.get(item.id));
  }

  /** Selects what the cursor is in, once it rests; never takes the keyboard away. */
  #follow(): void {
    clearTimeout(this.#following);
    this.#following = setTimeout(() => void this.#followNow(), followDelay);
  }

  async #followNow(): Promise<void> {
    const item = this.#itemAtCursor();
    if (item === undefined || this.#isFollowing || this.isChoosing || this.#laying !== undefined) return;
    this.#isFollowing = true;
    await this.#leadTo(item);
    this.#isFollowing = false;
    // Two ways through the tree at once would lose each other, so what came meanwhile has its turn now.
    if (this.#itemAtCursor()?.id !== item.id) this.#follow();
  }

  async #leadTo(item: OutlineItem): Promise<void> {
    if (this.#followed === item.id && (await this.#selected()) !== undefined) return;
    this.#followed = item.id;
    if (this.#view.selection[0]?.id === item.id) return;
    const isWanted = () => !this.isChoosing && this.#itemAtCursor()?.id === item.id;
    if (!(await this.#reveal(item, false, isWanted))) this.#followed = undefined;
  }

  #itemAtCursor(): OutlineItem | undefined {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || !this.#view.visible) return undefined;
    const offset = editor.document.offsetAt(editor.selection.active);
    return outlinePath(this.#roots, editor.document.uri.toString(), offset).at(-1);
  }
}

function add(tallies: Map<string, Tally>, id: string, more: Tally): void {
  const tally = tallies.get(id) ?? { ...nothing };
  tallies.set(id, { errors: tally.errors + more.errors, warnings: tally.warnings + more.warnings });
}

/** All that is seen of an item and of what is below it. */
function shapeOf({ id, kind, label, detail = '', status, missing, children }: OutlineItem): string {
  return [id, kind, label, detail, status ?? '', missing ? '-' : '', children.length, ...children.map(shapeOf)].join(
    '\n',
  );
}

function uriOf(id: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: '/item', query: id });
}

function iconOf(item: OutlineItem): vscode.ThemeIcon {
  if (item.missing) return new vscode.ThemeIcon('circle-large-outline', new vscode.ThemeColor('disabledForeground'));
  return new vscode.ThemeIcon((item.section && sectionIcons[item.section]) ?? icons[item.kind]);
}

function shorten(label: string): string {
  return label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1).trimEnd()}…`;
}
