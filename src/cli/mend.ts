/** Mends a book that was read from the disk: by its fixes, and only in files that may be written. */

import { fileURLToPath } from 'node:url';
import type { Book } from '../core/book/book';
import { rewrittenBook } from '../core/book/rewrite';
import { ruleIds } from '../core/rules/catalogue';
import { checkBook } from '../core/rules/check';
import { mendBook } from '../core/rules/mend';
import type { Problem } from '../core/rules/problem';
import type { ReaderWishes } from '../core/template/settings';
import { LineIndex } from '../core/text/lines';
import { refreshingFix } from '../core/views/refresh';
import type { LoadedFile } from './load';
import { fault, type Notice, note } from './notice';
import { createFile, refusalFor, refusalForNew, replaceFile, unwritable } from './write';

/** A file that was changed or created, or would be. */
export interface FileChange {
  readonly path: string;
  /** Absent for a new file. */
  readonly before?: string;
  readonly after: string;
  readonly hasByteOrderMark: boolean;
}

export interface MendOptions {
  readonly wishes: ReaderWishes;
  /** Absolute path of the folder that nothing may be written outside of. */
  readonly root: string;
  /** Whether the problems of a file are to be mended. */
  readonly isAsked: (path: string) => boolean;
  /** Without it nothing is written. */
  readonly writes: boolean;
}

export interface MendedBook {
  /** As it is on the disk now, or would be. */
  readonly book: Book;
  readonly files: ReadonlyMap<string, LoadedFile>;
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
  /** How many problems were mended. */
  readonly mended: number;
  readonly changes: readonly FileChange[];
  readonly notices: readonly Notice[];
}

/** @param loaded the files that the book was read from, by URI. */
export function mendLoaded(
  book: Book,
  loaded: ReadonlyMap<string, LoadedFile>,
  { wishes, root, isAsked, writes }: MendOptions,
): MendedBook {
  const files = new Map(loaded);
  const gate = new Gate(loaded, root);
  const { mended, texts, newFiles } = mendBook(
    book,
    wishes,
    {
      isAsked: (uri) => isAsked(loaded.get(uri)?.path ?? fileURLToPath(uri)),
      mayChange: (uri) => gate.mayChange(uri),
    },
    refreshingFix,
  );
  // As long as nothing is written, nothing has failed.
  const notices = gate.notices().map(({ path, message }) => (writes ? fault : note)(message, path));
  const changes: FileChange[] = [];
  const written = new Map<string, string>();
  const put = (uri: string, after: string) => {
    const file = loaded.get(uri);
    const path = file?.path ?? fileURLToPath(uri);
    try {
      if (writes && file === undefined) createFile(path, after);
      else if (writes && file !== undefined) replaceFile(path, after, file.origin);
    } catch (error) {
      notices.push(fault(unwritable(error), path));
      return;
    }
    written.set(uri, after);
    const hasByteOrderMark = file?.origin.hasByteOrderMark ?? false;
    changes.push({ path, ...(file === undefined ? {} : { before: file.source }), after, hasByteOrderMark });
    const origin = file?.origin ?? { hasByteOrderMark, isUtf8: true, isWhole: true };
    files.set(uri, {
      uri,
      path,
      type: file?.type ?? 'chapter',
      origin: { ...origin, text: after },
      source: after,
      lines: new LineIndex(after),
    });
  };
  for (const [uri, text] of texts) put(uri, text);
  for (const { uri, text } of newFiles) put(uri, text);
  const after = rewrittenBook(book, written, { wishes, rules: ruleIds });
  const isAllWritten = written.size === texts.size + newFiles.length;
  const problems = checkBook(after);
  return {
    book: after,
    files,
    problems,
    mended: isAllWritten ? mended.length : missingFrom(mended, problems),
    changes,
    notices,
  };
}

/** Where a file could not be written after all, what is still there was not mended. */
function missingFrom(mended: readonly Problem[], problems: ReadonlyMap<string, readonly Problem[]>): number {
  const left = new Set([...problems.values()].flat().map(({ rule, file, message }) => `${rule}\n${file}\n${message}`));
  return mended.filter(({ rule, file, message }) => !left.has(`${rule}\n${file}\n${message}`)).length;
}

/** Which files may be written, and why others were not although a fix would have changed them. */
export class Gate {
  private readonly refusals = new Map<string, Notice | undefined>();

  constructor(
    private readonly loaded: ReadonlyMap<string, LoadedFile>,
    private readonly root: string,
  ) {}

  mayChange(uri: string): boolean {
    if (!this.refusals.has(uri)) this.refusals.set(uri, this.refusal(uri));
    return this.refusals.get(uri) === undefined;
  }

  private refusal(uri: string): Notice | undefined {
    const file = this.loaded.get(uri);
    const path = file?.path ?? fileURLToPath(uri);
    const message = file === undefined ? refusalForNew(path, this.root) : refusalFor(path, file.origin, this.root);
    return message === undefined ? undefined : fault(message, path);
  }

  notices(): Notice[] {
    return [...this.refusals.values()].filter((notice) => notice !== undefined);
  }
}
