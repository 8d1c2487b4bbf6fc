/** A programme as a block of its own, behind one that is there: a heading like that one's, and its fields below. */

import type { Chapter, Programme, Section } from '../chapter/chapter';
import { numberSeries, withValues } from '../chapter/numbers';
import { readChapter } from '../chapter/read';
import { allSections, numberPlace } from '../chapter/sections';
import type { Settings } from '../template/settings';
import { applyEdits, lineEndOf, type TextEdit } from '../text/edits';
import { textOf } from '../text/range';
import { fieldLines } from './programme-fields';

/**
 * The edit that puts a block behind another one.
 * @param model the block behind which it stands: its level is taken over, its number counts on, and its fields show how
 * they are written.
 * @param name in one line, as it is written in a heading.
 * @param fields by title, with what they say.
 * @returns nothing where it would be no block there: behind something that is never closed (a code fence, a comment).
 */
export function blockBehind(
  chapter: Chapter,
  model: Programme & { readonly section: Section },
  name: string,
  fields: readonly { readonly title: string; readonly text: string }[],
  settings: Settings,
): TextEdit | undefined {
  const { source } = chapter;
  const end = lineEndOf(source);
  const { start, end: sectionEnd, heading } = model.section;
  const at = start + source.slice(start, sectionEnd).trimEnd().length;
  const title = `${'#'.repeat(heading.level)} ${numberBehind(chapter, model.section)}${name}`;
  const text = [title, fieldLines(chapter, model, fields)].map((lines) => end + end + lines).join('');
  const edit = { range: { start: at, end: at }, text };
  const after = readChapter(chapter.uri, applyEdits(source, [edit]), settings);
  return allSections(after.sections).length > allSections(chapter.sections).length ? edit : undefined;
}

/** The number of the next heading, where this one is numbered. */
function numberBehind(chapter: Chapter, section: Section): string {
  const place = numberPlace(chapter.source, section);
  const numbered = numberSeries([section])[0]?.[0];
  if (place === undefined || numbered === undefined) return '';
  const next = [...numbered.values.slice(0, -1), (numbered.values.at(-1) ?? 0) + 1];
  const lead = section.text.slice(numbered.number.end, numbered.number.textStart) || ' ';
  return withValues(textOf(chapter.source, place), numbered, next) + lead;
}
