/** Two chapters or blocks for one dimension, or two of a chapter kind that may stand only once. */

import { OfEach } from '../book/of-each';
import type { Chapter, Part } from '../chapter/chapter';
import type { Finding } from '../language/finding';
import type { Text } from '../language/language';
import type { Settings } from '../template/settings';
import type { Range } from '../text/range';
import type { BookRule } from './rule';
import { dimensionTitle } from './wording';

export const duplicateChapter: BookRule = {
  id: 'duplicate-chapter',
  severity: 'error',
  scope: 'book',
  title: { id: 'Bab atau dimensi ditulis dua kali', en: 'A chapter or a dimension stands twice' },
  hangsOn: ({ chapters, settings }) => [thatStandOnce.some(chapters, settings)],
  *check({ chapters, settings }) {
    const kinds = new Map<string, Chapter>();
    const dimensions = new Map<string, { chapter: Chapter; place: Range }>();
    for (const chapter of thatStandOnce.some(chapters, settings)) {
      const kind = settings.template.chapters.find((candidate) => candidate.id === chapter.kind);
      if (kind === undefined) continue;
      const first = kinds.get(kind.id);
      if (kind.once && first !== undefined) {
        yield duplicate(chapter.uri, kindPlace(chapter), first.uri, kindPlace(first), {
          id: `Bab "${kind.title.id}" sudah ada; dalam satu masterplan cukup satu.`,
          en: `There is a chapter "${kind.title.en}" already; a masterplan has only one.`,
        });
      }
      if (first === undefined) kinds.set(kind.id, chapter);
      for (const part of chapter.parts) {
        if (part.dimension === undefined) continue;
        const place = partPlace(chapter, part);
        const other = dimensions.get(part.dimension);
        if (other === undefined) {
          dimensions.set(part.dimension, { chapter, place });
          continue;
        }
        const { id, en } = dimensionTitle(part.dimension, settings);
        yield duplicate(chapter.uri, place, other.chapter.uri, other.place, {
          id: `Dimensi ${id} sudah ditulis di tempat lain; satu dimensi cukup satu bab.`,
          en: `The dimension ${en} is written elsewhere already; one dimension has one chapter.`,
        });
      }
    }
  },
};

/** The chapters that no other may be like: of their kind, or of a dimension. */
const thatStandOnce = new OfEach((chapter: Chapter, { template }: Settings) => {
  const kind = template.chapters.find(({ id }) => id === chapter.kind);
  return kind?.once || chapter.parts.some(({ dimension }) => dimension !== undefined) ? chapter : undefined;
});

function kindPlace(chapter: Chapter): Range {
  return chapter.frontmatter.chapter?.range ?? chapter.frontmatter.range;
}

function partPlace(chapter: Chapter, part: Part): Range {
  return part.opener === undefined ? (chapter.frontmatter.dimension?.range ?? kindPlace(chapter)) : part.place;
}

function duplicate(uri: string, range: Range, firstUri: string, firstRange: Range, message: Text): Finding {
  return {
    uri,
    range,
    message,
    related: [
      { uri: firstUri, range: firstRange, message: { id: 'Yang pertama ada di sini.', en: 'The first one is here.' } },
    ],
  };
}
