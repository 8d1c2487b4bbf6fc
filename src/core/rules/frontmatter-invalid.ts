/** A chapter's frontmatter: not YAML, a wrong value, an unknown key, no dimension. Found while it is read; shown here. */

import type { ChapterRule } from './rule';

export const frontmatterInvalid: ChapterRule = {
  id: 'frontmatter-invalid',
  severity: 'error',
  scope: 'chapter',
  title: { id: 'Frontmatter tidak dapat dibaca seluruhnya', en: 'The frontmatter cannot be read in full' },
  check(chapter) {
    return chapter.frontmatter.findings;
  },
};
