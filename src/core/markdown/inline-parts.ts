/** What a line of text is made of: the shape in which inline text is handed on, whoever read it. */

export interface InlinePart {
  /**
   * `tag` is HTML, `url` an address in angle brackets, `alt` the words of an image, `break` a `<br>`, an escaped line
   * end or a line end after two blanks, `note` the mark of a footnote (`[^1]`) or of a span that a converter writes
   * (`[text]{.mark}`). Line ends without more are `text`.
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

/** Whether a part is text that stands for itself, character for character. */
export function isLiteral(part: InlinePart): boolean {
  return part.role === 'text' && part.text !== '\n' && part.text.length === part.end - part.start;
}

/** The mark of a footnote. */
export const noteMark = /\[\^[^\s[\]]+\]/g;

/** A text as it is written, without marks of footnotes. */
export function withoutNoteMarks(text: string): string {
  return text.includes('[^') ? text.replace(noteMark, '') : text;
}

/** The marks of footnotes in a text, one behind the other. */
export function noteMarksIn(text: string): string {
  return text.match(noteMark)?.join('') ?? '';
}

/** `<br>`, `<br/>`, `<BR />`, with attributes too. */
export function isLineBreakTag(html: string): boolean {
  return /^<br(?![a-z0-9-])/i.test(html);
}
