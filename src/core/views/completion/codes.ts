/** Codes to name, with what they stand for: after a bracket and in reference columns; and the next free code. */

import { allCodes } from '../../book/codes';
import type { Definition } from '../../book/references';
import { referencesIn } from '../../book/references';
import type { Code, Part, Programme, Strategy, SwotItem } from '../../chapter/chapter';
import { isCode } from '../../chapter/codes';
import { knownCodes } from '../../edits/insert-section';
import { nextCode } from '../../edits/next-code';
import { codeLetters, codeLettersOfHorizon } from '../../edits/skeletons';
import { type Horizon, type Quadrant, quadrantLetters, quadrants, type ReferenceTarget } from '../../template/template';
import { type Range, touches } from '../../text/range';
import { kindOf } from '../code-card';
import { kindsAround, type Piece, pieceAt, type Suggestion, say, type WritingPlace } from './suggestion';

const towsKinds = ['so', 'wo', 'st', 'wt'] as const;

// ---- Codes to name

/** After `(` or `[`, as long as nothing but codes stands in the bracket. */
export function suggestInBrackets(place: WritingPlace): Suggestion[] | undefined {
  const bracket = /[([]([^()[\]|]{0,200})$/.exec(place.before);
  if (bracket === null) return undefined;
  const inside = bracket[1] as string;
  const rest = /^[^()[\]|]*/.exec(place.after)?.[0] ?? '';
  const closed = /^[)\]]/.test(place.after.slice(rest.length));
  const start = place.offset - inside.length;
  const stretch = { start, end: place.offset + (closed ? rest.length : 0) };
  const piece = pieceAt(place.chapter.source, stretch, place.offset);
  if (!piece.others.every((other) => isCode(other.replace(/^[^:]*:/, '')))) return undefined;
  if (!/^(?:[\p{L}\p{N}-]+:)?[\p{L}\p{N}-]*$/u.test(piece.typed)) return undefined;
  const kinds = kindsAround(place);
  const inStrategy = kinds.some((kind) => kind === 'strategy' || kind === 'tows');
  const inProgramme = kinds.some((kind) => kind.startsWith('programmes') || kind === 'quick-wins');
  const order: readonly ReferenceTarget[] = inStrategy
    ? ['swot-item', 'strategy', 'programme']
    : inProgramme
      ? ['strategy', 'swot-item', 'programme']
      : ['swot-item', 'strategy', 'programme'];
  // In running text a bracket may hold anything: there words that are typed do not look for a code.
  const isItem = /^\s*(?:>\s*)*(?:[-*+#]|\d{1,4}[.)])|\|/.test(place.before);
  const byWords = (isItem && (inStrategy || inProgramme)) || place.asking.explicit;
  return codeSuggestions(place, piece, order, byWords, place.part?.dimension);
}

/** The codes that a reference field may hold. */
export function suggestReferences(
  place: WritingPlace,
  piece: Piece,
  target: ReferenceTarget,
  dimension: string | undefined,
): Suggestion[] {
  return codeSuggestions(place, piece, [target], true, dimension);
}

function codeSuggestions(
  place: WritingPlace,
  piece: Piece,
  order: readonly ReferenceTarget[],
  byWords: boolean,
  dimension: string | undefined,
): Suggestion[] {
  const named = new Set(piece.others);
  const qualifier = /^([^:]*):/.exec(piece.typed)?.[1];
  const wanted = qualifier === undefined ? undefined : place.lexicon.dimensionNamed(qualifier)?.id;
  const ranked: { readonly rank: number; readonly suggestion: Suggestion }[] = [];
  for (const definition of allCodes(place.book)) {
    if (touches(definition.code, place.offset) && definition.chapter === place.chapter) continue;
    const target = targetOf(definition);
    const place_ = order.indexOf(target);
    if (place_ < 0) continue;
    const isLocal = target !== 'programme';
    const isOwn = definition.dimension === dimension;
    if (qualifier !== undefined && (!isLocal || (wanted !== undefined && definition.dimension !== wanted))) continue;
    // Another dimension's items are named with it, and where there is a dimension they are seldom meant.
    const isQualified = isLocal && (qualifier !== undefined || !isOwn);
    if (isQualified && definition.dimension === undefined) continue;
    if (isQualified && qualifier === undefined && dimension !== undefined) continue;
    const code = isQualified ? `${qualifier || definition.dimension}:${definition.code.value}` : definition.code.value;
    if (named.has(code)) continue;
    const rank = place_ + (isLocal || isOwn ? 0 : order.length) + (isQualified ? 2 * order.length : 0);
    ranked.push({ rank, suggestion: codeSuggestion(place, piece, definition, code, byWords) });
  }
  return ranked.sort((a, b) => a.rank - b.rank).map(({ suggestion }) => suggestion);
}

function targetOf({ kind }: Definition): ReferenceTarget {
  return kind === 'quick-win' ? 'programme' : kind;
}

function codeSuggestion(
  place: WritingPlace,
  { start, end }: Range,
  definition: Definition,
  code: string,
  byWords: boolean,
): Suggestion {
  const kind = kindOf(definition, place.book.settings);
  return {
    kind: 'code',
    label: code,
    detail: definition.text,
    documentation: `${say(kind, place)}\n\n${definition.text}`,
    insert: code,
    range: { start, end },
    filter: byWords ? `${code} ${definition.text}` : code,
  };
}

// ---- The next free code

/** The codes that a new one has to keep clear of, that under the cursor aside: it is the one being written. */
function givenCodes(place: WritingPlace, part: Part): Set<string> {
  const { book, chapter, offset } = place;
  const given = knownCodes(part, book.chapters);
  const own = codesOf(part).find((code) => touches(code, offset));
  if (own !== undefined) {
    const index = referencesIn(book);
    const others = [...index.programmesOf(own.value), ...index.localOf(part.dimension, own.value)];
    if (!others.some(({ code, chapter: there }) => there !== chapter || !touches(code, offset)))
      given.delete(own.value);
  }
  return given;
}

function codesOf(part: Part): Code[] {
  const items = [...part.swot.flatMap(({ items }) => items), ...part.strategies, ...part.programmes, ...part.quickWins];
  return items.flatMap(({ code }) => code ?? []);
}

/** A code for what is being written, and the text that parts it from its words as the items around have it. */
export interface NewCode {
  readonly code: string;
  readonly open: string;
  readonly close: string;
}

const plain = { open: '', close: '. ' };

/** The next codes for a SWOT item in a quadrant; nothing where the items of the dimension have none. */
export function nextSwotCode(place: WritingPlace, quadrant: Quadrant): NewCode | undefined {
  const { part, offset } = place;
  if (part === undefined) return undefined;
  const items = part.swot.flatMap((swot) => swot.items).filter((item) => !isBeingWritten(item, place));
  if (items.length > 0 && items.every(({ code }) => code === undefined)) return undefined;
  const coded = items.filter((item) => item.quadrant === quadrant && item.code !== undefined);
  const last = coded.findLast((item) => item.start < offset) ?? coded.at(-1);
  const from = last?.code?.value ?? `${quadrantLetters[quadrant]}0`;
  const model = last ?? items.find(({ code }) => code !== undefined);
  return { code: nextCode(from, givenCodes(place, part)), ...styleOf(place.chapter.source, model) };
}

/** The next codes for a strategy: one that follows those before it, else one for each pair of quadrants. */
export function nextStrategyCodes(place: WritingPlace): NewCode[] {
  const { part, offset, around } = place;
  if (part === undefined) return [];
  const innermost = around.at(-1);
  const all = part.strategies.filter((strategy) => !isBeingWritten(strategy, place) && strategy.code !== undefined);
  const here = all.filter(({ start }) => innermost === undefined || touches(innermost, start));
  const last = here.findLast(({ start }) => start < offset) ?? here.at(-1);
  const given = givenCodes(place, part);
  const style = styleOf(place.chapter.source, last ?? all[0]);
  const pair = towsKinds.find((kind) => kind === innermost?.kind);
  if (pair !== undefined) {
    const own = last?.code?.value ?? `${pair.toUpperCase()}0`;
    return [{ code: nextCode(own, given), ...style }];
  }
  const first = last?.code && nextCode(last.code.value, given);
  const isPaired = first === undefined || /^(?:SO|WO|ST|WT)\d/.test(first);
  const pairs = isPaired ? towsKinds.map((kind) => nextCode(`${kind.toUpperCase()}0`, given)) : [];
  return [...new Set([...(first === undefined ? [] : [first]), ...pairs])].map((code) => ({ code, ...style }));
}

/** Where programmes stand, as their codes tell it. */
export type ProgrammeSeries = Horizon | 'quick-wins' | 'profile' | 'action-plan';

const seriesLetters: Readonly<Record<ProgrammeSeries, string>> = {
  ...codeLettersOfHorizon,
  'quick-wins': 'QW',
  profile: 'QW',
  'action-plan': 'RA',
};

/** The next free code of a programme: it follows those before it, else it is made as format 3.5 says. */
export function nextProgrammeCode(place: WritingPlace, series: ProgrammeSeries): string | undefined {
  const { part, offset, book } = place;
  if (part === undefined) return undefined;
  const given = givenCodes(place, part);
  const all = [...part.programmes, ...part.quickWins].filter((programme) => !isBeingWritten(programme, place));
  const coded = all.filter((programme) => programme.code !== undefined);
  const here = coded.filter((programme) => seriesOf(programme) === series);
  const last = here.findLast(({ start }) => start < offset) ?? here.at(-1);
  if (last?.code !== undefined) return nextCode(last.code.value, given);
  const letters = seriesLetters[series];
  if (series === 'action-plan') return nextCode(`${letters}-00`, given);
  // Another series of the dimension shows which letters it has: `BRD-M-01` gives `BRD-P-01`.
  for (const { code } of coded) {
    const match = /^(.+)-(?:P|M|L|QW)-(\d+)$/.exec(code?.value ?? '');
    if (match !== null) return nextCode(`${match[1]}-${letters}-${'0'.repeat((match[2] as string).length)}`, given);
  }
  const dimension = part.dimension;
  if (dimension === undefined) return undefined;
  return nextCode(`${codeLetters(book.settings.template, dimension)}-${letters}-00`, given);
}

function seriesOf({ place, horizon }: Programme): ProgrammeSeries | undefined {
  if (place === 'horizon') return horizon;
  return place === 'roadmap' || place === 'summary' ? undefined : place;
}

function isBeingWritten(item: SwotItem | Strategy | Programme, { line }: WritingPlace): boolean {
  return item.start >= line.start && item.start <= line.end && !('row' in item && item.row === undefined);
}

function styleOf(source: string, model: SwotItem | Strategy | undefined): Omit<NewCode, 'code'> {
  if (model?.code === undefined) return plain;
  const { code, textRange, start } = model;
  // In a column of its own a code stands alone; elsewhere at most marks of bold text and a separator are around it.
  const close = source.slice(code.end, textRange.start);
  const open = source.slice(start, code.start);
  return close.length > 8 || close.includes('|') || open.length > 3 || close === '' ? plain : { open, close };
}

/** A suggestion that writes a new code. */
export function newCodeSuggestion(place: WritingPlace, range: Range, code: string, insert: string): Suggestion {
  const detail = say({ id: 'kode berikutnya', en: 'next free code' }, place);
  return { kind: 'code', label: code, detail, insert, range, filter: insert };
}

/** The quadrant in which a line or a cell stands: by heading, else by the label or the column's title before it. */
export function quadrantAt(place: WritingPlace, header?: Range): Quadrant | undefined {
  const { part, around, offset } = place;
  const swot = around.findLast(({ kind }) => kind === 'swot');
  if (swot === undefined) return undefined;
  const known = (part?.found ?? []).flatMap((found) => {
    const quadrant = quadrants.find((id) => id === found.kind);
    return quadrant === undefined || found.within !== swot ? [] : [{ quadrant, found }];
  });
  const column = header && known.findLast(({ found }) => found.place.start === header.start);
  if (column !== undefined) return column.quadrant;
  return known.findLast(({ found }) => found.place.start <= offset)?.quadrant;
}
