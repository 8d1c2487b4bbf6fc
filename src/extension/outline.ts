/** The outline tree: books, chapters, sections and items, what is missing among them, and where the problems are. */

import * as vscode from 'vscode';
import { type OutlineItem, type OutlineKind, outlineOf, outlinePath } from '../core/views/outline';
import type { LateTree } from './late-tree';
import { commands, emptyContext } from './names';
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
  section: 'symbol-string',
  'swot-item': 'circle-small-filled',
  strategy: 'compass',
  programme: 'checklist',
  'quick-win': 'rocket',
};

const sectionIcons: Readonly<Record<string, string>> = {
  swot: 'layout',
  tows: 'layout',
  strategy: 'compass',
  'quick-wins': 'rocket',
};

/** What the problems of an item and of all below it amount to. */
interface Tally {
  errors: number;
  warnings: number;
}

export function register(_context: vscode.ExtensionContext, session: Session): vscode.Disposable {
  return new Outline(session, session.trees.outline);
}

export class Outline implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #decorationsChanged = new vscode.EventEmitter<vscode.Uri[] | undefined>();
  readonly onDidChangeFileDecorations = this.#decorationsChanged.event;
  readonly #view: vscode.TreeView<OutlineItem>;
  readonly #subscriptions: vscode.Disposable[];
  #roots: readonly OutlineItem[] = [];
  #parents = new Map<string, OutlineItem>();
  #items = new Map<string, OutlineItem>();
  #tallies = new Map<string, Tally>();
  #shape = '';
  #isFollowing = false;
  #following: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: Session,
    readonly tree: LateTree<OutlineItem>,
  ) {
    this.#view = tree.view;
    this.#subscriptions = [
      this.#decorationsChanged,
      vscode.window.registerFileDecorationProvider(this),
      session.onDidChange(() => session.faults.guard('laying out the outline', () => this.#refresh())),
      this.#view.onDidChangeVisibility(() => this.#follow()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#follow()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#follow();
      }),
    ];
    this.#refresh();
    tree.fill(this);
    void session.settled().then(() => this.#tellWhetherEmpty());
  }

  dispose(): void {
    clearTimeout(this.#following);
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
    return this.#view.badge?.value ?? 0;
  }

  getChildren(item?: OutlineItem): OutlineItem[] {
    return [...(item === undefined ? this.#roots : (this.#items.get(item.id)?.children ?? []))];
  }

  getParent(item: OutlineItem): OutlineItem | undefined {
    return this.#parents.get(item.id);
  }

  getTreeItem(given: OutlineItem): vscode.TreeItem {
    const item = this.#items.get(given.id) ?? given;
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const isOpenAtFirst = item.kind === 'masterplan' || item.kind === 'book';
    const state = item.children.length === 0 ? None : isOpenAtFirst ? Expanded : Collapsed;
    const shown = new vscode.TreeItem(shorten(item.label), state);
    shown.id = item.id;
    shown.resourceUri = uriOf(item);
    shown.iconPath = iconOf(item);
    shown.contextValue = item.missing ? 'missingSection' : item.kind;
    shown.tooltip = this.#tooltipOf(item);
    if (item.missing) shown.description = this.session.say({ id: 'belum ada', en: 'missing' });
    else if (item.detail !== undefined) shown.description = item.detail;
    if (item.place !== undefined) {
      const title = this.session.say({ id: 'Buka', en: 'Go to' });
      shown.command = { command: commands.goTo, title, arguments: [item] };
    }
    return shown;
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    if (uri.scheme !== scheme) return undefined;
    const item = this.#items.get(uri.query);
    if (item?.missing) return { color: new vscode.ThemeColor('disabledForeground') };
    const tally = item && this.#tallies.get(item.id);
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
    if (!item.missing) return item.label;
    const { label } = item;
    return this.session.say({ id: `Bagian wajib "${label}" belum ada`, en: `Required section "${label}" is missing` });
  }

  #countsOf({ errors, warnings }: Tally): string {
    const id = [errors > 0 ? `${errors} kesalahan` : '', warnings > 0 ? `${warnings} peringatan` : ''];
    const en = [
      errors > 0 ? `${errors} ${errors === 1 ? 'error' : 'errors'}` : '',
      warnings > 0 ? `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}` : '',
    ];
    return this.session.say({ id: id.filter(Boolean).join(', '), en: en.filter(Boolean).join(', ') });
  }

  #refresh(): void {
    this.#roots = this.session.books.flatMap(({ book }) => (book === undefined ? [] : outlineOf(book)));
    this.#items = new Map();
    this.#parents = new Map();
    const shape: string[] = [];
    const visit = (item: OutlineItem, parent: OutlineItem | undefined) => {
      this.#items.set(item.id, item);
      if (parent !== undefined) this.#parents.set(item.id, parent);
      shape.push(item.id, item.kind, item.label, item.detail ?? '', item.missing ? '-' : '', `${item.children.length}`);
      for (const child of item.children) visit(child, item);
    };
    for (const root of this.#roots) visit(root, undefined);
    this.#count();
    const now = shape.join('\n');
    // Text that only moves leaves the tree as it is: what is shown is refreshed when it would look different.
    if (now !== this.#shape) {
      this.#shape = now;
      this.tree.refresh();
      this.#tellWhetherEmpty();
    }
    this.#follow();
  }

  /** Every problem counts at the smallest item around it, and at all around that. */
  #count(): void {
    const before = this.#tallies;
    this.#tallies = new Map();
    let errors = 0;
    for (const { problems } of this.session.books) {
      for (const [uri, ofFile] of problems) {
        for (const { severity, range } of ofFile) {
          if (severity === 'error') errors++;
          else if (severity !== 'warning') continue;
          for (const item of outlinePath(this.#roots, uri, range.start)) this.#add(item.id, severity);
        }
      }
    }
    const changed = [...new Set([...before.keys(), ...this.#tallies.keys()])].filter((id) => {
      const [old, now] = [before.get(id), this.#tallies.get(id)];
      return old?.errors !== now?.errors || old?.warnings !== now?.warnings;
    });
    const uris = changed.flatMap((id) => this.#items.get(id) ?? []).map(uriOf);
    if (uris.length > 0) this.#decorationsChanged.fire(uris);
    const tooltip = this.session.say({
      id: `${errors} kesalahan`,
      en: `${errors} ${errors === 1 ? 'error' : 'errors'}`,
    });
    this.#view.badge = errors === 0 ? undefined : { value: errors, tooltip };
  }

  #add(id: string, severity: 'error' | 'warning'): void {
    let tally = this.#tallies.get(id);
    if (tally === undefined) {
      tally = { errors: 0, warnings: 0 };
      this.#tallies.set(id, tally);
    }
    if (severity === 'error') tally.errors++;
    else tally.warnings++;
  }

  /** Selects what the cursor is in, once it rests; never takes the keyboard away. */
  #follow(): void {
    clearTimeout(this.#following);
    this.#following = setTimeout(() => void this.#followNow(), followDelay);
  }

  async #followNow(): Promise<void> {
    const item = this.#itemAtCursor();
    if (item === undefined || this.#isFollowing || this.#view.selection[0]?.id === item.id) return;
    this.#isFollowing = true;
    try {
      await this.#view.reveal(item, { select: true, focus: false });
    } catch (error) {
      // The tree was refreshed while it was on its way there; the refresh follows the cursor itself.
      this.session.log.debug('The outline could not follow', String(error));
    } finally {
      this.#isFollowing = false;
    }
    // Two ways through the tree at once would lose each other, so what came meanwhile has its turn now.
    if (this.#itemAtCursor()?.id !== item.id) this.#follow();
  }

  #itemAtCursor(): OutlineItem | undefined {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || !this.#view.visible) return undefined;
    const offset = editor.document.offsetAt(editor.selection.active);
    return outlinePath(this.#roots, editor.document.uri.toString(), offset).at(-1);
  }
}

function uriOf(item: OutlineItem): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${item.kind}`, query: item.id });
}

function iconOf(item: OutlineItem): vscode.ThemeIcon {
  if (item.missing) return new vscode.ThemeIcon('circle-large-outline', new vscode.ThemeColor('disabledForeground'));
  return new vscode.ThemeIcon((item.section && sectionIcons[item.section]) ?? icons[item.kind]);
}

function shorten(label: string): string {
  return label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1).trimEnd()}…`;
}
