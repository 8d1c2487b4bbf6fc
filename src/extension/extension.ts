/** Where the editor starts us. Nothing of the core is loaded before a manifest or a chapter has been met. */

import * as vscode from 'vscode';
import type { OutlineItem } from '../core/views/outline';
import { loadSession } from './bundles';
import { findManifests } from './files';
import { LateTree } from './late-tree';
import { earlyCommands, manifestGlob, outlineView } from './names';
import { example, handbook, PackedTexts } from './packed-texts';
import type { ChapterPreview } from './preview';
import { PreviewPlugin } from './preview-plugin';
import type { Session } from './session';
import { looksLikeChapter } from './sniff';

/** What the extension gives to others, its own tests among them. */
export interface Masterplan {
  /** Absent as long as neither a manifest nor a chapter has been met. */
  readonly session: Session | undefined;
  /** Fails where the session could not start. */
  readonly started: Promise<Session>;
  /** Asked by the built-in Markdown preview. */
  readonly extendMarkdownIt: PreviewPlugin['extendMarkdownIt'];
}

/** Returns at once: what registers itself with the editor takes its turn behind the others that are being started. */
export async function activate(context: vscode.ExtensionContext): Promise<Masterplan> {
  await new Promise((resolve) => setTimeout(resolve));
  return register(context);
}

function register(context: vscode.ExtensionContext): Masterplan {
  let session: Session | undefined;
  let starting = false;
  let announce: (session: Session | Promise<never>) => void;
  const started = new Promise<Session>((resolve) => {
    announce = resolve;
  });
  // A failure is told where it happens; nobody has to wait for it.
  started.catch(() => {});
  // A view without a provider complains; an empty one shows its welcome text.
  const outline = new LateTree<OutlineItem>(outlineView);
  const plugin = new PreviewPlugin();
  const waiting = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument((event) => look(event.document)),
    vscode.workspace.onDidChangeWorkspaceFolders(lookForManifest),
    watchManifests(start),
  );
  // Called before there is a session, a command starts it and is done by the one who registers it then.
  const callers = Object.values(earlyCommands).map((command) => {
    return vscode.commands.registerCommand(command, async (...given: unknown[]) => {
      start();
      await started;
      return vscode.commands.executeCommand(command, ...given);
    });
  });
  const early = vscode.Disposable.from(...callers);
  const packed = [example, handbook].map((folder) => new PackedTexts(context, folder).register());
  context.subscriptions.push(outline, waiting, early, ...packed);
  for (const document of vscode.workspace.textDocuments) look(document);
  // Whoever waits for us, as the Markdown preview does, need not wait until the search has begun.
  const search = setTimeout(lookForManifest);
  context.subscriptions.push({ dispose: () => clearTimeout(search) });
  return {
    get session() {
      return session;
    },
    started,
    extendMarkdownIt: plugin.extendMarkdownIt,
  };

  function look(document: vscode.TextDocument): void {
    if (looksLikeChapter(document)) start();
  }

  async function lookForManifest(): Promise<void> {
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      if (starting) return;
      if ((await findManifests(uri)).length > 0) start();
    }
  }

  function start(): void {
    if (starting) return;
    starting = true;
    waiting.dispose();
    void load();
  }

  async function load(): Promise<void> {
    try {
      const { startSession, host } = await loadSession(context);
      session = await startSession(context, { outline }, host, early);
      const preview = session.feature('preview') as ChapterPreview | undefined;
      if (preview !== undefined) preview.wait(plugin.attach(preview));
      announce(session);
    } catch (error) {
      console.error(error);
      announce(Promise.reject(error));
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(`Masterplan could not start: ${reason}`);
    }
  }
}

function watchManifests(whenMet: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(manifestGlob, false, true, true);
  return vscode.Disposable.from(watcher, watcher.onDidCreate(whenMet));
}
