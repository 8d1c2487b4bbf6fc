// Runs the mocha tests of test/vscode in the real editors: `npm run hosts -- [desktop] [web] [packed] [--grep TEXT] [--verbose] [--no-build]`.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { needChromium } from '../test/hosts/chromium.mts';
import { installExtension } from '../test/hosts/code-server.mts';
import { installHosts } from '../test/hosts/install.mts';
import { buildProduct, buildTests } from './build.mts';
import { packQuietly, sizeWithoutPictures } from './package.mts';
import { currentNode, root } from './setup.mjs';

/** One start of one editor. */
export interface Run {
  /** As in `npm run hosts -- NAME`. */
  readonly name: string;
  /** `desktop`: the current VS Code, extension host on Node. `web`: VS Code 1.91 for the Web, extension host in a worker. */
  readonly host: 'desktop' | 'web';
  /** Folder of test/vscode with the `*.test.ts` files; `*.desktop.test.ts` and `*.web.test.ts` are left out of the other host. */
  readonly suite: string;
  /** Folder that the editor opens, or the `.code-workspace` in it: a copy of it, so that tests may write. */
  readonly workspace: string;
}

export const runs: readonly Run[] = [
  { name: 'desktop', host: 'desktop', suite: 'suite', workspace: 'test/vscode/workspace' },
  { name: 'web', host: 'web', suite: 'suite', workspace: 'test/vscode/workspace' },
  { name: 'plain', host: 'desktop', suite: 'plain', workspace: 'test/vscode/plain-workspace' },
  { name: 'plain-web', host: 'web', suite: 'plain', workspace: 'test/vscode/plain-workspace' },
  { name: 'early', host: 'desktop', suite: 'early', workspace: 'test/vscode/plain-workspace' },
  { name: 'early-web', host: 'web', suite: 'early', workspace: 'test/vscode/plain-workspace' },
  { name: 'inside', host: 'desktop', suite: 'inside', workspace: 'test/vscode/inside-workspace' },
  { name: 'folders', host: 'desktop', suite: 'folders', workspace: 'test/vscode/folders-workspace' },
];

/** Uses the packed and installed extension, on the faulty example. */
const packedRun: Run = {
  name: 'packed',
  host: 'desktop',
  suite: 'packed',
  workspace: 'examples/kabupaten-contoh-keliru',
};

/** How a run ended. */
export interface Result {
  readonly passed: number;
  /** What failed: the test's full name and the first line of what it said. */
  readonly failures: readonly string[];
}

/** What `runInHost` can be told. */
export interface RunOptions {
  /** Only tests whose full name matches. */
  readonly grep?: string;
  /** Prints what the editor itself logs too. */
  readonly verbose?: boolean;
  /** The extension under test, where it is not this folder. */
  readonly extension?: string;
  /** Further flags for the launcher. */
  readonly flags?: readonly string[];
  /** Looks at the copy of the workspace when the run has ended. */
  readonly afterwards?: (folder: string) => void;
}

/** Prints the lines of the test run as they come and keeps the editor's own, for when the run does not come to its end. */
class Listener extends Writable {
  private rest = '';
  private readonly chatter: string[] = [];
  private readonly failures: string[] = [];
  private closing: Result | undefined;
  private readonly verbose: boolean;

  constructor(verbose: boolean) {
    super();
    this.verbose = verbose;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    const lines = (this.rest + chunk.toString()).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.line(line);
    done();
  }

  private line(line: string): void {
    const marked = /^\[test\] (.*)$/.exec(line)?.[1];
    if (marked !== undefined) console.log(marked);
    else if (this.verbose) console.log(line);
    else this.chatter.push(line);
    const failure = /^failed: (.*)$/.exec(marked ?? '')?.[1];
    if (failure !== undefined) this.failures.push(failure);
    const passed = /^\w+: (\d+) passed, /.exec(marked ?? '')?.[1];
    if (passed !== undefined) this.closing = { passed: Number(passed), failures: this.failures };
  }

  /** What the closing line said; one failure more where the run ended badly without saying which. */
  result(code: number): Result {
    if (this.closing && (code === 0) === (this.failures.length === 0)) return this.closing;
    const end = `the run ended with ${code}${this.closing ? '' : ' before its tests had ended'}`;
    console.log([...this.chatter, this.rest, end].slice(-200).join('\n'));
    return { passed: this.closing?.passed ?? 0, failures: [...this.failures, end] };
  }
}

