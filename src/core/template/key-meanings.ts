/** What the keys of manifest and frontmatter are for, a sentence each: for completion, hover and a generated schema. */

import type { Text } from '../language/language';
import { type Expected, expectedIn } from './expected';
import type { Keyed, KeyOf } from './keys';

export interface KeyDescription extends Expected {
  /** What the key is for, a sentence. */
  readonly description: Text;
}

export type KeyDescriptions = Readonly<Record<string, KeyDescription>>;

/** The keys of these, each with its sentence. */
function described<K extends Keyed>(
  keyed: K,
  meanings: Readonly<Record<KeyOf<K>, Text>>,
): Readonly<Record<KeyOf<K>, KeyDescription>> {
  const expected = Object.entries<Expected>(expectedIn(keyed));
  const all = expected.map(([key, value]) => [key, { ...value, description: meanings[key as KeyOf<K>] }]);
  return Object.fromEntries(all);
}

const id: Text = {
  id: 'Nama pendek yang dipakai untuk merujuk: huruf kecil, angka, dan tanda hubung.',
  en: 'The short name to refer to it by: small letters, digits and hyphens.',
};
const title: Text = { id: 'Judul bakunya.', en: 'Its canonical title.' };
const also: Text = {
  id: 'Cara lain menulis judulnya, dalam bahasa Indonesia atau Inggris.',
  en: 'Other ways to write its title, in Indonesian or English.',
};
const sections: Text = {
  id: 'Bagian di dalamnya, berurutan; tanda * berarti wajib ada.',
  en: 'The sections within it, in their order; * means required.',
};

export const manifestKeys = described('manifest', {
  template: {
    id: 'Templat yang dipakai sebagai dasar. Bila kosong: kominfo.',
    en: 'The template to start from. When left out: kominfo.',
  },
  region: { id: 'Nama daerah; judul bagian boleh memuatnya.', en: "The region's name; section titles may contain it." },
  title: { id: 'Judul masterplan.', en: "The masterplan's title." },
  language: {
    id: 'Bahasa isi awal, potongan siap pakai, dan pesan untuk masterplan ini.',
    en: 'Language of skeletons, snippets and messages for this masterplan.',
  },
  period: { id: 'Tahun pertama sampai terakhir masterplan.', en: 'First to last year of the masterplan.' },
  horizons: {
    id: 'Tahun jangka pendek, menengah, dan panjang. Bila kosong: tahun pertama, sampai tahun kelima, sisanya.',
    en: 'Years of the short, medium and long term. When left out: the first year, up to the fifth, the rest.',
  },
  agencies: {
    id: 'Perangkat daerah (OPD). Bila diisi, OPD pada program dicocokkan dengan daftar ini.',
    en: "The region's agencies (OPD). When given, the agencies of programmes are compared with this list.",
  },
  dimensions: {
    id: 'Nama set dimensi, atau daftar dimensi yang menggantikannya.',
    en: 'The name of a set of dimensions, or a list that replaces it.',
  },
  books: {
    id: 'Buku-buku masterplan; menggantikan yang dari templat.',
    en: "The masterplan's books; they replace the template's.",
  },
  chapters: {
    id: 'Jenis bab yang ditambahkan, atau yang diubah menurut id-nya.',
    en: 'Chapter kinds to add, or to change by their id.',
  },
  sections: {
    id: 'Bagian yang ditambahkan, atau yang diubah menurut id-nya.',
    en: 'Sections to add, or to change by their id.',
  },
  fields: {
    id: 'Kolom program yang ditambahkan, atau yang diubah menurut id-nya.',
    en: 'Fields of programmes to add, or to change by their id.',
  },
  rules: {
    id: 'Tingkat aturan pemeriksaan: off, hint, info, warning, atau error.',
    en: 'Levels of the rules: off, hint, info, warning or error.',
  },
  'quick-wins': {
    id: 'Jumlah quick win yang diminta: per dimensi, atau untuk seluruh masterplan.',
    en: 'How many quick wins are asked for: in each dimension, or in the whole masterplan.',
  },
  exclude: {
    id: 'Berkas dan folder yang dilewati, relatif terhadap folder manifes: *, **, ?, {a,b}.',
    en: "Files and folders to skip, relative to the manifest's folder: *, **, ?, {a,b}.",
  },
});

export const horizonKeys = described('horizons', {
  short: { id: 'Tahun jangka pendek.', en: 'Years of the short term.' },
  medium: { id: 'Tahun jangka menengah.', en: 'Years of the medium term.' },
  long: { id: 'Tahun jangka panjang.', en: 'Years of the long term.' },
});

