/** A comment that switches off a rule which finds nothing there, or one that does not exist. */

import type { Chapter } from '../chapter/chapter';
import { removeComment } from '../edits/remove-comment';
import type { Finding, FindingFix } from '../language/finding';
import { nearest } from '../text/distance';
import type { TextEdit } from '../text/edits';
import type { SuppressionRule } from './rule';
import { isSwitch, type Suppression, type SwitchComment } from './suppressions';
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
        writeFixes: () => [removal(chapter, suppression)],
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

function removal(chapter: Chapter, { comment, rule }: Suppression): FindingFix {
  if (rule !== undefined && comment.rules.length > 1) {
    return {
      title: {
        id: `Hapus ${quoted(rule.value)} dari komentar ini`,
        en: `Remove ${quoted(rule.value)} from the comment`,
      },
      edits: [{ edits: [withoutName(comment, rule.range)] }],
    };
  }
  const close = comment.type === 'disable' ? closeOf(chapter, comment) : undefined;
  const edits = [comment, ...(close === undefined ? [] : [close])].map((each) => removeComment(chapter.source, each));
  return {
    title: { id: 'Hapus komentar ini', en: 'Remove the comment' },
    edits: [{ edits }],
  };
}

/** One name less in the list, and the separator that parted it from the others. */
function withoutName({ rules }: SwitchComment, range: Finding['range']): TextEdit {
  const at = rules.findIndex((rule) => rule.range.start === range.start);
  const next = rules[at + 1];
  const before = rules[at - 1];
  if (next !== undefined) return { range: { start: range.start, end: next.range.start }, text: '' };
  return { range: { start: before?.range.end ?? range.start, end: range.end }, text: '' };
}

/** The comment that ends the stretch, if it ends nothing else. */
function closeOf(chapter: Chapter, comment: SwitchComment): SwitchComment | undefined {
  const name = comment.rules[0]?.value;
  const behind = chapter.comments.filter(isSwitch).filter((other) => other.start >= comment.end);
  const next = behind.find(
    (other) =>
      other.type !== 'disable-next-line' &&
      (other.rules.length === 0 || other.rules.some(({ value }) => value === name)),
  );
  const isOwn = next?.type === 'enable' && next.rules.length === comment.rules.length;
  return isOwn ? next : undefined;
}
