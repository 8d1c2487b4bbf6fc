/** `Masterplan: Show Roadmap`: the roadmap of a masterplan beside its chapters, always as they are at this moment. */

import * as vscode from 'vscode';
import type { Book } from '../core/book/book';
import { readerLanguage } from '../core/book/language';
import { type RoadmapRow, roadmapOf } from '../core/views/roadmap';
import { toRange } from './positions';
import { roadmapMain, roadmapPage } from './roadmap-page';
import type { OpenBook, Session } from './session';

const command = 'masterplan.showRoadmap';
const viewType = 'masterplan.roadmap';
/** Milliseconds that a burst of typing is one change. */
const delay = 150;

export function register(context: vscode.ExtensionContext, session: Session): RoadmapViews {
  return new RoadmapViews(context.extensionUri, session);
}

export class RoadmapViews implements vscode.Disposable {
  /** By the key of their masterplan. */
  readonly #views = new Map<string, RoadmapView>();
  readonly #command: vscode.Disposable;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly session: Session,
  ) {
    this.#command = vscode.commands.registerCommand(command, () => this.#show());
  }

  /** The views that are open. */
  get views(): readonly RoadmapView[] {
    return [...this.#views.values()];
  }

  dispose(): void {
    this.#command.dispose();
    for (const view of this.views) view.dispose();
  }

  async #show(): Promise<void> {
    const open = await this.#chosen();
    if (open === undefined) return;
    const { key } = open;
    const shown = this.#views.get(key);
    if (shown !== undefined) {
      shown.reveal();
      return;
    }
    this.#views.set(key, new RoadmapView(key, this.extension, this.session, () => this.#views.delete(key)));
  }

  /** The masterplan in the editor; where none is there, the only one, else the one that is chosen. */
  async #chosen(): Promise<OpenBook | undefined> {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const active = uri === undefined ? undefined : this.session.bookOf(uri);
    const { books } = this.session;
    if (active?.book !== undefined || books.length < 2) return active?.book === undefined ? books[0] : active;
    const choices = books.map((open) => ({ label: titleOf(open), description: pathOf(open), open }));
    const title = this.session.say({ id: 'Peta jalan masterplan yang mana?', en: 'The roadmap of which masterplan?' });
    return (await vscode.window.showQuickPick(choices, { title }))?.open;
  }
}

function pathOf({ key }: OpenBook): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(key));
}

function titleOf(open: OpenBook): string {
  return open.book?.settings.title ?? pathOf(open);
}

export class RoadmapView implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #subscriptions: vscode.Disposable[];
  readonly #drawn = new vscode.EventEmitter<void>();
  /** The table is another one than before. */
  readonly onDidDraw = this.#drawn.event;
  #rows: readonly RoadmapRow[] = [];
  #main = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly key: string,
    extension: vscode.Uri,
    private readonly session: Session,
    private readonly closed: () => void,
  ) {
    const media = vscode.Uri.joinPath(extension, 'media');
    const options = { enableScripts: true, enableCommandUris: false, localResourceRoots: [media] };
    const title = this.#title();
    this.#panel = vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active, options);
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
    const parts = { style: address('roadmap.css'), script: address('roadmap.js'), source: webview.cspSource };
    webview.html = roadmapPage({ title, language: this.#language(), ...parts }, this.#main);
  }

  /** The table as it is shown. */
  get main(): string {
    return this.#main;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** Leads to a programme of the roadmap, in a column beside this one. */
  async open(at: number): Promise<void> {
    const row = this.#rows[at];
    const lines = row && this.session.linesOf(row.uri);
    if (row === undefined || lines === undefined) return;
    const isFirst = this.#panel.viewColumn === vscode.ViewColumn.One;
    await vscode.window.showTextDocument(vscode.Uri.parse(row.uri), {
      selection: toRange(lines, row.range),
      viewColumn: isFirst ? vscode.ViewColumn.Beside : vscode.ViewColumn.One,
    });
  }

  #end(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.closed();
  }

  #book(): Book | undefined {
    return this.session.books.find(({ key }) => key === this.key)?.book;
  }

  #language() {
    const book = this.#book();
    return book === undefined ? this.session.language : readerLanguage(book.settings);
  }

  #title(): string {
    const name = { id: 'Peta Jalan', en: 'Roadmap' }[this.#language()];
    const title = this.#book()?.settings.title;
    return title === undefined ? name : `${name}: ${title}`;
  }

  #later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.session.faults.guard('drawing the roadmap', () => {
        if (!this.#draw()) return;
        this.#send();
        this.#drawn.fire();
      });
    }, delay);
  }

  /** @returns whether anything is shown otherwise than before. */
  #draw(): boolean {
    const book = this.#book();
    const roadmap = book === undefined ? { rows: [] } : roadmapOf(book);
    const before = this.#main;
    this.#rows = roadmap.rows;
    this.#main = roadmapMain(roadmap, this.#title(), book?.settings.template.dimensions ?? [], this.#language());
    return this.#main !== before;
  }

  #send(): void {
    void this.#panel.webview.postMessage({ type: 'main', html: this.#main });
  }

  #received(message: unknown): void {
    if (typeof message !== 'object' || message === null || !('type' in message)) return;
    // A page that comes back to sight begins with the table that it was made with.
    if (message.type === 'ready') this.#send();
    if (message.type === 'open' && 'row' in message && typeof message.row === 'number') void this.open(message.row);
  }
}
