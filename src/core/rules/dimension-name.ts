/** A dimension's name as it is often misspelt: understood, and mended. */

import { writtenLanguage } from '../book/language';
import type { Chapter, Section } from '../chapter/chapter';
import { allSections, headingWords } from '../chapter/sections';
import type { Finding } from '../language/finding';
import type { Language, Text } from '../language/language';
import { proseOf } from '../markdown/inline';
import { ofTemplate } from '../template/of-template';
import { literally } from '../text/literally';
import { Memo } from '../text/memo';
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
    const names = wrongNamesOf(settings.template);
    if (names === undefined) return;
    const language = writtenLanguage(settings, chapter);
    for (const range of placesOf(chapter, names)) yield* namesIn(chapter.source, range, names, language);
  },
};

/** The words of frontmatter's values and of the headings; a link's address and code within them name nothing. */
function* placesOf({ source, frontmatter, sections }: Chapter, names: WrongNames): Iterable<Range> {
  const { dimension, title } = frontmatter;
  for (const placed of [dimension, title]) if (placed !== undefined) yield placed.range;
  // What a heading says holds all that its prose does.
  const mayHoldOne = (section: Section) => names.mayBeIn.of(section.text);
  for (const section of allSections(sections, mayHoldOne)) yield* proseOf(source, headingWords(source, section));
}

function* namesIn(source: string, range: Range, names: WrongNames, language: Language): Iterable<Finding> {
  for (const match of source.slice(range.start, range.end).matchAll(names.pattern)) {
    const written = match[0];
    const right = names.right.get(written.toLowerCase().replace(/[\s_-]+/g, ' '));
    if (right === undefined) continue;
    const start = range.start + match.index;
    const name = inCaseOf(written, right[language]);
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
  /** Whether a text holds any; the same headings are asked about with every keystroke. */
  readonly mayBeIn: Memo<boolean>;
  /** Wrong name in lower case -> the dimension's own. */
  readonly right: ReadonlyMap<string, Text>;
}

const wrongNamesOf = ofTemplate(({ dimensions }): WrongNames | undefined => {
  const right = new Map<string, Text>();
  for (const { wrong: names, title } of dimensions) {
    for (const wrong of names) right.set(wrong.toLowerCase().replace(/[\s_-]+/g, ' '), title);
  }
  const names = [...right.keys()].sort((a, b) => b.length - a.length);
  const any = names.map((name) => literally(name).replace(/ /g, '[\\s_-]+')).join('|');
  return any === '' ? undefined : wrongNamesLike(any, right);
});

function wrongNamesLike(any: string, right: WrongNames['right']): WrongNames {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu');
  return { pattern, mayBeIn: new Memo((text) => text.search(pattern) >= 0), right };
}
