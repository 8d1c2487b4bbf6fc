/** Brings the generated blocks of a book up to date, and leaves alone what somebody has written by hand (format 3.6). */

import type { Book } from '../book/book';
import { rewrittenBook } from '../book/rewrite';
import type { Chapter, GeneratedBlock } from '../chapter/chapter';
import type { ReaderWishes } from '../template/settings';
import { applyEdits, type FileEdit } from '../text/edits';
import { contains, type Range } from '../text/range';
import { type BlockReport, blockReports } from './generated';

export interface RefreshOptions {
  /** Those that the book's settings were resolved with. */
  readonly wishes?: ReaderWishes;
  /** Whether the blocks of a chapter are to be refreshed; all chapters unless said otherwise. */
  readonly isAsked?: (uri: string) => boolean;
  /** Whether a chapter that has something to refresh may be written; asked only then. */
  readonly mayChange?: (uri: string) => boolean;
  /** Writes over blocks that were edited by hand, too. */
  readonly overwrites?: boolean;
}

/** A block as it stood before anything was refreshed. */
export interface BlockPlace {
  readonly chapter: Chapter;
  readonly block: GeneratedBlock;
}

export interface LeftBlock extends BlockPlace {
  /** Edited by hand, or of a kind that does not exist. */
  readonly state: 'edited' | 'unknown';
}

export interface Refreshed {
  /** The new texts of the chapters that change, by URI. */
  readonly texts: ReadonlyMap<string, string>;
  readonly written: readonly BlockPlace[];
  readonly left: readonly LeftBlock[];
}

/** Rules whose findings in a generated block are mended by writing it anew. */
const mendedByRefresh: ReadonlySet<string> = new Set(['roadmap-mismatch', 'summary-mismatch']);

/** A problem as far as generated blocks go. */
export interface ProblemInBlock {
  readonly rule: string;
  /** URI of the chapter that the range is in. */
  readonly file: string;
  readonly range: Range;
}

/**
 * The generated block that a problem is about, because it is not as the chapters are; nothing where writing it anew would
 * change nothing. A problem of the whole roadmap stands at the title: there the roadmap of its chapter is meant.
 * @returns the block, and its place among those of its chapter
 */
export function blockToRefresh(
  book: Book,
  { rule, file, range }: ProblemInBlock,
): { readonly at: number; readonly report: BlockReport } | undefined {
  const chapter = mendedByRefresh.has(rule) ? book.chapters.find(({ uri }) => uri === file) : undefined;
  if (chapter === undefined || chapter.generated.length === 0) return undefined;
  const reports = blockReports(book, chapter);
  const inside = reports.findIndex(({ block }) => contains(block, range));
  const at = inside >= 0 ? inside : reports.findIndex(({ kind }) => kind?.name === 'roadmap');
  const report = reports[at];
  return report?.edit === undefined ? undefined : { at, report };
}

/** What mends such a problem without asking anybody: only a block that nobody has edited is written anew. */
export function refreshingFix(
  book: Book,
  problem: ProblemInBlock,
): { readonly edits: readonly FileEdit[] } | undefined {
  const { state, edit } = blockToRefresh(book, problem)?.report ?? {};
  return state === 'outdated' && edit !== undefined ? { edits: [{ uri: problem.file, edits: [edit] }] } : undefined;
}

/** A block may show what another says (whether a section is empty), but not in circles. */
const mostRounds = 4;

/** What refreshing a book comes to; nothing is changed here. */
export function refreshBlocks(book: Book, options: RefreshOptions = {}): Refreshed {
  const { isAsked = () => true, mayChange = () => true, overwrites = false, wishes } = options;
  const asked = book.chapters.filter(({ uri, generated }) => generated.length > 0 && isAsked(uri));
  const written = new Map<string, BlockPlace>();
  const texts = new Map<string, string>();
  const left = asked.flatMap((chapter) => leftIn(book, chapter, overwrites));
  const isWritten = ({ state }: BlockReport) => state === 'outdated' || (state === 'edited' && overwrites);
  let now = book;
  for (let round = 0; round < mostRounds; round++) {
    const changed = new Map<string, string>();
    for (const before of asked) {
      const chapter = now.chapters.find(({ uri }) => uri === before.uri);
      if (chapter === undefined) continue;
      const reports = blockReports(now, chapter);
      if (!reports.some(isWritten) || !mayChange(chapter.uri)) continue;
      const edits = reports.flatMap((report, at) => {
        if (!isWritten(report) || report.edit === undefined) return [];
        const block = before.generated[at];
        if (block !== undefined) written.set(`${at} ${chapter.uri}`, { chapter: before, block });
        return [report.edit];
      });
      changed.set(chapter.uri, applyEdits(chapter.source, edits));
    }
    if (changed.size === 0) break;
    for (const [uri, text] of changed) texts.set(uri, text);
    now = rewrittenBook(now, changed, wishes === undefined ? {} : { wishes });
  }
  return { texts, written: [...written.values()], left };
}

function leftIn(book: Book, chapter: Chapter, overwrites: boolean): LeftBlock[] {
  return blockReports(book, chapter).flatMap(({ block, state }) =>
    state === 'unknown' || (state === 'edited' && !overwrites) ? [{ chapter, block, state }] : [],
  );
}
