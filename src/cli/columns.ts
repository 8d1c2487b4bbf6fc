/** How wide a text is on a terminal, and how to make any text harmless to one. */

let segmenter: Intl.Segmenter | undefined;

/** Made when the first text asks for it: it costs more than most books need. */
function segmentsOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}

const plainAscii = /^[\u0020-\u007e]*$/;
/** Marks that sit on the letter before them, and characters that only steer others. */
const noWidth = /^[\p{Mn}\p{Me}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u;
const twoColumns =
  /^(?:\p{Emoji_Presentation}|[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6])/u;
/** Controls, and marks that turn the direction of writing: they could hide or forge what the terminal shows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not get through
const harmful = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A character as a reader counts them, with its columns. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  /** UTF-16 offset in the line. */
  readonly start: number;
  readonly end: number;
}

const tabStop = 4;

/** A line cut into its characters; tabs become blanks up to the next stop, harmful characters a dot. */
export function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  const add = (segment: string, start: number) => {
    const isTab = segment === '\t';
    const width = isTab ? tabStop - (column % tabStop) : segmentWidth(segment);
    const text = isTab ? ' '.repeat(width) : harmless(segment);
    cells.push({ text, width, start, end: start + segment.length });
    column += width;
  };
  if (plainAscii.test(line)) for (let at = 0; at < line.length; at++) add(line[at] as string, at);
  else for (const { segment, index } of segmentsOf(line)) add(segment, index);
  return cells;
}

/** The columns that a text without tabs takes. */
export function widthOf(text: string): number {
  if (plainAscii.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmentsOf(text)) width += segmentWidth(segment);
  return width;
}

/** The text on one line, with nothing in it that a terminal would obey. */
export function harmless(text: string): string {
  if (plainAscii.test(text)) return text;
  return text.replace(/[\r\n\t]+/g, ' ').replace(harmful, '·');
}

/** Breaks a text at its blanks, so that no line is wider than `width` unless a single word is. */
export function wrap(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const wide = widthOf(word);
    if (line !== '' && used + 1 + wide > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line = line === '' ? word : `${line} ${word}`;
    used += (used === 0 ? 0 : 1) + wide;
  }
  lines.push(line);
  return lines;
}

function segmentWidth(segment: string): number {
  if (twoColumns.test(segment) || segment.includes('\ufe0f')) return 2;
  if (noWidth.test(segment) && harmless(segment) === segment) return 0;
  return 1;
}
