/** A quick win that does not say what reviewers score it on. */

import { mayHideProfile } from '../book/hidden-profiles';
import { OfEach } from '../book/of-each';
import {
  type ChapterProgrammes,
  isGiven,
  type JoinedProgramme,
  type ProgrammeEntry,
  programmesTogether,
  quickWinEntry,
} from '../book/programmes';
import type { Chapter } from '../chapter/chapter';
import { isPartlyRead } from '../chapter/scopes';
import { isWhollyRead } from '../chapter/unread-tables';
import { addFields } from '../edits/programme-fields';
import type { Finding } from '../language/finding';
import { enumerateTexts } from '../language/language';
import type { Settings } from '../template/settings';
import type { Field } from '../template/template';
import { inProgrammes } from './remembered';
import type { PieceRule } from './rule';
import { quoted } from './wording';

const asked = ['benefit', 'uniqueness', 'partners', 'resources', 'risk', 'sustainability'];

const findings = inProgrammes((joined, settings) => {
  if (quickWinEntry(joined) === undefined) return [];
  if (joined.entries.some(({ chapter, programme }) => isPartlyRead(chapter, programme))) return [];
  const missing = askedFields(settings).filter(({ id }) => !isGiven(joined, id));
  const entry = missing.length === 0 ? undefined : fullestEntry(joined, settings);
  return entry === undefined ? [] : [finding(joined, entry, missing, settings)];
});

/** The chapters of quick wins in which profiles may stand that were not read. */
const partlyRead = new OfEach((chapter: Chapter) =>
  chapter.kind === 'quick-wins' && !isWhollyRead(chapter) ? chapter : undefined,
);

export const quickWinProfile: PieceRule<ChapterProgrammes> = {
  id: 'quick-win-profile',
  severity: 'warning',
  title: { id: 'Profil quick win belum lengkap', en: "A quick win's profile is incomplete" },
  ...findings,
  hangsOn: (book) => {
    const unread = partlyRead.some(book.chapters, book.settings);
    return unread.length === 0 ? [] : [unread, programmesTogether(book)];
  },
  check(programmes, book) {
    const unread = partlyRead.some(book.chapters, book.settings);
    const found = findings.check(programmes, book);
    return unread.length === 0 ? found : found.filter(({ joined }) => !mayHideProfile(book, unread, joined));
  },
};

function askedFields({ template }: Settings): Field[] {
  return asked.flatMap((id) => template.quickWinFields.filter((field) => field.id === id).slice(0, 1));
}

/** Of the quick win's places the one with the most profile fields; of two alike, the dimension's own section. */
function fullestEntry(joined: JoinedProgramme, { template }: Settings): ProgrammeEntry | undefined {
  const ids = new Set(template.quickWinFields.map(({ id }) => id));
  let best: ProgrammeEntry | undefined;
  let most = -1;
  for (const place of ['quick-wins', 'profile']) {
    const entry = joined.entries.find(({ programme }) => programme.place === place);
    if (entry === undefined) continue;
    const given = new Set(entry.programme.values.flatMap(({ field, text }) => (text === '' ? [] : [field])));
    const count = [...given].filter((field) => ids.has(field)).length;
    if (count > most) {
      best = entry;
      most = count;
    }
  }
  return best;
}

interface ProfileFinding extends Finding {
  readonly joined: JoinedProgramme;
}

function finding(
  joined: JoinedProgramme,
  { chapter, programme }: ProgrammeEntry,
  missing: readonly Field[],
  settings: Settings,
): ProfileFinding {
  const names = enumerateTexts(
    missing.map(({ title }) => ({ id: title.id.toLowerCase(), en: title.en.toLowerCase() })),
  );
  return {
    joined,
    uri: chapter.uri,
    range: programme.nameRange,
    message: {
      id: `Profil quick win ${quoted(programme.name)} belum memuat ${names.id}.`,
      en: `The quick win ${quoted(programme.name)} lacks in its profile: ${names.en}.`,
    },
    writeFixes() {
      const edits = addFields(chapter, programme, missing, settings);
      const titles = enumerateTexts(missing.map(({ title }) => title));
      const title = { id: `Tambahkan ${titles.id}`, en: `Add ${titles.en}` };
      return edits === undefined ? undefined : [{ title, edits: [{ edits }] }];
    },
  };
}
