/** How messages name things: sections, dimensions, chapters, in both languages and never longer than a line. */

import type { Chapter, FoundSection, Part } from '../chapter/chapter';
import type { Text } from '../language/language';
import type { Settings } from '../template/settings';

/** Blanks that are not single spaces; most texts have none. */
const unevenBlanks = /[^\S ]| {2}/;

/** A text in quotes as a message shows it: in one line, without the full stop at its end, cut where it is long. */
export function quoted(text: string): string {
  const words = (unevenBlanks.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
  const line = words.endsWith('.') ? words.slice(0, -1) : words;
  return `"${line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line}"`;
}

/** The canonical titles of a section kind. */
export function sectionTitle(kind: string, settings: Settings): Text {
  return settings.template.sections.find((section) => section.id === kind)?.title ?? { id: kind, en: kind };
}

/** The titles of a dimension of the set. */
export function dimensionTitle(dimension: string, settings: Settings): Text {
  return (
    settings.template.dimensions.find((candidate) => candidate.id === dimension)?.title ?? {
      id: dimension,
      en: dimension,
    }
  );
}

/** What a part is called: its dimension, else its chapter's kind, else the chapter's own title. */
export function partTitle(chapter: Chapter, part: Part, settings: Settings): Text {
  if (part.dimension !== undefined) return dimensionTitle(part.dimension, settings);
  const kind = settings.template.chapters.find((candidate) => candidate.id === chapter.kind);
  if (kind !== undefined && kind.required !== 'per-dimension') return kind.title;
  return { id: chapter.titleText, en: chapter.titleText };
}

/** A section with the dimension that it belongs to: `Analisis SWOT Smart Economy`. */
export function foundTitle(found: FoundSection, part: Part, settings: Settings): Text {
  const title = sectionTitle(found.kind, settings);
  if (part.dimension === undefined) return title;
  const dimension = dimensionTitle(part.dimension, settings);
  return { id: `${title.id} ${dimension.id}`, en: `${title.en} of ${dimension.en}` };
}
