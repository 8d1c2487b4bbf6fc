/**
 * Reads the plain shapes of inline text: emphasis, bold, code, simple links, `<br>`, comments, escapes. A hundred times
 * as fast as remark, which is asked wherever this reader is not sure; what it does read is exactly what remark reads.
 */

import { type InlineLink, type InlinePart, type InlineParts, isLineBreakTag, joinParts } from './inline-parts';

type Part = { -readonly [Key in keyof InlinePart]: InlinePart[Key] };

/** A run of `*` or `_`. */
interface Run {
  readonly part: number;
  readonly mark: number;
  readonly size: number;
  readonly open: boolean;
  readonly close: boolean;
}

const lineEnd = 10;
const space = 32;
const ampersand = 38;
const asterisk = 42;
const lessThan = 60;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const underscore = 95;
const backtick = 96;

/** `(address)` or `(address "title")` after a link's words, with nothing to decode. */
const resource = /\((?:\)|([^\s()<>\\&]+)(?: +"[^"\\&\n]*")?\))/y;
const image = /!\[([^[\]\\`*_<&!\n]*)\](?=\()/y;
const tag =
  /<(?:\/[a-z][a-z0-9-]* *|[a-z][a-z0-9-]*(?: +[a-z_:][\w.:-]*(?:=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'=<>`]+))?)* *\/?)>/iy;
const reference = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z0-9]{1,31});/iy;
/** What word processors and the web put into texts; the other two thousand are remark's. */
const references: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&nbsp;', '\u00a0'],
  ['&ndash;', '–'],
  ['&mdash;', '—'],
  ['&hellip;', '…'],
]);
const maxBackticks = 100;

/**
 * Reads lines of text (joined by `\n`, none of them blank, trimmed) with offsets into `text`; `undefined` where it is
 * remark's to say what they mean. Takes time in proportion to the text's length.
 */
export function scanInline(text: string): InlineParts | undefined {
  return new InlineScanner(text).read();
}

class InlineScanner {
  private readonly parts: Part[] = [];
  private readonly links: InlineLink[] = [];
  private readonly runs: Run[] = [];
  /** Open brackets: their parts, and how many runs came before each. */
  private readonly brackets: { readonly part: number; readonly runs: number }[] = [];
  private at = 0;
  private textStart = 0;

  constructor(private readonly text: string) {}

  read(): InlineParts | undefined {
    const { text } = this;
    let backticks = 0;
    while (this.at < text.length) {
      const code = text.charCodeAt(this.at);
      let done = true;
      switch (code) {
        case 0:
          // Remark puts another character in its place.
          return undefined;
        case lineEnd:
          done = this.lineEnd();
          break;
        case asterisk:
        case underscore:
          this.run(code);
          break;
        case backtick:
          if (++backticks > maxBackticks) return undefined;
          done = this.code();
          break;
        case backslash:
          done = this.escape();
          break;
        case ampersand:
          done = this.reference();
          break;
        case lessThan:
          done = this.html();
          break;
        case 33:
          if (text.charCodeAt(this.at + 1) === openBracket) done = this.image();
          else this.at++;
          break;
        case openBracket:
          this.brackets.push({ part: this.mark(1), runs: this.runs.length });
          break;
        case closeBracket:
          done = this.closeBracket();
          break;
        default:
          this.at++;
      }
      if (!done) return undefined;
    }
    this.flush(this.at);
    if (!this.resolve(0)) return undefined;
    const links = this.links.length > 1 ? this.links.sort((a, b) => a.start - b.start) : this.links;
    return { parts: joinParts(this.parts), links };
  }

  private lineEnd(): boolean {
    const { text, at } = this;
    // Blanks around a line end are dropped or break the line.
    if (isSpace(text.charCodeAt(at - 1)) || isSpace(text.charCodeAt(at + 1))) return false;
    this.mark(1);
    return true;
  }

  private run(mark: number): void {
    const { text, at } = this;
    let end = at + 1;
    while (end < text.length && text.charCodeAt(end) === mark) end++;
    const before = at === 0 ? 'blank' : classOf(text, at - 1);
    const after = end === text.length ? 'blank' : classOf(text, end);
    const opens = after === 'word' || (after === 'mark' && before !== 'word');
    const closes = before === 'word' || (before === 'mark' && after !== 'word');
    const open = mark === asterisk ? opens : opens && (before !== 'word' || !closes);
    const close = mark === asterisk ? closes : closes && (after !== 'word' || !opens);
    if (!open && !close) {
      this.at = end;
      return;
    }
    this.runs.push({ part: this.mark(end - at), mark, size: end - at, open, close });
  }

  private code(): boolean {
    const { text, at } = this;
    let start = at;
    while (text.charCodeAt(start) === backtick) start++;
    const marks = text.slice(at, start);
    let close = start;
    for (;;) {
      close = text.indexOf(marks, close);
      if (close < 0) {
        this.at = start;
        return true;
      }
      let end = close + marks.length;
      if (text.charCodeAt(end) !== backtick) break;
      while (text.charCodeAt(end) === backtick) end++;
      close = end;
    }
    let said = text.slice(start, close);
    if (said.includes('\n')) return false;
    const padded = said.startsWith(' ') && said.endsWith(' ') && said.trim() !== '';
    if (padded) said = said.slice(1, -1);
    const inner = padded ? start + 1 : start;
    this.add('code', said, inner, inner + said.length, at, close + marks.length);
    return true;
  }

