/** An agency that the manifest's list does not know. */

import type { Manifest } from '../book/book';
import { type ChapterProgrammes, type JoinedProgramme, judgedEntries, programmesByChapter } from '../book/programmes';
import { agenciesOf, type PlacedMention } from '../chapter/agencies';
import { placeholdersOf } from '../chapter/read';
import { RowLook } from '../chapter/row-contents';
import type { Finding } from '../language/finding';
import { type AgencyList, agencyListOf } from '../template/agencies';
import type { Settings } from '../template/settings';
import { knownAgency } from './fixes/programme-agency';
import { inUnknownRows } from './remembered';
import type { PieceRule } from './rule';
import { quoted } from './wording';

const look = new RowLook();

export const programmeAgency: PieceRule<ChapterProgrammes> = {
  id: 'programme-agency',
  severity: 'warning',
  scope: 'pieces',
  title: { id: 'OPD tidak dikenal', en: 'An unknown agency' },
  pieces: (book) => (agencyListOf(book.settings).isEmpty ? [] : programmesByChapter(book)),
  // The fixes write into the manifest.
  hangsOn: ({ manifest }) => [manifest],
  check(programmes, { settings, manifest }) {
    const list = agencyListOf(settings);
    return inUnknownRows(programmes, settings, look, (joined) => [
      ...unknownAgencies(joined, list, settings, manifest),
    ]);
  },
};

function* unknownAgencies(
  joined: JoinedProgramme,
  list: AgencyList,
  settings: Settings,
  manifest: Manifest | undefined,
): Iterable<Finding> {
  for (const { chapter, programme } of judgedEntries(joined)) {
    for (const mention of agenciesOf(chapter, programme, list)) {
      // What a ditto mark repeats is said at the words themselves.
      if (mention.value.words !== undefined || mention.all === true) continue;
      if (mention.agency !== undefined || isPlaceholder(mention, chapter.source, settings)) continue;
      yield {
        uri: chapter.uri,
        range: { start: mention.start, end: mention.end },
        message: messageOf(mention),
        writeFixes: () => knownAgency(mention, list, manifest),
      };
    }
  }
}

/** Words that are still to be filled in; the marks around them are no part of a name. */
function isPlaceholder({ start, end }: PlacedMention, source: string, settings: Settings): boolean {
  const around = { start: Math.max(0, start - 2), end: end + 2 };
  for (const words of placeholdersOf(settings).find(source, around)) {
    if (words.start <= start && words.end >= end) return true;
  }
  return false;
}

function messageOf({ text, slip }: PlacedMention): Finding['message'] {
  if (slip !== undefined) {
    return {
      id: `${quoted(text)} tidak ada dalam daftar OPD pada manifes; mungkin maksudnya ${quoted(slip)}.`,
      en: `${quoted(text)} is not in the manifest's list of agencies; perhaps ${quoted(slip)} is meant.`,
    };
  }
  return {
    id: `${quoted(text)} tidak ada dalam daftar OPD pada manifes.`,
    en: `${quoted(text)} is not in the manifest's list of agencies.`,
  };
}