export const quickWinKeys = described('quick-wins', {
  'per-dimension': {
    id: 'Quick win sekurang-kurangnya di tiap dimensi.',
    en: 'At least this many quick wins in each dimension.',
  },
  total: {
    id: 'Quick win sekurang-kurangnya di seluruh masterplan.',
    en: 'At least this many quick wins in the whole masterplan.',
  },
});

export const agencyKeys = described('agency', {
  id,
  name: { id: 'Nama resmi OPD.', en: "The agency's official name." },
  aliases: { id: 'Nama lain dan singkatan OPD.', en: 'Other names and abbreviations of the agency.' },
});

export const bookKeys = described('book', {
  id,
  title,
  also,
});

export const subDimensionKeys = described('sub-dimension', {
  id,
  title,
  also,
});

export const dimensionKeys = described('dimension', {
  id,
  title,
  also,
  wrong: {
    id: 'Nama yang sering salah tulis; dipahami, tetapi dilaporkan.',
    en: 'Names that are often misspelt; understood, and reported.',
  },
  sub: { id: 'Sub-dimensinya.', en: 'Its sub-dimensions.' },
});

export const chapterKeys = described('chapter', {
  id,
  title,
  also,
  book: {
    id: 'Buku tempat bab ini; "any" bila boleh di buku mana pun.',
    en: 'The book that it belongs to; "any" where it may stand in any.',
  },
  once: { id: 'Hanya boleh ada satu di masterplan.', en: 'May stand only once in a masterplan.' },
  required: {
    id: 'Wajib ada; "per-dimension" berarti satu untuk tiap dimensi.',
    en: 'Has to be there; "per-dimension": one for each dimension.',
  },
  sections,
});

export const sectionKeys = described('section', {
  id,
  title,
  also,
  required: {
    id: 'Wajib ada di setiap tempat yang mencantumkannya; false melonggarkan.',
    en: 'Required wherever it is listed; false relaxes.',
  },
  sections,
  group: {
    id: 'Hanya mengelompokkan: bagian di dalamnya boleh juga berdiri di sampingnya.',
    en: 'Only gathers: the sections within may stand beside it as well.',
  },
});

export const fieldKeys = described('field', {
  id: {
    id: 'Nama pendek kolom; tanda * di belakangnya berarti wajib.',
    en: 'The short name of the field; * behind it means required.',
  },
  title,
  also,
  required: { id: 'Program tanpa kolom ini dianggap belum lengkap.', en: 'A programme without it is incomplete.' },
  'refers-to': {
    id: 'Isinya kode: strategi, butir SWOT, atau program.',
    en: 'It holds codes of strategies, SWOT items or programmes.',
  },
});

export const titleKeys = described('title', {
  id: { id: 'Judul dalam bahasa Indonesia.', en: 'The title in Indonesian.' },
  en: { id: 'Judul dalam bahasa Inggris.', en: 'The title in English.' },
});

export const frontmatterKeys = described('frontmatter', {
  chapter: {
    id: 'Jenis bab. Berkas dengan kunci ini adalah bab masterplan.',
    en: 'The chapter kind. A file with this key is a chapter of the masterplan.',
  },
  dimension: {
    id: 'Dimensi bab ini, untuk "chapter: dimension".',
    en: "The chapter's dimension, for `chapter: dimension`.",
  },
  title: {
    id: 'Judul bab. Bila kosong: judul tingkat 1 yang pertama.',
    en: "The chapter's title. When left out: the first level-1 heading.",
  },
  book: {
    id: 'Buku tempat bab ini. Bila kosong: menurut templat.',
    en: 'The book that it belongs to. When left out: as the template says.',
  },
  order: {
    id: 'Urutan bab di bukunya. Bila kosong: urutan nama berkas.',
    en: "The chapter's place in its book. When left out: the order of file names.",
  },
  status: { id: 'Tahap penulisan. Bila kosong: draft.', en: 'How far the writing is. When left out: draft.' },
  owner: { id: 'OPD yang menulis bab ini.', en: 'The agency that writes the chapter.' },
  contributors: { id: 'OPD atau orang yang ikut menulis.', en: 'Agencies or people who write along.' },
  updated: { id: 'Tanggal perubahan terakhir.', en: 'The date of the last change.' },
  lang: {
    id: 'Bahasa bab ini. Bila kosong: bahasa manifes.',
    en: "The chapter's language. When left out: the manifest's.",
  },
});
