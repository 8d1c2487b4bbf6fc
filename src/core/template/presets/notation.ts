/** A short way to write a preset down, so that its pages read like the vocabulary they are. */

import type { ChapterKind, Dimension, Field, ReferenceTarget, SectionKind, SectionUse, Titled } from '../template';

/** A name in both languages, and the other ways it is written. */
export function titled(id: string, indonesian: string, english: string, also: readonly string[] = []): Titled {
  return { id, title: { id: indonesian, en: english }, also };
}

/** Each of the first words with each of the others: `Pengembangan Aplikasi`, `Pembangunan Aplikasi`. */
export function pairs(first: readonly string[], others: readonly string[]): string[] {
  return first.flatMap((one) => others.map((other) => `${one} ${other}`));
}

/** Sections as their scope lists them: `*` = required there. */
export function uses(list: readonly string[]): readonly SectionUse[] {
  return list.map((entry) => {
    const required = entry.endsWith('*');
    return { id: required ? entry.slice(0, -1) : entry, required };
  });
}

export function dimension(
  id: string,
  indonesian: string,
  english: string,
  more: { also?: readonly string[]; wrong?: readonly string[]; sub?: readonly Titled[] } = {},
): Dimension {
  return { ...titled(id, indonesian, english, more.also), wrong: more.wrong ?? [], sub: more.sub ?? [] };
}

export function chapter(
  id: string,
  indonesian: string,
  english: string,
  more: {
    book: string;
    once?: boolean;
    required?: ChapterKind['required'];
    also?: readonly string[];
    sections?: readonly string[];
  },
): ChapterKind {
  return {
    ...titled(id, indonesian, english, more.also),
    book: more.book,
    once: more.once ?? false,
    required: more.required ?? false,
    sections: uses(more.sections ?? []),
  };
}

export function section(
  id: string,
  indonesian: string,
  english: string,
  more: { also?: readonly string[]; sections?: readonly string[]; group?: boolean } = {},
): SectionKind {
  return {
    ...titled(id, indonesian, english, more.also),
    sections: uses(more.sections ?? []),
    group: more.group ?? false,
  };
}

/** `*` at the end of the id = required. */
export function field(
  id: string,
  indonesian: string,
  english: string,
  more: { also?: readonly string[]; refersTo?: ReferenceTarget } = {},
): Field {
  const required = id.endsWith('*');
  return {
    ...titled(required ? id.slice(0, -1) : id, indonesian, english, more.also),
    required,
    ...(more.refersTo === undefined ? {} : { refersTo: more.refersTo }),
  };
}
