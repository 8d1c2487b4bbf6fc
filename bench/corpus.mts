// Makes masterplans out of a seed: prose, lists and tables in the measures of real books, so that a benchmark or a test
// can have as many chapters of any size as it likes. Same seed, same bytes. Every place, agency and amount is made up.

/** A file of a corpus; its path is relative to the corpus. */
export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

/** Numbers from a seed, evenly spread. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 2654435761) >>> 0 || 1;
  }

  /** A number from 0 up to, not including, `below`. */
  below(below: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    this.state >>>= 0;
    return this.state % below;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** True once in so many times. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }
}

const subjects = [
  'Pemerintah kabupaten',
  'Setiap perangkat daerah',
  'Warga di kecamatan terjauh',
  'Kelompok kerja',
  'Pelaku usaha kecil',
  'Petugas pelayanan',
  'Forum satu data',
  'Para pendamping desa',
  'Sekolah dan puskesmas',
  'Pengelola pasar rakyat',
];
const verbs = [
  'memerlukan',
  'memperbaiki',
  'menyusun bersama',
  'memanfaatkan',
  'mengukur kembali',
  'menata',
  'mengembangkan',
  'menilai',
  'menyepakati',
  'mempercepat',
];
const things = [
  'layanan yang dapat dilacak',
  'data yang padan antarurusan',
  'jaringan sampai kantor desa',
  'loket terpadu',
  'tata cara penanganan keluhan',
  'pelatihan bagi aparatur',
  'peta jalan yang realistis',
  'pembiayaan bersama mitra',
  'aplikasi umum berbagi pakai',
  'ruang publik yang terhubung',
  'sistem peringatan dini',
  'pengelolaan sampah terpilah',
];
const reasons = [
  'karena jarak masih menjadi hambatan utama',
  'agar hasilnya dapat diukur setiap triwulan',
  'tanpa menambah beban kerja petugas',
  'sesuai dengan kemampuan keuangan daerah',
  'seperti yang disepakati dalam lokakarya',
  'sehingga usulan warga tidak berhenti di meja rapat',
  'meskipun sumber daya manusianya terbatas',
  'sebelum tahun anggaran berikutnya dimulai',
];
const tops = [
  'Penguatan',
  'Penataan',
  'Perluasan',
  'Percepatan',
  'Pemutakhiran',
  'Pemeliharaan',
  'Penyediaan',
  'Pendampingan',
];
const goods = [
  'Layanan Keliling',
  'Peta Data Desa',
  'Kanal Pengaduan',
  'Jaringan Antarkantor',
  'Pasar Rakyat Daring',
  'Bank Sampah',
  'Ruang Belajar Bersama',
  'Arsip Elektronik',
  'Pos Kesehatan',
  'Angkutan Pengumpan',
  'Sensor Banjir',
  'Kampung Terhubung',
];
const places = ['Kecamatan Satu', 'Kecamatan Dua', 'Kawasan Timur', 'Kawasan Barat', 'Desa Percontohan', 'Pusat Kota'];
const agencies = [
  'Dinas Kominfo',
  'Bappeda',
  'Dinas Kesehatan',
  'Dinas Perhubungan',
  'Dinas Lingkungan Hidup',
  'Dinas Sosial',
];
const funds = ['APBD Kabupaten', 'APBD Kabupaten; APBN', 'CSR/TJSLP', 'APBD Provinsi'];

const dimensions = [
  ['governance', 'Smart Governance', 'GOV'],
  ['branding', 'Smart Branding', 'BRA'],
  ['economy', 'Smart Economy', 'ECO'],
  ['living', 'Smart Living', 'LIV'],
  ['society', 'Smart Society', 'SOC'],
  ['environment', 'Smart Environment', 'ENV'],
] as const;

type DimensionRow = (typeof dimensions)[number];

const manifest = `template: kominfo
region: Kabupaten Contoh
title: Masterplan Smart City Kabupaten Contoh
period: 2025-2034
horizons: { short: 2025, medium: 2026-2029, long: 2030-2034 }
agencies:
${agencies.map((name) => `  - ${name}\n`).join('')}quick-wins: { per-dimension: 1 }
`;

function sentence(dice: Dice): string {
  const words = `${dice.pick(subjects)} ${dice.pick(verbs)} ${dice.pick(things)} ${dice.pick(reasons)}`;
  if (dice.once(9)) return `${words} (${2018 + dice.below(8)}).`;
  if (dice.once(12))
    return `${words}, dalam istilah asing *${dice.pick(['smart city', 'quick win', 'one stop service'])}*.`;
  return `${words}.`;
}

function paragraph(dice: Dice): string {
  let text = sentence(dice);
  for (let more = 2 + dice.below(4); more > 0; more--) text += ` ${sentence(dice)}`;
  return `${text}\n\n`;
}

function list(dice: Dice): string {
  let text = '';
  for (let items = 3 + dice.below(4); items > 0; items--) text += `- ${sentence(dice)}\n`;
  return `${text}\n`;
}

