import { describe, expect, test } from 'vitest';
import type { Language } from '../../../../src/core/language/language';
import { ruleCatalogue } from '../../../../src/core/rules/catalogue';
import {
  frontmatterCard,
  type KeyCard,
  type KeyContext,
  manifestCard,
  suggestFrontmatter,
  suggestManifest,
} from '../../../../src/core/views/completion/keys';
import type { Suggestion } from '../../../../src/core/views/completion/suggestion';
import { bookOf, settingsOf } from '../../workspace';

const context = (language: Language = 'id'): KeyContext => ({
  language,
  asking: { explicit: true, today: '2025-10-07' },
  rules: ruleCatalogue,
});

const manifest = `agencies:
  - { id: diskominfo, name: Dinas Kominfo, aliases: [Diskominfo] }
  - "Dinas Pariwisata, Olahraga"
`;

function cut(marked: string): { source: string; offset: number } {
  return { source: marked.replace('^', ''), offset: marked.indexOf('^') };
}

function written(source: string, offset: number, suggestion: Suggestion | undefined): string {
  if (suggestion === undefined) throw new Error('nothing is suggested');
  const { start, end } = suggestion.range;
  if (start > offset || end < offset) throw new Error('the cursor is not in the range');
  return source.slice(0, start) + suggestion.insert + source.slice(end);
}

/** Frontmatter between its lines, and what is suggested at `^`. */
function front(marked: string, others: Readonly<Record<string, string>> = {}) {
  const { source, offset } = cut(`---\n${marked}\n---\n\n# Tata Kelola\n`);
  const book = bookOf({ 'masterplan.yaml': manifest, ...others, 'a.md': source });
  const chapter = book.chapters.find(({ uri }) => uri.endsWith('/a.md'));
  const content = { start: 4, end: source.indexOf('\n---\n') };
  const around = chapter === undefined ? { book } : { book, chapter };
  const all = suggestFrontmatter(source, content, offset, book.settings, context(), around);
  return {
    all,
    labels: all.map(({ label }) => label),
    taking: (label: string) =>
      written(
        source,
        offset,
        all.find((one) => one.label === label),
      ).split('\n---\n')[0],
  };
}

function yaml(marked: string) {
  const { source, offset } = cut(marked);
  const all = suggestManifest(source, offset, settingsOf(source), context());
  return {
    all,
    labels: all.map(({ label }) => label),
    taking: (label: string) =>
      written(
        source,
        offset,
        all.find((one) => one.label === label),
      ),
  };
}

describe('frontmatter', () => {
  test('keys that are not there yet, with what they mean', () => {
    const { all, labels, taking } = front('chapter: dimension\n^\nstatus: draft');
    expect(labels).toEqual(['dimension', 'title', 'book', 'order', 'owner', 'contributors', 'updated', 'lang']);
    expect(all[0]?.documentation).toBe(
      'Dimensi bab ini, untuk "chapter: dimension".\n\nIsi: dimensi, misalnya "governance"',
    );
    expect(taking('owner')).toBe('---\nchapter: dimension\nowner: \nstatus: draft');
  });

  test('a key that is being typed is replaced, its colon kept', () => {
    expect(front('chapter: dimension\nown^').taking('owner')).toContain('\nowner: ');
    expect(front('chapter: dimension\now^ner: x').taking('owner')).toBe('---\nchapter: dimension\nowner: x');
  });

  test('in a file that is no chapter yet', () => {
    expect(front('cha^').taking('chapter')).toBe('---\nchapter: ');
    expect(
      front('chapter: ^')
        .all.slice(0, 2)
        .map(({ label, detail }) => [label, detail]),
    ).toEqual([
      ['introduction', 'Pendahuluan'],
      ['regional-profile', 'Gambaran Umum Kondisi Daerah'],
    ]);
  });

  test('dimensions, those without a chapter first', () => {
    const other = { 'b.md': '---\nchapter: dimension\ndimension: governance\n---\n' };
    const { labels } = front('chapter: dimension\ndimension: ^', other);
    expect([labels[0], labels.at(-1)]).toEqual(['branding', 'governance']);
  });

  test('status, language, date, title, agencies', () => {
    expect(front('chapter: dimension\nstatus: ^').labels).toEqual(['draft', 'review', 'final']);
    expect(front('chapter: dimension\nlang: ^').labels).toEqual(['id', 'en']);
    expect(front('chapter: dimension\nupdated: ^').labels).toEqual(['2025-10-07']);
    expect(front('chapter: dimension\ntitle: ^').labels).toEqual(['Tata Kelola']);
    expect(front('chapter: dimension\nowner: Din^').labels).toEqual([
      'Diskominfo',
      'Dinas Kominfo',
      'Dinas Pariwisata, Olahraga',
    ]);
    expect(front('chapter: dimension\nowner: ^').taking('Dinas Pariwisata, Olahraga')).toContain(
      'owner: Dinas Pariwisata, Olahraga',
    );
  });

  test('in a list in one line without those that are in it, and quoted where they hold a comma', () => {
    const { labels, taking } = front('chapter: dimension\ncontributors: [Diskominfo, ^]');
    expect(labels).toEqual(['Dinas Kominfo', 'Dinas Pariwisata, Olahraga']);
    expect(taking('Dinas Pariwisata, Olahraga')).toContain('[Diskominfo, "Dinas Pariwisata, Olahraga"]');
  });

  test('cards of keys and values', () => {
    const card = (marked: string, language: Language = 'id') => {
      const { source, offset } = cut(marked);
      return frontmatterCard(source, { start: 0, end: source.length }, offset, settingsOf(manifest), context(language));
    };
    expect(card('sta^tus: draft', 'en')).toEqual({
      range: { start: 0, end: 6 },
      name: 'status',
      text: 'How far the writing is. When left out: draft.',
      expects: '"draft", "review" or "final"',
      values: ['draft', 'review', 'final'],
    } satisfies KeyCard);
    expect(card('chapter: clos^ing')?.text).toBe('Penutup');
    expect(card('owner: Orang^ lain')).toBeUndefined();
    expect(card('warna: me^rah')).toBeUndefined();
  });
});

