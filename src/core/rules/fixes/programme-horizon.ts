/** Moving a programme to the horizon in which it starts. */

import type { ProgrammeEntry } from '../../book/programmes';
import { moveToHorizon } from '../../edits/move-programme';
import type { FindingFix } from '../../language/finding';
import type { Settings } from '../../template/settings';
import { horizonSections, horizons } from '../../template/template';
import { quoted, sectionTitle } from '../wording';

/** @param first the year in which it starts; nothing where no horizon has it, or several have. */
export function moveToItsHorizon(
  { chapter, part, programme }: ProgrammeEntry,
  first: number,
  settings: Settings,
): FindingFix | undefined {
  const right = horizons.filter((horizon) => {
    const span = settings.horizons?.[horizon];
    return span !== undefined && first >= span.from && first <= span.to;
  });
  const [horizon] = right;
  if (horizon === undefined || right.length > 1) return undefined;
  const edits = moveToHorizon(chapter, part, programme, horizon);
  if (edits === undefined) return undefined;
  const title = sectionTitle(horizonSections[horizon], settings);
  return {
    title: { id: `Pindahkan ke ${quoted(title.id)}`, en: `Move to ${quoted(title.en)}` },
    edits: [{ edits }],
  };
}
