/** The keys that manifest and frontmatter know, in words: for messages, completion, hover and a generated schema. */

import type { Text } from '../language/language';

export interface KeyDescription {
  /** What the key is for, a sentence. */
  readonly description: Text;
  /** What its value looks like, to follow `berisi` or `holds` in a message. */
  readonly expects: Text;
  /** The only values that it takes, where there are few. */
  readonly values?: readonly string[];
}

export type KeyDescriptions = Readonly<Record<string, KeyDescription>>;

const yearsExpected: Text = {
  id: 'tahun, misalnya 2025, 2026-2029, atau 2026 s.d. 2029',
  en: 'years, such as 2025, 2026-2029 or 2026 s.d. 2029',
};
const textExpected: Text = { id: 'teks', en: 'a text' };
const listExpected = (id: string, en: string): Text => ({ id: `daftar ${id}`, en: `a list of ${en}` });
const trueOrFalse: Text = { id: 'true atau false', en: 'true or false' };
const titleExpected: Text = {
  id: 'judul, atau { id: judul Indonesia, en: judul Inggris }',
  en: 'a title, or { id: Indonesian title, en: English title }',
};

const id: KeyDescription = {
  description: {
    id: 'Nama pendek yang dipakai untuk merujuk: huruf kecil, angka, dan tanda hubung.',
    en: 'The short name to refer to it by: small letters, digits and hyphens.',
  },
  expects: { id: 'nama pendek, misalnya "smart-tourism"', en: 'a short name, such as "smart-tourism"' },
};
const title: KeyDescription = {
  description: { id: 'Judul bakunya.', en: 'Its canonical title.' },
  expects: titleExpected,
};
const also: KeyDescription = {
  description: {
    id: 'Cara lain menulis judulnya, dalam bahasa Indonesia atau Inggris.',
    en: 'Other ways to write its title, in Indonesian or English.',
  },
  expects: listExpected('judul lain', 'other titles'),
};
const sectionList: KeyDescription = {
  description: {
    id: 'Bagian di dalamnya, berurutan; tanda * berarti wajib ada.',
    en: 'The sections within it, in their order; * means required.',
  },
  expects: listExpected('id bagian, misalnya [swot*, strategy]', 'section ids, such as [swot*, strategy]'),
};

export const manifestKeys = {
  template: {
    description: {
      id: 'Templat yang dipakai sebagai dasar. Bila kosong: kominfo.',
      en: 'The template to start from. When left out: kominfo.',
    },
    expects: { id: 'nama templat', en: 'the name of a template' },
  },
  region: {
    description: {
      id: 'Nama daerah; judul bagian boleh memuatnya.',
      en: "The region's name; section titles may contain it.",
    },
    expects: { id: 'nama daerah, misalnya Kabupaten Wonosobo', en: 'the name of a region, such as Kabupaten Wonosobo' },
  },
  title: {
    description: { id: 'Judul masterplan.', en: "The masterplan's title." },
    expects: textExpected,
  },
  language: {
    description: {
      id: 'Bahasa kerangka, potongan teks, dan pesan untuk masterplan ini.',
      en: 'Language of skeletons, snippets and messages for this masterplan.',
    },
    expects: { id: '"id" atau "en"', en: '"id" or "en"' },
    values: ['id', 'en'],
  },
  period: {
    description: { id: 'Tahun pertama sampai terakhir masterplan.', en: 'First to last year of the masterplan.' },
    expects: yearsExpected,
  },
  horizons: {
    description: {
      id: 'Tahun jangka pendek, menengah, dan panjang. Bila kosong: tahun pertama, sampai tahun kelima, sisanya.',
      en: 'Years of the short, medium and long term. When left out: the first year, up to the fifth, the rest.',
    },
    expects: {
      id: 'short, medium, dan long dengan tahunnya',
      en: 'short, medium and long with their years',
    },
  },
  agencies: {
    description: {
      id: 'Perangkat daerah (OPD). Bila diisi, OPD pada program dicocokkan dengan daftar ini.',
      en: "The region's agencies (OPD). When given, the agencies of programmes are compared with this list.",
    },
    expects: listExpected('OPD', 'agencies'),
  },
  dimensions: {
    description: {
      id: 'Nama set dimensi, atau daftar dimensi yang menggantikannya.',
      en: 'The name of a set of dimensions, or a list that replaces it.',
    },
    expects: { id: 'nama set dimensi, atau daftar dimensi', en: 'the name of a set of dimensions, or a list of them' },
  },
  books: {
    description: {
      id: 'Buku-buku masterplan; menggantikan yang dari templat.',
      en: "The masterplan's books; they replace the template's.",
    },
    expects: listExpected('buku', 'books'),
  },
  chapters: {
    description: {
      id: 'Jenis bab yang ditambahkan, atau yang diubah menurut id-nya.',
      en: 'Chapter kinds to add, or to change by their id.',
    },
    expects: listExpected('jenis bab', 'chapter kinds'),
  },
  sections: {
    description: {
      id: 'Bagian yang ditambahkan, atau yang diubah menurut id-nya.',
      en: 'Sections to add, or to change by their id.',
    },
    expects: listExpected('bagian', 'sections'),
  },
  fields: {
    description: {
      id: 'Kolom program yang ditambahkan, atau yang diubah menurut id-nya.',
      en: 'Fields of programmes to add, or to change by their id.',
    },
    expects: listExpected('kolom', 'fields'),
  },
  rules: {
    description: {
      id: 'Tingkat aturan pemeriksaan: off, hint, info, warning, atau error.',
      en: 'Levels of the rules: off, hint, info, warning or error.',
    },
    expects: {
      id: 'id aturan dengan tingkatnya, misalnya { swot-unused: off }',
      en: 'rule ids with their level, such as { swot-unused: off }',
    },
  },
  'quick-wins': {
    description: {
      id: 'Jumlah quick win yang diminta: per dimensi, atau untuk seluruh masterplan.',
      en: 'How many quick wins are asked for: in each dimension, or in the whole masterplan.',
    },
    expects: { id: '{ per-dimension: 1 } atau { total: 3 }', en: '{ per-dimension: 1 } or { total: 3 }' },
  },
  exclude: {
    description: {
      id: 'Berkas dan folder yang dilewati, relatif terhadap folder manifes: *, **, ?, {a,b}.',
      en: "Files and folders to skip, relative to the manifest's folder: *, **, ?, {a,b}.",
    },
    expects: listExpected('pola, misalnya [arsip/**]', 'globs, such as [arsip/**]'),
  },
} as const satisfies KeyDescriptions;

