/** An agency that the manifest's list does not know. */

import type { Manifest } from '../book/book';
import { type ChapterProgrammes, type JoinedProgramme, judgedEntries, programmesByChapter } from '../book/programmes';
import { agenciesOf, type PlacedMention } from '../chapter/agencies';
import { placeholdersOf } from '../chapter/read';
import { addToManifestList } from '../edits/manifest-lists';
import type { Finding, FindingFix } from '../language/finding';
import { type AgencyList, agencyListOf } from '../template/agencies';
import type { Settings } from '../template/settings';
import { inUnknownRows } from './remembered';
import type { PieceRule } from './rule';
import { quoted } from './wording';

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
    return inUnknownRows(programmes, settings, programmeAgency, (joined) => [
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
        writeFixes: () => fixesOf(mention, list, manifest),
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

function fixesOf(
  { start, end, text, slip }: PlacedMention,
  list: AgencyList,
  manifest: Manifest | undefined,
): readonly FindingFix[] {
  const name = slip ?? list.suggest(text);
  if (name !== undefined) {
    return [
      {
        title: { id: `Ganti dengan ${quoted(name)}`, en: `Replace by ${quoted(name)}` },
        edits: [{ edits: [{ range: { start, end }, text: name }] }],
        ...(slip === undefined ? {} : { preferred: true }),
      },
    ];
  }
  // A name that the list has in another form does not belong into it once more.
  const edit = manifest === undefined ? undefined : addToManifestList(manifest.source, 'agencies', text);
  if (manifest === undefined || edit === undefined) return [];
  return [
    {
      title: {
        id: `Tambahkan ${quoted(text)} ke daftar OPD pada manifes`,
        en: `Add ${quoted(text)} to the manifest's list of agencies`,
      },
      edits: [{ uri: manifest.uri, edits: [edit] }],
      byHand: true,
    },
  ];
}
