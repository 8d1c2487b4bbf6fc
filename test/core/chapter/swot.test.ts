import { describe, expect, test } from 'vitest';
import type { Chapter } from '../../../src/core/chapter/chapter';
import { textOf } from '../../../src/core/text/range';
import { chapterOf } from '../workspace';

const head = '---\nchapter: dimension\ndimension: governance\n---\n\n# Smart Governance\n\n';

function swotOf(body: string, heading = '## Analisis SWOT'): Chapter {
  return chapterOf(`${head}${heading}\n\n${body}\n`);
}

/** Items as `S1 kekuatan: text`, from their ranges where the text is not the source itself. */
function itemsOf(chapter: Chapter): string[] {
  return (chapter.parts[0]?.swot ?? []).flatMap(({ items }) =>
    items.map((item) => {
      if (item.code !== undefined) expect(textOf(chapter.source, item.code)).toBe(item.code.value);
      return `${item.quadrant[0]} ${item.code?.value ?? '-'} ${item.text}`;
    }),
  );
}

function foundOf(chapter: Chapter): string[] {
  return (chapter.parts[0]?.found ?? []).map(
    (found) => `${found.kind}${found.empty ? ' (empty)' : ''}: ${textOf(chapter.source, found.place)}`,
  );
}

describe('SWOT items are read', () => {
  test('below a heading for each quadrant, nested lists belonging to their item', () => {
    const chapter = swotOf(`### a. Kekuatan (Strengths)

- S1. Data *satu* pintu
  - rincian
- S2: Jaringan luas

### Kelemahan

1. **W1** – Tenaga kurang
2. W2) Anggaran kecil

### Peluang

- Tanpa kode

### Ancaman

- T1 - Pergantian`);
    expect(itemsOf(chapter)).toEqual([
      's S1 Data satu pintu',
      's S2 Jaringan luas',
      'w W1 Tenaga kurang',
      'w W2 Anggaran kecil',
      'o - Tanpa kode',
      't T1 Pergantian',
    ]);
  });

  test('below a label for each quadrant', () => {
    const chapter = swotOf(`**Kekuatan (Strengths)**

- satu
- dua

Kelemahan:
- tiga

__Peluang__

- empat

Ancaman

`);
    expect(itemsOf(chapter)).toEqual(['s - satu', 's - dua', 'w - tiga', 'o - empat']);
    expect(foundOf(chapter)).toEqual([
      'swot: Analisis SWOT',
      'strengths: **Kekuatan (Strengths)**',
      'weaknesses: Kelemahan:',
      'opportunities: __Peluang__',
      'threats (empty): Ancaman',
    ]);
  });

  test('below list items that are labels', () => {
    const chapter = swotOf(`- **Kekuatan**
  - satu
  - dua
- Kelemahan:
  - tiga`);
    expect(itemsOf(chapter)).toEqual(['s - satu', 's - dua', 'w - tiga']);
  });

  test('in a table with a column for each quadrant', () => {
    const chapter = swotOf(`| Kekuatan | Kelemahan | Peluang | Ancaman |
|---|---|---|---|
| S1. satu<br>S2. dua | tiga | - | lima |
| enam | | tujuh | |`);
    expect(itemsOf(chapter)).toEqual(['s S1 satu', 's S2 dua', 'w - tiga', 't - lima', 's - enam', 'o - tujuh']);
  });

  test('in a 2×2 table whose cells begin with the label', () => {
    const chapter = swotOf(`| **Kekuatan (Strengths)** <br> S1. satu <br> S2. dua | **Kelemahan** <br> W1. tiga |
|---|---|
| **Peluang**<br>O1. empat | **Ancaman**<br>T1. lima |`);
    expect(itemsOf(chapter)).toEqual(['s S1 satu', 's S2 dua', 'w W1 tiga', 'o O1 empat', 't T1 lima']);
    expect(foundOf(chapter)).toEqual([
      'swot: Analisis SWOT',
      'strengths: **Kekuatan (Strengths)**',
      'weaknesses: **Kelemahan**',
      'opportunities: **Peluang**',
      'threats: **Ancaman**',
    ]);
  });

  test('in a 2×2 table whose second pair of labels stands in a row of its own', () => {
    const chapter = swotOf(`| Kekuatan | Kelemahan |
|---|---|
| satu | dua |
| Peluang | Ancaman |
| tiga | empat |`);
    expect(itemsOf(chapter)).toEqual(['s - satu', 'w - dua', 'o - tiga', 't - empat']);
  });

  test('in IFAS and EFAS tables with rows that name the quadrant', () => {
    const chapter = swotOf(`### IFAS

| Kode | Faktor Internal | Bobot | Rating | Skor |
|---|---|---|---|---|
| | **Kekuatan** | | | |
| S1 | Data satu pintu | 0,20 | 4 | 0,80 |
| B | Kelemahan | | | |
| W1 | Tenaga kurang | 0,15 | 2 | 0,30 |
| | **Jumlah** | 1,00 | | 1,10 |

### EFAS

| No | Faktor Eksternal | Bobot | Rating | Skor |
|---|---|---|---|---|
| 1 | O1. Dukungan pusat | 0,5 | 3 | 1,5 |
| 2 | T1. Bencana | 0,5 | 2 | 1,0 |
| | Total | 1,0 | | 2,5 |`);
    expect(itemsOf(chapter)).toEqual([
      's S1 Data satu pintu',
      'w W1 Tenaga kurang',
      'o O1 Dukungan pusat',
      't T1 Bencana',
    ]);
  });

  test('in a table below a quadrant heading', () => {
    const chapter = swotOf(`### Kekuatan

| Kode | Uraian |
|---|---|
| S1 | satu |
| S2 | dua |`);
    expect(itemsOf(chapter)).toEqual(['s S1 satu', 's S2 dua']);
  });

  test('with exact ranges in a file with a byte-order mark and CRLF', () => {
    const source = `\uFEFF${head}## SWOT\n\n### Kekuatan\n\n- **S1.** Data satu pintu\n`.replaceAll('\n', '\r\n');
    const chapter = chapterOf(source);
    const item = chapter.parts[0]?.swot[0]?.items[0];
    expect(item && textOf(source, item)).toBe('**S1.** Data satu pintu');
    expect(item && textOf(source, item.textRange)).toBe('Data satu pintu');
    expect(item?.code).toEqual({ value: 'S1', start: source.indexOf('S1.'), end: source.indexOf('S1.') + 2 });
  });
});