describe('the manifest', () => {
  test('its keys, and those of its maps and items', () => {
    expect(yaml('^').labels.slice(0, 3)).toEqual(['template', 'region', 'title']);
    expect(yaml('region: x\n^').labels).not.toContain('region');
    expect(yaml('horizons: { ^ }').labels).toEqual(['short', 'medium', 'long']);
    expect(yaml('agencies:\n  - id: x\n    ^').labels).toEqual(['name', 'aliases']);
    expect(yaml('chapters:\n  - { id: dimension, ^ }').labels).toEqual([
      'title',
      'also',
      'book',
      'once',
      'required',
      'sections',
    ]);
    expect(yaml('dimensions:\n  - id: a\n    sub:\n      - ^').labels).toEqual(['id', 'title', 'also']);
    expect(yaml('dimensions:\n  - id: a\n    title: { ^ }').labels).toEqual(['id', 'en']);
  });

  test('keys of lists and maps begin in their shape', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
    expect(yaml('^').taking('horizons')).toBe('horizons: { short: ${1}, medium: ${2}, long: ${3} }');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
    expect(yaml('region: x\nag^').taking('agencies')).toBe('region: x\nagencies:\n  - ${1}');
  });

  test('its values', () => {
    expect(yaml('template: ^').labels).toEqual(['kominfo', 'giffinger', 'komdigi-2026']);
    expect(yaml('language:^').taking('en')).toBe('language: en');
    expect(yaml('dimensions: ^').labels).toEqual(['kominfo', 'giffinger', 'komdigi-2026']);
    expect(yaml('dimensions:\n  - ^').labels).toContain('governance');
    expect(yaml('dimensions: [governance, ^]').labels).not.toContain('governance');
    expect(yaml('chapters:\n  - { id: dimension, required: ^ }').labels).toEqual(['true', 'false', 'per-dimension']);
    expect(yaml('chapters:\n  - { id: x, sections: [swot*, ^] }').labels).not.toContain('swot');
    expect(yaml('sections:\n  - { id: own }\nchapters:\n  - { id: x, sections: [^] }').labels).toContain('own');
    expect(yaml('fields:\n  - id: x\n    refers-to: ^').labels).toEqual(['strategy', 'swot-item', 'programme']);
  });

  test('rules with their titles, and levels', () => {
    const rule = yaml('rules: { ^ }').all.find(({ label }) => label === 'swot-unused');
    expect(rule).toMatchObject({ insert: 'swot-unused: ', goesOn: true });
    expect(rule?.documentation).toContain('off, hint, info, warning, atau error');
    expect(yaml('rules:\n  swot-unused: ^').labels).toEqual(['off', 'hint', 'info', 'warning', 'error']);
    expect(yaml('rules:\n  swot-unused: off\n  ^').labels).not.toContain('swot-unused');
  });

  test('nothing where anything may stand, and in a comment', () => {
    expect(yaml('title: ^').labels).toEqual([]);
    expect(yaml('# ^').labels).toEqual([]);
    expect(yaml('nonsense:\n  ^').labels).toEqual([]);
  });

  test('cards', () => {
    const card = (marked: string) => {
      const { source, offset } = cut(marked);
      return manifestCard(source, offset, settingsOf(source), context());
    };
    expect(card('per^iod: 2025-2034')).toMatchObject({
      name: 'period',
      text: 'Tahun pertama sampai terakhir masterplan.',
      expects: 'tahun, misalnya 2025, 2026-2029, atau 2026 s.d. 2029',
    });
    expect(card('horizons: { sh^ort: 2025 }')?.text).toBe('Tahun jangka pendek.');
    expect(card('chapters:\n  - { id: x, sections: [sw^ot*] }')?.text).toBe('Analisis SWOT');
    expect(card('rules: { swot-unused: of^f }')?.text).toBe('tidak dilaporkan');
    expect(card('region: Kabu^paten')).toBeUndefined();
  });
});