export const horizonKeys = {
  short: { description: { id: 'Tahun jangka pendek.', en: 'Years of the short term.' }, expects: yearsExpected },
  medium: { description: { id: 'Tahun jangka menengah.', en: 'Years of the medium term.' }, expects: yearsExpected },
  long: { description: { id: 'Tahun jangka panjang.', en: 'Years of the long term.' }, expects: yearsExpected },
} as const satisfies KeyDescriptions;

const quickWinCount: Text = { id: 'bilangan bulat mulai 0', en: 'a whole number from 0 on' };

export const quickWinKeys = {
  'per-dimension': {
    description: {
      id: 'Quick win sekurang-kurangnya di tiap dimensi.',
      en: 'At least this many quick wins in each dimension.',
    },
    expects: quickWinCount,
  },
  total: {
    description: {
      id: 'Quick win sekurang-kurangnya di seluruh masterplan.',
      en: 'At least this many quick wins in the whole masterplan.',
    },
    expects: quickWinCount,
  },
} as const satisfies KeyDescriptions;

export const agencyKeys = {
  id: { ...id, expects: { id: 'nama pendek, misalnya "dinkes"', en: 'a short name, such as "dinkes"' } },
  name: { description: { id: 'Nama resmi OPD.', en: "The agency's official name." }, expects: textExpected },
  aliases: {
    description: { id: 'Nama lain dan singkatan OPD.', en: 'Other names and abbreviations of the agency.' },
    expects: listExpected('nama lain', 'other names'),
  },
} as const satisfies KeyDescriptions;

export const bookKeys = { id, title, also } as const satisfies KeyDescriptions;

export const subDimensionKeys = { id, title, also } as const satisfies KeyDescriptions;

export const dimensionKeys = {
  id,
  title,
  also,
  wrong: {
    description: {
      id: 'Nama yang sering salah tulis; dipahami, tetapi dilaporkan.',
      en: 'Names that are often misspelt; understood, and reported.',
    },
    expects: listExpected('nama', 'names'),
  },
  sub: {
    description: { id: 'Sub-dimensinya.', en: 'Its sub-dimensions.' },
    expects: listExpected('sub-dimensi', 'sub-dimensions'),
  },
} as const satisfies KeyDescriptions;

export const chapterKeys = {
  id,
  title,
  also,
  book: {
    description: {
      id: 'Buku tempat bab ini; "any" bila boleh di buku mana pun.',
      en: 'The book that it belongs to; "any" where it may stand in any.',
    },
    expects: { id: 'id buku, atau "any"', en: 'the id of a book, or "any"' },
  },
  once: {
    description: { id: 'Hanya boleh ada satu di masterplan.', en: 'May stand only once in a masterplan.' },
    expects: trueOrFalse,
  },
  required: {
    description: {
      id: 'Wajib ada; "per-dimension" berarti satu untuk tiap dimensi.',
      en: 'Has to be there; "per-dimension": one for each dimension.',
    },
    expects: { id: 'true, false, atau "per-dimension"', en: 'true, false or "per-dimension"' },
  },
  sections: sectionList,
} as const satisfies KeyDescriptions;

