/**
 * The pieces of a check that know nothing of each other: one masterplan, or one chapter that belongs to none. What is
 * asked and what comes of it is plain, so that a piece may be checked in any thread.
 */

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Book } from '../core/book/book';
import type { Language } from '../core/language/language';
import { checkBook } from '../core/rules/check';
import type { Problem } from '../core/rules/problem';
import { resolveSettings } from '../core/template/resolve';
import type { ReaderWishes, Settings } from '../core/template/settings';
import type { FoundBook } from './discover';
import { type LoadedBook, type LoadedFile, loadBook, loadLoose } from './load';
import { type FileChange, type MendOptions, mendLoaded } from './mend';
import { fault, type Notice, ownFault, ruleFault } from './notice';
import { type CheckedFile, type CheckedProblem, type CheckedRelated, placeOfRange } from './report';
import { asideUnlessTarget, isTarget, type Target } from './targets';

export type Piece = { readonly book: FoundBook } | { readonly loose: string };

/** Whether files are mended, and whether that is written. */
export type Mode = 'check' | 'fix' | 'dry-run';

/** What is asked of all pieces alike. */
export interface Ask {
  readonly targets: readonly Target[];
  readonly mode: Mode;
  readonly wishes: ReaderWishes;
}

export interface CheckedPiece {
  /** The book's; absent where there was nothing to check. */
  readonly language?: Language;
  /** All that was asked for: the manifest, then the chapters in their order. */
  readonly files: readonly CheckedFile[];
  /** Paths that the manifest's `exclude` names. */
  readonly excluded: readonly string[];
  readonly notices: readonly Notice[];
  /** How many problems were mended, or would be. */
  readonly mended: number;
  readonly changes: readonly FileChange[];
}

/** Where a piece is, for what is said of all of it. */
export function placeOfPiece(piece: Piece): string {
  return 'book' in piece ? piece.book.folder : piece.loose;
}

/** The files that are read for a piece, as far as they are known before. */
export function filesOfPiece(piece: Piece): readonly string[] {
  return 'book' in piece ? piece.book.files : [piece.loose];
}

/** A piece of which nothing but this is known. */
export function uncheckedPiece(notice: Notice): CheckedPiece {
  return { files: [], excluded: [], notices: [notice], mended: 0, changes: [] };
}

/** Checks pieces, one after the other. */
export class Checking {
  private looseSettings: Settings | undefined;

  /** @param onFile called before each file */
  constructor(
    private readonly ask: Ask,
    private readonly onFile?: () => void,
  ) {}

  /** Never throws: a fault of the tool costs no more than the piece, and is said. */
  check(piece: Piece): CheckedPiece {
    try {
      return this.checked(piece);
    } catch (error) {
      return uncheckedPiece(fault(ownFault(error), placeOfPiece(piece)));
    }
  }

  private checked(piece: Piece): CheckedPiece {
    const { targets, mode, wishes } = this.ask;
    const loaded = this.load(piece);
    const notices = loaded.notices.map((notice) => asideUnlessTarget(notice, targets));
    const excluded = [...loaded.excluded];
    const { book } = loaded;
    if (book === undefined) return { files: [], excluded, notices, mended: 0, changes: [] };
    const isAsked = (path: string) => isTarget(targets, path);
    // Nothing is written outside of the piece's own folder.
    const root = 'book' in piece ? piece.book.folder : dirname(piece.loose);
    const state =
      mode === 'check'
        ? { book, files: loaded.files, problems: problemsOf(book, notices) }
        : mendedOf(book, loaded.files, { wishes, root, isAsked, writes: mode === 'fix' }, notices);
    const { mended = 0, changes = [] } = 'mended' in state ? state : {};
    if ('mended' in state) notices.push(...state.notices);
    const { manifest, chapters } = state.book;
    const inOrder = [...(manifest ? [manifest.uri] : []), ...chapters.map((chapter) => chapter.uri)];
    const files = inOrder.flatMap((uri) => {
      const file = state.files.get(uri);
      if (!file || !isAsked(file.path)) return [];
      return [checkedFile(file, state.problems.get(uri) ?? [], state.files)];
    });
    return { language: book.settings.language, files, excluded, notices, mended, changes };
  }

  private load(piece: Piece): Omit<LoadedBook, 'book'> & { readonly book?: Book } {
    const { targets, wishes } = this.ask;
    const options = this.onFile === undefined ? {} : { onFile: this.onFile };
    if ('book' in piece) return loadBook(piece.book, { ...options, wishes });
    this.looseSettings ??= resolveSettings(undefined, wishes);
    // Below a folder a file that is no text may be anything; named by itself it was meant as a chapter.
    const expectsText = targets.some((target) => target.path === piece.loose);
    return loadLoose(piece.loose, this.looseSettings, { ...options, expectsText });
  }
}

/** A fault in the tool changes no file, and the book is at least checked. */
function mendedOf(book: Book, loaded: LoadedBook['files'], options: MendOptions, said: Notice[]) {
  try {
    return mendLoaded(book, loaded, options);
  } catch (error) {
    said.push(fault(ownFault(error), options.root));
    return { book, files: loaded, problems: problemsOf(book, said) };
  }
}

function problemsOf(book: Book, said: Notice[]): ReadonlyMap<string, readonly Problem[]> {
  const uri = book.manifest?.uri ?? book.chapters[0]?.uri;
  const path = uri === undefined ? undefined : fileURLToPath(uri);
  try {
    return checkBook(book, (rule, error) => said.push(fault(ruleFault(rule, error), path)));
  } catch (error) {
    said.push(fault(ownFault(error), path));
    return new Map();
  }
}

/** A file with its problems as they are shown; what they are about in the book is let go. */
function checkedFile(
  { path, type, source, lines }: LoadedFile,
  found: readonly Problem[],
  files: ReadonlyMap<string, LoadedFile>,
): CheckedFile {
  const shown = new Map<number, string>();
  const problems = found.map(({ rule, severity, range, message, related }): CheckedProblem => {
    const place = placeOfRange(lines, range);
    const line = place.line - 1;
    if (!shown.has(place.line)) shown.set(place.line, source.slice(lines.startOf(line), lines.endOf(line)));
    const others = related?.map(({ file, range, message }): CheckedRelated => {
      const other = files.get(file);
      return other === undefined
        ? { message }
        : { message, at: { path: other.path, place: placeOfRange(other.lines, range) } };
    });
    return { rule, severity, place, message, ...(others === undefined ? {} : { related: others }) };
  });
  return { path, type, problems, lines: shown };
}
