/**
 * Quick wins that are only named, in a heading, an item, a line or in bold: those that the dimension's programmes know. A
 * module of its own, since it is loaded only where a section tells of quick wins in no other shape.
 */

import type { Block, List, Paragraph } from '../markdown/blocks';
import type { Range } from '../text/range';
import type { Programme, Section } from './chapter';
import { lineTitle } from './forms';
import { endOfWords } from './item-lines';
import { coreName, namesIn } from './programme-names';
import { BlockProgramme, type ProgrammeScope } from './programmes';
import { headingWords } from './sections';

type Named = readonly (Programme | undefined)[];

/**
 * The programmes that a section of quick wins names, each once, in the order of the text.
 * @param known the programmes of the dimension.
 */
export function namedQuickWins(section: Section, known: readonly Programme[], scope: ProgrammeScope): Programme[] {
  const { source, lexicon } = scope;
  const names = namesIn(lexicon.settings.template);
  const open = new Set(known.map((programme) => names.of(programme).whole));
  const read = (words: Range, place: Range, of?: Section): Programme | undefined => {
    const title = lineTitle(source, words, lexicon);
    return title && new BlockProgramme(scope, place, title, title.code, [], of);
  };
  const isKnown = (programme: Programme | undefined) =>
    programme !== undefined &&
    [programme.name, coreName(programme.name)].some((name) => open.delete(lexicon.folder.fold(name)));

  const inParagraph = (paragraph: Paragraph): Named => {
    const bold = boldRuns(source, paragraph).map((run) => read(run, run));
    const named = bold.filter(isKnown);
    if (named.length > 0) return named;
    const line = firstLine(source, paragraph);
    return [line && read(line, paragraph)].filter(isKnown);
  };

  /** Where half of the items are known, the others are quick wins too, if nobody has planned them yet. */
  const inList = ({ items }: List): Named => {
    const own = items.map(({ blocks, start, marker }) => {
      const [first] = blocks;
      const line = first?.type === 'paragraph' ? firstLine(source, first) : undefined;
      if (first?.type !== 'paragraph' || line === undefined) return { isKnown: false };
      const place = { start, end: blocks.at(-1)?.end ?? marker.end };
      const [bold] = boldRuns(source, first);
      const programmes = [bold?.start === line.start ? read(bold, place) : undefined, read(line, place)];
      const named = programmes.find(isKnown);
      return { isKnown: named !== undefined, programme: named ?? programmes[0] ?? programmes[1] };
    });
    const areMany = own.filter((item) => item.isKnown).length * 2 >= items.length;
    return own.map((item) => (areMany || item.isKnown ? item.programme : undefined));
  };

  const inBlock = (block: Block): Named =>
    block.type === 'list' ? inList(block) : block.type === 'paragraph' ? inParagraph(block) : [];
  const inSection = ({ blocks, children }: Section): Named => [
    ...blocks.flatMap(inBlock),
    ...children.flatMap((child): Named => {
      const own = read(headingWords(source, child), child, child);
      return isKnown(own) ? [own] : inSection(child);
    }),
  ];
  return inSection(section).filter((programme) => programme !== undefined);
}

/** What is bold in a paragraph. */
function boldRuns(source: string, { start, end }: Range): Range[] {
  return Array.from(source.slice(start, end).matchAll(/(\*\*|__)[^*_\n]+\1/g), ({ index, 0: run }) => ({
    start: start + index,
    end: start + index + run.length,
  }));
}

function firstLine(source: string, { lines }: Paragraph): Range | undefined {
  const [line] = lines;
  return line && { start: line.start, end: endOfWords(source, line) };
}
