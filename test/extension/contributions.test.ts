/** What package.json offers is in step with the rules, and every text is there in both languages. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json';
import indonesian from '../../package.nls.id.json';
import english from '../../package.nls.json';
import { ruleCatalogue } from '../../src/core/rules/catalogue';

const root = join(import.meta.dirname, '..', '..');
const texts = { en: english as Record<string, string>, id: indonesian as Record<string, string> };

describe('the setting masterplan.rules', () => {
  const { properties } = packageJson.contributes.configuration.properties['masterplan.rules'];
  const offered = Object.entries(properties as Record<string, { default: string; description: string }>);

  test('offers every rule with its own severity, in the order of the handbook', () => {
    expect(offered.map(([id, rule]) => [id, rule.default])).toEqual(
      ruleCatalogue.map(({ id, severity }) => [id, severity]),
    );
  });

  test('says what each rule is about, in both languages', () => {
    for (const { id, title } of ruleCatalogue) {
      expect([texts.en[`rule.${id}`], texts.id[`rule.${id}`]]).toEqual([title.en, title.id]);
    }
  });

  test('leads to a page for every rule', () => {
    for (const { id } of ruleCatalogue) {
      expect(readFileSync(join(root, 'docs', 'rules', `${id}.md`), 'utf8')).toContain(id);
    }
  });
});

test('every text that package.json names is there in English and in Indonesian, and no other', () => {
  const named = new Set([...JSON.stringify(packageJson).matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key));
  expect(Object.keys(english).sort()).toEqual([...named].sort());
  expect(Object.keys(indonesian).sort()).toEqual([...named].sort());
});