export const sectionKeys = {
  id,
  title,
  also,
  required: {
    description: {
      id: 'Wajib ada di setiap tempat yang mencantumkannya; false melonggarkan.',
      en: 'Required wherever it is listed; false relaxes.',
    },
    expects: trueOrFalse,
  },
  sections: sectionList,
  group: {
    description: {
      id: 'Hanya mengelompokkan: bagian di dalamnya boleh juga berdiri di sampingnya.',
      en: 'Only gathers: the sections within may stand beside it as well.',
    },
    expects: trueOrFalse,
  },
} as const satisfies KeyDescriptions;

export const fieldKeys = {
  id: {
    ...id,
    description: {
      id: 'Nama pendek kolom; tanda * di belakangnya berarti wajib.',
      en: 'The short name of the field; * behind it means required.',
    },
  },
  title,
  also,
  required: {
    description: {
      id: 'Program tanpa kolom ini dianggap belum lengkap.',
      en: 'A programme without it is incomplete.',
    },
    expects: trueOrFalse,
  },
  'refers-to': {
    description: {
      id: 'Isinya kode: strategi, butir SWOT, atau program.',
      en: 'It holds codes of strategies, SWOT items or programmes.',
    },
    expects: { id: '"strategy", "swot-item", atau "programme"', en: '"strategy", "swot-item" or "programme"' },
    values: ['strategy', 'swot-item', 'programme'],
  },
} as const satisfies KeyDescriptions;

export const titleKeys = {
  id: { description: { id: 'Judul dalam bahasa Indonesia.', en: 'The title in Indonesian.' }, expects: textExpected },
  en: { description: { id: 'Judul dalam bahasa Inggris.', en: 'The title in English.' }, expects: textExpected },
} as const satisfies KeyDescriptions;

export const frontmatterKeys = {
  chapter: {
    description: {
      id: 'Jenis bab. Berkas dengan kunci ini adalah bab masterplan.',
      en: 'The chapter kind. A file with this key is a chapter of the masterplan.',
    },
    expects: { id: 'jenis bab, misalnya "dimension"', en: 'a chapter kind, such as "dimension"' },
  },
  dimension: {
    description: {
      id: 'Dimensi bab ini, untuk "chapter: dimension".',
      en: "The chapter's dimension, for `chapter: dimension`.",
    },
    expects: { id: 'dimensi, misalnya "governance"', en: 'a dimension, such as "governance"' },
  },
  title: {
    description: {
      id: 'Judul bab. Bila kosong: judul tingkat 1 yang pertama.',
      en: "The chapter's title. When left out: the first level-1 heading.",
    },
    expects: textExpected,
  },
  book: {
    description: {
      id: 'Buku tempat bab ini. Bila kosong: menurut templat.',
      en: 'The book that it belongs to. When left out: as the template says.',
    },
    expects: { id: 'id buku', en: 'the id of a book' },
  },
  order: {
    description: {
      id: 'Urutan bab di bukunya. Bila kosong: urutan nama berkas.',
      en: "The chapter's place in its book. When left out: the order of file names.",
    },
    expects: { id: 'angka, misalnya 5', en: 'a number, such as 5' },
  },
  status: {
    description: { id: 'Tahap penulisan. Bila kosong: draft.', en: 'How far the writing is. When left out: draft.' },
    expects: { id: '"draft", "review", atau "final"', en: '"draft", "review" or "final"' },
    values: ['draft', 'review', 'final'],
  },
  owner: {
    description: { id: 'OPD yang menulis bab ini.', en: 'The agency that writes the chapter.' },
    expects: { id: 'nama OPD', en: 'the name of an agency' },
  },
  contributors: {
    description: { id: 'OPD atau orang yang ikut menulis.', en: 'Agencies or people who write along.' },
    expects: listExpected('nama, misalnya [Bappeda, BPBD]', 'names, such as [Bappeda, BPBD]'),
  },
  updated: {
    description: { id: 'Tanggal perubahan terakhir.', en: 'The date of the last change.' },
    expects: { id: 'tanggal seperti 2025-10-07', en: 'a date such as 2025-10-07' },
  },
  lang: {
    description: {
      id: 'Bahasa bab ini. Bila kosong: bahasa manifes.',
      en: "The chapter's language. When left out: the manifest's.",
    },
    expects: { id: '"id" atau "en"', en: '"id" or "en"' },
    values: ['id', 'en'],
  },
} as const satisfies KeyDescriptions;

export type FrontmatterKey = keyof typeof frontmatterKeys;
export type ManifestKey = keyof typeof manifestKeys;
