/**
 * On which page of a PDF each named place stands: what a browser has laid out, read back from what it printed. Browsers
 * cannot write page numbers into contents themselves, so a book is printed, read here, and printed again.
 */

/** As far as the places go; streams, the pages' content among them, are not looked into. */
type PdfValue =
  | number
  | string
  | boolean
  | null
  | readonly PdfValue[]
  | { readonly name: string }
  | { readonly reference: number }
  | ReadonlyMap<string, PdfValue>;

/**
 * The page of each named destination, from 0.
 * @param bytes of a PDF as Chromium writes it, with a plain table of its objects.
 * @returns nothing where the file is none, or is built otherwise.
 */
export function pdfPlaces(bytes: Uint8Array): ReadonlyMap<string, number> | undefined {
  try {
    const file = new PdfFile(bytes);
    const root = file.dictionary(file.trailer.get('Root'));
    const pages = new Map(file.pagesBelow(root.get('Pages')).map((reference, at) => [reference, at]));
    const places = new Map<string, number>();
    for (const [name, value] of file.dictionary(root.get('Dests'))) {
      const destination = file.resolved(value);
      const page = Array.isArray(destination) ? pages.get(referenceOf(destination[0])) : undefined;
      if (page !== undefined) places.set(name, page);
    }
    return places;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Unreadable extends Error {}

function referenceOf(value: PdfValue | undefined): number {
  if (typeof value === 'object' && value !== null && 'reference' in value) return value.reference;
  throw new Unreadable('no reference');
}

/** More levels than any file of a browser has; one that goes in circles ends here. */
const deepest = 40;

class PdfFile {
  readonly trailer: ReadonlyMap<string, PdfValue>;
  readonly #text: string;
  /** Where each object begins, by its number. */
  readonly #offsets = new Map<number, number>();

  constructor(bytes: Uint8Array) {
    this.#text = new TextDecoder('latin1').decode(bytes);
    const start = this.#text.slice(-1024).match(/startxref\s+(\d+)\s+%%EOF\s*$/)?.[1];
    if (!this.#text.startsWith('%PDF-') || start === undefined) throw new Unreadable('no PDF');
    this.trailer = this.#readTable(Number(start));
  }

  resolved(value: PdfValue | undefined): PdfValue | undefined {
    if (typeof value !== 'object' || value === null || !('reference' in value)) return value;
    const offset = this.#offsets.get(value.reference);
    if (offset === undefined) throw new Unreadable('no such object');
    const opening = /\d+\s+\d+\s+obj\b/y;
    opening.lastIndex = offset;
    if (!opening.test(this.#text)) throw new Unreadable('no object there');
    return new PdfReader(this.#text, opening.lastIndex).value();
  }

  dictionary(value: PdfValue | undefined): ReadonlyMap<string, PdfValue> {
    const found = this.resolved(value);
    if (found instanceof Map) return found;
    throw new Unreadable('no dictionary');
  }

  /** The references of the pages, in their order. */
  pagesBelow(value: PdfValue | undefined, depth = 0): number[] {
    if (depth > deepest) throw new Unreadable('too deep');
    const kids = this.resolved(this.dictionary(value).get('Kids'));
    if (!Array.isArray(kids)) return [referenceOf(value)];
    return kids.flatMap((kid) => this.pagesBelow(kid, depth + 1));
  }

  #readTable(start: number): ReadonlyMap<string, PdfValue> {
    const opening = /xref\s+/y;
    opening.lastIndex = start;
    if (!opening.test(this.#text)) throw new Unreadable('no plain table');
    let at = opening.lastIndex;
    for (;;) {
      const section = /(\d+) (\d+)\s+/y;
      section.lastIndex = at;
      const found = section.exec(this.#text);
      if (found === null) break;
      at = section.lastIndex;
      // Each line has 20 characters: offset, generation, and whether it is used.
      for (let entry = 0; entry < Number(found[2]); entry++, at += 20) {
        const line = this.#text.slice(at, at + 20);
        if (!/^\d{10} \d{5} [nf]/.test(line)) throw new Unreadable('no line of a table');
        if (line[17] === 'n') this.#offsets.set(Number(found[1]) + entry, Number(line.slice(0, 10)));
      }
    }
    const end = /\s*trailer\s*/y;
    end.lastIndex = at;
    if (!end.test(this.#text)) throw new Unreadable('no trailer');
    const trailer = new PdfReader(this.#text, end.lastIndex).value();
    if (trailer instanceof Map) return trailer;
    throw new Unreadable('no trailer');
  }
}

/** Reads one value of a PDF's own language. */
class PdfReader {
  constructor(
    private readonly text: string,
    private at: number,
  ) {}

  value(depth = 0): PdfValue {
    if (depth > deepest) throw new Unreadable('too deep');
    if (this.take(/<</y) !== undefined) return this.dictionary(depth);
    if (this.take(/\[/y) !== undefined) {
      const values: PdfValue[] = [];
      while (this.take(/\]/y) === undefined) values.push(this.value(depth + 1));
      return values;
    }
    const name = this.take(/\/([^\s()<>[\]{}/%]*)/y)?.[1];
    if (name !== undefined) return { name: nameOf(name) };
    const reference = this.take(/(\d+)\s+\d+\s+R\b/y)?.[1];
    if (reference !== undefined) return { reference: Number(reference) };
    const number = this.take(/[+-]?(?:\d+\.?\d*|\.\d+)/y)?.[0];
    if (number !== undefined) return Number(number);
    const word = this.take(/true|false|null/y)?.[0];
    if (word !== undefined) return word === 'null' ? null : word === 'true';
    const letters = this.take(/\(((?:[^()\\]|\\[\s\S])*)\)|<([\da-fA-F\s]*)>/y);
    // What a text says is not asked for.
    if (letters !== undefined) return letters[1] ?? letters[2] ?? '';
    throw new Unreadable('no value');
  }

  private dictionary(depth: number): ReadonlyMap<string, PdfValue> {
    const entries = new Map<string, PdfValue>();
    while (this.take(/>>/y) === undefined) {
      const key = this.take(/\/([^\s()<>[\]{}/%]*)/y)?.[1];
      if (key === undefined) throw new Unreadable('no key');
      entries.set(nameOf(key), this.value(depth + 1));
    }
    return entries;
  }

  /** What stands here, behind blanks and comments. */
  private take(pattern: RegExp): RegExpExecArray | undefined {
    const blank = /(?:\s|%[^\r\n]*)*/y;
    blank.lastIndex = this.at;
    blank.test(this.text);
    this.at = blank.lastIndex;
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return undefined;
    this.at = pattern.lastIndex;
    return found;
  }
}

/** A name with its `#20` as the characters that they stand for. */
function nameOf(written: string): string {
  return written.replace(/#([\da-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