function table(dice: Dice): string {
  let text = '| Wilayah | Jumlah | Keterangan |\n|---|---:|---|\n';
  for (let rows = 4 + dice.below(6); rows > 0; rows--) {
    text += `| ${dice.pick(places)} | ${dice.below(900)} | ${dice.pick(things)} |\n`;
  }
  return `${text}\n`;
}

/** Sections of prose until the text is as long as it should be. */
function fill(dice: Dice, text: string, length: number, mark: string): string {
  let filled = text;
  for (let number = 1; filled.length < length; number++) {
    filled += `${mark} ${dice.pick(tops)} ${dice.pick(goods)} ${number}\n\n`;
    for (let parts = 3 + dice.below(3); parts > 0 && filled.length < length; parts--) {
      filled += dice.once(3) ? list(dice) : dice.once(3) ? table(dice) : paragraph(dice);
    }
  }
  return `${filled.trimEnd()}\n`;
}

function programmeName(dice: Dice): string {
  return `${dice.pick(tops)} ${dice.pick(goods)} ${dice.pick(places)} Tahap ${1 + dice.below(90)}`;
}

const horizons = [
  ['P', 'Program Jangka Pendek', ['2025']],
  ['M', 'Program Jangka Menengah', ['2026', '2026-2028', '2027-2029']],
  ['L', 'Program Jangka Panjang', ['2030-2034', '2031', '2030-2032']],
] as const;

const strategyCodes = ['SO1', 'WO1', 'ST1', 'WT1'] as const;

function programmeTable(
  dice: Dice,
  short: string,
  letter: string,
  years: readonly string[],
  rows: number,
  first = programmeName(dice),
): string {
  let text = '| Kode | Program | Tujuan | Indikator | Target | OPD | Tahun | Anggaran | Sumber Dana | Strategi |\n';
  text += '|---|---|---|---|---|---|---|---|---|---|\n';
  for (let row = 1; row <= rows; row++) {
    const code = `${short}-${letter}-${String(row).padStart(2, '0')}`;
    // Now and then a cell is left open, as it is in every draft.
    const indicator = dice.once(40) ? '-' : `Jumlah ${dice.pick(goods)}`;
    const amount = `Rp ${1 + dice.below(9)}${dice.below(90) + 10}.000.000`;
    text += `| ${code} | ${row === 1 ? first : programmeName(dice)} | ${dice.pick(things)} | ${indicator} | ${dice.below(90) + 10}% `;
    text += `| ${dice.pick(agencies)} | ${dice.pick(years)} | ${amount} | ${dice.pick(funds)} | ${dice.pick(strategyCodes)} |\n`;
  }
  return `${text}\n`;
}

function dimensionChapter(dice: Dice, [id, title, short]: DimensionRow, length: number, rows: number): string {
  let text = `---\nchapter: dimension\ndimension: ${id}\nstatus: draft\nowner: ${dice.pick(agencies)}\n---\n\n# ${title}\n\n`;
  text += `${paragraph(dice)}## Analisis SWOT\n\n`;
  for (const [letter, name] of [
    ['S', 'Kekuatan'],
    ['W', 'Kelemahan'],
    ['O', 'Peluang'],
    ['T', 'Ancaman'],
  ] as const) {
    text += `### ${name}\n\n`;
    for (let number = 1; number <= 4; number++) text += `- ${letter}${number}. ${sentence(dice)}\n`;
    text += '\n';
  }
  text += `## Strategi\n\n`;
  const pairs = [
    'S1, S2, O1, O2',
    'W1, W2, O3',
    'S3, S4, T1, T2',
    dice.once(2) ? 'W3, W4, O4, T3' : 'W3, W4, O4, T3, T4',
  ];
  for (const [at, code] of strategyCodes.entries())
    text += `- ${code}. ${sentence(dice).slice(0, -1)} (${pairs[at]}).\n`;
  text += '\n';
  const quickWin = programmeName(dice);
  for (const [letter, heading, years] of horizons) {
    const first = letter === 'P' ? quickWin : programmeName(dice);
    text += `## ${heading}\n\n${sentence(dice)}\n\n`;
    text += programmeTable(dice, short, letter, years, Math.ceil(rows / 3), first);
  }
  text += `## Quick Win\n\n### ${short}-QW-01 ${quickWin}\n\n- Manfaat: ${sentence(dice)}\n- Keunikan: ${sentence(dice)}\n`;
  text += `- Peluang Kemitraan: ${dice.pick(things)}\n- Sumber Daya: ${dice.pick(things)}\n- OPD: ${dice.pick(agencies)}\n`;
  text += `- Manajemen Risiko: ${sentence(dice)}\n- Strategi Keberlangsungan: ${sentence(dice)}\n- Tahun: 2025\n\n`;
  return fill(dice, text, length, '##');
}

