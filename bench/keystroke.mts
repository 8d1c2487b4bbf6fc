// What somebody does who types.
import type { Dice } from './corpus.mts';

/** A text with one letter more, somewhere in it. */
export function keystroke(text: string, dice: Dice): string {
  // The frontmatter is left alone: half a word there makes another chapter of it.
  const first = text.indexOf('\n# ');
  const at = first + 3 + dice.below(text.length - first - 3);
  return `${text.slice(0, at)}${dice.pick(['a', 'e', 'n', ' ', '1', '-', '|'])}${text.slice(at)}`;
}
