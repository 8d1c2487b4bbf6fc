/** What a finished book calls its parts. */

import type { Language } from '../language/language';

const words = {
  id: {
    chapter: 'BAB',
    table: 'Tabel',
    figure: 'Gambar',
    contents: 'Daftar Isi',
    tables: 'Daftar Tabel',
    figures: 'Daftar Gambar',
    allProgrammes: 'Semua program',
    dimension: 'Dimensi',
    horizon: 'Jangka waktu',
    actionPlan: 'Rencana aksi',
    file: 'Berkas',
  },
  en: {
    chapter: 'CHAPTER',
    table: 'Table',
    figure: 'Figure',
    contents: 'Contents',
    tables: 'List of Tables',
    figures: 'List of Figures',
    allProgrammes: 'All programmes',
    dimension: 'Dimension',
    horizon: 'Horizon',
    actionPlan: 'Action plan',
    file: 'File',
  },
} as const satisfies Record<Language, unknown>;

export type BookWords = (typeof words)[Language];

export function bookWords(language: Language): BookWords {
  return words[language];
}
