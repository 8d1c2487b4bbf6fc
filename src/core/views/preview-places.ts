/** What the lines with codes are called in a preview, so that links from other chapters lead to them. */

import type { Chapter, Part } from '../chapter/chapter';
import { allSections } from '../chapter/sections';
import { anchorsOf, anchorWords } from '../markdown/inline';
import { Attached } from '../text/memo';
import { countTo } from '../text/range';

const namesOfChapters = new Attached<Chapter, ReadonlyMap<number, string>>();

/**
 * The lines of a chapter in which codes are defined, from 0, with the name of each as an HTML id.
 *
 * VS Code follows a link to a place in another file only where the place is called like a heading there, small and
 * capital letters being the same to it; the preview of that file then shows the element of exactly this name. So a line
 * is called like the heading above it, and its number below that heading is written in the letters: as a binary number,
 * the lowest digit first, a capital being a one. `#analisis-swot` is the heading, `#Analisis-swot` the first line below.
 */
export function codePlaces(chapter: Chapter): ReadonlyMap<number, string> {
  let names = namesOfChapters.get(chapter);
  if (names === undefined) {
    names = namesIn(chapter);
    namesOfChapters.set(chapter, names);
  }
  return names;
}

function namesIn(chapter: Chapter): Map<number, string> {
  const lineOf = (offset: number) => chapter.lines.lineAt(offset);
  const lines = new Set(chapter.parts.flatMap(codesDefined).map(({ start }) => lineOf(start)));
  const headings = headingNames(chapter);
  const counts = new Map<string, number>();
  const names = new Map<number, string>();
  for (const line of [...lines].sort((a, b) => a - b)) {
    const heading = headings[countTo(headings, line, (one) => one.line) - 1]?.name ?? '';
    const count = (counts.get(heading) ?? 0) + 1;
    counts.set(heading, count);
    names.set(line, numbered(heading, count) ?? `masterplan-${line + 1}`);
  }
  return names;
}

function codesDefined({ swot, strategies, programmes, quickWins }: Part) {
  const items = [...swot.flatMap((one) => one.items), ...strategies, ...programmes, ...quickWins];
  return items.flatMap(({ code }) => (code === undefined ? [] : [code]));
}

/** The headings as VS Code calls them: as GitHub does, repeated ones with their count. */
function headingNames(chapter: Chapter): { readonly line: number; readonly name: string }[] {
  const counts = new Map<string, number>();
  return Array.from(allSections(chapter.sections), ({ heading }) => {
    // The braces of `{#swot}` are words to it.
    const name = anchorsOf(anchorWords(chapter.source, heading.content)).at(-1) ?? '';
    const count = counts.get(name);
    counts.set(name, (count ?? -1) + 1);
    return {
      line: chapter.lines.lineAt(heading.start),
      name: count === undefined ? name : `${name}-${count + 1}`,
    };
  });
}

/** Nothing where a name has too few letters for the number, or characters that are written otherwise in an address. */
function numbered(name: string, number: number): string | undefined {
  if (!/^[\w-]+$/.test(name)) return undefined;
  let left = number;
  const marked = name.replace(/[a-z]/g, (letter) => {
    const digit = left % 2;
    left = Math.floor(left / 2);
    return digit === 1 ? letter.toUpperCase() : letter;
  });
  return left === 0 ? marked : undefined;
}
