/** Small changes to Markdown trees: where something is taken away, the rest still knows its place in the source. */

import type { PhrasingContent } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';

/** What a tree says to its reader; tags, such as the bookmarks of converters, say nothing. */
export function plainTextOf(node: unknown): string {
  return textOfNode(node, { includeHtml: false });
}

/**
 * Takes characters away from the start of inline content.
 * @param count UTF-16 units of its plain text.
 */
export function withoutStart(content: readonly PhrasingContent[], count: number): PhrasingContent[] {
  const rest: PhrasingContent[] = [];
  let left = count;
  for (const part of content) {
    if (left <= 0) {
      rest.push(part);
      continue;
    }
    const { length } = plainTextOf(part);
    if (length <= left) {
      left -= length;
      // What has no words of its own, a footnote say, is not part of what is taken away.
      if (length === 0) rest.push(part);
    } else if (part.type === 'text') {
      rest.push(textFrom(part, left));
      left = 0;
    } else if ('children' in part) {
      rest.push({ ...part, children: withoutStart(part.children as PhrasingContent[], left) } as PhrasingContent);
      left = 0;
    } else {
      rest.push(part);
      left = 0;
    }
  }
  return rest;
}

type TextOf<T> = T extends { type: 'text' } ? T : never;

function textFrom(text: TextOf<PhrasingContent>, count: number): TextOf<PhrasingContent> {
  const value = text.value.slice(count);
  const { position } = text;
  if (position === undefined) return { ...text, value };
  const isPlain = (position.end.offset ?? 0) - (position.start.offset ?? 0) === text.value.length;
  if (!isPlain) return { type: 'text', value };
  const start = { ...position.start, offset: (position.start.offset ?? 0) + count };
  return { ...text, value, position: { ...position, start } };
}
