/** All links of a text. */

import type { Block } from './blocks';
import { definitionsOf, type Link, linksIn, textsWithLinks } from './inline';

/**
 * Links and images with the places of their addresses, in the order of the text. A link by reference (`[a][b]`) is told
 * by its definition, once.
 */
export function linksOf(source: string, blocks: readonly Block[]): Link[] {
  const links = textsWithLinks(source, blocks).flatMap((text) => linksIn(source, text));
  return [...links, ...definitionsOf(source, blocks)].sort((a, b) => a.start - b.start);
}
