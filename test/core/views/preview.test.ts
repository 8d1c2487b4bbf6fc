import { describe, expect, test } from 'vitest';
import { previewOf } from '../../../src/core/views/preview';
import { bookOf } from '../workspace';
import { folder, governance, roadmap } from './small-book';

function preview(text: string, path = 'gov.md') {
  const book = bookOf({ 'gov.md': governance, 'peta.md': roadmap, [path]: text });
  const chapter = book.chapters.find(({ uri }) => uri.endsWith(path));
  if (chapter === undefined) throw new Error('no chapter');
  return { shown: previewOf(book, chapter, 'id'), lines: text.split('\n') };
}

const head = '---\nchapter: dimension\ndimension: governance\nstatus: review\n---\n\n# Smart Governance\n\n';

describe('previewOf', () => {
  test('tells the status and how far the chapter is', () => {
    expect(preview(head).shown.badge).toEqual({
      status: 'review',
      text: expect.stringMatching(/^Sedang ditinjau · 0 dari \d+ bagian$/),
      isOpen: true,
    });
    expect(preview('---\nchapter: closing\n---\n# Penutup\n', 'p.md').shown.badge).toEqual({
      status: 'draft',
      text: 'Draf',
      isOpen: false,
    });
  });

  test.each([
    ['headings', '### Kekuatan\n\n- S1. A\n\n### Kelemahan\n\n### Peluang\n\n### Ancaman\n\n- T1. B\n'],
    ['labels', '**Kekuatan**\n\n- S1. A\n\n**Kelemahan:**\n- W1. C\n\n**Peluang (O)**\n\n**Ancaman**\n\n- T1. B\n'],
  ])('finds the four fields where they are %s', (_, swot) => {
    const { shown, lines } = preview(
      `${head}## Analisis SWOT\n\nPengantar.\n\n${swot}\n## Strategi\n\n- SO1. X (S1)\n`,
    );
    const [fields = []] = shown.swot;
    expect(fields.map(({ quadrant }) => quadrant)).toEqual(['strengths', 'weaknesses', 'opportunities', 'threats']);
    for (const [at, { from, to }] of fields.entries()) {
      expect(lines[from]).toMatch(/Kekuatan|Kelemahan|Peluang|Ancaman/);
      expect(to).toBeLessThanOrEqual(fields[at + 1]?.from ?? lines.indexOf('## Strategi'));
    }
    expect(lines.slice(fields[3]?.from, fields[3]?.to).filter(Boolean).at(-1)).toBe('- T1. B');
  });

  test('leaves quadrants in a table as they are', () => {
    const swot =
      '| Kekuatan | Kelemahan |\n|---|---|\n| S1. a | W1. b |\n\n| Peluang | Ancaman |\n|---|---|\n| O1. a | T1. b |\n';
    expect(preview(`${head}## Analisis SWOT\n\n${swot}`).shown.swot).toEqual([]);
  });

  test('leads from a code to what it stands for, in another chapter too', () => {
    const { shown, lines } = preview(governance);
    const lineOf = (words: string) => lines.findIndex((line) => line.includes(words));
    const so1 = shown.links.filter(({ line }) => line === lineOf('- SO1.'));
    expect(so1).toEqual([
      {
        line: lineOf('- SO1.'),
        code: 'S1',
        uri: `${folder}gov.md`,
        target: lineOf('- S1.'),
        place: 'Kekuatan',
        title: 'S1 Data satu pintu',
      },
      {
        line: lineOf('- SO1.'),
        code: 'O1',
        uri: `${folder}gov.md`,
        target: lineOf('- O1.'),
        place: 'Peluang',
        title: 'O1 Identitas digital',
      },
    ]);
    expect(shown.places.get(lineOf('- S1.'))).toBe('Kekuatan');
    const peta = preview(roadmap, 'peta.md');
    expect(peta.shown.links.map(({ code, uri, target }) => [code, uri, target])).toEqual([
      ['GOV-P-01', `${folder}gov.md`, lineOf('| GOV-P-01 | Gerai desa | Layanan')],
    ]);
  });

  test('marks the required fields that a programme lacks', () => {
    const table = '| Program | Indikator | Tahun |\n|---|---|---|\n| Gerai | - | 2025 |\n| Peta | Jumlah | |\n';
    const block = '#### Program: Loket\n\n- OPD: Diskominfo\n- Tahun: 2026\n';
    const { shown, lines } = preview(
      `${head}## Program Jangka Pendek\n\n${table}\n## Program Jangka Menengah\n\n${block}`,
    );
    const lineOf = (words: string) => lines.findIndex((line) => line.includes(words));
    expect(shown.gaps).toEqual([
      { line: lineOf('Gerai'), columns: [1], text: 'Belum diisi: Indikator' },
      { line: lineOf('Peta'), columns: [2], text: 'Belum diisi: Tahun' },
      { line: lineOf('Loket'), columns: [], text: 'Belum diisi: Indikator' },
    ]);
    expect(shown.tableGaps).toEqual([
      { line: lineOf('| Program |'), text: expect.stringMatching(/^Belum ada kolom: /) },
    ]);
  });
});
