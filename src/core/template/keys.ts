/**
 * The keys that manifest and frontmatter know, by what they are keys of. `expected.ts` says what their values look like, and
 * `key-meanings.ts` what they are for.
 */

export const knownKeys = {
  manifest: [
    'template',
    'region',
    'title',
    'language',
    'period',
    'horizons',
    'agencies',
    'dimensions',
    'books',
    'chapters',
    'sections',
    'fields',
    'rules',
    'quick-wins',
    'exclude',
  ],
  horizons: ['short', 'medium', 'long'],
  'quick-wins': ['per-dimension', 'total'],
  agency: ['id', 'name', 'aliases'],
  book: ['id', 'title', 'also'],
  'sub-dimension': ['id', 'title', 'also'],
  dimension: ['id', 'title', 'also', 'wrong', 'sub'],
  chapter: ['id', 'title', 'also', 'book', 'once', 'required', 'sections'],
  section: ['id', 'title', 'also', 'required', 'sections', 'group'],
  field: ['id', 'title', 'also', 'required', 'refers-to'],
  title: ['id', 'en'],
  frontmatter: ['chapter', 'dimension', 'title', 'book', 'order', 'status', 'owner', 'contributors', 'updated', 'lang'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The only values that keys for a language take. */
export const languages = ['id', 'en'] as const;

/** The only values of `status`. */
export const statuses = ['draft', 'review', 'final'] as const;

/** The only values of `refers-to`. */
export const referredTo = ['strategy', 'swot-item', 'programme'] as const;

/** What has keys of its own: a manifest, frontmatter, or a map in one of them. */
export type Keyed = keyof typeof knownKeys;

/** A key of it. */
export type KeyOf<K extends Keyed> = (typeof knownKeys)[K][number];
