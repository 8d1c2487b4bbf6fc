/** Writes the codes of SWOT items, in the way in which the items around them have theirs. */

import type { SwotItem } from '../chapter/chapter';
import type { TextEdit } from '../text/edits';

/**
 * The edit that gives an item a code: in place of the one it has, in its table's code cell, or before its words.
 * @param siblings items of the same SWOT; the first with a code shows how codes are written here.
 */
export function codeEdit(source: string, item: SwotItem, code: string, siblings: readonly SwotItem[]): TextEdit {
  if (item.code !== undefined) return { range: { start: item.code.start, end: item.code.end }, text: code };
  if (item.codeCell !== undefined) return { range: item.codeCell, text: code };
  const model = siblings.find((sibling) => sibling.code !== undefined && sibling.codeCell === undefined);
  const before = model?.code === undefined ? '' : source.slice(model.start, model.code.start);
  const after = model?.code === undefined ? '. ' : source.slice(model.code.end, model.textRange.start);
  return { range: { start: item.start, end: item.start }, text: `${before}${code}${after}` };
}
