/** What a finished book calls its parts. */

import type { Language } from '../language/language';

const words = {
  id: {
    book: 'Buku',
    chapter: 'BAB',
    appendix: 'LAMPIRAN',
    table: 'Tabel',
    figure: 'Gambar',
    contents: 'Daftar Isi',
    tables: 'Daftar Tabel',
    figures: 'Daftar Gambar',
    footnotes: 'Catatan kaki',
    back: 'Kembali ke teks',
    dimensions: 'Strategi Pembangunan Smart City',
    programme: 'Program',
    alsoCalled: 'Disebut Juga',
    actionPlan: 'Rencana Aksi',
    allProgrammes: 'Semua Program',
    quickWins: 'Quick Win',
    otherProgrammes: 'Program Lain',
    dimension: 'Dimensi',
    horizon: 'Jangka Waktu',
    short: 'Jangka Pendek',
    medium: 'Jangka Menengah',
    long: 'Jangka Panjang',
    firstYear: 'Tahun Mulai',
    lastYear: 'Tahun Selesai',
    amount: 'Anggaran (Rp)',
    isQuickWin: 'Quick Win',
    yes: 'ya',
    file: 'Berkas',
  },
  en: {
    book: 'Book',
    chapter: 'CHAPTER',
    appendix: 'APPENDIX',
    table: 'Table',
    figure: 'Figure',
    contents: 'Contents',
    tables: 'List of Tables',
    figures: 'List of Figures',
    footnotes: 'Footnotes',
    back: 'Back to the text',
    dimensions: 'Smart City Development Strategy',
    programme: 'Programme',
    alsoCalled: 'Also Called',
    actionPlan: 'Action Plan',
    allProgrammes: 'All Programmes',
    quickWins: 'Quick Wins',
    otherProgrammes: 'Other Programmes',
    dimension: 'Dimension',
    horizon: 'Horizon',
    short: 'Short Term',
    medium: 'Medium Term',
    long: 'Long Term',
    firstYear: 'First Year',
    lastYear: 'Last Year',
    amount: 'Budget (Rp)',
    isQuickWin: 'Quick Win',
    yes: 'yes',
    file: 'File',
  },
} as const satisfies Record<Language, unknown>;

export type BookWords = (typeof words)[Language];

/** The words of a book's language. */
export function bookWords(language: Language): BookWords {
  return words[language];
}
