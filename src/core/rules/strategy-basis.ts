/** A strategy that names no SWOT item, where the SWOT has codes to be named. */

import { isSwotCode } from '../chapter/codes';
import { isPartlyRead } from '../chapter/scopes';
import { swotCoding } from '../chapter/swot-codes';
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
      for (const strategy of part.strategies) {
        if (strategy.references.some(({ value }) => isSwotCode(value)) || isPartlyRead(chapter, strategy)) continue;
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
