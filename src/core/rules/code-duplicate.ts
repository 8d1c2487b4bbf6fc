/** A code of a programme, a quick win or a strategy that is given twice (format 3.5). */

import type { Book } from '../book/book';
import { OfEach } from '../book/of-each';
import { type JoinedProgramme, joinedProgrammes } from '../book/programmes';
import { referencesIn } from '../book/references';
import type { Chapter, Code, Strategy } from '../chapter/chapter';
import { FreeCodes } from '../edits/next-code';
import type { Finding } from '../language/finding';
import type { Text } from '../language/language';
import type { BookRule } from './rule';
import { quoted } from './wording';

export const codeDuplicate: BookRule = {
  id: 'code-duplicate',
  severity: 'error',
  scope: 'book',
  title: { id: 'Kode dipakai dua kali', en: 'A code is given twice' },
  hangsOn(book) {
    const { shape } = referencesIn(book);
    const strategies = strategyCodes.some(book.chapters, book.settings);
    return shape.hasSharedProgrammeCodes ? [strategies, shape, joinedProgrammes(book)] : [strategies];
  },
  *check(book) {
    yield* programmeCodes(book);
    for (const findings of strategyCodes.some(book.chapters, book.settings)) yield* findings;
  },
};

interface Holder {
  readonly chapter: Chapter;
  readonly code: Code;
  readonly name: string;
}

function* programmeCodes(book: Book): Iterable<Finding> {
  if (!referencesIn(book).hasSharedProgrammeCodes) return;
  const first = new Map<string, JoinedProgramme>();
  let given: FreeCodes | undefined;
  for (const joined of joinedProgrammes(book)) {
    for (const { chapter, programme } of joined.entries) {
      const { code, name } = programme;
      if (code === undefined) continue;
      const other = first.get(code.value);
      if (other === undefined) {
        first.set(code.value, joined);
      } else if (other !== joined) {
        given ??= new FreeCodes(referencesIn(book).programmeCodes());
        yield duplicate({ chapter, code, name }, holderOf(other, code.value), given);
      }
    }
  }
}

/** The first place of a programme that gives it the code. */
function holderOf({ entries }: JoinedProgramme, value: string): Holder {
  for (const { chapter, programme } of entries) {
    const { code, name } = programme;
    if (code?.value === value) return { chapter, code, name };
  }
  throw new Error(`Nobody has the code ${value}`);
}

/** Strategy codes are local to their dimension; one in the TOWS matrix may stand again in the section of strategies. */
const strategyCodes = new OfEach((chapter: Chapter): readonly Finding[] | undefined => {
  const findings = [...strategyCodesIn(chapter)];
  return findings.length === 0 ? undefined : findings;
});

function* strategyCodesIn(chapter: Chapter): Iterable<Finding> {
  for (const part of chapter.parts) {
    if (part.strategies.length < 2) continue;
    const given = new FreeCodes(part.strategies.flatMap(({ code }) => (code === undefined ? [] : [code.value])));
    const first = new Map<string, Strategy>();
    for (const strategy of part.strategies) {
      const { code, text } = strategy;
      if (code === undefined) continue;
      const place = part.found.find(
        (found) =>
          (found.kind === 'tows' || found.kind === 'strategy') && found.start <= code.start && code.end <= found.end,
      );
      const key = `${place?.kind ?? ''} ${code.value}`;
      const other = first.get(key);
      if (other?.code === undefined) first.set(key, strategy);
      else yield duplicate({ chapter, code, name: text }, { chapter, code: other.code, name: other.text }, given);
    }
  }
}

function duplicate(second: Holder, first: Holder, given: FreeCodes): Finding {
  const free = given.next(second.code.value);
  const message: Text = {
    id: `Kode ${second.code.value} sudah dipakai oleh ${quoted(first.name)}.`,
    en: `Code ${second.code.value} belongs to ${quoted(first.name)} already.`,
  };
  return {
    uri: second.chapter.uri,
    range: second.code,
    message,
    related: [
      {
        uri: first.chapter.uri,
        range: first.code,
        message: { id: 'Yang pertama ada di sini.', en: 'The first one is here.' },
      },
    ],
    fixes: [
      {
        title: { id: `Ganti dengan kode berikutnya: ${free}`, en: `Replace by the next free code: ${free}` },
        edits: [{ uri: second.chapter.uri, edits: [{ range: second.code, text: free }] }],
        preferred: true,
      },
    ],
  };
}
