import { describe, expect, test } from 'vitest';
import { Lexicon, titlesOf } from '../../../src/core/template/lexicon';
import { presets } from '../../../src/core/template/presets/presets';
import type { Settings } from '../../../src/core/template/settings';
import type { SectionUse, Template } from '../../../src/core/template/template';

const template = presets.kominfo as Template;
const settings: Settings = {
  template,
  language: 'id',
  region: 'Kabupaten Wonosobo',
  period: { from: 2025, to: 2034 },
  agencies: [],
  rules: {},
  quickWins: { perDimension: 1 },
  exclude: [],
};
const lexicon = new Lexicon(settings);

function scopeOf(kind: string): readonly SectionUse[] {
  return template.chapters.find((chapter) => chapter.id === kind)?.sections ?? [];
}

const dimension = scopeOf('dimension');
const swot = lexicon.section('swot')?.sections ?? [];

describe('titles are recognised', () => {
  test.each([
    ['3.1.2 Analisa SWOT Smart Governance (2025-2034)', 'swot'],
    ['SWOT Analysis', 'swot'],
    ['BAB III. Analisis SWOT', 'swot'],
    ['Bab 3: Pemetaan SWOT', 'swot'],
    ['IFAS dan EFAS', 'swot'],
    ['Kekuatan, Kelemahan, Peluang, dan Ancaman', 'swot'],
    ['C. PROGRAM JANGKA PENDEK', 'programmes-short'],
    ['Program Jangka Panjang Tahun 2030-2034', 'programmes-long'],
    ['Program Jangka Panjang Tahun 2030 s.d. 2034', 'programmes-long'],
    ['Program Jangka Menengah (2026–2029)', 'programmes-medium'],
    ['3.1.6 Quick Win Smart Governance', 'quick-wins'],
    ['Quick Wins', 'quick-wins'],
    ['quick-win', 'quick-wins'],
    ['Strategi Pembangunan Smart Enviroment', 'strategy'],
    ['Strategi Smart Living Kabupaten Wonosobo', 'strategy'],
    ['Strategi', 'strategy'],
    ['Rencana Program', 'programmes'],
    ['Matriks TOWS', 'tows'],
    ['3.2.2 Matriks Strategi', 'tows'],
    ['III.C.1 Analisis SWOT', 'swot'],
    ['3.1.a. Strategi', 'strategy'],
    ['Program Unggulan Daerah (Quick Win)', 'quick-wins'],
    ['2. Analisis SWOT: Modal dan Tantangan Daerah', 'swot'],
    ['Program Jangka Pendek (2025) – Fondasi', 'programmes-short'],
    ['Program Jangka Menengah: Tahap Integrasi (2026-2029)', 'programmes-medium'],
    ['📊 1. Analisis SWOT', 'swot'],
    ['🎯 III.C.1 Strategi', 'strategy'],
    ['4️⃣ Quick Win ⚡', 'quick-wins'],
    ['Tahap I (Jangka Pendek: 2025)', 'programmes-short'],
    ['Program Jang\u00adka Pen\u200bdek', 'programmes-short'],
    ['Analisis SWOT Dimensi Smart Governance', 'swot'],
    ['Program Jangka Pendek pada Dimensi Smart Living', 'programmes-short'],
    ['Strategi Pengembangan Pilar Smart Society', 'strategy'],
    ['Short-Term Program', 'programmes-short'],
    ['Short Term Programme (2025)', 'programmes-short'],
    ['3.1.4 MEDIUM-TERM PROGRAM', 'programmes-medium'],
    ['Medium-term Programmes', 'programmes-medium'],
    ['Long-Term Programme', 'programmes-long'],
    ['Long-term Program Smart Living', 'programmes-long'],
    ['Programme', 'programmes'],
  ])('%s', (text, id) => {
    expect(lexicon.recognise(text, dimension)).toEqual({ id });
  });

  test.each([
    ['a. Kekuatan (Strengths)', 'strengths'],
    ['Threats (Ancaman)', 'threats'],
    ['Tantangan', 'threats'],
    ['3.6.1.4 Ancaman', 'threats'],
  ])('%s within SWOT', (text, id) => {
    expect(lexicon.recognise(text, swot)).toEqual({ id });
  });

  test.each([
    ['Analisis Nature Kabupaten Wonosobo', 'readiness-nature'],
    ['2.2. Analisis Struktur Wonosobo', 'readiness-structure'],
    ['Analisis Kesiapan Infrastruktur Daerah', 'readiness-infrastructure'],
    ['Analisis Kesiapan Structure', 'readiness-structure'],
    ['3.3 Kesiapan Infrastructure Kabupaten Wonosobo', 'readiness-infrastructure'],
    ['Analisis Superstructure', 'readiness-superstructure'],
    ['Kesiapan Culture', 'readiness-culture'],
  ])('%s of a readiness chapter', (text, id) => {
    expect(lexicon.recognise(text, scopeOf('readiness'))).toEqual({ id });
  });

  test.each([
    ['4.3 Pembangunan Infrastruktur Pendukung Smart City', 'action-infrastructure'],
    ['Pengembangan Aplikasi dan Perangkat Lunak Pendukung Smart City', 'action-application'],
    ['Pengembangan Kapasitas Sumber Daya Manusia', 'action-capacity'],
    ['Peningkatan Literasi Kota Cerdas', 'action-literacy'],
    ['Pengembangan Kebijakan dan Kelembagaan Smart City Daerah', 'action-policy'],
  ])('%s of an action plan', (text, id) => {
    expect(lexicon.recognise(text, scopeOf('action-plan'))).toEqual({ id });
  });

  test.each([
    ['Visi Kabupaten Cerdas', 'vision'],
    ['Tujuan dan Sasaran Smart City Kabupaten Wonosobo', 'goals'],
    ['Keterkaitan Master Plan Smart City dengan RPJMD Kabupaten Wonosobo', 'rpjmd-alignment'],
    ['Keselarasan Visi Smart City dengan RPJMD', 'rpjmd-alignment'],
  ])('%s of a vision', (text, id) => {
    expect(lexicon.recognise(text, scopeOf('vision'))).toEqual({ id });
  });
});

