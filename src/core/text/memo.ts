/** Remembers what texts were found to mean: the same names, titles and cells are asked about with every keystroke. */

/**
 * A memory of results by text, bounded: what has not been asked for in a long while is forgotten. Absent results
 * (`undefined`) are remembered too.
 */
export class Memo<V> {
  private young = new Map<string, V>();
  private old = new Map<string, V>();

  /**
   * @param make what a text means; it must hang on the text alone.
   * @param most about how many texts are remembered at the least.
   * @param longest texts longer than this are made anew each time, UTF-16 units.
   */
  constructor(
    private readonly make: (text: string) => V,
    private readonly most = 4096,
    private readonly longest = 400,
  ) {}

  /** @param make for this text alone: what it takes from elsewhere must always be the same for the same text. */
  of(text: string, make = this.make): V {
    const known = this.young.get(text);
    if (known !== undefined || this.young.has(text)) return known as V;
    if (text.length > this.longest) return make(text);
    const key = detached(text);
    const value = this.old.has(text) ? (this.old.get(text) as V) : make(key);
    if (this.young.size >= this.most) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
    return value;
  }
}

/**
 * The same text by itself: a piece cut out of a long text keeps all of that text in memory, so whoever keeps a piece for
 * long keeps this.
 */
export function detached(text: string): string {
  return text.length < 13 ? text : `${text} `.slice(0, -1);
}

/**
 * What was told from things, kept in each thing itself, so that it goes when the thing does. The values of a weak map
 * stay longer: V8's scavenger keeps them whatever becomes of their keys, and with them all that was read at each
 * keystroke.
 */
export class Attached<T extends object, V> {
  private readonly key = Symbol('attached');

  get(thing: T): V | undefined {
    return (thing as { readonly [key: symbol]: V | undefined })[this.key];
  }

  /** Nobody sees it who does not ask here: it is neither copied nor compared with the thing. */
  set(thing: T, value: V): void {
    Object.defineProperty(thing, this.key, { value, writable: true, configurable: true });
  }
}
