/** Gives a code another name everywhere, or says why that cannot be. */

import type { Book } from '../book/book';
import { codeAt, usesOf } from '../book/codes';
import { codeOfUse, type Definition, referencesIn, type Use } from '../book/references';
import { isCode, isStrategyCode, isSwotCode } from '../chapter/codes';
import type { Text } from '../language/language';
import { quadrantLetters } from '../template/template';
import type { FileEdit, TextEdit } from '../text/edits';
import type { Range } from '../text/range';
import { withLinksFollowing } from './follow-headings';

export type Renaming = { readonly edits: readonly FileEdit[] } | { readonly refusal: Text };

/** The code that a rename at this place is about; a refusal where there is none or nothing defines it. */
export function renameTarget(
  book: Book,
  uri: string,
  offset: number,
):
  | { readonly range: Range; readonly value: string; readonly definitions: readonly Definition[] }
  | { readonly refusal: Text } {
  const place = codeAt(book, uri, offset);
  if (place === undefined) {
    return {
      refusal: { id: 'Di sini tidak ada kode yang dapat diganti namanya.', en: 'There is no code here to rename.' },
    };
  }
  if (place.definitions.length === 0) {
    return {
      refusal: {
        id: `Kode ${place.value} belum ada pemiliknya, jadi tidak ada yang dapat diganti namanya.`,
        en: `Nothing has the code ${place.value}, so there is nothing to rename.`,
      },
    };
  }
  return { range: place.range, value: place.value, definitions: place.definitions };
}

/**
 * Renames the code at an offset: where it is defined, in every place of one programme, and in all that names it. Links to
 * a heading with the code follow.
 * @param name the new code, as it is to be written.
 * @returns the edits by file, or a refusal: no valid code of its kind, or one that something else has already.
 */
export function renameCode(book: Book, uri: string, offset: number, name: string): Renaming {
  const target = renameTarget(book, uri, offset);
  if ('refusal' in target) return target;
  const wanted = name.trim();
  const { definitions, value } = target;
  if (wanted === value) return { edits: [] };
  const refusal = reasonAgainst(book, definitions, wanted);
  if (refusal !== undefined) return { refusal };
  const edits = new Map<string, TextEdit[]>();
  const add = (file: string, range: Range) => {
    const there = edits.get(file) ?? [];
    if (!there.some((edit) => edit.range.start === range.start)) there.push({ range, text: wanted });
    edits.set(file, there);
  };
  for (const { chapter, code } of definitions) add(chapter.uri, { start: code.start, end: code.end });
  const inSpans: Use[] = [];
  for (const use of usesOf(book, definitions)) {
    const range = codeOfUse(use);
    if (range === undefined) inSpans.push(use);
    else add(use.chapter.uri, range);
  }
  const span = inSpans[0];
  if (span !== undefined) {
    const written = span.chapter.source.slice(span.reference.start, span.reference.end);
    return {
      refusal: {
        id: `${value} termasuk dalam rentang "${written}"; tulis kode-kodenya satu per satu dahulu.`,
        en: `${value} is part of the span "${written}"; write its codes one by one first.`,
      },
    };
  }
  const renamed = [...edits].map(([file, ofFile]) => ({ uri: file, edits: ofFile }));
  return { edits: withLinksFollowing(book, renamed, uri) };
}

function reasonAgainst(book: Book, definitions: readonly Definition[], wanted: string): Text | undefined {
  const definition = definitions[0] as Definition;
  const index = referencesIn(book);
  if (definition.kind === 'swot-item') {
    const letter = 'quadrant' in definition.item ? quadrantLetters[definition.item.quadrant] : '';
    if (!isSwotCode(wanted) || !wanted.startsWith(letter)) {
      return {
        id: `Kode butir SWOT ini berupa huruf ${letter} dan angka, misalnya ${letter}1.`,
        en: `The code of this SWOT item is the letter ${letter} and a number, such as ${letter}1.`,
      };
    }
  } else if (definition.kind === 'strategy') {
    if (!isStrategyCode(wanted)) {
      return {
        id: 'Kode strategi ditulis seperti SO1, WT2, atau STR-1.',
        en: 'The code of a strategy is written like SO1, WT2 or STR-1.',
      };
    }
  } else if (!isCode(wanted)) {
    return {
      id: 'Kode terdiri atas huruf besar, angka, dan tanda hubung, misalnya GOV-P-01.',
      en: 'A code is made of capital letters, digits and hyphens, such as GOV-P-01.',
    };
  }
  const isLocal = definition.kind === 'swot-item' || definition.kind === 'strategy';
  const other = isLocal ? index.localOf(definition.dimension, wanted)[0] : index.programmesOf(wanted)[0];
  if (other === undefined) return undefined;
  return {
    id: `Kode ${wanted} sudah dipakai oleh "${other.text}".`,
    en: `The code ${wanted} belongs to "${other.text}" already.`,
  };
}
