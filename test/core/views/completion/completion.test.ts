import { describe, expect, test } from 'vitest';
import { mayBeSuggestedFor } from '../../../../src/core/views/when-to-suggest';
import { expectLinear } from '../../growth';
import { ask, economy, governance, governanceHead, lineWith } from './asked';

describe('after the marks of a heading', () => {
  test('come the sections that are missing, those that are required first', () => {
    expect(ask(`${governance}\n## ^`).labels).toEqual([
      'Program Jangka Menengah',
      'Program Jangka Panjang',
      'Quick Win',
      'Matriks Strategi SWOT',
    ]);
    expect(ask(`${governance}\n## ^`).all.map(({ detail }) => detail)).toEqual(['wajib', 'wajib', 'wajib', 'pilihan']);
  });

  test('a group is of use only as long as nothing stands beside it that it gathers', () => {
    expect(ask(`${governanceHead}\n## ^`).labels).toContain('Program');
    expect(ask(`${governance}\n## ^`).labels).not.toContain('Program');
  });

  test('with what they start with, in codes that are free', () => {
    const text = ask(`${governance}\n## Prog^`).taking('Program Jangka Menengah');
    expect(text.startsWith(`${governance}\n## Program Jangka Menengah\n\n| Kode | Program | Tujuan |`)).toBe(true);
    expect(lineWith(text, 'GOV-M-01')).toContain('2026');
  });

  test('the quadrants inside the SWOT, at any depth that lies in it', () => {
    const swot = `${governanceHead}\n## SWOT\n\n### Kekuatan\n\n- S1. Data\n\n`;
    expect(ask(`${swot}### ^`).labels).toEqual(['Kelemahan', 'Peluang', 'Ancaman']);
    expect(ask(`${swot}### ^`).taking('Peluang')).toBe(
      `${swot}### Peluang\n\n- O1. \${1:[isi di sini]}\n- O2. \${2:[isi di sini]}`,
    );
    expect(ask(`${swot}## ^`).labels[0]).toBe('Strategi Pembangunan');
  });

  test('without a blank after the marks one is written', () => {
    expect(ask(`${governanceHead}\n## SWOT\n\n###^`).taking('Kekuatan')).toContain('\n### Kekuatan\n\n- S1. ');
  });

  test('a section that one is writing the name of is still suggested', () => {
    expect(ask(`${governanceHead}\n## Strategi Pembangunan^`).labels).toContain('Strategi Pembangunan');
  });

  test('only the words where text stands below the heading already', () => {
    const text = ask(`${governanceHead}\n## Str^\n\n- SO1. Memperluas\n`).taking('Strategi Pembangunan');
    expect(text).toBe(`${governanceHead}\n## Strategi Pembangunan\n\n- SO1. Memperluas\n`);
  });

  test('numbers go on as the headings before have them, and what was typed stays', () => {
    const numbered = `${governanceHead}\n## 2.1.1 SWOT\n\n### A. Kekuatan\n\n- S1. Data\n`;
    expect(ask(`${numbered}\n## ^`).taking('Quick Win')).toContain('\n## 2.1.2 Quick Win\n');
    expect(ask(`${numbered}\n## 2.1.7 Q^`).taking('Quick Win')).toContain('\n## 2.1.7 Quick Win\n');
  });

  test('the horizons inside the group that gathers them', () => {
    const group = `${governance}\n## Program\n\n### ^`;
    expect(ask(group).labels).toEqual(['Program Jangka Menengah', 'Program Jangka Panjang', 'Quick Win']);
  });

  test('nothing below a section that has no sections of its own', () => {
    expect(ask('---\nchapter: readiness\n---\n# Kesiapan\n\n## Kesiapan Nature\n\n### ^').labels).toEqual([]);
  });

  test('the title where the chapter has none yet', () => {
    expect(ask('---\nchapter: dimension\ndimension: governance\n---\n\n# ^').taking()).toBe(
      '---\nchapter: dimension\ndimension: governance\n---\n\n# Smart Governance',
    );
    expect(ask(`${governanceHead}\n# ^`).labels).toEqual([]);
  });

  test('in a chapter with all dimensions, those without a block, then the sections of the block', () => {
    const head = '---\nchapter: dimensions\n---\n\n# Strategi\n\n## Smart Governance\n\n';
    expect(ask(`${head}## ^`).labels).toEqual([
      'Smart Branding',
      'Smart Economy',
      'Smart Living',
      'Smart Society',
      'Smart Environment',
    ]);
    expect(ask(`${head}### ^`).labels[0]).toBe('Analisis SWOT');
  });

  test('in English where the chapter is', () => {
    const english = '---\nchapter: dimension\ndimension: governance\nlang: en\n---\n\n# Smart Governance\n\n## ^';
    expect(ask(english).all[0]).toMatchObject({ label: 'SWOT Analysis', detail: 'required' });
  });

  test('the next programme in a section whose programmes are blocks', () => {
    const blocks = `${governanceHead}\n## Program Jangka Panjang\n\n### GOV-L-04 Layanan\n\n- OPD: Diskominfo\n\n`;
    const text = ask(`${blocks}### ^`).taking('GOV-L-05');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
    expect(text).toContain('### GOV-L-05 ${1:Nama program}\n\n- Tujuan: ');
  });
});

