// `npm test`: every check and every test, one after the other, and what came of it in the last line.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { needChromium } from '../test/hosts/chromium.mts';
import { installHosts } from '../test/hosts/install.mts';
import { buildProduct } from './build.mts';
import { type Result, runInHost, runPacked, runs } from './hosts.mts';
import { root } from './setup.mjs';

interface Step {
  readonly name: string;
  readonly run: () => Result | Promise<Result>;
}

const firstLine = (text: string) => text.split('\n', 1)[0] ?? '';

/** A tool whose exit code is all there is to count: nothing passed, and one failure where it is not 0. */
function tool(...args: string[]): Result {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'run.mjs'), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // What must always hold is tried with many cases: `test/effort.ts`.
    env: { ...process.env, FUZZ_MANY: 'yes' },
  });
  return { passed: 0, failures: status === 0 ? [] : [`${args.join(' ')} ended with ${status}`] };
}

/** What vitest reports as JSON, as far as it is used here. */
interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

function unitTests(): Result {
  const out = join(root, 'out');
  mkdirSync(out, { recursive: true });
  const report = join(out, 'unit-tests.json');
  rmSync(report, { force: true });
  const { failures: ended } = tool(
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  );
  const { numPassedTests, testResults }: Report = JSON.parse(readFileSync(report, 'utf8'));
  const failures = testResults.flatMap(({ name, message, assertionResults }) => {
    const tests = assertionResults.filter(({ status }) => status === 'failed');
    const file = relative(root, name);
    // A file that cannot be loaded has no test to name.
    if (tests.length === 0 && message !== '') return [`${file}: ${firstLine(message)}`];
    return tests.map(({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0] ?? '')}`);
  });
  return { passed: numPassedTests, failures: failures.length > 0 ? failures : ended };
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
  const told = readFileSync(report, 'utf8');
  const failures = [...told.matchAll(/^not ok \d+ - (.*)$/gm)].map(([, name]) => name as string);
  const passed = Number(/^# pass (\d+)$/m.exec(told)?.[1]);
  const ended = status === 0 && passed > 0 ? [] : [`the tests ended with ${status}`];
  return { passed, failures: failures.length > 0 ? failures : ended };
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
      return { passed: 0, failures: [] };
    },
  },
  {
    name: 'editors',
    run: () => {
      needChromium();
      installHosts();
      return { passed: 0, failures: [] };
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
    result = { passed: 0, failures: [firstLine(String(error))] };
  }
  results.push({ name, result, seconds: (performance.now() - start) / 1000 });
  // Without the bundles there is nothing to try in an editor.
  if (name === 'build' && result.failures.length > 0) break;
}

console.log('');
for (const { name, result, seconds } of results) {
  const { passed, failures } = result;
  const outcome = failures.length > 0 ? `${failures.length} failed` : passed > 0 ? `${passed} passed` : 'ok';
  console.log(`${name.padEnd(20)} ${outcome.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s`);
}
const failures = results.flatMap(({ name, result }) => result.failures.map((failure) => `${name}: ${failure}`));
// Said once more where nobody has to look for it.
if (failures.length > 0) console.log(`\n${failures.join('\n')}`);
const passed = results.reduce((sum, { result }) => sum + result.passed, 0);
console.log(`\nmasterplan: ${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
