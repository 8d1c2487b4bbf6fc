/** A finished book as one Markdown file: its chapters in their order, numbered, with captions and without what speaks to the tool. */

import type { FootnoteDefinition, Heading, Image, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { pushAll } from '../text/lists';
import { imageKey } from './images';
import {
  type Caption,
  governmentOf,
  type Manuscript,
  type ManuscriptBook,
  type ManuscriptChapter,
  type ManuscriptPart,
} from './manuscript';
import { isWebAddress } from './places';
import { type BookWords, bookWords } from './words';

export interface MarkdownWishes {
  /** Addresses of images by `imageKey`, as they are right in the new file; those of the chapters where it is absent. */
  readonly images?: ReadonlyMap<string, string>;
}

/**
 * Writes one finished book. Headings carry the numbers of the finished book; a chapter's title is of level 1.
 * @returns the text, with `\n` at the ends of its lines.
 */
export function writeMarkdown(manuscript: Manuscript, one: ManuscriptBook, wishes: MarkdownWishes = {}): string {
  const words = bookWords(manuscript.language);
  const children: RootContent[] = [
    ...lineOf(governmentOf(manuscript)),
    heading(1, manuscript.title),
    ...lineOf(one.number === undefined ? one.title : `${words.book} ${one.number}: ${one.title}`),
    ...lineOf(manuscript.period?.replace('-', '–')),
  ];
  for (const chapter of one.chapters) {
    children.push({
      type: 'heading',
      depth: 1,
      children: [{ type: 'text', value: `${chapter.label} ` }, ...chapter.heading],
    });
    for (const [place, part] of chapter.parts.entries()) {
      const writer = new PartWriter(chapter, part, words, `${one.chapters.indexOf(chapter) + 1}-${place + 1}-`, wishes);
      pushAll(children, writer.blocks());
    }
  }
  const root: Root = { type: 'root', children };
  return toMarkdown(root, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    fences: true,
    rule: '-',
    resourceLink: true,
  });
}

function heading(depth: Heading['depth'], value: string): Heading {
  return { type: 'heading', depth, children: [{ type: 'text', value }] };
}

function lineOf(value: string | undefined): Paragraph[] {
  return value === undefined ? [] : [{ type: 'paragraph', children: [{ type: 'text', value }] }];
}

class PartWriter {
  constructor(
    private readonly chapter: ManuscriptChapter,
    private readonly part: ManuscriptPart,
    private readonly words: BookWords,
    /** Two chapters may have a footnote of the same label. */
    private readonly prefix: string,
    private readonly wishes: MarkdownWishes,
  ) {}

  blocks(): RootContent[] {
    const notes = [...this.part.footnotes].map(
      ([identifier, children]): FootnoteDefinition => ({
        type: 'footnoteDefinition',
        identifier: this.prefix + identifier,
        label: this.prefix + identifier,
        children: children.flatMap((block) => this.block(block)) as FootnoteDefinition['children'],
      }),
    );
    return [...this.part.content.flatMap((block) => this.block(block)), ...notes];
  }

  private block(block: RootContent): RootContent[] {
    if (block.type === 'heading') {
      const place = this.chapter.headings.get(block);
      const depth = Math.min(6, place?.level ?? block.depth) as Heading['depth'];
      const number: PhrasingContent[] = place === undefined ? [] : [{ type: 'text', value: `${place.number} ` }];
      return [{ type: 'heading', depth, children: [...number, ...(this.all(block.children) as PhrasingContent[])] }];
    }
    if (block.type === 'table') {
      const caption = this.chapter.captions.get(block);
      return [...(caption === undefined ? [] : [this.caption(caption)]), this.changed(block)];
    }
    if (block.type !== 'paragraph') return [this.changed(block)];
    const captions = block.children.flatMap((child) => {
      const caption = child.type === 'image' ? this.chapter.captions.get(child) : undefined;
      return caption === undefined ? [] : [this.caption(caption)];
    });
    return [this.changed(block), ...captions];
  }

  private caption({ kind, number, children }: Caption): Paragraph {
    const number_: PhrasingContent = { type: 'text', value: `${this.words[kind]} ${number} ` };
    return { type: 'paragraph', children: [number_, ...(this.all(children) as PhrasingContent[])] };
  }

  /** The same with its addresses and labels as they are right in the new file. */
  private changed<Content extends RootContent>(content: Content): Content {
    const changed = { ...content } as RootContent;
    if (changed.type === 'footnoteReference' && this.part.footnotes.has(changed.identifier)) {
      changed.identifier = changed.label = this.prefix + changed.identifier;
    } else if (changed.type === 'image') {
      changed.url = this.addressOf(changed);
    } else if (changed.type === 'link' && !isWebAddress(changed.url)) {
      // The files that a link between chapters leads to are in this file now.
      return { type: 'emphasis', children: this.all(changed.children) } as unknown as Content;
    }
    if ('children' in changed) changed.children = this.all(changed.children as RootContent[]) as never;
    return changed as Content;
  }

  private all(children: readonly RootContent[]): RootContent[] {
    return children.map((child) => this.changed(child));
  }

  private addressOf({ url }: Image): string {
    return this.wishes.images?.get(imageKey(this.part.chapter, url)) ?? url;
  }
}
