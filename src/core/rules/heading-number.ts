/** Manual numbers of headings that repeat, skip, or carry another parent's number. Judged within a file. */

import type { Chapter, Section } from '../chapter/chapter';
import { inheritedValues, type NumberedSection, numberSeries, sameNumbers, withValues } from '../chapter/numbers';
import { numberPlace } from '../chapter/sections';
import type { Finding, FindingFix } from '../language/finding';
import type { Text } from '../language/language';
import { textOf } from '../text/range';
import { countAnew } from './fixes/heading-number';
import type { ChapterRule } from './rule';

export const headingNumber: ChapterRule = {
  id: 'heading-number',
  severity: 'warning',
  scope: 'chapter',
  title: { id: 'Nomor judul tidak urut', en: 'Heading numbers out of order' },
  check: (chapter) => among(chapter, undefined, chapter.sections),
};

function* among(chapter: Chapter, parent: Section | undefined, siblings: readonly Section[]): Iterable<Finding> {
  // One fix renumbers all siblings, so that they have it together.
  let fixes: FindingFix[] | undefined;
  const writeFixes = () => {
    fixes ??= countAnew(chapter, parent, siblings);
    return fixes;
  };
  for (const series of numberSeries(siblings)) {
    let last: readonly number[] | undefined;
    const seen = new Set<string>();
    // What repeats a number takes the place of the next: so many more may be counted on right behind it.
    let repeats = 0;
    for (const one of series) {
      const prefix = one.values.slice(0, -1);
      const own = one.values.at(-1) as number;
      const inherited = inheritedValues(parent, one);
      const after = last !== undefined && sameNumbers(last.slice(0, -1), prefix) ? (last.at(-1) as number) : undefined;
      if (inherited !== undefined && !sameNumbers(inherited, prefix)) {
        yield* finding(chapter, one, 'parent', [...inherited, own], writeFixes);
      } else if (seen.has(one.values.join('.'))) {
        yield* finding(chapter, one, 'repeated', [...prefix, (after ?? own) + 1 + repeats], writeFixes);
        repeats++;
      } else {
        const next = after === undefined ? undefined : after + 1 + repeats;
        if (next !== undefined && own > next) {
          yield* finding(chapter, one, 'skipped', [...prefix, next], writeFixes);
        }
        repeats = 0;
      }
      seen.add(one.values.join('.'));
      last = one.values;
    }
  }
  for (const section of siblings) {
    if (section.children.length > 0) yield* among(chapter, section, section.children);
  }
}

function* finding(
  chapter: Chapter,
  one: NumberedSection,
  fault: 'parent' | 'repeated' | 'skipped',
  expected: readonly number[],
  writeFixes: () => FindingFix[],
): Iterable<Finding> {
  const range = numberPlace(chapter.source, one.section);
  if (range === undefined) return;
  const written = textOf(chapter.source, range);
  const right = withValues(written, one, expected);
  yield {
    range,
    message: messages(bare(written), bare(right))[fault],
    writeFixes,
  };
}

/** `3.1.` and `3.1` are one number; the closing mark only reads badly within a sentence. */
function bare(number: string): string {
  return number.replace(/^\(|[.:)]+$/g, '');
}

function messages(written: string, right: string): Readonly<Record<'parent' | 'repeated' | 'skipped', Text>> {
  return {
    parent: {
      id: `Nomor ${written} tidak sesuai dengan nomor judul di atasnya; seharusnya ${right}.`,
      en: `Number ${written} does not carry the number of the heading above; ${right} is expected.`,
    },
    repeated: {
      id: `Nomor ${written} sudah dipakai; seharusnya ${right}.`,
      en: `Number ${written} is used already; ${right} is expected.`,
    },
    skipped: {
      id: `Nomor ${written} melompat; seharusnya ${right}.`,
      en: `Number ${written} skips one; ${right} is expected.`,
    },
  };
}
