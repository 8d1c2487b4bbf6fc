import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/core/text/range';
import { chapterOf } from '../workspace';

const head = '---\nchapter: dimension\ndimension: society\n---\n\n# Smart Society\n\n';

function strategiesOf(body: string): string[] {
  const chapter = chapterOf(`${head}${body}\n`);
  return (chapter.parts[0]?.strategies ?? []).map((strategy) => {
    if (strategy.code !== undefined) expect(textOf(chapter.source, strategy.code)).toBe(strategy.code.value);
    const named = strategy.references.map((reference) => {
      // A span (`W1–W3`) names all its codes at one place.
      expect([reference.value, 'W1–W3', 'S1--S3', `${reference.dimension}:${reference.value}`]).toContain(
        textOf(chapter.source, reference),
      );
      return reference.dimension === undefined ? reference.value : `${reference.dimension}:${reference.value}`;
    });
    return `${strategy.quadrants ?? '-'} ${strategy.code?.value ?? '-'} ${strategy.text} <- ${named.join(' ')}`;
  });
}

describe('strategies are read', () => {
  test('as the items of a list', () => {
    expect(
      strategiesOf(`## Strategi

1. SO1: Memperluas *transaksi* (S1, O2).
2. **WO1.** Menyatukan data (W1; governance:O3)
- LIV-ST-1 Memulihkan gizi (S1 dan S2)
- Tanpa kode (SPBE)`),
    ).toEqual([
      '- SO1 Memperluas transaksi (S1, O2). <- S1 O2',
      '- WO1 Menyatukan data (W1; governance:O3) <- W1 governance:O3',
      '- LIV-ST-1 Memulihkan gizi (S1 dan S2) <- S1 S2',
      '- - Tanpa kode (SPBE) <- ',
    ]);
  });

  test('as the rows of a table, their SWOT items in a column of their own', () => {
    expect(
      strategiesOf(`## Strategi

| Kode | Strategi | Dasar SWOT |
|---|---|---|
| SO1 | Mempercepat layanan | S1, S2, O2 |
| STR-2 | Menata aset | W1 |
| | Tanpa kode | - |`),
    ).toEqual(['- SO1 Mempercepat layanan <- S1 S2 O2', '- STR-2 Menata aset <- W1', '- - Tanpa kode <- ']);
  });

  test('as sub-headings, those with lists being groups', () => {
    expect(
      strategiesOf(`## Strategi

### Kelompok pertama

- STR-1. Satu

### STR-2 Dua

Uraian (S1).

### Tiga

Uraian.`),
    ).toEqual(['- STR-1 Satu <- ', '- STR-2 Dua <- S1', '- - Tiga <- ']);
  });

  test('with codes in the TOWS matrix, while `strategy` is prose', () => {
    expect(
      strategiesOf(`## Matriks TOWS

### Strategi S-O

- SO1. Satu (S1, O1)

### Strategi W-T

- WT1. Dua (W1–W3)
- catatan

## Strategi

Dilaksanakan bertahap.`),
    ).toEqual(['so SO1 Satu (S1, O1) <- S1 O1', 'wt WT1 Dua (W1–W3) <- W1 W2 W3']);
  });
});

