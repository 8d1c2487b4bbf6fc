/** The shapes of the manifest's values, as schemas. `expected.ts` says the same in words. */

import * as z from 'zod/mini';
import { readYears, type Span } from '../language/years';
import { languages, referredTo } from './keys';
import type { RuleLevel } from './settings';
import type { SectionUse } from './template';

/** A name such as `2025` is a number to YAML, and a text to whoever wrote it. */
const scalarText = z.pipe(
  z.union([z.string(), z.number(), z.boolean()]),
  z.transform((value) => String(value).trim()),
);

const text = z.pipe(scalarText, z.string().check(z.minLength(1)));

const texts = z.array(text);

/** One text may stand without a list around it. */
const textOrTexts = z.union([
  texts,
  z.pipe(
    text,
    z.transform((value) => [value]),
  ),
]);

const id = z.pipe(text, z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/)));

/** One title for both languages; a map with one for each (`titleSchemas`) may stand in its place. */
const title = z.pipe(
  text,
  z.transform((value): { id: string; en: string } => ({ id: value, en: value })),
);

/** A year, a span or a list of them (format 1.1). */
const years = z.pipe(
  z.union([z.number(), z.string(), z.array(z.union([z.number(), z.string()]))]),
  z.transform((value, context): Span => {
    const span = readYears(Array.isArray(value) ? value.join(', ') : String(value))?.span;
    if (span === undefined) {
      context.issues.push({ code: 'custom', input: value, message: 'no years' });
      return z.NEVER;
    }
    return span;
  }),
);

/** `[swot*, my-section]`: `*` = required. */
const sectionList = z.pipe(
  z.array(z.pipe(text, z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]*\*?$/)))),
  z.transform((list): SectionUse[] =>
    list.map((entry) => {
      const required = entry.endsWith('*');
      return { id: required ? entry.slice(0, -1) : entry, required };
    }),
  ),
);

/** No more than anybody would plan: a skeleton is written for each quick win that is lacking. */
const count = z.number().check(z.int(), z.minimum(0), z.maximum(100));

export const levels = ['off', 'hint', 'info', 'warning', 'error'] as const satisfies readonly RuleLevel[];

export const levelSchema = z.enum(levels);

/** Keys whose value is a map or a list of maps are read entry by entry; what they hold has a schema of its own. */
export const manifestSchemas = {
  template: text,
  region: text,
  title: text,
  language: z.enum(languages),
  period: years,
  exclude: textOrTexts,
};

export const horizonSchemas = { short: years, medium: years, long: years };

export const quickWinSchemas = { 'per-dimension': count, total: count };

/** The other one is used where one is missing. */
export const titleSchemas = { id: text, en: text };

export const agencySchemas = { id: text, name: text, aliases: textOrTexts };

export const bookSchemas = { id, title, also: textOrTexts };

export const subDimensionSchemas = bookSchemas;

export const dimensionSchemas = { id, title, also: textOrTexts, wrong: textOrTexts };

export const chapterSchemas = {
  id,
  title,
  also: textOrTexts,
  book: text,
  once: z.boolean(),
  required: z.union([z.boolean(), z.literal('per-dimension')]),
  sections: sectionList,
};

export const sectionSchemas = {
  id,
  title,
  also: textOrTexts,
  required: z.boolean(),
  sections: sectionList,
  group: z.boolean(),
};

export const fieldSchemas = {
  id: z.pipe(text, z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]*\*?$/))),
  title,
  also: textOrTexts,
  required: z.boolean(),
  'refers-to': z.enum(referredTo),
};

/** Schemas by key, as above. */
export type Schemas = Readonly<Record<string, z.ZodMiniType>>;

/** What a map holds after reading it: the keys that were there and right. */
export type ReadBy<S extends Schemas> = { readonly [K in keyof S]?: z.output<S[K]> };
