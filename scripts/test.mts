// `npm test`: every check and every test, one after the other, and what came of it in the last line.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needChromium } from '../test/hosts/chromium.mts';
import { installHosts } from '../test/hosts/install.mts';
import { buildProduct } from './build.mts';
import { type Result, runInHost, runPacked, runs } from './hosts.mts';
import { root } from './setup.mjs';

interface Step {
  readonly name: string;
  readonly run: () => Result | Promise<Result>;
}

/** A tool whose exit code is all there is to count: nothing passed, and one failure where it is not 0. */
function tool(...args: string[]): Result {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'run.mjs'), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return { passed: 0, failed: status === 0 ? 0 : 1 };
}

function unitTests(): Result {
  const out = join(root, 'out');
  mkdirSync(out, { recursive: true });
  const report = join(out, 'unit-tests.json');
  rmSync(report, { force: true });
  const { failed } = tool('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  const passed = Number(counts.numPassedTests);
  // A file that cannot be loaded fails the run and has no test to count.
  return { passed, failed: passed === 0 ? 1 : Math.max(failed, Number(counts.numFailedTests)) };
}

/** The tests of `npm start`, by Node's own runner. */
function startTests(): Result {
  const report = join(root, 'out', 'start-tests.tap');
  const reporters = ['spec', 'tap'].map((reporter) => `--test-reporter=${reporter}`);
  const destinations = ['stdout', report].map((destination) => `--test-reporter-destination=${destination}`);
  const { status } = spawnSync(process.execPath, ['--test', ...reporters, ...destinations, 'test/start/*.test.mts'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const count = (word: string) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(readFileSync(report, 'utf8'))?.[1]);
  const passed = count('pass');
  return { passed, failed: status === 0 && passed > 0 ? 0 : Math.max(1, count('fail')) };
}

const steps: readonly Step[] = [
  { name: 'types', run: () => tool('tsc', '-p', '.') },
  { name: 'types of the core', run: () => tool('tsc', '-p', 'src/core') },
  { name: 'lint', run: () => tool('biome', 'ci', '.') },
  { name: 'arrows', run: () => tool('scripts/check-arrows.mts') },
  { name: 'unit tests', run: unitTests },
  {
    name: 'build',
    run: async () => {
      await buildProduct(false);
      return { passed: 0, failed: 0 };
    },
  },
  {
    name: 'editors',
    run: () => {
      needChromium();
      installHosts();
      return { passed: 0, failed: 0 };
    },
  },
  ...runs.map((run) => ({ name: `${run.name} editor`, run: () => runInHost(run) })),
  {
    name: 'packed extension',
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'masterplan-packed-'));
      try {
        return await runPacked(join(folder, 'masterplan.vsix'));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },
  { name: 'npm start', run: startTests },
];

const results: { name: string; result: Result; seconds: number }[] = [];
for (const { name, run } of steps) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  let result: Result;
  try {
    result = await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    result = { passed: 0, failed: 1 };
  }
  results.push({ name, result, seconds: (performance.now() - start) / 1000 });
  // Without the bundles there is nothing to try in an editor.
  if (name === 'build' && result.failed > 0) break;
}

console.log('');
for (const { name, result, seconds } of results) {
  const { passed, failed } = result;
  const outcome = failed > 0 ? `${failed} failed` : passed > 0 ? `${passed} passed` : 'ok';
  console.log(`${name.padEnd(20)} ${outcome.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s`);
}
const sum = (part: keyof Result) => results.reduce((total, { result }) => total + result[part], 0);
console.log(`\nmasterplan: ${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 ? 0 : 1);
