/** Remembers what texts were found to mean: the same names, titles and cells are asked about with every keystroke. */

/** Stands for an absent result, which is told from an unknown one without a second look. */
const nothing = Symbol('nothing');

/**
 * A memory of results by text, bounded: what has not been asked for in a long while is forgotten. Absent results
 * (`undefined`) are remembered too.
 */
export class Memo<V> {
  private young = new Map<string, V | typeof nothing>();
  private old = new Map<string, V | typeof nothing>();

  /**
   * @param make what a text means; it must hang on the text alone.
   * @param most about how many texts are remembered at the least.
   * @param longest texts longer than this are made anew each time, UTF-16 units.
   */
  constructor(
    private readonly make: (text: string) => V,
    private readonly most = 4096,
    private readonly longest = 400,
  ) {
    // V8 takes a field that was set but once for constant: set later on, it would undo all code that had been made for it.
    this.age();
  }

  /** @param make for this text alone: what it takes from elsewhere must always be the same for the same text. */
  of(text: string, make = this.make): V {
    const known = this.young.get(text);
    if (known === undefined) return this.look(text, make);
    return known === nothing ? (undefined as V) : (known as V);
  }

  private look(text: string, make: (text: string) => V): V {
    if (text.length > this.longest) return make(text);
    const key = detached(text);
    let value = this.old.get(text);
    if (value === undefined) {
      const made = make(key);
      value = made === undefined ? nothing : made;
    }
    if (this.young.size >= this.most) this.age();
    this.young.set(key, value);
    return value === nothing ? (undefined as V) : (value as V);
  }

  /** What is not asked for before the next time is forgotten then. */
  private age(): void {
    this.old = this.young;
    this.young = new Map();
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
