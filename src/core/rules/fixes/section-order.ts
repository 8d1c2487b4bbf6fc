/** Moving a section to its place in the order of its scope. */

import type { Chapter } from '../../chapter/chapter';
import { moveSection } from '../../edits/move-section';
import type { FindingFix } from '../../language/finding';
import type { Settings } from '../../template/settings';
import type { Ranked } from '../section-order';
import { quoted, sectionTitle } from '../wording';

/** Before the first of those that stay which it belongs before, else behind the last of them. */
export function moveIntoOrder(
  chapter: Chapter,
  { found, first }: Ranked,
  settled: readonly Ranked[],
  settings: Settings,
): FindingFix[] {
  const next = settled.find((other) => other.first > first)?.found.section;
  const last = settled.at(-1)?.found.section;
  if (found.section === undefined || last === undefined) return [];
  const place =
    next === undefined ? ({ section: last, side: 'behind' } as const) : ({ section: next, side: 'before' } as const);
  const edits = moveSection(chapter, found.section, place, settings);
  if (edits === undefined) return [];
  const title = sectionTitle(found.kind, settings);
  return [
    {
      title: {
        id: `Pindahkan bagian ${quoted(title.id)} ke tempatnya`,
        en: `Move the section ${quoted(title.en)} to its place`,
      },
      edits: [{ edits }],
      preferred: true,
    },
  ];
}
