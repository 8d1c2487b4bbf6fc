// Measures, in a real extension host, how long the longest piece of work is while a large masterplan is first read. It
// stands in no run of `npm test`: `npm run bench -- --only slices` starts it on a masterplan that it has made.
import { type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { at, masterplan, read, write } from '../editor';

/** Watches every turn of this thread, and every pause for collecting memory. */
class Thread {
  /** How long the thread was at work in each turn, in milliseconds: what others do on the machine does not count. */
  readonly turns: number[] = [];
  readonly pauses: PerformanceEntry[] = [];
  #isWatched = true;
  readonly #observer = new PerformanceObserver((list) => this.pauses.push(...list.getEntries()));

  watch(): void {
    this.#observer.observe({ entryTypes: ['gc'] });
    let before = process.threadCpuUsage();
    const turn = () => {
      const now = process.threadCpuUsage();
      this.turns.push((now.user - before.user + now.system - before.system) / 1000);
      before = now;
      if (this.#isWatched) setImmediate(turn);
    };
    setImmediate(turn);
  }

  leave(): void {
    this.#isWatched = false;
    this.#observer.disconnect();
  }
}

describe('a large masterplan', () => {
  it('is read in pieces', async function () {
    this.timeout(120_000);
    await vscode.extensions.getExtension('masterplan.masterplan')?.activate();
    assert.isUndefined(masterplan().session, 'nothing is read before there is a manifest');
    await write('masterplan.yaml', await read('masterplan.yaml.txt'));
    const session = await masterplan().started;
    const thread = new Thread();
    thread.watch();
    const start = performance.now();
    await session.settled();
    const whole = performance.now() - start;
    // The tree and the status bar follow a moment later, which is work as well.
    await new Promise((resolve) => setTimeout(resolve, 500));
    thread.leave();
    assert.equal(session.books[0]?.book?.chapters.length, 1000);
    const shown = vscode.languages.getDiagnostics().reduce((sum, [, found]) => sum + found.length, 0);
    const found = [...(session.books[0]?.problems.values() ?? [])].flat().length;
    assert.equal(shown, found, 'all that was found is shown');
    const [longest = 0, second = 0] = thread.turns.sort((a, b) => b - a);
    const pause = Math.max(0, ...thread.pauses.map(({ duration }) => duration));
    const measured = JSON.stringify({ longest, second, pause, whole });
    await vscode.workspace.fs.writeFile(at('measured.json'), new TextEncoder().encode(measured));
  });
});