describe('codes to name', () => {
  test('in a strategy the SWOT items first, with their words', () => {
    const { all, labels, taking } = ask(governance.replace('loket (W1)', 'loket (^)'));
    expect(labels.slice(0, 5)).toEqual(['S1', 'S2', 'W1', 'O1', 'T1']);
    expect(all[0]).toMatchObject({
      detail: 'Data satu pintu',
      documentation: 'Kekuatan Smart Governance\n\nData satu pintu',
      filter: 'S1 Data satu pintu',
    });
    expect(taking('O1')).toContain('Mendekatkan loket (O1)');
  });

  test('those that are named already are left out, and the piece that is typed is replaced', () => {
    const { labels, taking } = ask(governance.replace('(S1, O1)', '(S1, O^, W1)'));
    expect(labels.slice(0, 3)).toEqual(['S2', 'O1', 'T1']);
    expect(taking('T1')).toContain('(S1, T1, W1)');
  });

  test('in an unfinished bracket at the end of the text', () => {
    expect(ask(`${governance.slice(0, governance.indexOf(' (W1)'))} (S1, ^`).labels[0]).toBe('S2');
  });

  test('in another chapter programmes, and items with their dimension', () => {
    const { labels, taking } = ask('---\nchapter: closing\n---\n# Penutup\n\nSeperti [^]\n', { 'g.md': governance });
    expect(labels).toEqual([
      'GOV-P-01',
      'governance:S1',
      'governance:S2',
      'governance:W1',
      'governance:O1',
      'governance:T1',
      'governance:SO1',
      'governance:WO1',
    ]);
    expect(taking('governance:W1')).toContain('[governance:W1]');
  });

  test('of another dimension where it is typed', () => {
    const text = governance.replace('loket (W1)', 'loket (economy:^)');
    expect(ask(text, { 'e.md': economy }).labels).toEqual(['economy:S1']);
    expect(ask(text, { 'e.md': economy }).taking()).toContain('loket (economy:S1)');
  });

  test('in running text words do not look for a code, unless somebody asks', () => {
    const text = `${governance}\nKalimat (^\n`;
    expect(ask(text).all[0]?.filter).toBe('SO1');
    expect(ask(text, {}, true).all[0]?.filter).toBe('SO1 Memperluas layanan (S1, O1)');
  });

  test('not in a bracket that holds words', () => {
    expect(ask(`${governance}\nKalimat (yaitu ^)\n`).labels).toEqual([]);
    expect(ask(`${governance}\nKalimat (yaitu, ^)\n`).labels).toEqual([]);
  });
});

