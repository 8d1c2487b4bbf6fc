/** What Word's table of contents is filled with before Word itself has seen the document: numbers of headings, and pages. */

import type { Document } from 'docx';

/** Works out the page that each place of a document is on. */
export type PageNumbers = NonNullable<ConstructorParameters<typeof Document>[0]['pageNumbers']>;

/** The number that a heading's list writes before it. */
export interface ListNumber {
  readonly text: string;
  readonly separator: 'tab' | 'nothing';
}

/** Twips of a letter, as wide as they get: the tab stop behind a number lies past it. */
const letterWidth = 130;

/**
 * The numbers of headings for the contents, with pages where somebody works them out.
 * @param numbers of all numbered headings in the order of the document.
 */
export function numberedContents(numbers: readonly ListNumber[], pages: PageNumbers | undefined): PageNumbers {
  const estimate = (...[body, context]: Parameters<PageNumbers>) =>
    pages === undefined ? { bookmarks: new Map<string, string>() } : pages(body, context);
  return Object.assign(estimate, {
    listNumbers: (body: Parameters<PageNumbers>[0]) => {
      const found = new Map<string, { text: string; separator: ListNumber['separator']; width: number }>();
      let next = 0;
      for (const { bookmark, isNumberedHeading } of paragraphsIn(body)) {
        if (!isNumberedHeading) continue;
        const number = numbers[next++];
        if (number === undefined || bookmark === undefined) continue;
        found.set(bookmark, { ...number, width: number.text.length * letterWidth });
      }
      return found;
    },
  });
}

interface WrittenParagraph {
  /** The bookmark that the contents lead to. */
  readonly bookmark?: string;
  readonly isNumberedHeading: boolean;
}

/** The paragraphs of a document's body, as it is written. */
function* paragraphsIn(tree: unknown): Iterable<WrittenParagraph> {
  if (Array.isArray(tree)) {
    for (const child of tree) yield* paragraphsIn(child);
    return;
  }
  if (typeof tree !== 'object' || tree === null) return;
  for (const [name, content] of Object.entries(tree)) {
    if (name === 'w:p') yield paragraphOf(content);
    else yield* paragraphsIn(content);
  }
}

function paragraphOf(content: unknown): WrittenParagraph {
  const parts = Array.isArray(content) ? content : [];
  const properties = parts.flatMap((part) => contentOf(part, 'w:pPr'));
  const style = properties.map((one) => attributeOf(one, 'w:pStyle', 'w:val')).find((one) => one !== undefined);
  const bookmark = parts
    .map((part) => attributeOf(part, 'w:bookmarkStart', 'w:name'))
    .find((name) => name?.startsWith('_Toc'));
  const isNumbered = properties.some((one) => typeof one === 'object' && one !== null && 'w:numPr' in one);
  const isNumberedHeading = isNumbered && style !== undefined && /^Heading\d$/.test(style);
  return bookmark === undefined ? { isNumberedHeading } : { isNumberedHeading, bookmark };
}

function contentOf(part: unknown, name: string): readonly unknown[] {
  const content = typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[name] : undefined;
  return Array.isArray(content) ? content : content === undefined ? [] : [content];
}

function attributeOf(part: unknown, name: string, attribute: string): string | undefined {
  for (const content of contentOf(part, name)) {
    const attributes = (content as { _attr?: Record<string, unknown> } | null)?._attr;
    const value = attributes?.[attribute];
    if (typeof value === 'string') return value;
  }
  return undefined;
}