function profiles(dice: Dice, number: number, length: number): string {
  let text = `---\nchapter: quick-wins\nstatus: draft\n---\n\n# Profil Quick Win ${number}\n\n${paragraph(dice)}`;
  for (let count = 1; count <= 4; count++) {
    text += `## QW-${number}-${String(count).padStart(2, '0')} ${programmeName(dice)} Nomor ${number}\n\n`;
    text += `- Dimensi: ${dice.pick(dimensions)[1]}\n- OPD: ${dice.pick(agencies)}\n- Tahun: 2025\n`;
    text += `- Indikator: ${dice.below(90) + 5} titik ${dice.pick(things)}\n- Anggaran: Rp ${dice.below(900) + 50} juta\n`;
    text += `- Manfaat: ${sentence(dice)}\n- Keunikan: ${sentence(dice)}\n- Peluang Kemitraan: ${dice.pick(things)}\n`;
    text += `- Sumber Daya: ${dice.pick(things)}\n- Manajemen Risiko: ${sentence(dice)}\n`;
    text += `- Strategi Keberlangsungan: ${sentence(dice)}\n\n`;
    text += paragraph(dice);
  }
  return fill(dice, text, length, '##');
}

/** Chapter kind, title, and the sections that it must have. */
const plainChapters: readonly (readonly [kind: string, title: string, sections: readonly string[]])[] = [
  ['introduction', 'Pendahuluan', ['Latar Belakang', 'Dasar Hukum', 'Ruang Lingkup']],
  ['regional-profile', 'Gambaran Umum Kondisi Daerah', []],
  ['readiness', 'Analisis Kesiapan Daerah', ['Struktur', 'Infrastruktur', 'Suprastruktur']],
  ['gap-analysis', 'Analisis Kesenjangan', []],
  ['vision', 'Visi dan Misi Smart City', ['Visi', 'Misi', 'Sasaran', 'Keselarasan dengan RPJMD']],
  [
    'action-plan',
    'Rencana Aksi Smart City',
    [
      'Peningkatan Kapasitas SDM',
      'Pembangunan Infrastruktur Pendukung',
      'Pengembangan Aplikasi Pendukung',
      'Penguatan Literasi Smart City',
    ],
  ],
  ['roadmap', 'Peta Jalan Pembangunan Smart City', []],
  ['institutions', 'Kelembagaan Smart City', ['Dewan Smart City', 'Tim Pelaksana', 'Forum Smart City']],
  ['financing', 'Pembiayaan', []],
  ['monitoring', 'Monitoring dan Evaluasi', []],
  ['executive-summary', 'Ringkasan Eksekutif', []],
  ['closing', 'Penutup', []],
];

function plainChapter(dice: Dice, at: number, length: number): string {
  const [kind, title, sections] = plainChapters[at] as (typeof plainChapters)[number];
  let text = `---\nchapter: ${kind}\nstatus: review\nowner: ${dice.pick(agencies)}\n---\n\n# ${title}\n\n${paragraph(dice)}`;
  for (const section of sections)
    text += `## ${section}\n\n${paragraph(dice)}${dice.once(2) ? list(dice) : table(dice)}`;
  return fill(dice, text, length, '##');
}

function appendix(dice: Dice, number: number, length: number): string {
  return fill(dice, `---\nchapter: appendix\n---\n\n# Lampiran ${number}\n\n${paragraph(dice)}`, length, '##');
}

/** What one masterplan should be like. */
export interface MasterplanShape {
  readonly chapters: number;
  /** Characters of each chapter. */
  readonly length: number;
  /** Programmes in each dimension's chapter. */
  readonly programmes?: number;
}

/**
 * One masterplan: six dimensions and the other chapters that a masterplan has, then appendices and profiles of quick wins
 * up to the number asked for.
 */
export function masterplan(seed: number, { chapters, length, programmes = 9 }: MasterplanShape): CorpusFile[] {
  const dice = new Dice(seed);
  const files: CorpusFile[] = [{ path: 'masterplan.yaml', text: manifest }];
  for (let at = 0; at < chapters; at++) {
    const name = String(at + 1).padStart(4, '0');
    let text: string;
    if (at < dimensions.length) text = dimensionChapter(dice, dimensions[at] as DimensionRow, length, programmes);
    else if (at < dimensions.length + plainChapters.length) text = plainChapter(dice, at - dimensions.length, length);
    else text = at % 4 === 0 ? profiles(dice, at, length) : appendix(dice, at, length);
    files.push({ path: `${name}.md`, text });
  }
  return files;
}

/** A chapter of one dimension that is all programmes, as long as asked for. */
export function longChapter(seed: number, length: number, programmes: number): CorpusFile {
  const dice = new Dice(seed);
  return { path: '0001.md', text: dimensionChapter(dice, dimensions[0], length, programmes) };
}

/** Several masterplans side by side, each in its folder. */
export function corpus(seed: number, books: number, shape: MasterplanShape): CorpusFile[] {
  return Array.from({ length: books }, (_, at) =>
    masterplan(seed + at, shape).map(({ path, text }) => ({
      path: `${String(at + 1).padStart(3, '0')}/${path}`,
      text,
    })),
  ).flat();
}
