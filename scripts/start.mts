// `npm start -- [FOLDER] [--port NUMBER]`: builds, checks a book in the terminal, and opens it in VS Code with the extension.
// Ctrl+C ends all that it started.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installExtension, startServer } from '../test/hosts/code-server.mts';
import { buildProduct } from './build.mts';
import { packQuietly } from './package.mts';
import { currentNode, root } from './setup.mjs';

/** The `code` of a desktop VS Code, where one is on the PATH and there is a desktop to show it on. */
function findCode(): string | undefined {
  // In a terminal inside VS Code on a server, `code` talks to that window and takes no extension under development.
  if (process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  const { DISPLAY, WAYLAND_DISPLAY, PATH = '' } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  return PATH.split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** Resolves when the user presses Ctrl+C, or when this process is asked to end. */
function asked(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
  });
}

/** Opens a window of the desktop VS Code that shares nothing with the user's own, until it is closed or Ctrl+C. */
async function onDesktop(code: string, folder: string, own: string, end: Promise<void>): Promise<void> {
  const profile = join(own, 'profile');
  const args = [`--extensionDevelopmentPath=${root}`, '--new-window', '--wait', '--disable-workspace-trust'];
  args.push('--user-data-dir', profile, '--extensions-dir', join(own, 'extensions'), '--skip-welcome');
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const shell = process.platform === 'win32';
  const window = spawn(shell ? `"${code}"` : code, [...args, folder], { stdio: 'inherit', shell });
  console.log('\nVS Code opens the folder. Close the window or press Ctrl+C here to end.');
  const closed = new Promise<void>((done) => {
    window.once('error', (error) => {
      console.error(`${code}: ${error.message}`);
      done();
    });
    window.once('exit', () => done());
  });
  await Promise.race([closed, end]);
  window.kill();
  // The window is no child of `code`; VS Code notes its process in the profile.
  const lock = join(profile, 'code.lock');
  const main = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : Number.NaN;
  if (main > 0) {
    try {
      process.kill(main);
    } catch {
      // It has ended already.
    }
  }
}

/** Serves VS Code with the packed extension on this machine until Ctrl+C. */
async function served(folder: string, own: string, port: number, end: Promise<void>): Promise<void> {
  const serverData = join(own, 'server');
  const vsix = join(own, 'masterplan.vsix');
  await packQuietly(vsix);
  installExtension(vsix, serverData);
  const server = await startServer({ serverData, port, folder });
  console.log(
    `\nVS Code with the extension: ${server.address}\nOpen the address in a browser. Press Ctrl+C here to end.`,
  );
  await Promise.race([end, server.ended]);
  await server.stop();
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { port: { type: 'string', default: '0' } } });
  } catch (error) {
    console.error(`masterplan: ${(error as Error).message}\nusage: npm start -- [FOLDER] [--port NUMBER]`);
    process.exit(2);
  }
}

const { values, positionals } = readArguments();
// npm starts scripts in the project's folder; a path is meant from where the user stands.
const folder = resolve(process.env.INIT_CWD ?? '.', positionals[0] ?? join(root, 'examples', 'kabupaten-contoh'));
if (!existsSync(folder) || !statSync(folder).isDirectory()) {
  console.error(`masterplan: ${folder} is no folder`);
  process.exit(2);
}

const end = asked();
const own = mkdtempSync(join(tmpdir(), 'masterplan-start-'));
try {
  const code = findCode();
  await buildProduct(code === undefined);
  console.log(`\n$ masterplan check ${folder}`);
  // Faults in a book are no reason not to open it.
  spawnSync(currentNode(), [join(root, 'dist', 'cli.js'), 'check', folder], { stdio: 'inherit' });
  if (code) await onDesktop(code, folder, own, end);
  else await served(folder, own, Number(values.port), end);
} finally {
  rmSync(own, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
process.exit(0);
