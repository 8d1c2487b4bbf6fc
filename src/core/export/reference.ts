/** The styles of a Word document that a book is to look like. */

import { strFromU8, unzipSync } from 'fflate';

/** Word's own styles by the names that they have in every language, with the ids that our documents call them by. */
const idsByName: Readonly<Record<string, string>> = {
  title: 'Title',
  subtitle: 'Subtitle',
  'heading 1': 'Heading1',
  'heading 2': 'Heading2',
  'heading 3': 'Heading3',
  'heading 4': 'Heading4',
  'heading 5': 'Heading5',
  'heading 6': 'Heading6',
  'body text': 'BodyText',
  caption: 'Caption',
  quote: 'Quote',
  hyperlink: 'Hyperlink',
  'footnote text': 'FootnoteText',
  'footnote reference': 'FootnoteReference',
  'toc 1': 'TOC1',
  'toc 2': 'TOC2',
  'toc 3': 'TOC3',
  'toc 4': 'TOC4',
};

/** More than any styles are; a file that claims more is no document. */
const mostBytes = 20_000_000;

/**
 * The styles of a reference document, its `word/styles.xml`, with ids as our documents use them: in a Word that speaks
 * Indonesian the style of a chapter's title is called `Judul1`.
 * @param bytes of the `.docx` file.
 * @returns nothing where the file is no Word document.
 */
export function referenceStyles(bytes: Uint8Array): string | undefined {
  let styles: string | undefined;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === 'word/styles.xml' && originalSize <= mostBytes,
    });
    const file = files['word/styles.xml'];
    styles = file && strFromU8(file);
  } catch {
    return undefined;
  }
  if (styles === undefined || !/<w:styles\b/.test(styles)) return undefined;
  const renamed = new Map<string, string>();
  for (const [style] of styles.matchAll(/<w:style\b[\s\S]*?<\/w:style>/g)) {
    const id = /\bw:styleId="([^"]*)"/.exec(style)?.[1];
    const name = /<w:name\b[^>]*\bw:val="([^"]*)"/.exec(style)?.[1];
    const wanted = idsByName[name?.toLowerCase() ?? ''];
    if (id !== undefined && wanted !== undefined && id !== wanted) renamed.set(id, wanted);
  }
  return styles.replace(
    /(<w:(?:basedOn|next|link)\b[^>]*\bw:val="|\bw:styleId=")([^"]*)"/g,
    (whole, before: string, id: string) => (renamed.has(id) ? `${before}${renamed.get(id)}"` : whole),
  );
}
