// What a fresh reading of the workspace shows, worked out with the core alone, and what the extension shows of it.
import * as vscode from 'vscode';
import { type Book, makeBook, withFiles } from '../../src/core/book/book';
import { linkedFiles } from '../../src/core/book/linked-files';
import { isLeftOut, isManifest, markedFolders, mayBeChapter, nearestFolder } from '../../src/core/book/places';
import { looksLikeChapter } from '../../src/core/chapter/frontmatter';
import { readChapter } from '../../src/core/chapter/read';
import type { Language } from '../../src/core/language/language';
import { ruleIds } from '../../src/core/rules/catalogue';
import { checkBook } from '../../src/core/rules/check';
import type { Problem } from '../../src/core/rules/problem';
import { readManifest } from '../../src/core/template/manifest';
import { resolveSettings } from '../../src/core/template/resolve';
import { globMatcher } from '../../src/core/text/glob';
import { completenessOf } from '../../src/core/views/completeness';
import { type OutlineItem, outlineOf, outlinePath } from '../../src/core/views/outline';
import { linesIn } from '../../src/extension/checked-book';
import type { CompletenessBar } from '../../src/extension/completeness';
import type { Outline } from '../../src/extension/outline';
import type { Session } from '../../src/extension/session';
import { wishesFor } from '../../src/extension/settings';
import { root, until } from './editor';

/** All that is looked at: each as text, so that a difference can be read. */
export interface Shown {
  /** By file. */
  readonly problems: Readonly<Record<string, readonly string[]>>;
  /** An item per line: its words, and the badge that the editor colours it with. */
  readonly tree: readonly string[];
  readonly errors: number;
  /** What the status bar says of the chapter in the editor. */
  readonly bar: string | undefined;
}

interface Tally {
  errors: number;
  warnings: number;
}

/** What a fresh reading shows. What an editor shows goes before what is on disk; text that only it remembers, unchanged, is gone. */
export async function freshlyRead(): Promise<Shown> {
  const top = `${root().toString().replace(/\/$/, '')}/`;
  const texts = await textsOnDisk(root());
  const documents = vscode.workspace.textDocuments.filter(({ uri }) => uri.toString().startsWith(top));
  const marked = markedFolders([...texts.keys()].filter((uri) => isManifest(uri) && !isLeftOut(uri, top, () => false)));
  for (const document of documents) {
    const uri = document.uri.toString();
    if (document.isDirty || texts.has(uri)) texts.set(uri, document.getText());
  }
  const books = new Map<string, Book>();
  for (const [folder, manifest] of marked) {
    const reading = readManifest(texts.get(manifest) ?? '', manifest, { rules: ruleIds });
    const settings = resolveSettings(reading, wishesFor(vscode.Uri.parse(manifest)));
    const excluded = globMatcher(settings.exclude);
    const own = [...texts].filter(([uri, text]) => {
      if (!mayBeChapter(uri) || nearestFolder(uri, marked) !== folder) return false;
      return !isLeftOut(uri, folder, excluded) && looksLikeChapter(text);
    });
    const chapters = own.map(([uri, text]) => readChapter(uri, text, settings));
    books.set(folder, await withLinkedFiles(makeBook(reading, settings, chapters)));
  }
  for (const uri of documents.map((document) => document.uri.toString())) {
    const text = texts.get(uri);
    if (isManifest(uri) || nearestFolder(uri, marked) !== undefined || text === undefined) continue;
    if (!looksLikeChapter(text)) continue;
    const settings = resolveSettings(undefined, wishesFor(vscode.Uri.parse(uri)));
    books.set(uri, await withLinkedFiles(makeBook(undefined, settings, [readChapter(uri, text, settings)])));
  }
  const problems: Record<string, string[]> = {};
  const tree: string[] = [];
  let errors = 0;
  const sortedBooks = [...books].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, book]) => book);
  const { language: wish } = wishesFor(undefined);
  const language: Language = wish === 'en' || wish === 'id' ? wish : (sortedBooks[0]?.settings.language ?? 'id');
  for (const book of sortedBooks) {
    const found = checkBook(book);
    for (const [uri, ofFile] of found) {
      if (ofFile.length > 0) problems[uri.slice(top.length)] = ofFile.map((problem) => told(problem, book, top));
      errors += ofFile.filter(({ severity }) => severity === 'error').length;
    }
    tree.push(...treeOf(book, found, language));
  }
  return { problems: sorted(problems), tree, errors, bar: barOf(books) };
}

