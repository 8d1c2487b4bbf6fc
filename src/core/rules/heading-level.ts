/** A heading more than one level below the heading it stands under. */

import type { Section } from '../chapter/chapter';
import type { Finding } from '../language/finding';
import type { ChapterRule } from './rule';
import { quoted } from './wording';

export const headingLevel: ChapterRule = {
  id: 'heading-level',
  severity: 'warning',
  scope: 'chapter',
  title: { id: 'Tingkat judul terlewati', en: 'A heading level is skipped' },
  // Where no heading stands above, the chapter's title does, be it only in the frontmatter.
  check: (chapter) => below(chapter.sections, 1),
};

function* below(sections: readonly Section[], parentLevel: number): Iterable<Finding> {
  for (const section of sections) {
    const { level } = section.heading;
    const right = parentLevel + 1;
    if (level > right) {
      const { marks } = section.heading;
      yield {
        range: marks,
        message: {
          id: `Judul ${quoted(section.text)} bertingkat ${level}, padahal judul di atasnya bertingkat ${parentLevel}; gunakan tingkat ${right}.`,
          en: `Heading ${quoted(section.text)} is of level ${level} below one of level ${parentLevel}; use level ${right}.`,
        },
        fixes: [
          {
            title: { id: `Jadikan judul tingkat ${right}`, en: `Make it a heading of level ${right}` },
            edits: [{ edits: [{ range: marks, text: '#'.repeat(right) }] }],
            preferred: true,
          },
        ],
      };
    }
    if (section.children.length > 0) yield* below(section.children, level);
  }
}
