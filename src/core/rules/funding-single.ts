/** A masterplan that lives from the regional budget alone. */

import { OfEach } from '../book/of-each';
import { type ChapterProgrammes, programmesByChapter } from '../book/programmes';
import { saidBy } from '../chapter/programmes';
import { placeholdersOf } from '../chapter/read';
import { lexiconOf } from '../template/lexicon';
import type { Settings } from '../template/settings';
import type { BookRule } from './rule';

/** Fewer say nothing about the whole. */
const leastProgrammes = 5;

export const fundingSingle: BookRule = {
  id: 'funding-single',
  severity: 'info',
  scope: 'book',
  title: { id: 'Semua program didanai APBD', en: 'Every programme is paid from the regional budget' },
  hangsOn: (book) => [book.manifest, regionalProgrammes.version(programmesByChapter(book), book.settings)],
  *check(book) {
    const { manifest } = book;
    if (manifest === undefined) return;
    let count = 0;
    for (const regional of regionalProgrammes.all(programmesByChapter(book), book.settings)) {
      if (regional === undefined) return;
      count += regional;
    }
    if (count < leastProgrammes) return;
    yield {
      uri: manifest.uri,
      range: manifest.firstLine,
      message: {
        id: `Semua program yang menyebut sumber dana (${count}) didanai APBD; pertimbangkan sumber lain, misalnya DAK, CSR, atau KPBU.`,
        en: `All ${count} programmes that name a funding source are paid from the regional budget (APBD); consider others, such as DAK, CSR or KPBU.`,
      },
    };
  },
};

/** How many programmes of a chapter name a funding source; nothing where one of them names another than the APBD. */
const regionalProgrammes = new OfEach(({ joined }: ChapterProgrammes, settings: Settings): number | undefined => {
  const placeholders = placeholdersOf(settings);
  const isRegional = regionalTest(settings);
  let count = 0;
  for (const each of joined) {
    const sources = each.entries
      .flatMap(({ programme }) => saidBy(programme).filter(({ field, text }) => field === 'funding' && text !== ''))
      .filter(({ text }) => !placeholders.isAll(text));
    if (!sources.every(({ text }) => isRegional(text))) return undefined;
    if (sources.length > 0) count++;
  }
  return count;
});

/** Words that only say which regional budget is meant. */
const regionalWords = new Set(
  (
    'apbd apbdkab apbdprov apbdp anggaran pendapatan dan belanja daerah kabupaten kota kab provinsi prov propinsi ' +
    'murni perubahan induk i ii iii tk tingkat ta tahun dari dana'
  ).split(' '),
);

/** Whether a text names the regional budget and nothing else. */
function regionalTest(settings: Settings): (text: string) => boolean {
  const { folder } = lexiconOf(settings);
  const region = new Set((settings.region === undefined ? '' : folder.fold(settings.region)).split(' '));
  const known = new Map<string, boolean>();
  return (text) => {
    let answer = known.get(text);
    if (answer === undefined) {
      const words = folder.fold(text).split(' ');
      const isNamed = words.some((word) => word.startsWith('apbd')) || words.join(' ').includes('belanja daerah');
      answer = isNamed && words.every((word) => regionalWords.has(word) || region.has(word) || /^\d+$/.test(word));
      known.set(text, answer);
    }
    return answer;
  };
}