async function textsOnDisk(folder: vscode.Uri): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type === vscode.FileType.Directory) {
      for (const [below, text] of await textsOnDisk(uri)) texts.set(below, text);
    } else if (isManifest(uri.path) || mayBeChapter(uri.path)) {
      texts.set(uri.toString(), new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
    }
  }
  return texts;
}

async function withLinkedFiles(book: Book): Promise<Book> {
  const files = new Map<string, boolean>();
  for (const file of linkedFiles(book)) {
    const there = vscode.workspace.fs.stat(vscode.Uri.parse(file)).then(
      () => true,
      () => false,
    );
    files.set(file, await there);
  }
  return withFiles(book, files);
}

const levels = { error: 'Error', warning: 'Warning', info: 'Information', hint: 'Hint' } as const;

function told({ file, range, severity, rule, message, related = [] }: Problem, book: Book, top: string): string {
  const at = (uri: string, offset: number) => {
    const { line, character } = linesIn(book, uri)?.positionAt(offset) ?? { line: -1, character: -1 };
    return `${line}:${character}`;
  };
  const others = related.map(
    (one) => ` <- ${one.file.slice(top.length)} ${at(one.file, one.range.start)} ${one.message}`,
  );
  return `${at(file, range.start)}-${at(file, range.end)} ${levels[severity]} ${rule} ${message}${others.join('')}`;
}

function treeOf(book: Book, found: ReadonlyMap<string, readonly Problem[]>, language: Language): string[] {
  const tallies = new Map<string, Tally>();
  const add = (id: string, { severity }: Problem) => {
    const tally = tallies.get(id) ?? { errors: 0, warnings: 0 };
    if (severity === 'error') tally.errors++;
    else if (severity === 'warning') tally.warnings++;
    tallies.set(id, tally);
  };
  const count = (item: OutlineItem, around: readonly OutlineItem[]) => {
    if (item.kind !== 'chapter') for (const child of item.children) count(child, [...around, item]);
    if (item.kind === 'book' || item.missing) return;
    for (const problem of found.get(item.uri as string) ?? []) {
      for (const one of [...around, item]) add(one.id, problem);
      if (item.kind !== 'chapter') continue;
      for (const one of outlinePath(item.children, item.uri as string, problem.range.start)) add(one.id, problem);
    }
  };
  const lines: string[] = [];
  const draw = (item: OutlineItem, depth: number) => {
    const description = item.missing ? { id: 'belum ada', en: 'missing' }[language] : item.detail;
    const badge = item.missing ? 'disabledForeground' : badgeOf(tallies.get(item.id), language);
    lines.push(lineOf(depth, item.label, description, badge));
    for (const child of item.children) draw(child, depth + 1);
  };
  for (const item of outlineOf(book)) {
    count(item, []);
    draw(item, 0);
  }
  return lines;
}

function badgeOf(tally: Tally | undefined, language: Language): string {
  const { errors, warnings } = tally ?? { errors: 0, warnings: 0 };
  if (errors + warnings === 0) return '';
  const id = [errors > 0 ? `${errors} kesalahan` : '', warnings > 0 ? `${warnings} peringatan` : ''];
  const en = [
    errors > 0 ? `${errors} ${errors === 1 ? 'error' : 'errors'}` : '',
    warnings > 0 ? `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}` : '',
  ];
  const words = { id, en }[language].filter(Boolean).join(', ');
  return `${errors > 0 ? 'list.errorForeground' : 'list.warningForeground'} ${words}`;
}

function lineOf(depth: number, label: string, description: unknown, badge: string): string {
  return `${'  '.repeat(depth)}${label}${description ? ` [${description}]` : ''}${badge && ` {${badge}}`}`;
}

function barOf(books: ReadonlyMap<string, Book>): string | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  if (uri === undefined) return undefined;
  const book = books.get(nearestFolder(uri, books) ?? uri);
  const chapter = book?.chapters.find((one) => one.uri === uri);
  if (book === undefined || chapter === undefined) return undefined;
  const { done, required } = completenessOf(book, chapter);
  return required === 0 ? undefined : `${done}/${required}`;
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface DrawnItem {
  readonly depth: number;
  readonly shown: vscode.TreeItem;
}

/** Sees the extension as the editor does: what it was given once it keeps, until it is told that it has changed. */
export class Onlooker implements vscode.Disposable {
  readonly #badges = new Map<string, string>();
  readonly #subscriptions: vscode.Disposable[];
  #tree: readonly DrawnItem[] | undefined;