describe('the next free code', () => {
  test('of a SWOT item, by the heading of the quadrant', () => {
    expect(ask(governance.replace('- O1. Identitas digital', '- O1. Identitas digital\n- ^')).taking()).toContain(
      '- O2. \n',
    );
    expect(ask(governance.replace('- W1. Loket jauh', '- W1. Loket jauh\n- W^')).labels).toEqual(['W2']);
  });

  test('in the style of the items before it', () => {
    const bold = governance.replace('- O1. Identitas digital', '- **O1** – Identitas digital\n- ^');
    expect(ask(bold).taking()).toContain('- **O2** – \n');
  });

  test('is still there when the code has been typed in full', () => {
    expect(ask(governance.replace('- O1. Identitas digital', '- O1. Identitas digital\n- O2^')).labels).toEqual(['O2']);
  });

  test('by label, and in a column of its quadrant', () => {
    const labels = `${governanceHead}\n## SWOT\n\n**Kekuatan**\n\n- S1. Data\n\n**Ancaman**\n\n- T4. Siber\n- ^`;
    expect(ask(labels).taking()).toContain('- T5. ');
    const columns = `${governanceHead}\n## SWOT\n\n| Kekuatan | Kelemahan |\n|---|---|\n| S1. Data | W1. Jauh |\n| S2. Serat | ^ |\n`;
    expect(lineWith(ask(columns).taking(), 'Serat')).toBe('| S2. Serat | W2.  |');
  });

  test('in the code column of a weighted table', () => {
    const table = `${governanceHead}\n## SWOT\n\n| Kode | Faktor | Bobot |\n|---|---|---|\n| | **Kekuatan** | |\n| S1 | Data | 0,2 |\n| ^ | | |\n`;
    expect(ask(table).taking()).toContain('\n| S2 | | |\n');
  });

  test('not where the items of the dimension have no codes', () => {
    expect(ask(`${governanceHead}\n## SWOT\n\n### Kekuatan\n\n- Data\n- ^`).labels).toEqual([]);
  });

  test('of a strategy: one more of its kind, or the first of another', () => {
    const { labels, taking } = ask(governance.replace('loket (W1)', 'loket (W1)\n- ^'));
    expect(labels).toEqual(['WO2', 'SO2', 'ST1', 'WT1']);
    expect(taking('ST1')).toContain('\n- ST1. \n');
  });

  test('of a programme in an unfinished row, after those before it', () => {
    expect(ask(`${governance}| ^`).taking()).toBe(`${governance}| GOV-P-02`);
    expect(ask(`${governance}|^`).taking()).toBe(`${governance}| GOV-P-02`);
  });

  test('of a programme as the others of its dimension are written', () => {
    const table = (start: string) => `\n| Kode | Program |\n|---|---|\n${start}`;
    const text = `${governanceHead}\n## Program Jangka Pendek\n${table('| GVR-P-001 | Gerai |')}\n\n## Program Jangka Menengah\n${table('| ^ |')}`;
    expect(ask(text).labels).toEqual(['GVR-M-001']);
    const first = `${governanceHead}\n## Program Jangka Menengah\n${table('| ^ |')}`;
    expect(ask(first).labels).toEqual(['GOV-M-01']);
  });
});

