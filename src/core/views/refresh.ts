/** Brings the generated blocks of a book up to date, and leaves alone what somebody has written by hand (format 3.6). */

import type { Book } from '../book/book';
import { rewrittenBook } from '../book/rewrite';
import type { Chapter, GeneratedBlock } from '../chapter/chapter';
import type { ReaderWishes } from '../template/settings';
import { applyEdits } from '../text/edits';
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
