/** Taking out a comment that keeps nothing silent, or what is of no use in it. */

import type { Chapter } from '../../chapter/chapter';
import { removeComment } from '../../edits/remove-comment';
import type { Finding, FindingFix } from '../../language/finding';
import type { TextEdit } from '../../text/edits';
import { isSwitch, type Suppression, type SwitchComment } from '../suppressions';
import { quoted } from '../wording';

/** Takes out the comment, or of several names the one that is of no use. */
export function unusedRemoval(chapter: Chapter, { comment, rule }: Suppression): FindingFix {
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