describe('what a column holds', () => {
  const row = (cells: string) => ask(`${governance}| GOV-P-02 | Peta | ${cells}`);

  test('agencies by name and by each other name', () => {
    expect(row('x | ^').all.map(({ label, detail }) => [label, detail])).toEqual([
      ['Dinas Komunikasi dan Informatika', 'Diskominfo'],
      ['Diskominfo', 'Dinas Komunikasi dan Informatika'],
      ['Dinas Pariwisata, Kepemudaan dan Olahraga', undefined],
      ['Dinas Sosial', undefined],
    ]);
    expect(row('x | Diskominfo, Din^ | 2025').labels).toEqual([
      'Dinas Pariwisata, Kepemudaan dan Olahraga',
      'Dinas Sosial',
    ]);
    expect(lineWith(row('x | Diskominfo, Din^ | 2025').taking('Dinas Sosial'), 'Peta')).toBe(
      '| GOV-P-02 | Peta | x | Diskominfo, Dinas Sosial | 2025',
    );
  });

  test('an agency with a comma in its name is one', () => {
    expect(
      lineWith(row('x | Dinas Pariwisata, Kepe^ |').taking('Dinas Pariwisata, Kepemudaan dan Olahraga'), 'Peta'),
    ).toBe('| GOV-P-02 | Peta | x | Dinas Pariwisata, Kepemudaan dan Olahraga |');
  });

  test('sub-dimensions of the dimension, years of the horizon, funding, strategies', () => {
    expect(row('^').labels).toEqual(['Layanan Publik', 'Tata Kelola Birokrasi', 'Kebijakan Publik']);
    expect(row('x | y | ^').labels).toEqual(['2025']);
    expect(row('x | y | 2025 | AP^').labels.slice(0, 3)).toEqual(['APBD Kabupaten/Kota', 'APBD Provinsi', 'APBN']);
    expect(row('x | y | 2025 | APBN | ^').labels).toEqual(['SO1', 'WO1']);
    expect(row('x | y | 2025 | APBN | SO1, ^').labels).toEqual(['WO1']);
  });

  test('years of a longer horizon one by one and as spans', () => {
    const text = `${governanceHead}\n## Program Jangka Menengah\n\n| Kode | Program | Tahun |\n|---|---|---|\n| GOV-M-01 | Data | ^ |`;
    expect(ask(text).labels).toEqual(['2026-2028', '2026', '2027', '2028', '2026-2027', '2027-2028']);
  });

  test('nothing in columns that may hold anything, and behind the last column', () => {
    expect(ask(`${governance}| GOV-P-02 | P^`).labels).toEqual([]);
    expect(row('x | y | 2025 | APBN | SO1 | ^').labels).toEqual([]);
  });

  test('a basis in a table of strategies', () => {
    const text = governance
      .replace(
        '- WO1. Mendekatkan loket (W1)',
        '\n| Kode | Strategi | Dasar SWOT |\n|---|---|---|\n| ST1 | Menjaga | S1, ^ |\n',
      )
      .replace('- SO1. Memperluas layanan (S1, O1)\n', '');
    expect(ask(text).labels).toEqual(['S2', 'W1', 'O1', 'T1']);
  });

  test('in a roadmap the programmes of the masterplan, and the mark of a year', () => {
    const roadmap =
      '---\nchapter: roadmap\n---\n# Peta Jalan\n\n| Kode | Program | OPD | 2025 | 2026 |\n|---|---|---|---|---|\n| GOV-P-01 | Gerai desa | Diskominfo | ■ | |\n';
    const more = { 'g.md': governance, 'e.md': economy };
    expect(ask(`${roadmap}| ^`, more).all.map(({ label, detail }) => [label, detail])).toEqual([
      ['ECO-P-01', 'Katalog UMKM'],
      ['GOV-P-01', 'Gerai desa'],
    ]);
    expect(ask(`${roadmap}| GOV-P-01 | ^`, more).labels).toEqual(['Gerai desa', 'Katalog UMKM']);
    expect(ask(`${roadmap}| ECO-P-01 | Katalog | Dinas Sosial | ^`, more).labels).toEqual(['■']);
  });

  test('a quick win is one of the short-term programmes that are none yet', () => {
    const text = `${governance}\n## Quick Win\n\n| Kode | Quick Win |\n|---|---|\n| GOV-QW-01 | ^ |\n`;
    expect(ask(text, { 'e.md': economy }).labels).toEqual(['Gerai desa']);
  });
});

