/** Writing an agency as the manifest's list has it, or adding it there. */

import type { Manifest } from '../../book/book';
import type { PlacedMention } from '../../chapter/agencies';
import { addToManifestList } from '../../edits/manifest-lists';
import type { FindingFix } from '../../language/finding';
import type { AgencyList } from '../../template/agencies';
import { quoted } from '../wording';

/** The name in the list that is meant; where there is none, the list with one name more, if there is a manifest to hold it. */
export function knownAgency(
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
