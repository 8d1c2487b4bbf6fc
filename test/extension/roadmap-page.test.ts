/** The page of the roadmap: its table, and that no text of a book becomes anything but text. */

import { describe, expect, test } from 'vitest';
import { roadmapOf } from '../../src/core/views/roadmap';
import { livePage } from '../../src/extension/page';
import { roadmapMain } from '../../src/extension/roadmap-page';
import { bookOf } from '../core/workspace';

const head = '---\nchapter: dimension\ndimension: governance\n---\n\n# Smart Governance\n\n';
const table = (rows: string) =>
  `${head}## Program Jangka Pendek\n\n| Kode | Program | Indikator | OPD | Tahun |\n|---|---|---|---|---|\n${rows}`;

function main(rows: string, language: 'id' | 'en' = 'id') {
  const book = bookOf({ 'masterplan.yaml': 'period: 2025-2028\n', 'gov.md': table(rows) });
  return roadmapMain(roadmapOf(book), 'Peta Jalan: Kab. <X>', book.settings.template.dimensions, language).html;
}

describe('the table', () => {
  const html = main(
    '| GOV-P-01 | Gerai desa | Jumlah | Diskominfo | 2025, 2026, 2028 |\n| GOV-P-02 | Peta data | Jumlah | Bappeda | |\n',
  );

  test('has a column for each year, and groups by dimension', () => {
    expect([...html.matchAll(/<th scope="col" class="(\w+)">([^<]*)/g)].map(([, , text]) => text)).toEqual([
      'Kode',
      'Program',
      'OPD',
      '2025',
      '2026',
      '2027',
      '2028',
    ]);
    expect(html).toContain('<th scope="rowgroup" colspan="7"><span>Smart Governance</span></th>');
    expect(html).toContain('<caption>2 program</caption>');
    expect(html).toContain('<tbody class="tone-0">');
  });

  test('marks the years for eyes and for screen readers', () => {
    const row = html.split('<tr>').find((one) => one.includes('Gerai desa')) ?? '';
    const cells = [...row.matchAll(/<td class="year">(.*?)<\/td>/g)].map(([, cell]) => cell);
    expect(cells.map((cell) => /bar( first)?( last)?/.exec(cell ?? '')?.[0] ?? '')).toEqual([
      'bar first',
      'bar last',
      '',
      'bar first last',
    ]);
    expect(cells[0]).toContain('<span class="words">ya</span>');
    expect(row).toContain('aria-label="GOV-P-01, Gerai desa, Diskominfo, 2025-2026, 2028"');
    expect(html).toContain('<span class="undated">tanpa tahun</span>');
  });

  test('lets the Tab key arrive once', () => {
    expect([...html.matchAll(/data-row="(\d)" tabindex="(-?\d)"/g)].map(([, row, tab]) => [row, tab])).toEqual([
      ['0', '0'],
      ['1', '-1'],
    ]);
  });

  test('is text throughout', () => {
    const evil = main('| | <img src=x onerror="a()"> \'&amp; | Jumlah | "><script> | 2025 |\n');
    expect(evil).not.toMatch(/<(?:img|script)/);
    expect(evil).toContain('<h1>Peta Jalan: Kab. &#60;X&#62;</h1>');
  });

  test('says what is missing where there is no programme', () => {
    expect(main('')).toContain('<p>Belum ada program.');
    expect(main('', 'en')).toContain('<p>There are no programmes yet.');
  });
});

test('the page loads nothing but its own style and script', () => {
  const parts = {
    title: 'T',
    language: 'id',
    styles: ['x:/a.css', 'x:/b.css'],
    script: 'x:/a.js',
    source: 'x:',
  } as const;
  const page = livePage(parts, '<p></p>');
  expect(page).toContain('content="default-src &#39;none&#39;; style-src x:; script-src x:"');
  expect(page).toContain('href="x:/a.css">\n<link rel="stylesheet" href="x:/b.css">');
  expect(page).not.toMatch(/ style=|<style|https?:|unsafe/);
});