async function desktop(tests: string, folder: string, listener: Listener, options: RunOptions): Promise<number> {
  try {
    return await runTests({
      // A desktop VS Code can be named instead of the served one.
      vscodeExecutablePath: process.env.MASTERPLAN_CODE || join(root, 'test', 'hosts', 'code.mts'),
      extensionDevelopmentPath: options.extension ?? root,
      extensionTestsPath: tests,
      launchArgs: [folder, ...(options.flags ?? [])],
      stdout: listener,
      stderr: listener,
    });
  } catch (error) {
    return (error as { code?: number }).code ?? 1;
  }
}

function web(tests: string, folder: string, listener: Listener, options: RunOptions): Promise<number> {
  const launcher = join(root, 'test', 'hosts', 'web.mts');
  const flags = [`--extensionTestsPath=${tests}`, `--extensionDevelopmentPath=${options.extension ?? root}`];
  const child = spawn(currentNode(), [launcher, folder, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => child.kill();
  process.once('exit', kill);
  child.stdout.pipe(listener, { end: false });
  child.stderr.pipe(listener, { end: false });
  return new Promise((done) => {
    child.once('error', () => done(1));
    child.once('close', (code) => {
      process.removeListener('exit', kill);
      done(code ?? 1);
    });
  });
}

/** Runs one of `runs`, on a copy of its workspace. */
export async function runInHost(run: Run, options: RunOptions = {}): Promise<Result> {
  console.log(`test/vscode/${run.suite} in VS Code${run.host === 'web' ? ' for the Web' : ''}`);
  // What is large is installed before, so that the time limit of the run holds for the run alone.
  needChromium();
  installHosts();
  const bundle = (await buildTests(run.suite, options.grep))[run.host];
  const parent = mkdtempSync(join(tmpdir(), 'masterplan-test-'));
  const folder = join(parent, basename(run.workspace));
  try {
    cpSync(join(root, run.workspace), folder, { recursive: true });
    const listener = new Listener(options.verbose ?? false);
    const start = run.host === 'web' ? web : desktop;
    const several = readdirSync(folder).find((name) => name.endsWith('.code-workspace'));
    const opened = several === undefined ? folder : join(folder, several);
    const result = listener.result(await start(bundle, opened, listener, options));
    options.afterwards?.(folder);
    return result;
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** Everybody downloads the package: how many bytes it may have, its pictures not counted. */
const mostPacked = 500 * 1024;

function judgeSize(vsix: string): Result {
  const bytes = sizeWithoutPictures(vsix);
  const kilobytes = (count: number) => `${(count / 1024).toFixed(1)} KB`;
  console.log(`the package has ${kilobytes(bytes)} without its pictures, of ${kilobytes(mostPacked)}`);
  if (bytes <= mostPacked) return { passed: 1, failures: [] };
  return {
    passed: 0,
    failures: [`the package has ${kilobytes(bytes)} without its pictures: ${kilobytes(mostPacked)} are the most`],
  };
}

/** Packs the extension into a file, installs that very file in an editor of its own, and runs the tests of it there. */
export async function runPacked(vsix: string, options: RunOptions = {}): Promise<Result> {
  await buildProduct(true);
  await packQuietly(vsix);
  const own = mkdtempSync(join(tmpdir(), 'masterplan-installed-'));
  try {
    const serverData = join(own, 'server');
    installExtension(vsix, serverData);
    // An editor runs tests only for an extension under development: this one is empty.
    const extension = join(own, 'empty');
    mkdirSync(extension);
    const manifest = { name: 'empty', publisher: 'masterplan', version: '0.0.0', engines: { vscode: '*' } };
    writeFileSync(join(extension, 'package.json'), JSON.stringify(manifest));
    const flags = [`--server-data-dir=${serverData}`];
    const results = [judgeSize(vsix), await runInHost(packedRun, { ...options, extension, flags })];
    return {
      passed: results.reduce((sum, { passed }) => sum + passed, 0),
      failures: results.flatMap(({ failures }) => failures),
    };
  } finally {
    rmSync(own, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { grep: { type: 'string' }, verbose: { type: 'boolean' }, 'no-build': { type: 'boolean' } },
  });
  if (!values['no-build']) await buildProduct(false);
  let failed = false;
  const wanted = (name: string) => positionals.length === 0 || positionals.includes(name);
  for (const run of runs.filter(({ name }) => wanted(name))) {
    const result = await runInHost(run, values);
    failed ||= result.failures.length > 0 || result.passed === 0;
  }
  if (positionals.includes(packedRun.name)) {
    const result = await runPacked(join(root, 'out', 'masterplan.vsix'), values);
    failed ||= result.failures.length > 0 || result.passed === 0;
  }
  process.exitCode = failed ? 1 : 0;
}
