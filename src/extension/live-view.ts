/** Views of a whole masterplan in a panel of their own, always as the chapters are at this moment. */

import * as vscode from 'vscode';
import { type Book, nameOfBook } from '../core/book/book';
import { readerLanguage } from '../core/book/language';
import type { Language, Text } from '../core/language/language';
import { livePage, type PageMain } from './page';
import { toRange } from './positions';
import type { OpenBook, Session } from './session';

/** What a view shows. Its own style and its script stand in `media/`, by the last part of its type. */
export interface LiveKind {
  readonly command: string;
  /** `masterplan.roadmap` */
  readonly viewType: string;
  readonly name: Text;
  /** Asked where the window has several masterplans. */
  readonly question: Text;
  draw(book: Book, title: string, language: Language): PageMain;
}

/** Milliseconds that a burst of typing is one change. */
const delay = 150;

export class LiveViews implements vscode.Disposable {
  /** By the key of their masterplan. */
  readonly #views = new Map<string, LiveView>();
  readonly #command: vscode.Disposable;

  constructor(
    private readonly kind: LiveKind,
    private readonly extension: vscode.Uri,
    private readonly session: Session,
  ) {
    this.#command = vscode.commands.registerCommand(kind.command, () => this.#show());
  }

  /** The views that are open. */
  get views(): readonly LiveView[] {
    return [...this.#views.values()];
  }

  dispose(): void {
    this.#command.dispose();
    for (const view of this.views) view.dispose();
  }

  async #show(): Promise<void> {
    const open = await this.#chosen();
    if (open === undefined) return;
    const shown = this.#views.get(open.key);
    if (shown !== undefined) return shown.reveal();
    this.#views.set(
      open.key,
      new LiveView(this.kind, open.key, this.extension, this.session, () => this.#views.delete(open.key)),
    );
  }

  /** The masterplan in the editor; where none is there, the only one, else the one that is chosen. */
  async #chosen(): Promise<OpenBook | undefined> {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const active = uri === undefined ? undefined : this.session.bookOf(uri);
    if (active?.book !== undefined) return active;
    // They may be being read for the first time.
    if (this.session.books.length === 0) await this.session.settled();
    const { books } = this.session;
    if (books.length === 0) {
      const none = { id: 'Belum ada masterplan di jendela ini.', en: 'There is no masterplan in this window.' };
      void vscode.window.showInformationMessage(this.session.say(none));
    }
    if (books.length < 2) return books[0];
    const choices = books.map((open) => ({
      label: (open.book && nameOfBook(open.book)) ?? vscode.workspace.asRelativePath(vscode.Uri.parse(open.key)),
      description: vscode.workspace.asRelativePath(vscode.Uri.parse(open.key)),
      open,
    }));
    const title = this.session.say(this.kind.question);
    return (await vscode.window.showQuickPick(choices, { title }))?.open;
  }
}

export class LiveView implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #subscriptions: vscode.Disposable[];
  readonly #drawn = new vscode.EventEmitter<void>();
  /** Whenever something is shown otherwise than before. */
  readonly onDidDraw = this.#drawn.event;
  #places: PageMain['places'] = [];
  #main = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly kind: LiveKind,
    private readonly key: string,
    extension: vscode.Uri,
    private readonly session: Session,
    private readonly closed: () => void,
  ) {
    const media = vscode.Uri.joinPath(extension, 'media');
    const title = this.#title();
    this.#panel = vscode.window.createWebviewPanel(kind.viewType, title, vscode.ViewColumn.Active, {
      enableScripts: true,
      enableCommandUris: false,
      localResourceRoots: [media],
    });
    const { webview } = this.#panel;
    const address = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
    this.#subscriptions = [
      this.#drawn,
      this.#panel.onDidDispose(() => this.#end()),
      webview.onDidReceiveMessage((message: unknown) => this.#received(message)),
      session.onDidChange(({ books }) => {
        if ([...books].some((open) => open.key === key)) this.#later();
      }),
    ];
    this.#draw();
    const name = kind.viewType.slice(kind.viewType.lastIndexOf('.') + 1);
    const styles = [address('page.css'), address(`${name}.css`)];
    const parts = { styles, script: address(`${name}.js`), source: webview.cspSource };
    webview.html = livePage({ title, language: this.#language(), ...parts }, this.#main);
  }

  /** What is shown. */
  get main(): string {
    return this.#main;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** Leads to a place that a button stands for, in a column beside this one. */
  async open(number: number): Promise<void> {
    const place = this.#places[number];
    const lines = place && this.session.linesOf(place.uri);
    if (place === undefined || lines === undefined) return;
    const isFirst = this.#panel.viewColumn === vscode.ViewColumn.One;
    await vscode.window.showTextDocument(vscode.Uri.parse(place.uri), {
      selection: toRange(lines, place.range),
      viewColumn: isFirst ? vscode.ViewColumn.Beside : vscode.ViewColumn.One,
    });
  }

  #end(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.closed();
  }

  #book() {
    return this.session.books.find(({ key }) => key === this.key)?.book;
  }

  #language() {
    const book = this.#book();
    return book === undefined ? this.session.language : readerLanguage(book.settings);
  }

  #title(): string {
    const name = this.kind.name[this.#language()];
    const book = this.#book();
    const title = book && nameOfBook(book);
    return title === undefined ? name : `${name}: ${title}`;
  }

  #later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.session.faults.guard(`drawing ${this.kind.viewType}`, () => {
        if (!this.#draw()) return;
        this.#send();
        this.#drawn.fire();
      });
    }, delay);
  }

  /** @returns whether anything is shown otherwise than before. */
  #draw(): boolean {
    const book = this.#book();
    const before = this.#main;
    const drawn = book && this.kind.draw(book, this.#title(), this.#language());
    this.#places = drawn?.places ?? [];
    this.#main = drawn?.html ?? '';
    return this.#main !== before;
  }

  #send(): void {
    void this.#panel.webview.postMessage({ type: 'main', html: this.#main });
  }

  #received(message: unknown): void {
    if (typeof message !== 'object' || message === null || !('type' in message)) return;
    // A page that comes back to sight begins with what it was made with.
    if (message.type === 'ready') this.#send();
    if (message.type === 'open' && 'place' in message && typeof message.place === 'number') {
      void this.open(message.place);
    }
  }
}
