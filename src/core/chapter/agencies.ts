/** The agencies that a programme names, each at its place in the source. */

import { readInline, splitBreaks } from '../markdown/inline';
import type { AgencyList, AgencyMention } from '../template/agencies';
import { Attached } from '../text/memo';
import { type Range, trimRange } from '../text/range';
import type { Chapter, FieldValue, Programme } from './chapter';
import { valuesOf } from './programmes';

/** The range is one of the source. */
export interface PlacedMention extends AgencyMention {
  readonly value: FieldValue;
}

const mentionsOfProgrammes = new Attached<
  Programme,
  { readonly list: AgencyList; readonly mentions: PlacedMention[] }
>();

/**
 * The agencies in a programme's field `agency`, in the order of the text (format 3.3). Read once for a programme.
 * @param chapter the chapter that the programme stands in.
 */
export function agenciesOf(chapter: Chapter, programme: Programme, list: AgencyList): readonly PlacedMention[] {
  const known = mentionsOfProgrammes.get(programme);
  if (known?.list === list) return known.mentions;
  const mentions: PlacedMention[] = [];
  for (const value of valuesOf(programme, 'agency')) {
    for (const stretch of stretchesOf(chapter.source, value.words ?? value)) {
      const inline = readInline(chapter.source, stretch);
      // What parts names has been split off; a line end that is left goes on with the name.
      for (const mention of list.read(inline.text.replaceAll('\n', ' '))) {
        mentions.push({ ...mention, ...inline.sourceRange(mention.start, mention.end), value });
      }
    }
  }
  mentionsOfProgrammes.set(programme, { list, mentions });
  return mentions;
}

const listMarker = /(?:^|[\r\n])[ \t]*(?:[-*+]|\d{1,4}[.)])[ \t]+/g;

/** What `<br>` and the items of a nested list part. */
function stretchesOf(source: string, value: Range): Range[] {
  return splitBreaks(source, value).flatMap((stretch) => {
    const text = source.slice(stretch.start, stretch.end);
    if (!/[\r\n]/.test(text)) return [stretch];
    const parts: Range[] = [];
    let from = 0;
    const add = (to: number) => {
      const part = trimRange(source, stretch.start + from, stretch.start + to);
      if (part.end > part.start) parts.push(part);
    };
    for (const marker of text.matchAll(listMarker)) {
      add(marker.index);
      from = marker.index + marker[0].length;
    }
    add(text.length);
    return parts;
  });
}
