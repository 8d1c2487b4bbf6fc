// Measures, in a real extension host, how long the longest piece of work is while a large masterplan is first read. It
// stands in no run of `npm test`: `npm run bench -- --only slices` starts it on a masterplan that it has made.
import { type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Session } from '../../../src/extension/session';
import { at, masterplan, open, read, write } from '../editor';

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

/** How long the longest turn is while somebody types, one letter after the other, each told what it leads to. */
async function typed(path: string, session: Session): Promise<number> {
  const editor = await open(path);
  const { document } = editor;
  const write = async (letter: string) => {
    const end = document.lineAt(document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, letter));
    await session.settled();
  };
  for (const letter of 'pemanasan') await write(letter);
  const thread = new Thread();
  thread.watch();
  for (const letter of 'Setiap huruf dibaca dan diperiksa lagi. ') await write(letter);
  thread.leave();
  return thread.turns.reduce((most, turn) => Math.max(most, turn), 0);
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
    const typing = await typed('0500.md', session);
    const pause = Math.max(0, ...thread.pauses.map(({ duration }) => duration));
    const measured = JSON.stringify({ longest, second, pause, whole, typing });
    await vscode.workspace.fs.writeFile(at('measured.json'), new TextEncoder().encode(measured));
  });
});
