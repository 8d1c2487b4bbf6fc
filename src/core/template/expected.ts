/** What the values of the keys of manifest and frontmatter look like, for messages, completion and a generated schema. */

import type { Text } from '../language/language';
import { type Keyed, type KeyOf, languages, referredTo, statuses } from './keys';

export interface Expected {
  /** To follow `berisi` or `holds` in a message. */
  readonly expects: Text;
  /** The only values that the key takes, where there are few. */
  readonly values?: readonly string[];
}

type ExpectedIn<K extends Keyed> = Readonly<Record<KeyOf<K>, Expected>>;

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

const id: Expected = {
  expects: { id: 'nama pendek, misalnya "smart-tourism"', en: 'a short name, such as "smart-tourism"' },
};
const title: Expected = { expects: titleExpected };
const also: Expected = { expects: listExpected('judul lain', 'other titles') };
const sectionList: Expected = {
  expects: listExpected('id bagian, misalnya [swot*, strategy]', 'section ids, such as [swot*, strategy]'),
};

const quickWinCount: Text = { id: 'bilangan bulat 0 sampai 100', en: 'a whole number from 0 to 100' };

const expected: { readonly [K in Keyed]: ExpectedIn<K> } = {
  manifest: {
    template: { expects: { id: 'nama templat', en: 'the name of a template' } },
    region: {
      expects: {
        id: 'nama daerah, misalnya Kabupaten Wonosobo',
        en: 'the name of a region, such as Kabupaten Wonosobo',
      },
    },
    title: { expects: textExpected },
    language: {
      expects: { id: '"id" atau "en"', en: '"id" or "en"' },
      values: languages,
    },
    period: { expects: yearsExpected },
    horizons: {
      expects: {
        id: 'short, medium, dan long dengan tahunnya',
        en: 'short, medium and long with their years',
      },
    },
    agencies: { expects: listExpected('OPD', 'agencies') },
    dimensions: {
      expects: {
        id: 'nama set dimensi, atau daftar dimensi',
        en: 'the name of a set of dimensions, or a list of them',
      },
    },
    books: { expects: listExpected('buku', 'books') },
    chapters: { expects: listExpected('jenis bab', 'chapter kinds') },
    sections: { expects: listExpected('bagian', 'sections') },
    fields: { expects: listExpected('kolom', 'fields') },
    rules: {
      expects: {
        id: 'id aturan dengan tingkatnya, misalnya { swot-unused: off }',
        en: 'rule ids with their level, such as { swot-unused: off }',
      },
    },
    'quick-wins': {
      expects: { id: '{ per-dimension: 1 } atau { total: 3 }', en: '{ per-dimension: 1 } or { total: 3 }' },
    },
    exclude: { expects: listExpected('pola, misalnya [arsip/**]', 'globs, such as [arsip/**]') },
  },
  horizons: {
    short: { expects: yearsExpected },
    medium: { expects: yearsExpected },
    long: { expects: yearsExpected },
  },
  'quick-wins': {
    'per-dimension': { expects: quickWinCount },
    total: { expects: quickWinCount },
  },
  agency: {
    id: { ...id, expects: { id: 'nama pendek, misalnya "dinkes"', en: 'a short name, such as "dinkes"' } },
    name: { expects: textExpected },
    aliases: { expects: listExpected('nama lain', 'other names') },
  },
  book: { id, title, also },
  'sub-dimension': { id, title, also },
  dimension: {
    id,
    title,
    also,
    wrong: { expects: listExpected('nama', 'names') },
    sub: { expects: listExpected('sub-dimensi', 'sub-dimensions') },
  },
  chapter: {
    id,
    title,
    also,
    book: { expects: { id: 'id buku, atau "any"', en: 'the id of a book, or "any"' } },
    once: { expects: trueOrFalse },
    required: { expects: { id: 'true, false, atau "per-dimension"', en: 'true, false or "per-dimension"' } },
    sections: sectionList,
  },
  section: {
    id,
    title,
    also,
    required: { expects: trueOrFalse },
    sections: sectionList,
    group: { expects: trueOrFalse },
  },
  field: {
    id: {
      ...id,
    },
    title,
    also,
    required: { expects: trueOrFalse },
    'refers-to': {
      expects: { id: '"strategy", "swot-item", atau "programme"', en: '"strategy", "swot-item" or "programme"' },
      values: referredTo,
    },
  },
  title: {
    id: { expects: textExpected },
    en: { expects: textExpected },
  },
  frontmatter: {
    chapter: { expects: { id: 'jenis bab, misalnya "dimension"', en: 'a chapter kind, such as "dimension"' } },
    dimension: { expects: { id: 'dimensi, misalnya "governance"', en: 'a dimension, such as "governance"' } },
    title: { expects: textExpected },
    book: { expects: { id: 'id buku', en: 'the id of a book' } },
    order: { expects: { id: 'angka, misalnya 5', en: 'a number, such as 5' } },
    status: {
      expects: { id: '"draft", "review", atau "final"', en: '"draft", "review" or "final"' },
      values: statuses,
    },
    owner: { expects: { id: 'nama OPD', en: 'the name of an agency' } },
    contributors: { expects: listExpected('nama, misalnya [Bappeda, BPBD]', 'names, such as [Bappeda, BPBD]') },
    updated: { expects: { id: 'tanggal seperti 2025-10-07', en: 'a date such as 2025-10-07' } },
    lang: {
      expects: { id: '"id" atau "en"', en: '"id" or "en"' },
      values: languages,
    },
  },
};

/** What is expected of the values of these keys. */
export function expectedIn<K extends Keyed>(keyed: K): ExpectedIn<K> {
  return expected[keyed];
}
