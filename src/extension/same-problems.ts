/** Whether two lists of problems would look the same, so that nothing is shown twice. */

import type { Problem, Related } from '../core/rules/problem';

export function sameProblems(a: readonly Problem[], b: readonly Problem[]): boolean {
  return a === b || (a.length === b.length && a.every((problem, at) => isSame(problem, b[at] as Problem)));
}

function isSame(a: Problem, b: Problem): boolean {
  return (
    a.rule === b.rule &&
    a.severity === b.severity &&
    a.range.start === b.range.start &&
    a.range.end === b.range.end &&
    a.message === b.message &&
    sameRelated(a.related ?? [], b.related ?? [])
  );
}

function sameRelated(a: readonly Related[], b: readonly Related[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at] as Related;
      return (
        one.file === other.file &&
        one.message === other.message &&
        one.range.start === other.range.start &&
        one.range.end === other.range.end
      );
    })
  );
}
