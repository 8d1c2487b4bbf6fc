import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ruleCatalogue } from '../../../src/core/rules/catalogue';
import { type JsonSchema, manifestJsonSchema } from '../../../src/core/template/json-schema';
import { knownKeys } from '../../../src/core/template/keys';

const root = join(import.meta.dirname, '..', '..', '..');
const schema = manifestJsonSchema(ruleCatalogue);

/** Where a value does not fit a schema; the words of JSON Schema that ours uses, and no others. */
function faults(
  value: unknown,
  { $schema, title, description, examples, default: _, ...rules }: JsonSchema,
  at = '',
): string[] {
  return Object.entries(rules).flatMap(([word, rule]): string[] => {
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    const wrong = (is: boolean) => (is ? [] : [`${at}: ${word}`]);
    switch (word) {
      case 'anyOf':
        return wrong((rule as JsonSchema[]).some((one) => faults(value, one, at).length === 0));
      case 'type':
        return wrong(
          [rule].flat().some((type) => type === typeOf(value) || (type === 'number' && typeOf(value) === 'integer')),
        );
      case 'enum':
        return wrong((rule as unknown[]).includes(value));
      case 'const':
        return wrong(rule === value);
      case 'minimum':
        return wrong(typeof value !== 'number' || value >= (rule as number));
      case 'maximum':
        return wrong(typeof value !== 'number' || value <= (rule as number));
      case 'items':
        return Array.isArray(value) ? value.flatMap((item, i) => faults(item, rule as JsonSchema, `${at}[${i}]`)) : [];
      case 'required':
        return isMap ? (rule as string[]).filter((key) => !(key in value)).map((key) => `${at}: needs ${key}`) : [];
      case 'properties': {
        const properties = rule as Record<string, JsonSchema>;
        return isMap
          ? Object.entries(value).flatMap(([key, one]) => {
              const own = properties[key];
              return own === undefined ? [`${at}.${key}: unknown`] : faults(one, own, `${at}.${key}`);
            })
          : [];
      }
      case 'additionalProperties':
        return [];
      default:
        throw new Error(`"${word}" is not looked at`);
    }
  });
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

describe('the JSON Schema of the manifest', () => {
  test('is what the keys and their schemas give', () => {
    // If this fails: `node scripts/run.mjs scripts/generate-schema.mts` writes the file again.
    const shipped = readFileSync(join(root, 'schemas', 'masterplan.schema.json'), 'utf8').replaceAll('\r\n', '\n');
    expect(shipped).toBe(`${JSON.stringify(schema, undefined, 2)}\n`);
  });

  test('is contributed for both names of a manifest', () => {
    const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(contributes.yamlValidation).toEqual([
      { fileMatch: ['masterplan.yaml', 'masterplan.yml'], url: './schemas/masterplan.schema.json' },
    ]);
  });

  test('describes every key in both languages', () => {
    const properties = schema.properties as Record<string, JsonSchema>;
    expect(Object.keys(properties)).toEqual(knownKeys.manifest);
    expect(properties.region?.description).toBe(
      "Nama daerah; judul bagian boleh memuatnya.\nThe region's name; section titles may contain it.\n\n" +
        'nama daerah, misalnya Kabupaten Wonosobo\nthe name of a region, such as Kabupaten Wonosobo',
    );
  });

  test.each([
    ['kabupaten-contoh', []],
    ['kabupaten-contoh-keliru', ['.tittle: unknown']],
  ])('has nothing more to say about the manifest of %s than the rule', (name, expected) => {
    const manifest = parse(readFileSync(join(root, 'examples', name, 'masterplan.yaml'), 'utf8'));
    expect(faults(manifest, schema)).toEqual(expected);
  });

  test('fits all that the format allows', () => {
    const manifest = `
template: giffinger
period: 2025-2034
horizons: { short: 2025, medium: [2026, 2029] }
dimensions:
  - id: maritime
    title: { id: Smart Maritime, en: Smart Maritime }
    also: Maritim Cerdas
    sub: [Pelabuhan, { id: fish, title: Perikanan }]
  - governance
books: [masterplan]
chapters:
  - { id: gap-analysis, required: false }
  - { id: dimension, sections: [swot*, strategy], required: per-dimension }
sections: [{ id: note, title: Catatan }]
fields: [{ id: location*, refers-to: programme }]
rules: { swot-unused: off }
quick-wins: { total: 3 }
exclude: arsip/**
region:
`;
    expect(faults(parse(manifest), schema)).toEqual([]);
    expect(faults(null, schema)).toEqual([]);
  });

  test.each([
    ['regoin: x', '.regoin: unknown'],
    ['language: fr', '.language: anyOf'],
    ['template: besar', '.template: anyOf'],
    ['rules: { swot-unused: berat }', '.rules: anyOf'],
    ['chapters: [{ title: x }]', '.chapters: anyOf'],
    ['quick-wins: { total: -1 }', '.quick-wins: anyOf'],
    ['- x', ': type'],
  ])('does not fit %s', (manifest, fault) => {
    expect(faults(parse(manifest), schema)).toEqual([fault]);
  });
});
