/** The files of a masterplan that is only beginning: its manifest, and the chapters that it must have, each a skeleton. */

import { type Book, makeBook, withChapter } from '../book/book';
import { readChapter } from '../chapter/read';
import type { Language } from '../language/language';
import type { Span } from '../language/years';
import { readManifest } from '../template/manifest';
import { defaultTemplate, presets } from '../template/presets/presets';
import { resolveSettings } from '../template/resolve';
import type { ChapterKind, Template } from '../template/template';
import type { NewFile } from '../text/edits';
import { knownCodes, namedCodes } from './insert-section';
import { scalar } from './manifest-lists';
import { slug } from './new-chapter';
import { chapterSkeleton } from './skeletons';

export interface NewBookWish {
  /** URI of the folder that the manifest is to mark; ends with `/`. */
  readonly folder: string;
  /** `Kabupaten …` or `Kota …`; absent: the manifest leaves it open. */
  readonly region?: string;
  /** Years, both included. */
  readonly period?: Span;
  /** Name of a preset, which brings its set of dimensions; absent: the default one. */
  readonly template?: string;
  /** Of the manifest, the skeletons and the names of files; absent: Indonesian. */
  readonly language?: Language;
  /** Ids of the template's books; absent: all of them. Of the others no chapter will be missed. */
  readonly books?: readonly string[];
}

/** How the folders of books begin. */
const bookWords = { id: 'buku', en: 'book' } as const;

/**
 * A whole new masterplan: the manifest first, then the chapters in their order, in one folder per book. It has no error
 * and lacks nothing that the template requires; what it says is to be filled in.
 * @throws RangeError for a template or a book that there is none of, or a period that runs backwards.
 */
export function newBook(wish: NewBookWish): NewFile[] {
  const template = wish.template === undefined ? defaultTemplate : presets[wish.template];
  if (template === undefined) throw new RangeError(`There is no template "${wish.template}"`);
  const { folder, language = 'id', books = template.books.map(({ id }) => id) } = wish;
  for (const id of books)
    if (!template.books.some((book) => book.id === id)) throw new RangeError(`There is no book "${id}"`);
  if (wish.period !== undefined && wish.period.to < wish.period.from) throw new RangeError('The period runs backwards');
  const manifest = { uri: `${folder}masterplan.yaml`, text: manifestText(wish, template, language, books) };
  const reading = readManifest(manifest.text, manifest.uri);
  const settings = resolveSettings(reading);
  let book: Book = makeBook(reading, settings, []);
  const files = [manifest];
  for (const { path, kind, dimension } of chaptersOf(template, language, books)) {
    const place = {
      known: knownCodes(dimension === undefined ? {} : { dimension }, book.chapters),
      named: namedCodes(dimension, settings, book.chapters),
      ...(dimension === undefined ? {} : { dimension }),
    };
    const file = { uri: folder + path, text: chapterSkeleton(kind, settings, place) };
    files.push(file);
    book = withChapter(book, readChapter(file.uri, file.text, settings));
  }
  return files;
}

interface PlannedChapter {
  /** Within the masterplan's folder; nothing in it needs encoding in a URI. */
  readonly path: string;
  readonly kind: string;
  readonly dimension?: string;
}

function chaptersOf(template: Template, language: Language, books: readonly string[]): PlannedChapter[] {
  const planned: PlannedChapter[] = [];
  let isFirst = true;
  for (const [at, book] of template.books.entries()) {
    if (!books.includes(book.id)) continue;
    const kinds = [...(isFirst ? openingOf(template) : []), ...kindsOf(template, book.id)];
    isFirst = false;
    const folder = `${bookWords[language]}-${at + 1}-${slug(book.title[language], '-')}`;
    const own = kinds.flatMap(({ id, title, required }) =>
      required === 'per-dimension'
        ? template.dimensions.map((dimension) => ({ kind: id, dimension: dimension.id, title: dimension.title }))
        : [{ kind: id, title }],
    );
    for (const [number, { title, ...chapter }] of own.entries()) {
      const name = `${String(number + 1).padStart(2, '0')}-${slug(title[language], '-')}.md`;
      planned.push({ path: `${folder}/${name}`, ...chapter });
    }
  }
  return planned;
}

/** What a book must hold; one that must hold nothing begins with the kinds that only it has. */
function kindsOf({ chapters }: Template, book: string): readonly ChapterKind[] {
  const own = chapters.filter((kind) => kind.book === book);
  const required = own.filter((kind) => kind.required !== false);
  return required.length > 0 ? required : own;
}

/** The kind that the template lists first opens the masterplan, whichever book that begins with. */
function openingOf({ chapters }: Template): readonly ChapterKind[] {
  return chapters.slice(0, 1).filter(({ book }) => book === 'any');
}

function manifestText(
  { region, period }: NewBookWish,
  template: Template,
  language: Language,
  books: readonly string[],
): string {
  const words = manifestWords[language];
  const left = template.chapters.filter(
    (kind) => kind.required !== false && kind.book !== 'any' && !books.includes(kind.book),
  );
  const place = region?.trim();
  const lines = [
    `# ${words.first}`,
    `template: ${template.id}`,
    place ? `region: ${scalar(place, false)}` : `# region: ${words.region}`,
    ...(place ? [`title: ${scalar(`${words.title} ${place}`, false)}`] : []),
    `language: ${language}`,
    period === undefined ? '# period: 2025-2034' : `period: ${period.from}-${period.to}`,
    '',
    `# ${words.agencies}`,
    '# agencies:',
    '#   - Dinas Kesehatan',
    '#   - { id: diskominfo, name: Dinas Komunikasi dan Informatika, aliases: [Diskominfo] }',
  ];
  if (left.length > 0) {
    lines.push('', `# ${words.left}`, 'chapters:');
    for (const { id } of left) lines.push(`  - { id: ${id}, required: false }`);
  }
  return `${lines.join('\n')}\n`;
}

const manifestWords = {
  id: {
    first: 'Manifes: menandai folder ini sebagai satu masterplan. Hapus tanda # untuk memakai suatu baris.',
    region: 'Kabupaten …',
    title: 'Masterplan Smart City',
    agencies: 'Perangkat daerah: cukup nama, atau id, nama, dan sebutan lain yang dipakai dalam naskah.',
    left: 'Bab dari buku yang ditulis kemudian: tidak dianggap kurang.',
  },
  en: {
    first: 'The manifest: it marks this folder as one masterplan. Take a # away to use its line.',
    region: 'Kabupaten …',
    title: 'Smart City Masterplan of',
    agencies: "The region's agencies: a plain name, or id, name, and the other names that the text uses.",
    left: 'Chapters of books that are written later: they are not missed.',
  },
} as const;
