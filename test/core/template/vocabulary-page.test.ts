/** The tables of the format's page state the vocabulary as it is. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fields, quickWinFields, sections, spellingFolds } from '../../../src/core/template/presets/vocabulary';
import type { Titled } from '../../../src/core/template/template';

const page = readFileSync(join(import.meta.dirname, '../../../docs/format.md'), 'utf8');

/** The body rows of the table below a heading, cell by cell. */
function rowsBelow(heading: string): string[][] {
  const [, below = ''] = page.split(`### ${heading}\n`);
  const lines = (below.split('\n### ')[0] as string).split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function also(titled: Titled): string {
  return titled.also.length === 0 ? '–' : titled.also.join(', ');
}

describe('the page about the format lists', () => {
  test('the sections', () => {
    const stated = rowsBelow('7.3 Sections').map((cells) => cells.slice(0, 4));
    expect(stated).toEqual(sections.map((kind) => [`\`${kind.id}\``, kind.title.id, kind.title.en, also(kind)]));
  });

  test('the fields of programmes', () => {
    const stated = rowsBelow('7.5 Fields of programmes').map((cells) => cells.slice(0, 4));
    expect(stated).toEqual(
      fields.map((field) => [
        `\`${field.id}\`${field.required ? ' **required**' : ''}`,
        field.title.id,
        field.title.en,
        also(field),
      ]),
    );
  });

  test('the further fields of a quick win', () => {
    const stated = rowsBelow('7.6 Further fields of a quick win');
    expect(stated).toEqual(
      quickWinFields.map((field) => [`\`${field.id}\``, field.title.id, field.title.en, also(field)]),
    );
  });

  test('the spellings that are read alike', () => {
    const stated = rowsBelow('7.7 Spellings and other words');
    expect(stated).toEqual(Object.entries(spellingFolds).map(([read, written]) => [read, written.join(', ')]));
  });
});
