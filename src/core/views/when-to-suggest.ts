/** When suggestions are asked for at all, told without the means to find them, which are loaded for the first of them. */

/** After these, suggestions come by themselves. */
export const triggerCharacters = ['#', ' ', '(', '[', '|', ':', ','] as const;

/**
 * Whether a line can hold anything that is suggested for, told by its text alone: what is typed in running text costs
 * nothing.
 * @param before the line up to the cursor.
 * @param isAskedFor whether somebody asks: then something may be known for a blank line too.
 */
export function mayBeSuggestedFor(before: string, isAskedFor = false): boolean {
  if (before.length > 2000) return false;
  if (isAskedFor && before.trim() === '') return true;
  return /^ {0,3}#|\||[([][^()[\]]*$|^\s*(?:>\s*)*(?:[-*+]|\d{1,4}[.)])\s|^\s*(?:\*\*|__)/.test(before);
}
