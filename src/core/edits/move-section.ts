/** Moves a section with its whole text to another place among its siblings. */

import type { Chapter, Section } from '../chapter/chapter';
import { readChapter } from '../chapter/read';
import { allSections } from '../chapter/sections';
import type { Settings } from '../template/settings';
import { applyEdits, lineEndOf, type TextEdit } from '../text/edits';
import { isBelowBlank, startOfLine } from '../text/line-edges';

export interface SectionPlace {
  readonly section: Section;
  /** Whether the moved section goes before or behind that one. */
  readonly side: 'before' | 'behind';
}

/**
 * The edits that move a section; every character of it stays, and one blank line parts it from its new neighbours.
 * @returns nothing where the move would change what stands below what: where the two are no siblings, one between them
 * has another level, or something in the section is never closed (a code fence, a comment).
 */
export function moveSection(
  chapter: Chapter,
  section: Section,
  place: SectionPlace,
  settings: Settings,
): TextEdit[] | undefined {
  const siblings = siblingsOf(chapter, section);
  const [from, beside] = [siblings.indexOf(section), siblings.indexOf(place.section)];
  if (from < 0 || beside < 0 || from === beside) return undefined;
  const around = siblings.slice(Math.min(from, beside), Math.max(from, beside) + 2);
  if (around.some((sibling) => sibling.heading.level !== section.heading.level)) return undefined;
  const { source } = chapter;
  const text = source.slice(startOfLine(source, section.start), section.end).trimEnd();
  const edits = [taken(source, section, text), put(source, place, text)];
  return hasSameSections(chapter, readChapter(chapter.uri, applyEdits(source, edits), settings)) ? edits : undefined;
}

/** Whether both hold the same sections with the same blocks, in whatever order. */
export function hasSameSections(one: Chapter, other: Chapter): boolean {
  const sections = ({ sections: roots, source, blocks }: Chapter) => {
    const lines = [...allSections(roots)].map(
      ({ heading, text, kind, blocks: own }) => `${heading.level} ${kind} ${text} ${own.map(({ type }) => type)}`,
    );
    return [...lines.sort(), blocks.length, source.replace(/\s+/g, '').length].join('\n');
  };
  return sections(one) === sections(other);
}

/** The section that a section stands in; absent at the top. */
export function parentOf(chapter: Chapter, section: Section): Section | undefined {
  for (const one of allSections(chapter.sections)) if (one.children.includes(section)) return one;
  return undefined;
}

export function siblingsOf(chapter: Chapter, section: Section): readonly Section[] {
  if (chapter.sections.includes(section)) return chapter.sections;
  for (const parent of allSections(chapter.sections)) if (parent.children.includes(section)) return parent.children;
  return [];
}

function taken(source: string, section: Section, text: string): TextEdit {
  const start = startOfLine(source, section.start);
  const before = source.slice(0, start);
  if (source.slice(section.end).trim() === '') {
    // At the end of the file the blank lines before go along, so that it ends as it did.
    return { range: { start: before.trimEnd().length, end: start + text.length }, text: '' };
  }
  const isApart = isBelowBlank(source, start);
  return { range: { start, end: section.end }, text: isApart ? '' : lineEndOf(source) };
}

function put(source: string, { section, side }: SectionPlace, text: string): TextEdit {
  const end = lineEndOf(source);
  if (side === 'before' || source.slice(section.end).trim() !== '') {
    const at = startOfLine(source, side === 'before' ? section.start : section.end);
    const isApart = isBelowBlank(source, at);
    return { range: { start: at, end: at }, text: `${isApart ? '' : end}${text}${end}${end}` };
  }
  const at = source.trimEnd().length;
  return { range: { start: at, end: at }, text: end + end + text };
}
