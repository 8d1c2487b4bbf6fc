/** A programme as a block of its own, behind one that is there: a heading like that one's, and its fields below. */

import type { Chapter, Programme, Section } from '../chapter/chapter';
import { readChapter } from '../chapter/read';
import { allSections } from '../chapter/sections';
import type { Settings } from '../template/settings';
import { applyEdits, lineEndOf, type TextEdit } from '../text/edits';
import { numberBeside } from './number-beside';
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
  const title = `${'#'.repeat(heading.level)} ${numberBeside(chapter, model.section, 'behind').number}${name}`;
  const text = [title, fieldLines(chapter, model, fields)].map((lines) => end + end + lines).join('');
  const edit = { range: { start: at, end: at }, text };
  const after = readChapter(chapter.uri, applyEdits(source, [edit]), settings);
  return allSections(after.sections).length > allSections(chapter.sections).length ? edit : undefined;
}
