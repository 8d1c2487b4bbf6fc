// `npm start` as a user types it: what it shows, what it opens, and that nothing of it is left after Ctrl+C. Run by `node --test`.
import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { root } from '../../scripts/setup.mjs';
import { openBrowser } from '../hosts/code-server.mts';

const book = join(root, 'examples', 'kabupaten-contoh-keliru');
let own = '';
const started: ChildProcess[] = [];

before(() => {
  own = mkdtempSync(join(tmpdir(), 'masterplan-start-test-'));
});
after(() => rmSync(own, { recursive: true, force: true }));
afterEach(() => {
  // What a failed test left.
  for (const child of started.splice(0)) if (child.exitCode === null && child.signalCode === null) signal(child);
});

/** Ctrl+C: the interrupt goes to the whole group. */
function signal(child: ChildProcess): void {
  process.kill(-(child.pid ?? 0), 'SIGINT');
}

/** `npm start` in a group of its own, as a terminal starts it. */
function start(args: string[], env: NodeJS.ProcessEnv) {
  const options = { cwd: root, env: { ...process.env, ...env }, detached: true } as const;
  const child = spawn('npm', ['start', '--', ...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  const output = { text: '' };
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  /** Resolves when the output matches; fails when the program ends before. */
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((done, fail) => {
      const look = () => {
        const match = pattern.exec(output.text);
        if (match) done(match);
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      ended.then(() => fail(new Error(`ended before it said ${pattern}:\n${output.text}`)));
      look();
    });
  const collect = (chunk: Buffer) => {
    output.text += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return { child, output, ended, says };
}

/** All processes that a process started, directly or not. */
function descendants(child: ChildProcess): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const parents = lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const found = [child.pid ?? 0];
  for (const parent of found) found.push(...parents.filter(([, its]) => its === parent).map(([pid]) => pid));
  return found;
}

/** Those of the processes that still run; what has ended and only waits to be counted does not. */
function running(pids: number[]): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,stat='], { encoding: 'utf8' }).trim().split('\n');
  const alive = lines.map((line) => line.trim().split(/\s+/)).filter(([, state]) => !state?.startsWith('Z'));
  const set = new Set(alive.map(([pid]) => Number(pid)));
  return pids.filter((pid) => set.has(pid));
}

/** Ctrl+C, then waits until all have ended, at most 15 seconds. */
async function interrupt(child: ChildProcess, pids: number[]): Promise<void> {
  signal(child);
  const until = performance.now() + 15_000;
  while (running(pids).length > 0 && performance.now() < until) await turn();
  assert.deepEqual(running(pids), []);
}

/** A PATH without any `code`. */
const bare = (process.env.PATH ?? '').split(delimiter).filter((folder) => !/code/i.test(folder));

test('serves VS Code with the extension, and Ctrl+C ends all of it', { timeout: 120_000 }, async () => {
  const run = start([book], { PATH: bare.join(delimiter), DISPLAY: '', WAYLAND_DISPLAY: '' });
  const [, address = ''] = await run.says(/(http:\/\/127\.0\.0\.1:\d+)/);
  assert.match(run.output.text, /02-smart-governance\.md/);
  const { browser, page } = await openBrowser({ width: 1200, height: 800 });
  try {
    await page.goto(address);
    // The extension of the package works in that window: the editor counts its problems.
    await page.locator('[id="status.problems"][aria-label^="Errors: "]').waitFor();
    const pids = descendants(run.child);
    assert.ok(pids.length >= 4, `npm, the script, the server and its extension host: ${pids}`);
    await interrupt(run.child, pids);
    await run.ended;
  } finally {
    await browser.close();
  }
});

test('opens desktop VS Code where `code` is on the PATH, and Ctrl+C closes it', { timeout: 60_000 }, async () => {
  // Stands for `code`: notes what it was called with, starts a window that outlives it, and waits for that to close.
  const bin = join(own, 'bin');
  mkdirSync(bin);
  const notes = join(own, 'called-with');
  const code = join(bin, 'code');
  writeFileSync(
    code,
    `#!/bin/sh
printf '%s\\n' "$@" > '${notes}'
while [ "$1" != --user-data-dir ]; do shift; done
mkdir -p "$2"
setsid sleep 600 &
echo $! > "$2/code.lock"
echo window is open
wait
`,
  );
  chmodSync(code, 0o755);
  const run = start([book], { PATH: [bin, ...bare].join(delimiter), DISPLAY: ':0', VSCODE_IPC_HOOK_CLI: '' });
  await run.says(/window is open/);
  const called = readFileSync(notes, 'utf8').trim().split('\n');
  assert.equal(called.at(-1), book);
  assert.ok(called.includes(`--extensionDevelopmentPath=${root}`));
  const lock = join(dirname(called[called.indexOf('--user-data-dir') + 1] ?? ''), 'profile', 'code.lock');
  const pids = [...descendants(run.child), Number(readFileSync(lock, 'utf8'))];
  await interrupt(run.child, pids);
});

test('says what is wrong with a folder that is not there', { timeout: 60_000 }, async () => {
  const run = start([join(own, 'nowhere')], {});
  const [code] = await run.ended;
  assert.equal(code, 2);
  assert.match(run.output.text, /nowhere is no folder/);
});