describe('what is no SWOT', () => {
  test('quadrants outside of a SWOT section', () => {
    const chapter = chapterOf(`${head}## Kekuatan\n\n- satu\n`);
    expect(chapter.parts[0]?.swot).toEqual([]);
    expect(chapter.parts[0]?.found).toEqual([]);
  });

  test('a sentence that only begins with a quadrant', () => {
    const chapter = swotOf('Kekuatan daerah ini adalah warganya.\n\n- satu');
    expect(itemsOf(chapter)).toEqual([]);
  });

  test('an attribute makes any heading a SWOT', () => {
    const chapter = swotOf('### Kekuatan\n\n- satu', '## Peta Kekuatan dan Tantangan {#swot}');
    expect(itemsOf(chapter)).toEqual(['s - satu']);
  });
});

describe('SWOT items are read as converters leave them', () => {
  test('lines that were a list in the word processor, below a label or right behind it', () => {
    const chapter = swotOf(`**Kekuatan**

a. Jaringan luas
   sampai desa
b. Data satu pintu

**Kelemahan**
1\\. Tenaga kurang
2\\. Anggaran kecil

**Peluang:**  
O1. Kebijakan nasional  
O2. Mitra swasta

Ancaman

• Serangan siber
\\- Mutasi pegawai`);
    expect(itemsOf(chapter)).toEqual([
      's - Jaringan luas\nsampai desa',
      's - Data satu pintu',
      'w - Tenaga kurang',
      'w - Anggaran kecil',
      'o O1 Kebijakan nasional',
      'o O2 Mitra swasta',
      't - Serangan siber',
      't - Mutasi pegawai',
    ]);
    expect(foundOf(chapter)).toEqual([
      'swot: Analisis SWOT',
      'strengths: **Kekuatan**',
      'weaknesses: **Kelemahan**',
      'opportunities: **Peluang:**',
      'threats: Ancaman',
    ]);
  });

  test('a list after a label in a quotation, which an indented line has become', () => {
    const chapter = swotOf(`> **Kekuatan (Strengths)**

1.  Pasar tertata
2.  Koperasi aktif

> **Kelemahan**
>
> - Data belum padan

- Rantai niaga panjang

> Peluang:
> > **Ancaman**

O1. Pembayaran digital  
T1. Harga bergejolak`);
    expect(itemsOf(chapter)).toEqual([
      's - Pasar tertata',
      's - Koperasi aktif',
      'w - Data belum padan',
      'w - Rantai niaga panjang',
      't O1 Pembayaran digital',
      't T1 Harga bergejolak',
    ]);
    expect(foundOf(chapter).slice(1)).toEqual([
      'strengths: **Kekuatan (Strengths)**',
      'weaknesses: **Kelemahan**',
      'opportunities (empty): Peluang:',
      'threats: **Ancaman**',
    ]);
  });

  test('labels and column titles with the mark of a footnote', () => {
    const items = ['s S1 Satu', 'w W1 Dua', 'o O1 Tiga', 't T1 Empat'];
    const labels =
      '**Kekuatan**[^1]\n\n- S1. Satu\n\n**Kelemahan[^2]**\n\n- W1. Dua[^3]\n\nPeluang[^4]:\n\n- O1. Tiga\n\n- Ancaman[^5]\n  - T1. Empat';
    expect(itemsOf(swotOf(labels))).toEqual(items);
    expect(
      itemsOf(
        swotOf(
          '| Kekuatan[^1] | **Kelemahan**[^2] | Peluang | Ancaman |\n|---|---|---|---|\n| S1. Satu | W1. Dua | O1. Tiga | T1. Empat |',
        ),
      ),
    ).toEqual(items);
    expect(
      itemsOf(
        swotOf(
          '| **Kekuatan**[^1] S1. Satu | **Kelemahan[^2]**: W1. Dua |\n|---|---|\n| Peluang[^3]: O1. Tiga | **Ancaman**[^4] <br> T1. Empat |',
        ),
      ),
    ).toEqual(items);
  });

  test('a footnote itself is no label', () => {
    expect(foundOf(swotOf('### Kekuatan\n\n- Satu\n\n[^1]: Kelemahan\n\n[^2]: Ancaman lain')).slice(1)).toEqual([
      'strengths: Kekuatan',
    ]);
  });

  test('a quotation without a label changes nothing', () => {
    const chapter = swotOf('### Kekuatan\n\n> Menurut warga\n\n- Satu\n\n### Kelemahan\n\n- Dua');
    expect(itemsOf(chapter)).toEqual(['s - Satu', 'w - Dua']);
  });

  test('prose below a label is no item, but it is content', () => {
    const chapter = swotOf('**Kekuatan**\n\nDaerah ini memiliki jaringan yang luas.\n\n**Kelemahan**\n\n**Peluang**');
    expect(itemsOf(chapter)).toEqual([]);
    expect(foundOf(chapter)).toEqual([
      'swot: Analisis SWOT',
      'strengths: **Kekuatan**',
      'weaknesses (empty): **Kelemahan**',
      'opportunities (empty): **Peluang**',
    ]);
  });

  test('codes in brackets, or bold without a mark behind', () => {
    const chapter = swotOf('### Kekuatan\n\n- (S1) Satu\n- **S2** Dua\n- [S3] Tiga\n- S4 lulusan banyak');
    expect(itemsOf(chapter)).toEqual(['s S1 Satu', 's S2 Dua', 's S3 Tiga', 's - S4 lulusan banyak']);
  });

  test('dashes as pandoc writes them', () => {
    const chapter = swotOf(
      '### Peluang\n\n- O1-- Pembayaran\n- O2 -- Pasar\n- **O3** --- Kios\n- O4 \\- Gudang\n- O5--6 jalan',
    );
    expect(itemsOf(chapter)).toEqual(['o O1 Pembayaran', 'o O2 Pasar', 'o O3 Kios', 'o O4 Gudang', 'o - O5--6 jalan']);
  });

  test('codes as converters dress them', () => {
    const chapter = swotOf(String.raw`### Kekuatan

-   S1\. Wisata\
    bahari
-   **S2**\. Kriya
-   []{#_Hlk9 .anchor}S3\) Batik
-   **[]{#_Hlk9 .anchor}S4.** Kuliner
-   [S5.]{.underline} Tenun
-   [S6. Kopi]{.mark} lokal
-   <span id="_Hlk10" class="anchor"></span>S7. Teh
-   <u>S8.</u> Kakao
-   [S9](#kode_S9). Lada
-   S10\ sendiri
-   [S11](#kode_S11) disebut
-   [Pasar S12.](https://a.id) ramai`);
    expect(itemsOf(chapter)).toEqual([
      's S1 Wisata\nbahari',
      's S2 Kriya',
      's S3 Batik',
      's S4 Kuliner',
      's S5 Tenun',
      's S6 Kopi lokal',
      's S7 Teh',
      's S8 Kakao',
      's S9 Lada',
      's - S10\\ sendiri',
      's - S11 disebut',
      's - Pasar S12. ramai',
    ]);
  });

  test('lists after which a comment stands, below labels that a converter has dressed', () => {
    const chapter = swotOf(String.raw`**[Kekuatan]{.smallcaps}**

-   S1\. Satu

<!-- -->

[**Kelemahan**]{.underline}

-   W1\. Dua`);
    expect(itemsOf(chapter)).toEqual(['s S1 Satu', 'w W1 Dua']);
  });

  test('a 2×2 table whose rows are grouped', () => {
    const chapter = swotOf(String.raw`| **INTERNAL** | **INTERNAL** |
|---|---|
| **Kekuatan (S)** | **Kelemahan (W)** |
| 1\. Satu | 1\. Dua |
| 2\. Tiga | |
| **EKSTERNAL** | |
| **Peluang (O)** | **Ancaman (T)** |
| 1\. Empat | 1\. Lima |`);
    expect(itemsOf(chapter)).toEqual(['s - Satu', 'w - Dua', 's - Tiga', 'o - Empat', 't - Lima']);
  });

  test('cells whose paragraphs a converter has joined', () => {
    const chapter =
      swotOf(`| **Kekuatan (Strengths)** S1. Padi surplus. S2. Koperasi | **Kelemahan** W1. Data W2. Pasar W3. Rantai |
|---|---|
| **Peluang** O1. Lulusan S2. Banyak; O3. Kredit. S4. Salah kuadran | **Ancaman** T1. Harga |`);
    expect(itemsOf(chapter)).toEqual([
      's S1 Padi surplus.',
      's S2 Koperasi',
      'w W1 Data',
      'w W2 Pasar',
      'w W3 Rantai',
      'o O1 Lulusan S2. Banyak;',
      'o O3 Kredit.',
      'o S4 Salah kuadran',
      't T1 Harga',
    ]);
  });

  test('labels right below the items of the quadrant before', () => {
    const chapter = swotOf(`Kekuatan:
- Satu
- Dua
  lanjutannya
**Kelemahan**
- Tiga
Peluang (Opportunities)
1. Empat
Ancaman :
2. Lima`);
    expect(itemsOf(chapter)).toEqual(['s - Satu', 's - Dua\nlanjutannya', 'w - Tiga', 'o - Empat', 't - Lima']);
    expect(foundOf(chapter).slice(1)).toEqual([
      'strengths: Kekuatan:',
      'weaknesses: **Kelemahan**',
      'opportunities: Peluang (Opportunities)',
      'threats: Ancaman :',
    ]);
  });

  test('labels with words behind them', () => {
    const chapter = swotOf(`- **Kekuatan:** S1. Satu
- Kelemahan: dua
  - W2. Tiga
- Peluang: Empat
- Peluang: dan lima

Ancaman: Enam dan tujuh.`);
    expect(itemsOf(chapter)).toEqual(['s S1 Satu', 'w - dua', 'w W2 Tiga', 'o - Empat', 'o - Peluang: dan lima']);
    expect(foundOf(chapter).slice(1)).toEqual([
      'strengths: **Kekuatan:**',
      'weaknesses: Kelemahan:',
      'opportunities: Peluang:',
      'threats: Ancaman:',
    ]);
    const below = swotOf('### Ancaman\n\n- Tantangan: perubahan iklim\n- Kekuatan pesaing: modal');
    expect(itemsOf(below)).toEqual(['t - Tantangan: perubahan iklim', 't - Kekuatan pesaing: modal']);
  });

  test('joined strengths, and degrees among them', () => {
    const chapter = swotOf(`| Kekuatan | Kelemahan |
|---|---|
| S1. Kopi melimpah S2. Koperasi aktif S3. Pasar baru | W1. Minim pendidikan S1 dan S2. Belum merata W2. Pasar |
| S4. Dosen cukup S5. Kampus | |`);
    expect(itemsOf(chapter)).toEqual([
      's S1 Kopi melimpah',
      's S2 Koperasi aktif',
      's S3 Pasar baru',
      'w W1 Minim pendidikan S1 dan S2. Belum merata',
      'w W2 Pasar',
      's S4 Dosen cukup',
      's S5 Kampus',
    ]);
    const degree = swotOf('| Kekuatan |\n|---|\n| S1. Tersedia lulusan S2. Anggaran cukup |');
    expect(itemsOf(degree)).toEqual(['s S1 Tersedia lulusan S2. Anggaran cukup']);
  });

  test('a 2×2 table below a blank header', () => {
    const chapter = swotOf(`| | |
|---|---|
| **KEKUATAN (S)** | **KELEMAHAN (W)** |
| 1. Satu <br> 2. Dua | 1. Tiga |
| **PELUANG (O)** | **ANCAMAN (T)** |
| 1. Empat | 1. Lima |`);
    expect(itemsOf(chapter)).toEqual(['s - Satu', 's - Dua', 'w - Tiga', 'o - Empat', 't - Lima']);
    expect(foundOf(chapter).slice(1)).toEqual([
      'strengths: **KEKUATAN (S)**',
      'weaknesses: **KELEMAHAN (W)**',
      'opportunities: **PELUANG (O)**',
      'threats: **ANCAMAN (T)**',
    ]);
  });

  test('a table with the quadrant beside its items, in their first row only or in each', () => {
    const chapter = swotOf(`| Aspek | No | Uraian |
|---|---|---|
| Kekuatan | 1 | Satu |
| | 2 | Dua |
| Kelemahan | 1 | Tiga |
| Peluang | 1 | Empat |
| Peluang | 2 | Lima |
| Ancaman | 1 | Enam <br> Tujuh |`);
    expect(itemsOf(chapter)).toEqual([
      's - Satu',
      's - Dua',
      'w - Tiga',
      'o - Empat',
      'o - Lima',
      't - Enam',
      't - Tujuh',
    ]);
    expect(foundOf(chapter).slice(1)).toEqual([
      'strengths: Kekuatan',
      'weaknesses: Kelemahan',
      'opportunities: Peluang',
      'threats: Ancaman',
    ]);
    expect(
      itemsOf(swotOf('| Kekuatan | S1. Satu |\n|---|---|\n| Kelemahan | W1. Dua |\n| Peluang | O1. Tiga |')),
    ).toEqual(['s S1 Satu', 'w W1 Dua', 'o O1 Tiga']);
  });

  test.each([
    ['Faktor', 'Uraian', ['Internal', '', 'Eksternal', '']],
    ['Faktor', 'Uraian', ['Internal', 'Internal', 'Eksternal', 'Eksternal']],
    ['Faktor', 'Uraian', ['Pasar', 'Data', 'Pembayaran', 'Harga']],
    ['Faktor', 'Pernyataan', ['Internal', '', 'Eksternal', '']],
    ['Jenis', 'Pernyataan', ['Internal', '', 'Eksternal', '']],
    ['Aspek', 'Keterangan', ['Pasar', 'Data', 'Pembayaran', 'Harga']],
    ['', '', ['Internal', '', 'Eksternal', '']],
    ['', 'Uraian', ['1', '2', '3', '4']],
  ])('a group before the quadrants is no item: %s | Kategori | %s, %j', (group, title, groups) => {
    const said = ['S1. Pasar tertata', 'W1. Data belum padan', 'O1. Pembayaran digital', 'T1. Harga bergejolak'];
    const names = ['Kekuatan', 'Kelemahan', 'Peluang', 'Ancaman'];
    const rows = names.map((name, at) => `| ${groups[at]} | ${name} | ${said[at]} |`);
    const chapter = swotOf(`| ${group} | Kategori | ${title} |\n|---|---|---|\n${rows.join('\n')}`);
    expect(itemsOf(chapter)).toEqual(said.map((item, at) => `${'swot'[at]} ${item.replace('. ', ' ')}`));
    expect(foundOf(chapter).slice(1)).toEqual([
      'strengths: Kekuatan',
      'weaknesses: Kelemahan',
      'opportunities: Peluang',
      'threats: Ancaman',
    ]);
  });

  test.each([
    ['Faktor', 'Skor', ['4', '3', '2', '1']],
    ['Faktor', 'Prioritas', ['Tinggi', 'Rendah', 'Tinggi', 'Sedang']],
    ['Uraian', 'Keterangan', ['BPS 2024', 'Renstra', 'RPJMD', 'Survei']],
    ['Uraian', 'Keterangan', ['', '', 'BPS 2024', '']],
    ['Pernyataan', 'Prioritas', ['Tinggi', 'Rendah', 'Tinggi', 'Sedang']],
  ])('items may stand before the quadrant: %s | Kategori | %s, %j', (title, remark, remarks) => {
    const chapter = swotOf(`| No | ${title} | Kategori | ${remark} |
|---|---|---|---|
| 1 | Pasar tertata | Kekuatan | ${remarks[0]} |
| 2 | Data belum padan | Kelemahan | ${remarks[1]} |
| 3 | Pembayaran digital | Peluang | ${remarks[2]} |
| 4 | Harga bergejolak | Ancaman | ${remarks[3]} |`);
    expect(itemsOf(chapter)).toEqual([
      's - Pasar tertata',
      'w - Data belum padan',
      'o - Pembayaran digital',
      't - Harga bergejolak',
    ]);
  });

  test('a 2×2 table with titles above and beside it', () => {
    const chapter = swotOf(`| | **Positif** | **Negatif** |
|---|---|---|
| **Internal** | **Kekuatan:**<br>- Satu<br>- Dua | **Kelemahan:**<br>- Tiga |
| **Eksternal** | **Peluang:**<br>- Empat | **Ancaman:**<br>- Lima |`);
    expect(itemsOf(chapter)).toEqual(['s - Satu', 's - Dua', 'w - Tiga', 'o - Empat', 't - Lima']);
    expect(foundOf(chapter).slice(1)).toEqual([
      'strengths: **Kekuatan:**',
      'weaknesses: **Kelemahan:**',
      'opportunities: **Peluang:**',
      'threats: **Ancaman:**',
    ]);
  });

  test('a column of codes before each quadrant', () => {
    const chapter = swotOf(
      '| Kode | Kekuatan | Kode | Kelemahan |\n|---|---|---|---|\n| S1 | Satu | W1 | Dua |\n| S2 | Tiga | | |',
    );
    expect(itemsOf(chapter)).toEqual(['s S1 Satu', 'w W1 Dua', 's S2 Tiga']);
  });

  test('sums of an IFAS table are told from items about a number', () => {
    const chapter = swotOf(`| No | Faktor | Bobot |
|---|---|---|
| | Kekuatan | |
| 1 | Jumlah pemuda yang besar | 0,2 |
| | Sub Total Kekuatan | 0,2 |
| | Total Skor IFAS | 0,2 |`);
    expect(itemsOf(chapter)).toEqual(['s - Jumlah pemuda yang besar']);
  });
});
