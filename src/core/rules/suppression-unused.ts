/** A comment that switches off a rule which finds nothing there, or one that does not exist. */

import type { Chapter } from '../chapter/chapter';
import type { Finding, FindingFix } from '../language/finding';
import { nearest } from '../text/distance';
import { unusedRemoval } from './fixes/suppression-unused';
import type { SuppressionRule } from './rule';
import { isSwitch } from './suppressions';
import { quoted } from './wording';

/** Beyond these, more unknown names say nothing new. */
const mostUnknown = 100;

export const suppressionUnused: SuppressionRule = {
  id: 'suppression-unused',
  severity: 'info',
  scope: 'suppressions',
  title: { id: 'Pengecualian tidak diperlukan', en: 'A suppression that is not needed' },
  *check(chapter, unused, known) {
    yield* unknownNames(chapter, known);
    for (const suppression of unused) {
      const { comment, rule } = suppression;
      if (rule !== undefined && !known.includes(rule.value)) continue;
      yield {
        range: rule?.range ?? { start: comment.start, end: comment.end },
        message:
          rule === undefined
            ? {
                id: 'Komentar ini tidak menyembunyikan temuan apa pun.',
                en: 'This comment keeps no finding silent.',
              }
            : {
                id: `Aturan ${quoted(rule.value)} tidak menemukan apa pun di sini; pengecualiannya tidak diperlukan.`,
                en: `Rule ${quoted(rule.value)} finds nothing here; the suppression is not needed.`,
              },
        writeFixes: () => [unusedRemoval(chapter, suppression)],
      };
    }
  },
};

function* unknownNames(chapter: Chapter, known: readonly string[]): Iterable<Finding> {
  let count = 0;
  for (const comment of chapter.comments) {
    if (!isSwitch(comment)) continue;
    for (const { value, range } of comment.rules) {
      if (known.includes(value)) continue;
      if (++count > mostUnknown) return;
      const meant = value.length > 60 ? undefined : nearest(value, known);
      yield {
        range,
        message:
          meant === undefined
            ? { id: `Aturan ${quoted(value)} tidak dikenal.`, en: `There is no rule ${quoted(value)}.` }
            : {
                id: `Aturan ${quoted(value)} tidak dikenal; mungkin maksudnya ${quoted(meant)}.`,
                en: `There is no rule ${quoted(value)}; perhaps ${quoted(meant)} is meant.`,
              },
        ...(meant === undefined ? {} : { fixes: [replacement(range, meant)] }),
      };
    }
  }
}

function replacement(range: Finding['range'], meant: string): FindingFix {
  return {
    title: { id: `Ganti dengan ${quoted(meant)}`, en: `Replace by ${quoted(meant)}` },
    edits: [{ edits: [{ range, text: meant }] }],
    preferred: true,
  };
}
