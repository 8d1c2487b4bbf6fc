/** A required section that its scope does not have (format 2.3). */

import { OfEach } from '../book/of-each';
import { referencesIn } from '../book/references';
import type { Chapter, Part } from '../chapter/chapter';
import { wordsOf } from '../chapter/filled';
import { type MissingSection, missingSections } from '../chapter/missing';
import { withoutColon } from '../language/titles';
import { isWhollyBold } from '../markdown/inline';
import { lexiconOf } from '../template/lexicon';
import { ofTemplate } from '../template/of-template';
import type { Settings } from '../template/settings';
import type { SectionUse } from '../template/template';
import { contains, type Range } from '../text/range';
import { insertMissing, makeHeading } from './fixes/missing-section';
import type { PieceRule } from './rule';
import { foundTitle, partTitle, quoted, sectionTitle } from './wording';

export const missingSection: PieceRule<InChapter> = {
  id: 'missing-section',
  severity: 'error',
  scope: 'pieces',
  title: { id: 'Bagian wajib belum ada', en: 'A required section is missing' },
  pieces: ({ chapters, settings }) => chaptersLacking.some(chapters, settings),
  // The codes of its skeleton keep clear of those of the other chapters.
  hangsOn: (book) => [referencesIn(book).shape],
  *check({ chapter, parts: lacking }, book) {
    const { settings } = book;
    for (const { part, missing, bold } of lacking) {
      const { kind, within } = missing;
      const title = sectionTitle(kind, settings);
      const scope = within === undefined ? partTitle(chapter, part, settings) : foundTitle(within, part, settings);
      if (bold !== undefined) {
        const words = quoted(wordsOf(chapter.source, bold));
        yield {
          uri: chapter.uri,
          range: bold,
          message: {
            id: `${words} baru teks tebal, bukan judul, sehingga bagian "${title.id}" belum terbaca di ${scope.id}.`,
            en: `${words} is bold text, not a heading, so the section "${title.en}" is not found in ${scope.en}.`,
          },
          writeFixes: () => [makeHeading(chapter, part, missing, bold), insertMissing(book, chapter, part, missing)],
        };
        continue;
      }
      yield {
        uri: chapter.uri,
        range: within?.place ?? part.place,
        message: {
          id: `Bagian "${title.id}" belum ada di ${scope.id}.`,
          en: `Section "${title.en}" is missing from ${scope.en}.`,
        },
        writeFixes: () => [insertMissing(book, chapter, part, missing)],
      };
    }
  },
};

interface MissingInPart {
  readonly part: Part;
  readonly missing: MissingSection;
  /** A line that is wholly bold and names the section: most likely its heading. */
  readonly bold: Range | undefined;
}

/** The chapters in which something is missing, with what it is. */
const chaptersLacking = new OfEach((chapter: Chapter, settings: Settings): InChapter | undefined => {
  const parts = chapter.parts.flatMap((part) => {
    const all = missingSections(chapter, part, settings.template);
    const bold = boldTitles(chapter, part, all, settings);
    return all.map((missing) => ({ part, missing, bold: bold.get(missing) }));
  });
  return parts.length === 0 ? undefined : { chapter, parts };
});

interface InChapter {
  readonly chapter: Chapter;
  readonly parts: readonly MissingInPart[];
}

/** For each missing section the first line in its scope that is wholly bold and, as a heading, would open the section. */
function boldTitles(
  chapter: Chapter,
  part: Part,
  all: readonly MissingSection[],
  settings: Settings,
): ReadonlyMap<MissingSection, Range> {
  const found = new Map<MissingSection, Range>();
  if (all.length === 0) return found;
  const { source } = chapter;
  const lexicon = lexiconOf(settings);
  const anyOfThem = listOfKinds(
    all.map(({ kind }) => kind),
    settings,
  );
  for (const block of chapter.blocks) {
    if (block.type !== 'paragraph' || block.lines.length !== 1 || !contains(part, block)) continue;
    if (block.end - block.start > 200 || !isWhollyBold(source, block)) continue;
    const words = withoutColon(wordsOf(source, block));
    // Most name none of them.
    if (lexicon.recognise(words, anyOfThem) === undefined) continue;
    for (const missing of all) {
      if (found.has(missing) || !contains(missing.within?.section ?? part, block)) continue;
      const recognition = lexicon.recognise(words, listOfKinds([missing.kind], settings));
      if (recognition === undefined || recognition.slip !== undefined) continue;
      found.set(missing, { start: block.start, end: block.end });
    }
    if (found.size === all.length) break;
  }
  return found;
}

const listsOfKinds = ofTemplate(() => new Map<string, readonly SectionUse[]>());

/** The same list for the same kinds: what titles mean is remembered by lists. */
function listOfKinds(kinds: readonly string[], { template }: Settings): readonly SectionUse[] {
  const lists = listsOfKinds(template);
  const key = kinds.join(' ');
  const list = lists.get(key) ?? kinds.map((id) => ({ id, required: true }));
  lists.set(key, list);
  return list;
}
