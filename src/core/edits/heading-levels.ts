/** Gives headings other levels: marks get more or fewer, and a heading too deep to be underlined gets marks instead. */

import type { Section } from '../chapter/chapter';
import { allSections } from '../chapter/sections';
import type { Heading } from '../markdown/blocks';
import type { TextEdit } from '../text/edits';

/** An underline tells two levels apart, `=` and `-`. */
const deepestUnderlined = 2;

/**
 * The edits that put a section and all below it so many levels deeper (or higher, where `by` is negative). Underlined
 * headings stay underlined on the first two levels.
 * @returns nothing where a heading would leave the levels 1 to 6.
 */
export function changeLevels(source: string, section: Section, by: number): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  if (by === 0) return edits;
  for (const { heading } of allSections([section])) {
    const level = heading.level + by;
    if (level < 1 || level > 6) return undefined;
    edits.push(
      ...(isUnderlined(source, heading) ? ofUnderlined(source, heading, level) : ofMarked(source, heading, level)),
    );
  }
  return edits;
}

/** Whether a heading has its line below it (`===`, `---`) and no marks before it. */
function isUnderlined(source: string, { marks }: Heading): boolean {
  return source[marks.start] !== '#';
}

function ofMarked(source: string, { end, marks, content, level: old }: Heading, level: number): TextEdit[] {
  const edits: TextEdit[] = [{ range: { start: marks.start, end: marks.end }, text: '#'.repeat(level) }];
  // Closing marks are as many as the opening ones, where somebody writes them at all.
  const closing = /^([ \t]+)(#+)[ \t]*$/.exec(source.slice(content.end, end));
  if (closing !== null && (closing[2] as string).length === old) {
    const at = content.end + (closing[1] as string).length;
    edits.push({ range: { start: at, end: at + old }, text: '#'.repeat(level) });
  }
  return edits;
}

function ofUnderlined(source: string, { marks, content }: Heading, level: number): TextEdit[] {
  if (level <= deepestUnderlined) {
    const line = source.slice(marks.start, marks.end);
    return [{ range: { start: marks.start, end: marks.end }, text: line.replace(/[=-]/g, level === 1 ? '=' : '-') }];
  }
  const words = source.slice(content.start, content.end);
  const edits: TextEdit[] = [{ range: { start: content.start, end: content.start }, text: `${'#'.repeat(level)} ` }];
  // Marks stand before one line only.
  for (const match of words.matchAll(/(?:(?<![ \t])[ \t]+)?(?:\r\n|\r|\n)[ \t]*/g)) {
    const at = content.start + match.index;
    edits.push({ range: { start: at, end: at + match[0].length }, text: ' ' });
  }
  // What would be taken for closing marks.
  const closing = /(?<=[ \t])#+$/.exec(words);
  if (closing !== null) {
    const at = content.start + closing.index;
    edits.push({ range: { start: at, end: at }, text: '\\' });
  }
  edits.push({ range: { start: content.end, end: marks.end }, text: '' });
  return edits;
}
