/** What a line of text is made of: the shape in which inline text is handed on, whoever read it. */

export interface InlinePart {
  /**
   * `tag` is HTML, `url` an address in angle brackets, `alt` the words of an image, `break` a `<br>`, an escaped line
   * end or a line end after two blanks, `note` the mark of a footnote (`[^1]`). Line ends without more are `text`.
   */
  readonly role: 'text' | 'code' | 'alt' | 'url' | 'break' | 'tag' | 'comment' | 'note';
  /** What it says: empty for tags, comments and marks of footnotes. */
  readonly text: string;
  /** What `text` stands for. Where both are equally long, they answer to each other character by character. */
  readonly start: number;
  readonly end: number;
  /** With the marks around it (backticks, `![](…)`); the same as above where there are none. */
  readonly outerStart: number;
  readonly outerEnd: number;
  /** Whether it stands within `**…**`. */
  readonly bold: boolean;
}

export interface InlineLink {
  readonly type: 'link' | 'image';
  readonly start: number;
  readonly end: number;
  /** The address as written, without angle brackets. */
  readonly targetStart: number;
  readonly targetEnd: number;
  /** The address with escapes and entities read. */
  readonly url: string;
}

export interface InlineParts {
  readonly parts: readonly InlinePart[];
  readonly links: readonly InlineLink[];
}

/** Text parts that follow one another, character for character as in the source, made one; line ends stay apart. */
export function joinParts(parts: readonly InlinePart[]): readonly InlinePart[] {
  const joined: InlinePart[] = [];
  for (const part of parts) {
    if (part.role === 'text' && part.text === '') continue;
    const last = joined.at(-1);
    if (last && isLiteral(last) && isLiteral(part) && last.end === part.start && last.bold === part.bold) {
      joined[joined.length - 1] = { ...last, text: last.text + part.text, end: part.end, outerEnd: part.end };
    } else joined.push(part);
  }
  return joined;
}

function isLiteral(part: InlinePart): boolean {
  return part.role === 'text' && part.text !== '\n' && part.text.length === part.end - part.start;
}

const noteMark = /\[\^[^\s[\]]+\]/g;

/** A text as it is written, without marks of footnotes. */
export function withoutNoteMarks(text: string): string {
  return text.includes('[^') ? text.replace(noteMark, '') : text;
}

/** The marks of footnotes in a text, one behind the other. */
export function noteMarksIn(text: string): string {
  return text.match(noteMark)?.join('') ?? '';
}

/**
 * The parts of a text with marks of footnotes as parts of their own, which say nothing. Where nothing else is said, a mark
 * is what the text says; and before a colon at the beginning of a line it is no mark: the footnote itself stands there.
 */
export function withNotes(text: string, parts: readonly InlinePart[]): readonly InlinePart[] {
  const parted = parts.flatMap((part) => {
    if (!isLiteral(part) || !part.text.includes('[^')) return part;
    const pieces: InlinePart[] = [];
    let from = part.start;
    const add = (role: 'text' | 'note', end: number) => {
      const said = role === 'text' ? text.slice(from, end) : '';
      if (end > from) pieces.push({ ...part, role, text: said, start: from, end, outerStart: from, outerEnd: end });
      from = end;
    };
    for (const { 0: mark, index } of part.text.matchAll(noteMark)) {
      const start = part.start + index;
      const end = start + mark.length;
      if (text[end] === ':' && (start === 0 || text[start - 1] === '\n')) continue;
      add('text', start);
      add('note', end);
    }
    add('text', part.end);
    return pieces;
  });
  return parted.some((part) => part.text.trim() !== '') ? parted : parts;
}

/** `<br>`, `<br/>`, `<BR />`, with attributes too. */
export function isLineBreakTag(html: string): boolean {
  return /^<br(?![a-z0-9-])/i.test(html);
}