describe('strategies are read as converters leave them', () => {
  test('a matrix whose cells hold the strategies of one kind', () => {
    const matrix = `|  | **KEKUATAN (S)** <br> S1. Satu | **KELEMAHAN (W)** <br> W1. Dua |
|---|---|---|
| **PELUANG (O)** <br> O1. Tiga | **STRATEGI S-O** <br> SO1. Lokapasar (S1, O1) <br> SO2. Pasar (S1-O1) | **Strategi WO** <br> WO1. Pelatihan (W1 O1) |
| **ANCAMAN (T)** | ST1. Kontrak | - |`;
    const strategies = [
      'so SO1 Lokapasar (S1, O1) <- S1 O1',
      'so SO2 Pasar (S1-O1) <- S1 O1',
      'wo WO1 Pelatihan (W1 O1) <- W1 O1',
      'st ST1 Kontrak <- ',
    ];
    expect(strategiesOf(`## Matriks TOWS\n\n${matrix}`)).toEqual(strategies);
    expect(strategiesOf(`## Strategi\n\n${matrix}`)).toEqual(strategies);
  });

  test('without codes they are strategies in the section of strategies only', () => {
    const matrix = '| Peluang | **Strategi SO** <br> 1. Lokapasar <br> 2. Pasar |\n|---|---|';
    expect(strategiesOf(`## Strategi\n\n${matrix}`)).toEqual(['so - Lokapasar <- ', 'so - Pasar <- ']);
    expect(strategiesOf(`## Matriks TOWS\n\n${matrix}`)).toEqual([]);
  });

  test('a matrix whose kinds stand over their columns', () => {
    expect(
      strategiesOf(`## Strategi

| Strategi SO | Strategi WO |
|---|---|
| Layanan (S1) | Pelatihan <br> Magang (W1) |
| **Strategi ST** | **Strategi WT** |
| Tim siaga | - |`),
    ).toEqual(['so - Layanan (S1) <- S1', 'wo - Pelatihan <- ', 'wo - Magang (W1) <- W1', 'st - Tim siaga <- ']);
  });

  test('several strategies in one cell of a row, and a column that holds nothing but SWOT codes', () => {
    expect(
      strategiesOf(`## Strategi

| Kuadran | Strategi | Keterkaitan |
|---|---|---|
| SO | SO1. Satu <br> SO2. Dua | S1, O1 |
| WO | WO1. Tiga | W1 |`),
    ).toEqual(['- SO1 Satu <- S1 O1', '- SO2 Dua <- S1 O1', '- WO1 Tiga <- W1']);
  });

  test('SWOT items joined by a dash are no code of a strategy', () => {
    const table = '| Kode | Strategi | SWOT |\n|---|---|---|\n| ST1 | Hutan kota | S2\\-T1 |\n| WT1 | Sampah | W1-T2 |';
    const chapter = chapterOf(`${head}## Strategi\n\n${table}\n- S1-O1 Dua butir\n`);
    expect(
      chapter.parts[0]?.strategies.map(({ code, references }) => [code?.value, references.map(({ value }) => value)]),
    ).toEqual([[undefined, []]]);
    expect(strategiesOf(`## Strategi\n\n${table}`)).toEqual(['- ST1 Hutan kota <- S2 T1', '- WT1 Sampah <- W1 T2']);
  });

  test('codes in brackets, or bold without a mark behind', () => {
    expect(
      strategiesOf(`## Strategi

- **SO1** Memperluas **pasar** (S1, O1)
- (WT1) Menguatkan (W1)
- [ST1] – Menjaga (S2)
- **(WO1)** Melatih (W2)
- (STR-1) Menata (S1)
- (S1-O1) Tanpa kode`),
    ).toEqual([
      '- SO1 Memperluas pasar (S1, O1) <- S1 O1',
      '- WT1 Menguatkan (W1) <- W1',
      '- ST1 Menjaga (S2) <- S2',
      '- WO1 Melatih (W2) <- W2',
      '- STR-1 Menata (S1) <- S1',
      '- - (S1-O1) Tanpa kode <- S1 O1',
    ]);
    expect(strategiesOf('## Strategi\n\n### **SO1** Satu\n\nUraian (S1).\n\n### (SO2) Dua')).toEqual([
      '- SO1 Satu <- S1',
      '- SO2 Dua <- ',
    ]);
    expect(
      strategiesOf('## Strategi\n\n| Strategi | Dasar |\n|---|---|\n| **SO1** Satu | S1 |\n| (SO2) Dua | S2 |'),
    ).toEqual(['- SO1 Satu <- S1', '- SO2 Dua <- S2']);
    expect(
      strategiesOf('## Strategi\n\n| **Strategi SO** <br> **SO1** Satu | **Strategi WO** <br> (WO1) Dua |\n|---|---|'),
    ).toEqual(['so SO1 Satu <- ', 'wo WO1 Dua <- ']);
  });

  test('brackets begin a line of a lost list where the first line begins with them', () => {
    expect(strategiesOf('## Strategi\n\n(SO1) Satu\n(SO2) Dua')).toEqual(['- SO1 Satu <- ', '- SO2 Dua <- ']);
    expect(strategiesOf('## Strategi\n\nProgram unggulan melaksanakan strategi\n(SO1) di semua pasar.')).toEqual([]);
  });

  test('codes in the column of another field make no matrix', () => {
    const table = (code: string) =>
      `## Strategi\n\n| Strategi | Program Terkait |\n|---|---|\n| SO1. Menata pasar (S1) | ${code} Pasar |`;
    expect(strategiesOf(table('ECO-P-01'))).toEqual(['- SO1 Menata pasar (S1) <- S1']);
    expect(strategiesOf(table('(ECO-P-01)'))).toEqual(['- SO1 Menata pasar (S1) <- S1']);
  });

  test('dashes as pandoc writes them, escaped or not', () => {
    expect(
      strategiesOf(`## Strategi

- SO1 -- Satu (S1--S3)
- WO1-- Dua (S1--O1)
- **ST1** --- Tiga (S1 -- O1 --- O2)
- WT1 \\-- Empat (S1\\-\\-O1)

### STR-2 -- Lima`),
    ).toEqual([
      '- SO1 Satu (S1--S3) <- S1 S2 S3',
      '- WO1 Dua (S1--O1) <- S1 O1',
      '- ST1 Tiga (S1 -- O1 --- O2) <- S1 O1 O2',
      '- WT1 Empat (S1--O1) <- S1 O1',
      '- STR-2 Lima <- ',
    ]);
  });

  test('a code whose hyphens are escaped', () => {
    const chapter = chapterOf(`${head}## Strategi\n\n- STR\\-1 Layanan (S1)\n`);
    const strategy = chapter.parts[0]?.strategies[0];
    expect(strategy?.code?.value).toBe('STR-1');
    expect(strategy?.code && textOf(chapter.source, strategy.code)).toBe('STR\\-1');
    expect(strategy?.text).toBe('Layanan (S1)');
  });

  test('lines that were a list in the word processor', () => {
    expect(
      strategiesOf(`## Strategi

Berdasarkan analisis di atas:

a. Layanan terpadu
b. Pelatihan

SO1. Lokapasar kopi
bagi petani (S1, O1)

WT1. Inkubasi (W1)`),
    ).toEqual([
      '- - Layanan terpadu <- ',
      '- - Pelatihan <- ',
      '- SO1 Lokapasar kopi\nbagi petani (S1, O1) <- S1 O1',
      '- WT1 Inkubasi (W1) <- W1',
    ]);
  });

  test('references as converters dress them', () => {
    expect(
      strategiesOf(String.raw`## Strategi

-   SO1\. Layanan ([S1](#kode_society_S1), [O2](#kode_society_O2)).
-   []{#_Hlk2 .anchor}WO1\. Pelatihan \[W1, O1\]
-   ST1\. Tim siaga ([S2]{.mark}, T1\)
-   WT1\. Penataan ([W1](#w1) dan lainnya)`),
    ).toEqual([
      '- SO1 Layanan (S1, O2). <- S1 O2',
      '- WO1 Pelatihan [W1, O1] <- W1 O1',
      '- ST1 Tim siaga (S2, T1) <- S2 T1',
      '- WT1 Penataan (W1 dan lainnya) <- ',
    ]);
  });

  test('the cells of a matrix whose paragraphs a converter has joined', () => {
    expect(
      strategiesOf(`## Matriks TOWS

|  | Kekuatan | Kelemahan |
|---|---|---|
| Peluang | **Strategi SO** SO1. Layanan (S1, O1) SO2. Data (S2, O1) | **Strategi WO** WO1. Pelatihan (W1, O1). WO2. Gaji (W2, O1) |`),
    ).toEqual([
      'so SO1 Layanan (S1, O1) <- S1 O1',
      'so SO2 Data (S2, O1) <- S2 O1',
      'wo WO1 Pelatihan (W1, O1). <- W1 O1',
      'wo WO2 Gaji (W2, O1) <- W2 O1',
    ]);
  });
});
