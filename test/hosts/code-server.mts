// A current VS Code in a browser: starts its server on this machine, opens the workbench in Chromium, and ends both.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { currentNode } from '../../scripts/setup.mjs';
import { chromiumFlags, needChromium } from './chromium.mts';
import { installHosts } from './install.mts';

/** Settings for every window: nothing that moves, asks, or looks for servers that the tests must not need. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.restoreWindows': 'none',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** How a server is started. */
export interface ServerOptions {
  /** The server's own folder, with installed extensions; without it a new one that goes when the server ends. */
  readonly serverData?: string;
  /** Where it listens; without it any free port. */
  readonly port?: number;
  /** What a window opens whose address names nothing. */
  readonly folder?: string;
  /** Lets the page start tests and end the window. */
  readonly drivable?: boolean;
  /** Asks whether to trust a folder, as an editor at home does. */
  readonly askForTrust?: boolean;
  /** The folder of the extensions that every editor has, where it shall not have all of them. */
  readonly builtInExtensions?: string;
  /** Settings of the machine, over the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A running server. */
export interface Server {
  /** Address without a slash at the end, such as `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Ends the server and everything it started, and removes what it kept for itself. */
  stop(): Promise<void>;
  /** Is kept when the server ends, with its exit code, asked or not. */
  readonly ended: Promise<number | null>;
}

function serverArguments(serverData: string): string[] {
  const entry = join(installHosts().server, 'out', 'server-main.js');
  return [entry, '--server-data-dir', serverData, '--accept-server-license-terms', '--telemetry-level', 'off'];
}

/** Kills a process group; says nothing where it is gone already. */
function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Starts a server on 127.0.0.1 and waits until it answers. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const own = options.serverData === undefined;
  const serverData = options.serverData ?? mkdtempSync(join(tmpdir(), 'masterplan-vscode-'));
  const machine = join(serverData, 'data', 'Machine');
  mkdirSync(machine, { recursive: true });
  writeFileSync(join(machine, 'settings.json'), JSON.stringify({ ...quietSettings, ...options.settings }));

  const args = [...serverArguments(serverData), '--host', '127.0.0.1', '--port', String(options.port ?? 0)];
  args.push('--without-connection-token');
  if (options.folder) args.push('--default-folder', options.folder);
  if (options.builtInExtensions) args.push('--builtin-extensions-dir', options.builtInExtensions);
  if (options.drivable) args.push('--enable-smoke-test-driver');
  if (!options.askForTrust) args.push('--disable-workspace-trust');
  // A group of its own: the server starts further processes, and all of them must end with it.
  const child = spawn(currentNode(), args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const killAtExit = () => killGroup(child, 'SIGKILL');
  process.once('exit', killAtExit);

  const ended = new Promise<number | null>((done) => {
    child.once('error', () => done(null));
    child.once('exit', (code) => done(code));
  });
  let output = '';
  const port = await new Promise<string>((done, fail) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const listening = /agent listening on (\d+)/.exec(output);
      if (listening?.[1]) done(listening[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    ended.then((code) => fail(new Error(`the VS Code server ended with ${code}:\n${output}`)));
  });

  return {
    address: `http://127.0.0.1:${port}`,
    ended,
    async stop() {
      killGroup(child, 'SIGTERM');
      const patience = setTimeout(() => killGroup(child, 'SIGKILL'), 5000);
      await ended;
      clearTimeout(patience);
      // The server itself is gone; what it started may outlive it.
      killGroup(child, 'SIGKILL');
      process.removeListener('exit', killAtExit);
      if (own) rmSync(serverData, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** Installs a packed extension for servers on the same data folder. Throws with the output where that fails. */
export function installExtension(vsix: string, serverData: string): void {
  const args = [...serverArguments(serverData), '--install-extension', resolve(vsix)];
  const run = spawnSync(currentNode(), args, { encoding: 'utf8' });
  const said = `${run.stdout}${run.stderr}`;
  if (run.status !== 0 || /fail|error/i.test(run.stderr)) throw new Error(`installing ${vsix} failed:\n${said}`);
}

/** What a window opens. */
export interface WindowOptions {
  /** A folder, or a `.code-workspace` file. */
  readonly folder: string;
  readonly extension?: string;
  readonly tests?: string;
}

/** The address of a window on a server. Paths are those of the machine the server runs on. */
export function windowAddress(server: Server, options: WindowOptions): string {
  const remote = (path: string) =>
    `vscode-remote://${server.address.slice('http://'.length)}${encodeURI(resolve(path))}`;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  if (options.extension) payload.push(['extensionDevelopmentPath', remote(options.extension)]);
  if (options.tests) payload.push(['extensionTestsPath', remote(options.tests)]);
  const kind = options.folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = new URLSearchParams({ [kind]: resolve(options.folder), payload: JSON.stringify(payload) });
  return `${server.address}/?${query.toString().replaceAll('+', '%20')}`;
}

/** A browser with one empty page. */
export async function openBrowser(
  size: { width: number; height: number },
  scale = 1,
): Promise<{ browser: Browser; page: Page }> {
  const browser = await chromium.launch({ executablePath: needChromium(), args: chromiumFlags, headless: true });
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale });
  return { browser, page };
}
