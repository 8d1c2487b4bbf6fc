/** The codes that SWOT items should have: what rule `swot-code` compares with, and what its fix writes (format 3.1). */

import { type Quadrant, quadrantLetters, quadrants } from '../template/template';
import { Attached } from '../text/memo';
import type { Part, SwotItem } from './chapter';

export interface SwotCoding {
  /** Items whose code is there, begins with their quadrant's letter and stands for no earlier item. */
  readonly right: ReadonlySet<SwotItem>;
  /** For every other item the code that numbering its quadrant gives it. */
  readonly wanted: ReadonlyMap<SwotItem, string>;
  /** For a repeated code the first item that has it. */
  readonly firstOf: ReadonlyMap<SwotItem, SwotItem>;
  readonly hasCodes: boolean;
}

const codings = new Attached<Part, SwotCoding>();

/** The codes of a part's SWOT items; right codes are kept, the others get the numbers that are free. */
export function swotCoding(part: Part): SwotCoding {
  let coding = codings.get(part);
  if (coding === undefined) {
    coding = compare(part.swot.flatMap(({ items }) => items));
    codings.set(part, coding);
  }
  return coding;
}

function compare(items: readonly SwotItem[]): SwotCoding {
  const right = new Set<SwotItem>();
  const firsts = new Map<string, SwotItem>();
  const firstOf = new Map<SwotItem, SwotItem>();
  for (const item of items) {
    const code = item.code?.value;
    if (code === undefined || code[0] !== quadrantLetters[item.quadrant]) continue;
    const first = firsts.get(code);
    if (first !== undefined) {
      firstOf.set(item, first);
      continue;
    }
    firsts.set(code, item);
    right.add(item);
  }
  const wanted = new Map<SwotItem, string>();
  const next = new Map<Quadrant, number>(quadrants.map((quadrant) => [quadrant, 1]));
  for (const item of items) {
    if (right.has(item)) continue;
    let number = next.get(item.quadrant) as number;
    while (firsts.has(`${quadrantLetters[item.quadrant]}${number}`)) number++;
    next.set(item.quadrant, number + 1);
    wanted.set(item, `${quadrantLetters[item.quadrant]}${number}`);
  }
  return { right, wanted, firstOf, hasCodes: items.some((item) => item.code !== undefined) };
}
