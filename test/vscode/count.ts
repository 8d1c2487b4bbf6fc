// What both runners share: lines that the launcher can tell from the editor's own chatter, and how a run closes.
import type { Runner } from 'mocha';

/** Stands before every line of a test run; `scripts/hosts.mts` prints only such lines. */
const mark = '[test] ';

/** `console.log` for reporters, with the placeholders that mocha uses. */
export function say(format: unknown = '', ...rest: unknown[]): void {
  const filled = String(format).replace(/%[sdij%]/g, (place) => (place === '%%' ? '%' : String(rest.shift())));
  const text = [filled, ...rest].join(' ');
  console.log(text.replace(/^/gm, mark));
}

/** Starts the tests, resolves when they have ended, and rejects when the run must count as failed. */
export function finish(host: string, start: (done: () => void) => Runner): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed: string[] = [];
    const runner = start(() => {
      for (const line of failed) say(`failed: ${line}`);
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      say(`${host}: ${passes} passed, ${failures} failed, ${pending} skipped`);
      if (failures > 0) reject(new Error(`${failures} of the tests failed`));
      else if (passes === 0) reject(new Error('no test ran'));
      else resolve();
    });
    runner.on('fail', (test, error) => {
      failed.push(`${test.fullTitle()}: ${firstLine(error.message)}`);
    });
  });
}

const firstLine = (text: string) => text.split('\n', 1)[0];