  private escape(): boolean {
    const { text, at } = this;
    const next = text.charCodeAt(at + 1);
    if (next === lineEnd) return false;
    if (isAsciiPunctuation(next)) this.add('text', text.charAt(at + 1), at, at + 2, at, at + 2);
    else this.at++;
    return true;
  }

  private reference(): boolean {
    const { text, at } = this;
    const written = matchAt(reference, text, at)?.[0];
    if (written === undefined) {
      this.at++;
      return true;
    }
    const said = references.get(written);
    if (said === undefined) return false;
    this.add('text', said, at, at + written.length, at, at + written.length);
    return true;
  }

  private html(): boolean {
    const { text, at } = this;
    if (text.startsWith('<!--', at)) {
      if (text.startsWith('<!-->', at) || text.startsWith('<!--->', at)) return false;
      const close = text.indexOf('-->', at + 4);
      if (close < 0) return false;
      this.add('comment', '', at, close + 3, at, close + 3);
      return true;
    }
    const written = matchAt(tag, text, at)?.[0];
    if (written !== undefined) {
      const end = at + written.length;
      if (isLineBreakTag(written)) this.add('break', '\n', at, end, at, end);
      else this.add('tag', '', at, end, at, end);
      return true;
    }
    const next = text.charAt(at + 1);
    if (/[a-z/!?]/i.test(next)) return false;
    this.at++;
    return true;
  }

  private image(): boolean {
    const { text, at } = this;
    const words = matchAt(image, text, at);
    if (!words) return false;
    const open = at + words[0].length;
    const address = matchAt(resource, text, open);
    if (!address) return false;
    const end = open + address[0].length;
    const alt = words[1] ?? '';
    const target = address[1] ?? '';
    this.links.push({
      type: 'image',
      start: at,
      end,
      targetStart: open + 1,
      targetEnd: open + 1 + target.length,
      url: target,
    });
    if (alt !== '') this.add('alt', alt, at + 2, at + 2 + alt.length, at, end);
    else {
      this.flush(at);
      this.skipTo(end);
    }
    return true;
  }

  private closeBracket(): boolean {
    const { text, at } = this;
    const bracket = this.brackets.pop();
    if (!bracket || text.charCodeAt(at + 1) !== 40) {
      this.at++;
      return true;
    }
    // There are no links in links.
    if (this.brackets.length > 0) return false;
    const address = matchAt(resource, text, at + 1);
    if (!address) return false;
    this.flush(at);
    // Marks of emphasis do not reach across the bounds of a link.
    if (!this.resolve(bracket.runs)) return false;
    this.runs.length = bracket.runs;
    const opening = this.parts[bracket.part] as Part;
    opening.text = '';
    const end = at + 1 + address[0].length;
    const target = address[1] ?? '';
    this.links.push({
      type: 'link',
      start: opening.start,
      end,
      targetStart: at + 2,
      targetEnd: at + 2 + target.length,
      url: target,
    });
    this.skipTo(end);
    return true;
  }

  /** Pairs the runs from `first` on; false where a pair is of unequal or unusual size. */
  private resolve(first: number): boolean {
    const openers = new Map<number, Run[]>([
      [asterisk, []],
      [underscore, []],
    ]);
    for (let i = first; i < this.runs.length; i++) {
      const run = this.runs[i] as Run;
      const stack = openers.get(run.mark) as Run[];
      const opener = run.close ? stack.at(-1) : undefined;
      if (!opener) {
        if (run.open) stack.push(run);
        continue;
      }
      if (opener.size !== run.size || run.size > 2) return false;
      for (const part of [opener.part, run.part]) {
        (this.parts[part] as Part).text = '';
      }
      if (run.size === 2) {
        for (let part = opener.part + 1; part < run.part; part++) (this.parts[part] as Part).bold = true;
      }
      for (const list of openers.values()) {
        while (list.length > 0 && (list.at(-1) as Run).part >= opener.part) list.pop();
      }
    }
    return true;
  }

  /** Makes the next `length` characters a text part of their own, and gives its number. */
  private mark(length: number): number {
    const { at } = this;
    this.add('text', this.text.slice(at, at + length), at, at + length, at, at + length);
    return this.parts.length - 1;
  }

  private add(
    role: InlinePart['role'],
    said: string,
    start: number,
    end: number,
    outerStart: number,
    outerEnd: number,
  ): void {
    this.flush(outerStart);
    this.parts.push({ role, text: said, start, end, outerStart, outerEnd, bold: false });
    this.skipTo(outerEnd);
  }

  /** Hands on the text read since the last part. */
  private flush(end: number): void {
    const start = this.textStart;
    if (end > start) {
      const text = this.text.slice(start, end);
      this.parts.push({ role: 'text', text, start, end, outerStart: start, outerEnd: end, bold: false });
    }
    this.textStart = end;
  }

  private skipTo(end: number): void {
    this.at = end;
    this.textStart = end;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function isSpace(code: number): boolean {
  return code === space || code === 9;
}

function isAsciiPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}

/** What stands beside a mark decides whether it opens or closes. Looks at one UTF-16 unit, as remark does. */
function classOf(text: string, at: number): 'blank' | 'mark' | 'word' {
  const code = text.charCodeAt(at);
  if (code < 128) {
    if (code === space || (code >= 9 && code <= 13)) return 'blank';
    return isAsciiPunctuation(code) ? 'mark' : 'word';
  }
  const unit = String.fromCharCode(code);
  if (/\s/.test(unit)) return 'blank';
  return /[\p{P}\p{S}]/u.test(unit) ? 'mark' : 'word';
}