  constructor(
    private readonly session: Session,
    private readonly outline: Outline,
  ) {
    this.#subscriptions = [
      outline.tree.onDidChangeTreeData(() => {
        this.#tree = undefined;
      }),
      outline.onDidChangeFileDecorations((uris) => {
        if (uris === undefined) this.#badges.clear();
        for (const uri of uris ?? []) this.#badges.set(uri.toString(), this.#ask(uri));
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  look(): Shown {
    const top = `${root().toString().replace(/\/$/, '')}/`;
    const problems: Record<string, string[]> = {};
    for (const [uri, all] of vscode.languages.getDiagnostics()) {
      const own = all.filter(isOurs).map((one) => shownAs(one, top));
      const file = uri.toString();
      if (own.length > 0 && file.startsWith(top)) problems[file.slice(top.length)] = own;
    }
    this.#tree ??= this.#draw(undefined, 0);
    const tree = this.#tree.map(({ depth, shown }) => {
      return lineOf(depth, String(shown.label), shown.description, this.#badgeOf(shown.resourceUri as vscode.Uri));
    });
    const bar = /(\d+) \w+ (\d+)/.exec((this.session.feature('completeness') as CompletenessBar).text ?? '');
    return {
      problems: sorted(problems),
      tree,
      errors: this.outline.tree.view.badge?.value ?? 0,
      bar: bar === null ? undefined : `${bar[1]}/${bar[2]}`,
    };
  }

  #draw(parent: OutlineItem | undefined, depth: number): DrawnItem[] {
    const { tree } = this.outline;
    return (tree.getChildren(parent) as OutlineItem[]).flatMap((item) => {
      const shown = tree.getTreeItem(item) as vscode.TreeItem;
      return [{ depth, shown }, ...this.#draw(item, depth + 1)];
    });
  }

  #badgeOf(uri: vscode.Uri): string {
    const key = uri.toString();
    const badge = this.#badges.get(key) ?? this.#ask(uri);
    this.#badges.set(key, badge);
    return badge;
  }

  #ask(uri: vscode.Uri): string {
    const { color, tooltip = '' } = this.outline.provideFileDecoration(uri) ?? {};
    return color === undefined ? '' : `${(color as { id?: string }).id} ${tooltip}`.trim();
  }
}

/** What the task in the terminal has found is shown as well, without a page to lead to. */
function isOurs({ source, code }: vscode.Diagnostic): boolean {
  return source === 'masterplan' && typeof code === 'object';
}

function shownAs({ range, severity, code, message, relatedInformation = [] }: vscode.Diagnostic, top: string): string {
  const at = ({ line, character }: vscode.Position) => `${line}:${character}`;
  const rule = typeof code === 'object' ? code.value : code;
  const others = relatedInformation.map(({ location: { uri, range: place }, message: words }) => {
    return ` <- ${uri.toString().slice(top.length)} ${at(place.start)} ${words}`;
  });
  const level = vscode.DiagnosticSeverity[severity];
  return `${at(range.start)}-${at(range.end)} ${level} ${rule} ${message}${others.join('')}`;
}

/** Waits until all that is shown is what a fresh reading shows. What is open in it the editor may still be about to change. */
export async function seenAsFresh(onlooker: Onlooker): Promise<void> {
  let expected = await freshlyRead();
  const readAgain = async () => {
    expected = await freshlyRead();
  };
  const events = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(readAgain),
    vscode.workspace.onDidCloseTextDocument(readAgain),
    vscode.workspace.onDidChangeTextDocument(readAgain),
  );
  try {
    await until(() => differences(onlooker.look(), expected), []);
  } finally {
    events.dispose();
  }
}

/** Lines that are shown and should not be, with a `-`, and those that should be and are not, with a `+`. */
function differences(shown: Shown, expected: Shown): string[] {
  const [actual, wanted] = [linesOf(shown), linesOf(expected)];
  if (actual.join('\n') === wanted.join('\n')) return [];
  const only = (lines: readonly string[], others: readonly string[]) => lines.filter((line) => !others.includes(line));
  const found = [
    ...only(actual, wanted).map((line) => `- ${line}`),
    ...only(wanted, actual).map((line) => `+ ${line}`),
  ];
  return found.length > 0 ? found : ['in this order', ...actual];
}

function linesOf({ problems, tree, errors, bar }: Shown): string[] {
  const ofFiles = Object.entries(problems).flatMap(([file, all]) => all.map((problem) => `${file} ${problem}`));
  return [...ofFiles, ...tree, `${errors} errors`, `bar: ${bar}`];
}
