/** A dimension's name as it is often misspelt: understood, and mended. */

import type { Chapter } from '../chapter/chapter';
import { allSections, headingWords } from '../chapter/sections';
import type { Finding } from '../language/finding';
import type { Settings } from '../template/settings';
import type { Range } from '../text/range';
import { inCaseOf } from './heading-typo';
import type { ChapterRule } from './rule';
import { quoted } from './wording';

export const dimensionName: ChapterRule = {
  id: 'dimension-name',
  severity: 'warning',
  scope: 'chapter',
  title: { id: 'Nama dimensi keliru', en: 'A wrong name of a dimension' },
  *check(chapter, settings) {
    const names = wrongNamesOf(settings);
    if (names === undefined) return;
    for (const range of placesOf(chapter)) yield* namesIn(chapter.source, range, names);
  },
};

function placesOf(chapter: Chapter): Range[] {
  const { dimension, title } = chapter.frontmatter;
  const places = [...allSections(chapter.sections)].map((section) => headingWords(chapter.source, section));
  return [dimension, title].flatMap((placed) => (placed === undefined ? [] : [placed.range])).concat(places);
}

function* namesIn(source: string, range: Range, names: WrongNames): Iterable<Finding> {
  for (const match of source.slice(range.start, range.end).matchAll(names.pattern)) {
    const written = match[0];
    const right = names.right.get(written.toLowerCase().replace(/\s+/g, ' '));
    if (right === undefined) continue;
    const start = range.start + match.index;
    const name = inCaseOf(written, right);
    yield {
      range: { start, end: start + written.length },
      message: {
        id: `Nama dimensi ${quoted(written)} keliru; yang benar ${quoted(name)}.`,
        en: `The dimension is called ${quoted(name)}, not ${quoted(written)}.`,
      },
      fixes: [
        {
          title: { id: `Ganti dengan ${quoted(name)}`, en: `Replace by ${quoted(name)}` },
          edits: [{ edits: [{ range: { start, end: start + written.length }, text: name }] }],
          preferred: true,
        },
      ],
    };
  }
}

interface WrongNames {
  readonly pattern: RegExp;
  /** Wrong name in lower case -> the dimension's own. */
  readonly right: ReadonlyMap<string, string>;
}

const wrongNames = new WeakMap<Settings, WrongNames | undefined>();

function wrongNamesOf(settings: Settings): WrongNames | undefined {
  if (wrongNames.has(settings)) return wrongNames.get(settings);
  const right = new Map<string, string>();
  for (const dimension of settings.template.dimensions) {
    for (const wrong of dimension.wrong) right.set(wrong.toLowerCase(), dimension.title.id);
  }
  const names = [...right.keys()].sort((a, b) => b.length - a.length);
  const any = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')).join('|');
  const found =
    any === '' ? undefined : { pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu'), right };
  wrongNames.set(settings, found);
  return found;
}
