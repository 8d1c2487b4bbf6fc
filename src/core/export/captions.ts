/** Captions of tables and figures, counted by chapter: from what the author wrote beside them, else from the heading. */

import type { Image, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { withoutNumber } from '../language/numbering';
import { plainTextOf, withoutStart } from './edit-tree';
import type { Caption } from './manuscript';
import type { ChapterTree } from './tree';

export interface FoundCaptions {
  readonly captions: ReadonlyMap<Table | Image, Caption>;
  /** The paragraphs that have become captions and are no text any more. */
  readonly paragraphs: ReadonlySet<RootContent>;
}

/** `Tabel 2.1 …`, `Gambar II-3: …`, with the number that somebody counted once. */
const typed =
  /^\s*(?<kind>[Tt]abel|TABEL|[Tt]able|TABLE|[Gg]ambar|GAMBAR|[Ff]igure|FIGURE)\s+(?:[IVXLC]+|\d+)(?:[.\-–]\d+)*[a-z]?(?![\p{L}\d])\s*[.:)]?\s*(?:[-–—]\s*)?/u;

/** More than this is a paragraph that talks about a table. */
const longest = 200;

/**
 * The captions of a chapter.
 * @param prefix the chapter's number, as it stands before the dot.
 * @param title what a table is called that stands below no heading.
 */
export function captionsOf(trees: readonly ChapterTree[], prefix: string, title: string): FoundCaptions {
  const captions = new Map<Table | Image, Caption>();
  const paragraphs = new Set<RootContent>();
  const counts = { table: 0, figure: 0 };
  const add = (owner: Table | Image, kind: Caption['kind'], children: readonly PhrasingContent[]) => {
    const place = ++counts[kind];
    const text = plainTextOf({ type: 'paragraph', children } as Paragraph).trim();
    captions.set(owner, { kind, number: `${prefix}.${place}`, place, text, children });
  };
  for (const { content, chapter } of trees) {
    // Six tables of short-term programmes are told apart in the list of tables by their dimensions.
    const dimension = trees.length > 1 ? withoutNumber(chapter.titleText).trim() : '';
    let heading = title;
    for (const [place, block] of content.entries()) {
      if (block.type === 'heading') {
        const words = withoutNumber(plainTextOf(block)).trim();
        heading = words.toLowerCase().includes(dimension.toLowerCase()) ? words : `${words} ${dimension}`;
      }
      const byHeading: PhrasingContent[] = [{ type: 'text', value: heading }];
      if (block.type === 'table') {
        const above = content[place - 1];
        const words = captionWords(above, 'table');
        if (words !== undefined && above !== undefined) paragraphs.add(above);
        add(block, 'table', words ?? byHeading);
        continue;
      }
      for (const image of imagesIn(block)) {
        const below = content[place + 1];
        const own = (image.alt ?? '').replace(typed, '').trim() || (image.title ?? '').trim();
        const words = isOnlyImage(block) ? captionWords(below, 'figure') : undefined;
        // Where both are given and differ, the paragraph stays what it is, and nothing is lost.
        const isSame =
          words !== undefined && (own === '' || plainTextOf({ type: 'paragraph', children: words }) === own);
        if (isSame && below !== undefined) paragraphs.add(below);
        add(image, 'figure', isSame ? words : own === '' ? byHeading : [{ type: 'text', value: own }]);
      }
    }
  }
  return { captions, paragraphs };
}

/** The words of a paragraph that is a caption, without its number; nothing for any other block. */
function captionWords(block: RootContent | undefined, kind: Caption['kind']): PhrasingContent[] | undefined {
  if (block?.type !== 'paragraph') return undefined;
  const words = plainTextOf(block);
  const match = typed.exec(words);
  if (match === null || words.length > longest) return undefined;
  if (/^[tT]/.test(match.groups?.kind ?? '') !== (kind === 'table')) return undefined;
  // `Tabel 3.2 memuat program berikut.` talks about the table.
  const rest = words.slice(match[0].length).trim();
  if (rest === '' || /[.:;]$/.test(rest)) return undefined;
  return withoutStart(block.children, match[0].length);
}

function isOnlyImage(block: RootContent): boolean {
  return block.type === 'paragraph' && block.children.length === 1 && block.children[0]?.type === 'image';
}

/** Images that stand on lines of their own; those within tables and headings are part of their words. */
function* imagesIn(block: unknown): Iterable<Image> {
  const { type, children } = block as { type: string; children?: readonly unknown[] };
  if (type === 'image') yield block as Image;
  if (type === 'table' || type === 'heading') return;
  for (const child of children ?? []) yield* imagesIn(child);
}
