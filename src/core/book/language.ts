/** Which language is spoken where: what is said to the reader, and what is written into a chapter. */

import type { Chapter } from '../chapter/chapter';
import type { Language } from '../language/language';
import type { Settings } from '../template/settings';

/** The language of words about a chapter: the reader's wish, else the chapter's own, else the book's. */
export function readerLanguage(settings: Settings, chapter?: Chapter): Language {
  return settings.readerLanguage ?? writtenLanguage(settings, chapter);
}

/** The language of what is written into a chapter: its own, else the book's. */
export function writtenLanguage(settings: Settings, chapter?: Chapter): Language {
  return chapter?.frontmatter.lang?.value ?? settings.language;
}
