/** What was found about a thing that never changes is not looked for again. */

import type { Book } from '../book/book';
import { type ChapterProgrammes, type JoinedProgramme, programmesByChapter } from '../book/programmes';
import type { Finding } from '../language/finding';
import type { Settings } from '../template/settings';

/** A value that hangs on a thing and the settings alone. */
export class Remembered<T extends object, V> {
  private readonly known = new WeakMap<T, { readonly settings: Settings; readonly value: V }>();

  constructor(private readonly find: (thing: T, settings: Settings) => V) {}

  of(thing: T, settings: Settings): V {
    const before = this.known.get(thing);
    if (before?.settings === settings) return before.value;
    const value = this.find(thing, settings);
    this.known.set(thing, { settings, value });
    return value;
  }
}

/** Findings about single programmes, whatever the others are: only those of changed chapters are looked for again. */
export class FoundInProgrammes {
  private readonly ofChapters: Remembered<ChapterProgrammes, readonly Finding[]>;

  constructor(find: (joined: JoinedProgramme, settings: Settings) => readonly Finding[]) {
    this.ofChapters = new Remembered(({ joined }, settings) => joined.flatMap((each) => find(each, settings)));
  }

  *check(book: Book): Iterable<Finding> {
    for (const programmes of programmesByChapter(book)) yield* this.ofChapters.of(programmes, book.settings);
  }
}