describe('other headings stay prose', () => {
  test.each([
    ['Kekuatan', dimension],
    ['Infrastruktur', dimension],
    ['Smart City', dimension],
    ['Strategi: memperluas pasar', dimension],
    ['Infrastruktur: Pusat Data', scopeOf('action-plan')],
    ['Quick Win: Gerai Desa', dimension],
    ['Tim Smart City', scopeOf('action-plan')],
    ['Usulan kelompok transportasi', dimension],
    ['Sumber Daya Alam', scopeOf('readiness')],
    ['Kesiapan Kelembagaan Daerah', scopeOf('readiness')],
    ['Pengembangan aplikasi baru', scopeOf('action-plan')],
    ['2025', dimension],
    ['', dimension],
  ])('%s', (text, scope) => {
    expect(lexicon.recognise(text, scope)).toBeUndefined();
  });
});

describe('slips are read as the title meant', () => {
  test.each([
    ['Ancamam (Threats)', swot, 'threats', 'Ancamam (Threats)', 'Ancaman (Threats)'],
    ['3.1.1 Analisi SWOT Smart Governance', dimension, 'swot', 'Analisi SWOT', 'Analisis SWOT'],
    ['Progam Jangka Pendk (2025)', dimension, 'programmes-short', 'Progam Jangka Pendk', 'Program Jangka Pendek'],
    ['Kelmahan', swot, 'weaknesses', 'Kelmahan', 'Kelemahan'],
  ])('%s', (text, scope, id, words, title) => {
    const found = lexicon.recognise(text, scope);
    expect(found).toEqual({
      id,
      slip: { range: { start: text.indexOf(words), end: text.indexOf(words) + words.length }, title },
    });
  });

  test('never for a text that is itself a known title', () => {
    // One letter away from `Strategi SO`, and a title of its own.
    expect(lexicon.recognise('Strategi ST', [{ id: 'so', required: false }])).toBeUndefined();
  });

  test('never for short titles', () => {
    expect(lexicon.recognise('Vasi', scopeOf('vision'))).toBeUndefined();
  });
});

describe('dimensions', () => {
  test.each([
    ['governance', 'governance'],
    ['Smart Governance', 'governance'],
    ['smart-governance', 'governance'],
    ['Tata Kelola Cerdas', 'governance'],
    ['Smart Enviroment', 'environment'],
  ])('%s is named', (name, id) => {
    expect(lexicon.dimensionNamed(name)?.id).toBe(id);
  });

  test.each([
    ['3.1 Smart Governance', 'governance'],
    ['Dimensi Smart Living', 'living'],
    ['Strategi Pembangunan Smart Society (2025-2034)', 'society'],
    ['PILAR SMART ECONOMY', 'economy'],
  ])('%s opens a block', (text, id) => {
    expect(lexicon.dimensionOpenedBy(text)).toBe(id);
  });

  test.each(['Quick Win Smart Governance', 'Program Smart Living', 'Smart City'])('%s opens none', (text) => {
    expect(lexicon.dimensionOpenedBy(text)).toBeUndefined();
  });
});

describe('fields', () => {
  test.each([
    ['OPD Penanggung Jawab', 'agency'],
    ['Anggaran (Rp juta)', 'budget'],
    ['Target 2023', 'target'],
    ['No.', 'code'],
    ['#', 'code'],
    ['Sub Dimensi', 'sub-dimension'],
    ['Kerjasama', 'partners'],
    ['Keberha-silan', undefined],
    ['Indikator Keberha-silan', 'indicator'],
    ['Program/Kegiatan', 'name'],
    ['Keterangan', undefined],
  ])('%s', (title, id) => {
    expect(lexicon.fieldNamed(title)).toBe(id);
  });

  test('every title of every field is found, in capitals, numbered, between marks and with a year behind it', () => {
    for (const field of [...template.fields, ...template.quickWinFields]) {
      // A title that is nothing but marks (`#`) is only found as it is.
      for (const title of titlesOf(field).filter((each) => /\p{L}/u.test(each))) {
        const known = lexicon.fieldNamed(title);
        expect(known, title).toBeDefined();
        const written = [
          title.toUpperCase(),
          `1. ${title}`,
          `a) ${title}`,
          ` ${title} `,
          `${title} (2025)`,
          `"${title}"`,
        ];
        for (const text of written) expect(lexicon.fieldNamed(text), text).toBe(known);
      }
    }
  });
});
