/**
 * The manifest as a JSON Schema, made from the schemas that it is read with and the words that describe its keys: for
 * editors and other tools. What the extension ships is written by `scripts/generate-schema.mts`.
 */

import * as z from 'zod/mini';
import type { Text } from '../language/language';
import {
  agencyKeys,
  bookKeys,
  chapterKeys,
  dimensionKeys,
  fieldKeys,
  horizonKeys,
  type KeyDescriptions,
  manifestKeys,
  quickWinKeys,
  sectionKeys,
  subDimensionKeys,
  titleKeys,
} from './key-meanings';
import { defaultTemplate, dimensionSets, presets } from './presets/presets';
import {
  agencySchemas,
  bookSchemas,
  chapterSchemas,
  dimensionSchemas,
  fieldSchemas,
  horizonSchemas,
  levelSchema,
  manifestSchemas,
  quickWinSchemas,
  type Schemas,
  sectionSchemas,
  subDimensionSchemas,
  titleSchemas,
} from './schema';

export type JsonSchema = { readonly [key: string]: unknown };

/** A rule as the schema names it. */
export interface NamedRule {
  readonly id: string;
  readonly title: Text;
}

/** The schema of `masterplan.yaml`. Descriptions are in Indonesian, with English in the line below. */
export function manifestJsonSchema(rules: readonly NamedRule[]): JsonSchema {
  const idsOf = (list: readonly { readonly id: string }[]) => [...new Set(list.map(({ id }) => id))];
  const dimensions = idsOf(Object.values(dimensionSets).flat());
  const { books, chapters, sections, fields, quickWinFields } = defaultTemplate;
  const named = (schema: JsonSchema) => ({ anyOf: [{ type: 'string' }, schema] });
  const list = (items: JsonSchema) => ({ type: 'array', items: orNothing(items) });
  const title = {
    anyOf: [
      plain(bookSchemas.title),
      {
        ...objectOf(titleKeys, plainEach(titleSchemas)),
        anyOf: [{ required: ['id'] }, { required: ['en'] }],
      },
    ],
  };
  const object = (keys: KeyDescriptions, schemas: Schemas, more: Record<string, JsonSchema> = {}, ids?: string[]) =>
    objectOf(keys, { ...plainEach(schemas), ...('title' in schemas ? { title } : {}), ...more }, ids);
  const sub = list(named(object(subDimensionKeys, subDimensionSchemas)));
  const properties: Record<string, JsonSchema> = {
    ...plainEach(manifestSchemas),
    template: { enum: Object.keys(presets) },
    horizons: object(horizonKeys, horizonSchemas),
    agencies: list(named({ ...object(agencyKeys, agencySchemas), required: ['name'] })),
    dimensions: {
      anyOf: [
        { enum: Object.keys(dimensionSets) },
        list(named({ ...object(dimensionKeys, dimensionSchemas, { sub }, dimensions), required: ['id'] })),
      ],
    },
    books: list(named({ ...object(bookKeys, bookSchemas, {}, idsOf(books)), required: ['id'] })),
    chapters: list({ ...object(chapterKeys, chapterSchemas, {}, idsOf(chapters)), required: ['id'] }),
    sections: list({ ...object(sectionKeys, sectionSchemas, {}, idsOf(sections)), required: ['id'] }),
    fields: list({ ...object(fieldKeys, fieldSchemas, {}, idsOf([...fields, ...quickWinFields])), required: ['id'] }),
    rules: objectOf(
      Object.fromEntries(rules.map(({ id, title }) => [id, { description: title, expects: title }])),
      Object.fromEntries(rules.map(({ id }) => [id, plain(levelSchema)])),
    ),
    'quick-wins': object(quickWinKeys, quickWinSchemas),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Masterplan',
    ...objectOf(manifestKeys, properties),
    type: ['object', 'null'],
  };
}

/** A map whose keys are described; a key without a value counts as not being there. */
function objectOf(
  keys: KeyDescriptions,
  schemas: Readonly<Record<string, JsonSchema>>,
  ids?: readonly string[],
): JsonSchema {
  const properties = Object.entries(keys).map(([key, { description, expects }]) => {
    const words = description === expects ? both(description) : `${both(description)}\n\n${both(expects)}`;
    const examples = key === 'id' && ids !== undefined ? { examples: ids } : {};
    const schema = schemas[key];
    if (schema === undefined) throw new RangeError(`The key "${key}" has no schema`);
    return [key, { description: words, ...examples, ...orNothing(schema) }] as const;
  });
  return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false };
}

function both({ id, en }: Text): string {
  return `${id}\n${en}`;
}

function orNothing(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] };
}

function plainEach(schemas: Schemas): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(schemas).map(([key, one]) => [key, plain(one)]));
}

/** What a schema takes in, before it is brought into its form. */
function plain(schema: z.ZodMiniType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-7' });
  return rest;
}
