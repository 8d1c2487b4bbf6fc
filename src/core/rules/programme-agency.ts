/** An agency that the manifest's list does not know. */

import type { Book } from '../book/book';
import { type JoinedProgramme, joinedProgrammes, judgedEntries } from '../book/programmes';
import { agenciesOf, type PlacedMention } from '../chapter/agencies';
import { placeholdersOf } from '../chapter/read';
import { addToManifestList } from '../edits/manifest-lists';
import type { Finding, FindingFix } from '../language/finding';
import { agencyListOf } from '../template/agencies';
import type { BookRule } from './rule';
import { quoted } from './wording';

/** The manifest is one of what the fixes hang on; a change in it alone may leave the settings' list as it was. */
interface Known {
  readonly list: object;
  readonly manifest: string | undefined;
  readonly findings: readonly Finding[];
}

const ofProgrammes = new WeakMap<JoinedProgramme, Known>();

export const programmeAgency: BookRule = {
  id: 'programme-agency',
  severity: 'warning',
  scope: 'book',
  title: { id: 'OPD tidak dikenal', en: 'An unknown agency' },
  *check(book) {
    const list = agencyListOf(book.settings);
    if (list.isEmpty) return;
    const manifest = book.manifest?.source;
    for (const joined of joinedProgrammes(book)) {
      let known = ofProgrammes.get(joined);
      if (known?.list !== list || known.manifest !== manifest) {
        known = { list, manifest, findings: [...unknownAgencies(joined, book)] };
        ofProgrammes.set(joined, known);
      }
      yield* known.findings;
    }
  },
};

/** What one programme's places name that the list does not know; also what `roadmap-mismatch` leaves to this rule. */
function* unknownAgencies(joined: JoinedProgramme, book: Book): Iterable<Finding> {
  const list = agencyListOf(book.settings);
  for (const { chapter, programme } of judgedEntries(joined)) {
    for (const mention of agenciesOf(chapter, programme, list)) {
      if (mention.agency !== undefined || isPlaceholder(mention, chapter.source, book)) continue;
      const fixes = fixesOf(mention, book);
      yield {
        uri: chapter.uri,
        range: { start: mention.start, end: mention.end },
        message: messageOf(mention),
        ...(fixes.length === 0 ? {} : { fixes }),
      };
    }
  }
}

/** Words that are still to be filled in; the marks around them are no part of a name. */
function isPlaceholder({ start, end }: PlacedMention, source: string, book: Book): boolean {
  const around = { start: Math.max(0, start - 2), end: end + 2 };
  for (const words of placeholdersOf(book.settings).find(source, around)) {
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

function fixesOf({ start, end, text, slip }: PlacedMention, book: Book): FindingFix[] {
  const fixes: FindingFix[] = [];
  const name = slip ?? agencyListOf(book.settings).suggest(text);
  if (name !== undefined) {
    fixes.push({
      title: { id: `Ganti dengan ${quoted(name)}`, en: `Replace by ${quoted(name)}` },
      edits: [{ edits: [{ range: { start, end }, text: name }] }],
      ...(slip === undefined ? {} : { preferred: true }),
    });
  }
  const { manifest } = book;
  // A name that the list has in another form does not belong into it once more.
  const edit =
    manifest === undefined || name !== undefined ? undefined : addToManifestList(manifest.source, 'agencies', text);
  if (manifest !== undefined && edit !== undefined) {
    fixes.push({
      title: {
        id: `Tambahkan ${quoted(text)} ke daftar OPD pada manifes`,
        en: `Add ${quoted(text)} to the manifest's list of agencies`,
      },
      edits: [{ uri: manifest.uri, edits: [edit] }],
      byHand: true,
    });
  }
  return fixes;
}
