/** The comments of a chapter that keep rules silent (format 3.6), and which of them keep nothing silent. */

import type { Chapter, Placed, ToolComment } from '../chapter/chapter';
import { pushAll } from '../text/lists';
import type { Range } from '../text/range';

export type SwitchComment = Extract<ToolComment, { readonly type: 'disable' | 'enable' | 'disable-next-line' }>;

/** One rule that a comment names; the comment as a whole where it names none and so means all. */
export interface Suppression {
  readonly comment: SwitchComment;
  readonly rule?: Placed;
}

/** What suppressions are asked about: a finding with its rule's id. */
export interface Silenceable {
  readonly rule: { readonly id: string };
  readonly finding: { readonly range: Range };
}

export function isSwitch(comment: ToolComment): comment is SwitchComment {
  return comment.type === 'disable' || comment.type === 'enable' || comment.type === 'disable-next-line';
}

/**
 * The line that a `disable-next-line` is about, counted from 0: the next one that is not blank.
 * @returns nothing where only blank lines follow.
 */
export function lineAfter({ source, lines }: Chapter, comment: Range): number | undefined {
  for (let line = lines.lineAt(comment.end) + 1; line < lines.count; line++) {
    if (source.slice(lines.startOf(line), lines.endOf(line)).trim() !== '') return line;
  }
  return undefined;
}

/** Which suppressions are in force at a place: those that name a rule go before those that mean all. */
interface State {
  all: Suppression | undefined;
  /** `undefined` as value: the rule was enabled again. */
  readonly byRule: Map<string, Suppression | undefined>;
}

export class Suppressions {
  /** Those that may turn out to keep nothing silent, in the order of the text. */
  readonly all: readonly Suppression[];
  private readonly comments: readonly SwitchComment[];
  private readonly ofComment = new Map<SwitchComment, readonly Suppression[]>();
  private readonly ofLine = new Map<number, Suppression[]>();
  private readonly used = new Set<Suppression>();

  /** @returns nothing for a chapter without such comments, as nearly all are. */
  static of(chapter: Chapter): Suppressions | undefined {
    const comments = chapter.comments.filter(isSwitch);
    return comments.length === 0 ? undefined : new Suppressions(chapter, comments);
  }

  private constructor(
    private readonly chapter: Chapter,
    comments: readonly SwitchComment[],
  ) {
    this.comments = comments;
    const all: Suppression[] = [];
    for (const comment of comments) {
      const own: Suppression[] =
        comment.rules.length === 0 ? [{ comment }] : comment.rules.map((rule) => ({ comment, rule }));
      this.ofComment.set(comment, own);
      if (comment.type === 'enable') continue;
      pushAll(all, own);
      if (comment.type !== 'disable-next-line') continue;
      const line = lineAfter(chapter, comment);
      if (line !== undefined) this.ofLine.set(line, [...(this.ofLine.get(line) ?? []), ...own]);
    }
    this.all = all;
  }

  isUsed(suppression: Suppression): boolean {
    return this.used.has(suppression);
  }

  /** Those of the findings that no comment keeps silent, sorted by where they begin. */
  without<T extends Silenceable>(found: readonly T[]): T[] {
    const state: State = { all: undefined, byRule: new Map() };
    let next = 0;
    const inOrder = [...found].sort((a, b) => a.finding.range.start - b.finding.range.start);
    return inOrder.filter(({ rule, finding }) => {
      for (; next < this.comments.length; next++) {
        const comment = this.comments[next] as SwitchComment;
        if (comment.end > finding.range.start) break;
        this.enter(comment, state);
      }
      const suppression = this.forLine(rule.id, finding.range) ?? inForce(state, rule.id);
      if (suppression !== undefined) this.used.add(suppression);
      return suppression === undefined;
    });
  }

  private enter(comment: SwitchComment, state: State): void {
    if (comment.type === 'disable-next-line') return;
    for (const suppression of this.ofComment.get(comment) ?? []) {
      const value = comment.type === 'disable' ? suppression : undefined;
      if (suppression.rule !== undefined) state.byRule.set(suppression.rule.value, value);
      else {
        state.all = value;
        state.byRule.clear();
      }
    }
  }

  private forLine(rule: string, range: Range): Suppression | undefined {
    if (this.ofLine.size === 0) return undefined;
    const here = this.ofLine.get(this.chapter.lines.lineAt(range.start));
    return here?.find((suppression) => suppression.rule === undefined || suppression.rule.value === rule);
  }
}

function inForce(state: State, rule: string): Suppression | undefined {
  return state.byRule.has(rule) ? state.byRule.get(rule) : state.all;
}
