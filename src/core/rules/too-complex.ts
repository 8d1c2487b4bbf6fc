/** A chapter beyond the limits of format 4, read only in part. */

import type { Text } from '../language/language';
import type { Excess } from '../markdown/blocks';
import type { ChapterRule } from './rule';

const reasons: Readonly<Record<Excess['limit'], Text>> = {
  length: {
    id: 'Bab ini terlalu panjang; mulai dari sini isinya tidak dibaca. Bagilah menjadi beberapa bab.',
    en: 'This chapter is too long; from here on it is not read. Split it into several chapters.',
  },
  nesting: {
    id: 'Daftar atau kutipan di sini bersarang terlalu dalam, sehingga tidak dibaca seluruhnya. Sederhanakan susunannya.',
    en: 'Lists or quotes are nested too deeply here and are not read in full. Make them simpler.',
  },
  line: {
    id: 'Baris ini terlalu panjang; sisanya tidak dibaca. Bagilah menjadi beberapa baris.',
    en: 'This line is too long; the rest of it is not read. Break it into several lines.',
  },
  shape: {
    id: 'Susunan teks mulai dari sini terlalu rumit, sehingga tidak dibaca seluruhnya. Sederhanakan susunannya.',
    en: 'From here on the text is too intricate to be read in full. Make it simpler.',
  },
};

const unreadTable: Text = {
  id: 'Tabel ini tidak dibaca karena bentuknya HTML atau garis; tulislah sebagai tabel Markdown dengan tanda |.',
  en: 'This table is not read, for it is written in HTML or drawn with lines; write it as a Markdown table with | marks.',
};

export const tooComplex: ChapterRule = {
  id: 'too-complex',
  severity: 'warning',
  scope: 'chapter',
  title: { id: 'Bab hanya dibaca sebagian', en: 'A chapter is read only in part' },
  *check(chapter) {
    for (const { limit, start, end } of chapter.excess) yield { range: { start, end }, message: reasons[limit] };
    for (const { start, end } of chapter.unreadTables) {
      const firstLine = /^[^\r\n]*/.exec(chapter.source.slice(start, end))?.[0].trimEnd().length ?? 0;
      yield { range: { start, end: start + firstLine }, message: unreadTable };
    }
  },
};
