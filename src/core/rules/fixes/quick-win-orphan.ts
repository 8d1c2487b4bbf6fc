/** Adding a quick win to the short-term programmes. */

import type { JoinedProgramme, ProgrammeEntry } from '../../book/programmes';
import { planQuickWin } from '../../edits/plan-quick-win';
import type { FindingFix } from '../../language/finding';
import type { Settings } from '../../template/settings';
import { horizonSections } from '../../template/template';
import type { ShortTerm } from '../quick-win-orphan';
import { quoted, sectionTitle } from '../wording';

/** A row or a block for the quick win among the short-term programmes. */
export function addToShortTerm(
  joined: JoinedProgramme,
  entry: ProgrammeEntry,
  home: ShortTerm,
  settings: Settings,
  withYears: boolean,
): FindingFix[] | undefined {
  const planned = planQuickWin(joined, home, settings, withYears);
  if (planned === undefined) return undefined;
  const { id, en } = sectionTitle(horizonSections.short, settings);
  const { uri } = home.chapter;
  const edits = [planned.edit];
  return [
    {
      title:
        planned.shape === 'row'
          ? { id: `Tambahkan baris pada ${quoted(id)}`, en: `Add a row to the ${quoted(en)}` }
          : { id: `Tambahkan sub-judul pada ${quoted(id)}`, en: `Add a sub-heading to the ${quoted(en)}` },
      edits: [home.chapter === entry.chapter ? { edits } : { uri, edits }],
    },
  ];
}
