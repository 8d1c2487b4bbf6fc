/**
 * Shares the pieces of a check among threads. Each takes the next piece as soon as it has none, this thread too; what
 * comes of a piece is the same whoever checked it, and whatever becomes of the others.
 */

import { statSync } from 'node:fs';
import { fault } from './notice';
import {
  type Ask,
  type CheckedPiece,
  Checking,
  filesOfPiece,
  type Piece,
  placeOfPiece,
  uncheckedPiece,
} from './pieces';
import { codeOf } from './sources';

/** What further threads are started from. */
export interface Threads {
  /** Absolute path of the program, which exports `work`. */
  readonly program: string;
  /** How many are of use at once, this one counted; asked only where there is much to do. */
  readonly most: () => number;
  /** Bytes of text that are worth a thread. */
  readonly worth: number;
}

/**
 * Starting a thread, reading the program once more and warming it up costs as much as checking about so many bytes of
 * text in a thread that is at work already; with twice as many there is something to be gained.
 */
export const worthAThread = 1_500_000;

/**
 * How many threads are of use to a machine that runs so many at once: each has others beside it that compile its
 * program and tidy up its memory, and they take nearly as much as the thread itself.
 */
export function threadsOn(cores: number): number {
  return Math.ceil(cores / 2);
}

/**
 * Checks all pieces.
 * @param threads without them, and where they would not pay, all is done in this one.
 * @param onFile is told how many files were begun
 * @returns what came of each piece, in the order of the pieces
 */
export async function checkPieces(
  pieces: readonly Piece[],
  ask: Ask,
  threads: Threads | undefined,
  onFile: (begun: number) => void,
): Promise<CheckedPiece[]> {
  const count = threads === undefined ? 1 : threadsFor(pieces, ask, threads);
  if (threads !== undefined && count > 1) return shareOut(pieces, ask, threads.program, count, onFile);
  let begun = 0;
  const checking = new Checking(ask, () => {
    begun++;
    onFile(begun);
  });
  return pieces.map((piece) => checking.check(piece));
}

function threadsFor(pieces: readonly Piece[], { mode }: Ask, { most, worth }: Threads): number {
  // What is written for one masterplan may be what another links to: there it matters which comes first.
  if (mode === 'fix' || pieces.length < 2) return 1;
  const worthwhile = Math.floor(bytesOf(pieces.flatMap(filesOfPiece)) / worth);
  return worthwhile < 2 ? 1 : Math.min(worthwhile, pieces.length, most());
}

/** Enough to tell little from much. */
const samples = 32;

/** About how many bytes these files have: some are asked, for asking all takes a while where they are many. */
function bytesOf(files: readonly string[]): number {
  const step = Math.ceil(files.length / samples);
  const asked = files.filter((_, at) => at % step === 0);
  const sizes = asked.map((path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  return sizes.length === 0 ? 0 : (sizes.reduce((sum, size) => sum + size) / sizes.length) * files.length;
}

/** What a further thread is given. */
interface Assignment {
  readonly program: string;
  readonly ask: Ask;
  /** In the order in which they are taken. */
  readonly pieces: readonly Piece[];
  readonly shared: Int32Array;
  readonly seat: number;
}

/** What it gives back, for each piece that it has taken. */
interface Delivery {
  readonly at: number;
  readonly checked: CheckedPiece;
}

/** Places in the memory that the threads share: the next piece, how many files were begun, and then each one's seat. */
const next = 0;
const begun = 1;
const firstSeat = 2;

/** Read by Node instead of a file of its own, which would have to be found beside the program. */
const start = "require(require('node:worker_threads').workerData.program).work()";

async function shareOut(
  unordered: readonly Piece[],
  ask: Ask,
  program: string,
  count: number,
  onFile: (begun: number) => void,
): Promise<CheckedPiece[]> {
  const { Worker } = await import('node:worker_threads');
  // The largest first: one that is taken last keeps all others waiting.
  const pieces = [...unordered].sort((a, b) => filesOfPiece(b).length - filesOfPiece(a).length);
  const shared = new Int32Array(new SharedArrayBuffer(4 * (firstSeat + count)));
  const done = new Map<Piece | undefined, CheckedPiece>();
  const workers = Array.from({ length: count - 1 }, (_, at) => {
    const workerData: Assignment = { program, ask, pieces, shared, seat: firstSeat + 1 + at };
    return new Worker(start, { eval: true, workerData });
  });
  const ended = new Promise<void>((resolve) => {
    let running = workers.length;
    const settle = () => {
      if (running === 0 || done.size === pieces.length) resolve();
    };
    for (const [at, worker] of workers.entries()) {
      worker.on('message', ({ at, checked }: Delivery) => {
        done.set(pieces[at], checked);
        onFile(Atomics.load(shared, begun));
        settle();
      });
      worker.on('error', (error) => {
        const piece = pieces[Atomics.load(shared, firstSeat + 1 + at)];
        if (codeOf(error) !== 'ERR_WORKER_OUT_OF_MEMORY' || piece === undefined || done.has(piece)) return;
        // Tried again in this thread it would take all others with it.
        done.set(piece, uncheckedPiece(fault(tooLittleMemory, placeOfPiece(piece))));
      });
      worker.on('exit', () => {
        running--;
        settle();
      });
    }
  });
  const checking = new Checking(ask, () => onFile(Atomics.add(shared, begun, 1) + 1));
  for (const { at, checked } of inTurn(pieces, checking, shared, firstSeat)) done.set(pieces[at], checked);
  if (done.size < pieces.length) await ended;
  for (const worker of workers) worker.unref();
  // What a thread had taken when it ended before its time is done here.
  return unordered.map((piece) => done.get(piece) ?? checking.check(piece));
}

/** The part of a further thread. */
export async function work(): Promise<void> {
  const { parentPort, workerData } = await import('node:worker_threads');
  const { ask, pieces, shared, seat } = workerData as Assignment;
  const checking = new Checking(ask, () => Atomics.add(shared, begun, 1));
  for (const delivery of inTurn(pieces, checking, shared, seat)) parentPort?.postMessage(delivery);
}

/** Takes pieces that nobody else has taken, until there are none. @param seat says which one is taken. */
function* inTurn(
  pieces: readonly Piece[],
  checking: Checking,
  shared: Int32Array,
  seat: number,
): Generator<Delivery, void> {
  for (;;) {
    const at = Atomics.add(shared, next, 1);
    Atomics.store(shared, seat, at);
    const piece = pieces[at];
    if (piece === undefined) return;
    yield { at, checked: checking.check(piece) };
  }
}

const tooLittleMemory = {
  id: 'tidak dapat diperiksa, karena memorinya tidak cukup.',
  en: 'could not be checked: there is not enough memory for it.',
};
