/** The page of the coverage: every state has words, every cell with a place leads there, and no text becomes anything else. */

import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../src/core/views/coverage';
import { coverageMain } from '../../src/extension/coverage-page';
import { livePage } from '../../src/extension/page';
import { bookOf } from '../core/workspace';

const governance = `---
chapter: dimension
dimension: governance
---

# Smart Governance

## Strategi

- SO1. satu

## Program Jangka Pendek

| Kode | Program | Sub-dimensi | OPD | Tahun |
|---|---|---|---|---|
| GOV-P-01 | Gerai desa | Layanan Publik | Dinas <b>Satu | 2025 |
`;
const book = bookOf({
  'masterplan.yaml': 'dimensions: [governance, living]\nperiod: 2025-2034\nagencies: [Bappeda]\n',
  'gov.md': governance,
});

describe('the matrices', () => {
  const { html, places } = coverageMain(coverageOf(book), 'Cakupan: <X>', 'id');

  test('say every state in words', () => {
    expect(html).toContain('aria-label="Smart Governance, Strategi Pembangunan: terisi"');
    expect(html).toContain('aria-label="Smart Governance, Analisis SWOT: belum ada"');
    expect(html).toContain('<span class="words">Smart Living, Analisis SWOT: belum ada</span>');
    expect(html).toContain('<caption>2 dari 12 bagian wajib terisi</caption>');
  });

  test('say what is not known, and only then that this may be', () => {
    const partly = coverageMain(coverageOf({ ...book, unread: 1 }), 'Cakupan', 'id').html;
    expect(partly).toContain(
      '<td class="unknown"><span aria-hidden="true">?</span><span class="words">Smart Living, Analisis SWOT: belum diketahui</span></td>',
    );
    expect(partly).toContain('<caption>2 dari 12 bagian wajib terisi, 6 belum diketahui</caption>');
    expect(partly).toContain('<li><span aria-hidden="true">?</span> belum diketahui</li>');
    expect(html).not.toContain('belum diketahui');
  });

  test('count programmes', () => {
    expect(html).toMatch(/aria-label="Smart Governance: Layanan Publik, Pendek: 1"/);
    expect(html).toContain('<caption>1 dari 2 OPD memiliki program</caption>');
    expect(html).toContain('<span class="words">Bappeda, Jumlah: 0</span>');
  });

  test('lead to where it is written, and to the chapter where it is missing', () => {
    const placeOf = (label: string) => {
      const number = new RegExp(`data-place="(\\d+)" aria-label="${label}"`).exec(html)?.[1];
      const place = places[Number(number)];
      return place && governance.slice(place.range.start, place.range.end);
    };
    expect(placeOf('Smart Governance, Strategi Pembangunan: terisi')).toBe('Strategi');
    expect(placeOf('Smart Governance, Analisis SWOT: belum ada')).toBe('Smart Governance');
    expect(placeOf('Smart Governance: Layanan Publik, Pendek: 1')).toBe('Gerai desa');
  });

  test('are text throughout', () => {
    expect(html).not.toMatch(/<b>|<X>/);
    expect(html).toContain('<h1>Cakupan: &#60;X&#62;</h1>');
    const page = livePage({ title: '<', language: 'id', styles: ['s'], script: 'j', source: 'https:' }, html);
    expect(page).toContain('default-src &#39;none&#39;; style-src https:; script-src https:');
  });
});
