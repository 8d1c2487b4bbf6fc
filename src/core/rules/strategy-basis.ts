/** A strategy that names no SWOT item, where the SWOT has codes to be named. */

import type { Part, Strategy } from '../chapter/chapter';
import { isSwotCode } from '../chapter/codes';
import { isPartlyRead } from '../chapter/scopes';
import { allSections } from '../chapter/sections';
import { swotCoding } from '../chapter/swot-codes';
import { contains } from '../text/range';
import type { ChapterRule } from './rule';
import { quoted } from './wording';

export const strategyBasis: ChapterRule = {
  id: 'strategy-basis',
  severity: 'warning',
  scope: 'chapter',
  title: { id: 'Strategi tanpa dasar SWOT', en: 'A strategy without a SWOT basis' },
  *check(chapter) {
    for (const part of chapter.parts) {
      if (!swotCoding(part).hasCodes) continue;
      const founded = new Set(part.strategies.filter(hasBasis).map(({ code }) => code?.value));
      for (const strategy of part.strategies) {
        if (hasBasis(strategy) || isPartlyRead(chapter, strategy)) continue;
        // One that is listed in the matrix and again in its section says in either place what it answers.
        if (strategy.code === undefined ? isHeading(part, strategy) : founded.has(strategy.code.value)) continue;
        if (strategy.code !== undefined) founded.add(strategy.code.value);
        const name = strategy.code?.value ?? quoted(strategy.text);
        yield {
          range: { start: strategy.start, end: strategy.end },
          message: {
            id: `Strategi ${name} belum menyebut butir SWOT yang dijawabnya, misalnya (S1, O2).`,
            en: `Strategy ${name} names no SWOT item that it answers, such as (S1, O2).`,
          },
        };
      }
    }
  },
};

function hasBasis({ references }: Strategy): boolean {
  return references.some(({ value }) => isSwotCode(value));
}

/** A heading without a code may as well stand over prose. */
function isHeading(part: Part, strategy: Strategy): boolean {
  for (const { heading } of allSections(part.sections)) if (contains(heading, strategy)) return true;
  return false;
}