describe('the fields of a programme that is a block', () => {
  const block = `${governanceHead}\n## Program Jangka Menengah\n\n### GOV-M-01 Data\n\n- Indikator: Jumlah\n`;

  test('behind their label what they hold', () => {
    expect(ask(`${block}- OPD: ^`).taking('Dinas Sosial')).toBe(`${block}- OPD: Dinas Sosial`);
    expect(ask(`${block}- OPD:^`).taking('Dinas Sosial')).toBe(`${block}- OPD: Dinas Sosial`);
    expect(ask(`${block}- **Tahun**: ^`).labels[0]).toBe('2026-2028');
    expect(ask(`${block}**Sumber Dana:** ^`).labels[0]).toBe('APBD Kabupaten/Kota');
  });

  test('their labels, as long as they are not there', () => {
    const { labels, all } = ask(`${block}- ^`);
    expect(labels.slice(0, 2)).toEqual(['OPD', 'Tahun']);
    expect(labels).not.toContain('Indikator');
    expect(all[0]).toMatchObject({ insert: 'OPD: ', goesOn: true });
  });

  test('in a profile those that a quick win is scored on are among them, and it names its dimension', () => {
    const profile = '---\nchapter: quick-wins\n---\n# Profil\n\n## GOV-QW-01 Gerai\n\n- Dimensi: Smart Governance\n';
    const { labels } = ask(`${profile}- ^`);
    expect(labels.slice(0, 4)).toEqual(['Indikator', 'OPD', 'Tahun', 'Perumusan']);
    expect(labels).not.toContain('Dimensi');
    expect(ask(`${profile}- Strategi: ^`, { 'g.md': governance }).labels).toEqual(['SO1', 'WO1']);
    expect(ask(profile.replace('Smart Governance', '^')).labels[0]).toBe('Smart Governance');
  });
});

describe('running text', () => {
  test('is left alone', () => {
    for (const line of ['Kalimat biasa ^', 'Kalimat, ^', 'Kata: ^', 'a ^ b', '- Butir biasa yang panjang ^', '^']) {
      expect(ask(`${governanceHead}\n${line}\n`).labels).toEqual([]);
    }
  });

  test('is told by its line alone', () => {
    expect(mayBeSuggestedFor('Kalimat biasa, dan ')).toBe(false);
    expect(mayBeSuggestedFor('Kalimat (selesai) ')).toBe(false);
    expect(mayBeSuggestedFor('## ')).toBe(true);
    expect(mayBeSuggestedFor('| a')).toBe(true);
    expect(mayBeSuggestedFor('kata (')).toBe(true);
    expect(mayBeSuggestedFor('- ')).toBe(true);
  });

  test('code, comments and frontmatter get no suggestions for chapters', () => {
    expect(ask(`${governanceHead}\n\`\`\`\n## ^\n\`\`\`\n`).labels).toEqual([]);
    expect(ask(`${governanceHead}\n<!--\n## ^\n-->\n`).labels).toEqual([]);
  });
});

test.each([
  ['', '^'],
  ['- **', 'x^'],
  ['- OPD: a', ', b^'],
  ['| a | b |\n|---|---|\n| a', 'x^ | b |'],
  ['| a^ |\n', '|---|'],
  ['| a^ |\n|---|', 'x'],
])('blanks between %j and %j cost in proportion', (before, after) => {
  for (const blank of [' ', '\u00a0']) {
    const block = `${governance}\n## Program Jangka Menengah\n\n### GOV-M-01 Layanan\n\n- Tahun: 2026\n\n`;
    expectLinear((size) => ask(`${block}${before}${blank.repeat(size)}${after}\n`, {}, true), 450);
    expectLinear((size) => ask(`${block}${before}${blank.repeat(size)}${after}\n`, {}, true), 4500);
  }
});
