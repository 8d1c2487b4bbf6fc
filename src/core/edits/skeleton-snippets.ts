/** The snippets that planners type: every one a skeleton, named and described in Indonesian and in English. */

import type { Language, Text } from '../language/language';
import { type Horizon, horizonSections, horizons, type Template } from '../template/template';
import { type Skeleton, skeletonSnippet } from './skeleton';
import {
  bodyParts,
  chapterParts,
  frontmatterParts,
  type SkeletonShapes,
  type SkeletonWish,
  sectionParts,
} from './skeletons';

/** One snippet, before it is written in a language. */
export interface SkeletonSnippet {
  /** What one types, the usual one first. No word begins snippets of both languages: they are offered side by side. */
  readonly prefix: { readonly [language in Language]: readonly string[] };
  readonly name: Text;
  readonly description: Text;
  /** The chapter kind that it is for. */
  readonly chapter: string;
  /** Begins a file: frontmatter, or a whole chapter. */
  readonly opensFile: boolean;
  /** The section kinds that it gives, in the order of the text. */
  readonly sections: readonly string[];
  readonly parts: (language: Language) => Skeleton;
}

/** One snippet as the editor's snippet files hold it. */
export interface WrittenSnippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
  readonly isFileTemplate?: true;
}

/** What chapter kinds are called in a prefix: short, since one types it. */
const chapterWords: Readonly<Record<string, Text>> = {
  introduction: { id: 'pendahuluan', en: 'introduction' },
  'regional-profile': { id: 'profil-daerah', en: 'regional-profile' },
  readiness: { id: 'kesiapan', en: 'readiness' },
  'gap-analysis': { id: 'kesenjangan', en: 'gap-analysis' },
  vision: { id: 'visi-misi', en: 'vision-mission' },
  dimension: { id: 'dimensi', en: 'dimension' },
  dimensions: { id: 'semua-dimensi', en: 'all-dimensions' },
  'action-plan': { id: 'rencana-aksi', en: 'action-plan' },
  roadmap: { id: 'peta-jalan', en: 'roadmap' },
  collaboration: { id: 'kolaborasi', en: 'collaboration' },
  institutions: { id: 'kelembagaan', en: 'institutions' },
  financing: { id: 'pembiayaan', en: 'financing' },
  monitoring: { id: 'monev', en: 'monitoring' },
  'executive-summary': { id: 'ringkasan-eksekutif', en: 'executive-summary' },
  'quick-wins': { id: 'profil-quick-win', en: 'quick-win-profiles' },
  closing: { id: 'penutup', en: 'closing' },
  appendix: { id: 'lampiran', en: 'appendix' },
};

const horizonWords: Readonly<Record<Horizon, { short: Text; long: Text }>> = {
  short: { short: { id: 'pendek', en: 'short' }, long: { id: 'jangka pendek', en: 'short-term' } },
  medium: { short: { id: 'menengah', en: 'medium' }, long: { id: 'jangka menengah', en: 'medium-term' } },
  long: { short: { id: 'panjang', en: 'long' }, long: { id: 'jangka panjang', en: 'long-term' } },
};

/**
 * All snippets, in the order of their files.
 * @param templates the first is the default and gives sections and fields; of the others only those dimensions are
 * taken that the ones before do not have.
 */
export function skeletonSnippets(templates: readonly [Template, ...Template[]]): SkeletonSnippet[] {
  const template = withAllDimensions(templates);
  return [
    ...frontmatters(template),
    ...dimensionChapters(templates),
    ...swots(templates[0]),
    ...strategies(templates[0]),
    ...programmes(template),
    ...chapterBodies(templates[0]),
    ...comments(),
  ];
}

/** The snippets of one language as the content of a snippet file, by their names. */
export function writtenSnippets(
  snippets: readonly SkeletonSnippet[],
  language: Language,
): Record<string, WrittenSnippet> {
  return Object.fromEntries(
    snippets.map((snippet): [string, WrittenSnippet] => {
      const prefix = snippet.prefix[language];
      const body = skeletonSnippet(snippet.parts(language));
      return [
        snippet.name[language],
        {
          prefix: prefix.length === 1 && prefix[0] !== undefined ? prefix[0] : prefix,
          description: snippet.description[language],
          // A file begins with it: the line after the last is where one writes on.
          body: snippet.opensFile ? [...body, ''] : body,
          ...(snippet.opensFile ? { isFileTemplate: true } : {}),
        },
      ];
    }),
  );
}

/** Codes and dimension names are offered for every dimension of any set, since a snippet knows no manifest. */
function withAllDimensions(templates: readonly [Template, ...Template[]]): Template {
  const dimensions = templates.flatMap((template, i) =>
    template.dimensions.filter(
      ({ id }) => !templates.slice(0, i).some((before) => before.dimensions.some((known) => known.id === id)),
    ),
  );
  return { ...templates[0], dimensions };
}

function frontmatters(template: Template): SkeletonSnippet[] {
  return template.chapters.map(({ id, title }): SkeletonSnippet => {
    const words = chapterWords[id] ?? { id, en: id };
    const name = id === 'dimension' ? { id: 'Satu Dimensi', en: 'One Dimension' } : title;
    return {
      prefix: { id: [`frontmatter-${words.id}`], en: [`frontmatter-${words.en}`] },
      name: { id: `Frontmatter: ${name.id}`, en: `Frontmatter: ${name.en}` },
      description: {
        id: `Kepala berkas yang menjadikan berkas ini bab "${name.id}".`,
        en: `The head of a file that makes it the chapter "${name.en}".`,
      },
      chapter: id,
      opensFile: true,
      sections: [],
      parts: (language) => frontmatterParts(id, { template, language }),
    };
  });
}

function dimensionChapters(templates: readonly [Template, ...Template[]]): SkeletonSnippet[] {
  const kind = templates[0].chapters.find(({ required }) => required === 'per-dimension');
  if (kind === undefined) return [];
  const { dimensions } = withAllDimensions(templates);
  return dimensions.map(({ id, title }): SkeletonSnippet => {
    const template = templates.find((candidate) => candidate.dimensions.some((dimension) => dimension.id === id));
    return {
      prefix: { id: [`bab-dimensi-${id}`], en: [`chapter-dimension-${id}`] },
      name: { id: `Bab dimensi: ${title.id}`, en: `Dimension chapter: ${title.en}` },
      description: {
        id: `Satu bab lengkap untuk ${title.id}: SWOT, strategi, program tiga jangka waktu, dan quick win.`,
        en: `A whole chapter for ${title.en}: SWOT, strategy, programmes of three horizons, and quick wins.`,
      },
      chapter: kind.id,
      opensFile: true,
      sections: kind.sections.filter(({ required }) => required).map((use) => use.id),
      parts: (language) => chapterParts(kind.id, { template: template ?? templates[0], language, dimension: id }),
    };
  });
}

const quadrantSections = ['strengths', 'weaknesses', 'opportunities', 'threats'];

function swots(template: Template): SkeletonSnippet[] {
  const shaped = (
    swot: NonNullable<SkeletonShapes['swot']>,
    prefix: SkeletonSnippet['prefix'],
    name: Text,
    description: Text,
  ): SkeletonSnippet => ({
    prefix,
    name,
    description,
    chapter: 'dimension',
    opensFile: false,
    sections: ['swot', ...quadrantSections],
    parts: (language) => sectionParts('swot', { template, language, shapes: { swot } }),
  });
  return [
    shaped(
      'lists',
      { id: ['swot', 'swot-daftar'], en: ['swot-list'] },
      { id: 'SWOT: daftar per kuadran', en: 'SWOT: a list per quadrant' },
      {
        id: 'Analisis SWOT dengan satu subbab dan satu daftar untuk tiap kuadran; tiap butir berkode.',
        en: 'A SWOT analysis with a heading and a list for each quadrant; every item has a code.',
      },
    ),
    shaped(
      'grid',
      { id: ['swot-2x2'], en: ['swot-grid-2x2'] },
      { id: 'SWOT: tabel 2×2', en: 'SWOT: a 2×2 table' },
      {
        id: 'Analisis SWOT sebagai tabel dua kali dua; di tiap sel, satu baris satu butir (dipisah <br>).',
        en: 'A SWOT analysis as a two by two table; in each cell a line is an item (separated by <br>).',
      },
    ),
    shaped(
      'columns',
      { id: ['swot-kolom'], en: ['swot-columns'] },
      { id: 'SWOT: tabel empat kolom', en: 'SWOT: a table of four columns' },
      {
        id: 'Analisis SWOT sebagai tabel dengan satu kolom untuk tiap kuadran.',
        en: 'A SWOT analysis as a table with a column for each quadrant.',
      },
    ),
    shaped(
      'factors',
      { id: ['ifas', 'efas', 'swot-ifas-efas'], en: ['swot-weighted', 'ifas-efas'] },
      { id: 'SWOT: tabel IFAS dan EFAS', en: 'SWOT: IFAS and EFAS tables' },
      {
        id: 'Analisis SWOT berbobot: faktor internal dan eksternal dengan bobot, rating, dan skor.',
        en: 'A weighted SWOT analysis: internal and external factors with weight, rating and score.',
      },
    ),
  ];
}

/** The SWOT items that a strategy's brackets begin with; one changes them to those that it answers. */
const swotBegins: ReadonlySet<string> = new Set(['S1', 'W1', 'O1', 'T1']);

function strategies(template: Template): SkeletonSnippet[] {
  return [
    {
      prefix: { id: ['tows', 'strategi-tows'], en: ['tows-matrix', 'strategy-tows'] },
      name: { id: 'TOWS: matriks strategi', en: 'TOWS: strategy matrix' },
      description: {
        id: 'Strategi SO, WO, ST, dan WT, masing-masing dengan butir SWOT yang dijawabnya.',
        en: 'SO, WO, ST and WT strategies, each with the SWOT items that it answers.',
      },
      chapter: 'dimension',
      opensFile: false,
      sections: ['tows', 'so', 'wo', 'st', 'wt'],
      parts: (language) => sectionParts('tows', { template, language, known: swotBegins }),
    },
    {
      prefix: { id: ['strategi'], en: ['strategy'] },
      name: { id: 'Strategi: daftar', en: 'Strategy: a list' },
      description: {
        id: 'Strategi sebagai daftar berkode, dengan butir SWOT yang dijawab di dalam kurung.',
        en: 'Strategies as a list with codes, and the SWOT items that they answer in brackets.',
      },
      chapter: 'dimension',
      opensFile: false,
      sections: ['strategy'],
      parts: (language) => sectionParts('strategy', { template, language, known: swotBegins }),
    },
    {
      prefix: { id: ['strategi-tabel'], en: ['strategy-table'] },
      name: { id: 'Strategi: tabel', en: 'Strategy: a table' },
      description: {
        id: 'Strategi sebagai tabel: kode, strategi, dan dasar SWOT.',
        en: 'Strategies as a table: code, strategy and SWOT basis.',
      },
      chapter: 'dimension',
      opensFile: false,
      sections: ['strategy'],
      parts: (language) =>
        sectionParts('strategy', { template, language, known: swotBegins, shapes: { strategy: 'table' } }),
    },
  ];
}

function programmes(template: Template): SkeletonSnippet[] {
  const ofHorizon = (horizon: Horizon): SkeletonSnippet[] => {
    const { short, long } = horizonWords[horizon];
    const kind = horizonSections[horizon];
    const shaped = (
      shape: 'table' | 'block',
    ): Pick<SkeletonSnippet, 'chapter' | 'opensFile' | 'sections' | 'parts'> => ({
      chapter: 'dimension',
      opensFile: false,
      sections: [kind],
      parts: (language) => sectionParts(kind, { template, language, shapes: { programmes: shape } }),
    });
    return [
      {
        prefix: { id: [`program-${short.id}`], en: [`programme-${short.en}`] },
        name: { id: `Program ${long.id}: tabel`, en: `Programmes, ${long.en}: a table` },
        description: {
          id: `Program ${long.id} sebagai tabel, satu baris satu program, dengan semua kolom.`,
          en: `Programmes, ${long.en}, as a table: one row per programme, with all columns.`,
        },
        ...shaped('table'),
      },
      {
        prefix: { id: [`program-${short.id}-blok`], en: [`programme-${short.en}-block`] },
        name: { id: `Program ${long.id}: uraian`, en: `Programmes, ${long.en}: a block` },
        description: {
          id: `Program ${long.id} dengan satu subbab untuk tiap program dan daftar isiannya.`,
          en: `Programmes, ${long.en}, with a heading for each programme and a list of its fields.`,
        },
        ...shaped('block'),
      },
    ];
  };
  return [
    ...horizons.flatMap(ofHorizon),
    {
      prefix: { id: ['quick-win'], en: ['quick-wins'] },
      name: { id: 'Quick win: tabel di bab dimensi', en: 'Quick wins: a table in a dimension chapter' },
      description: {
        id: 'Quick win sebuah dimensi: program jangka pendek yang selesai dalam 12 bulan.',
        en: 'The quick wins of a dimension: short-term programmes that are done within 12 months.',
      },
      chapter: 'dimension',
      opensFile: false,
      sections: ['quick-wins'],
      parts: (language) => sectionParts('quick-wins', { template, language }),
    },
    {
      prefix: { id: ['profil-quick-win'], en: ['quick-win-profile'] },
      name: { id: 'Quick win: profil', en: 'Quick win: a profile' },
      description: {
        id: 'Profil satu quick win dengan semua isian yang dinilai, untuk bab Profil Quick Win.',
        en: 'The profile of one quick win with all fields that are scored, for the chapter Quick Win Profiles.',
      },
      chapter: 'quick-wins',
      opensFile: false,
      sections: [],
      parts: (language) => bodyParts('quick-wins', { template, language }),
    },
  ];
}

function chapterBodies(template: Template): SkeletonSnippet[] {
  const sectionsOf = (kind: string, optional: boolean): string[] =>
    (template.chapters.find(({ id }) => id === kind)?.sections ?? [])
      .filter(({ required }) => required || optional)
      .map(({ id }) => id);
  const body = (
    chapter: string,
    prefix: SkeletonSnippet['prefix'],
    name: Text,
    description: Text,
    more: Partial<SkeletonWish> = {},
  ): SkeletonSnippet => ({
    prefix,
    name,
    description,
    chapter,
    opensFile: false,
    sections: sectionsOf(chapter, more.optional === true),
    parts: (language) => bodyParts(chapter, { template, language, ...more }),
  });
  return [
    body(
      'introduction',
      { id: ['pendahuluan'], en: ['introduction'] },
      { id: 'Pendahuluan', en: 'Introduction' },
      {
        id: 'Latar belakang, maksud dan tujuan, dasar hukum, dan ruang lingkup.',
        en: 'Background, purpose, legal basis and scope.',
      },
      { optional: true },
    ),
    body(
      'readiness',
      { id: ['kesiapan'], en: ['readiness'] },
      { id: 'Analisis kesiapan daerah', en: 'Readiness analysis' },
      {
        id: 'Kesiapan nature, struktur, infrastruktur, suprastruktur, dan kultur.',
        en: 'Readiness of nature, structure, infrastructure, superstructure and culture.',
      },
      { optional: true },
    ),
    body(
      'gap-analysis',
      { id: ['kesenjangan'], en: ['gap-table'] },
      { id: 'Analisis kesenjangan: tabel', en: 'Gap analysis: a table' },
      {
        id: 'Tabel kesenjangan: kondisi saat ini, kondisi yang diharapkan, dan langkah untuk tiap dimensi.',
        en: 'A gap table: current state, expected state and next step for each dimension.',
      },
    ),
    body(
      'vision',
      { id: ['visi-misi'], en: ['vision-mission'] },
      { id: 'Visi dan misi', en: 'Vision and mission' },
      { id: 'Visi, misi, sasaran, dan keselarasan dengan RPJMD.', en: 'Vision, mission, goals and RPJMD alignment.' },
    ),
    body(
      'action-plan',
      { id: ['rencana-aksi'], en: ['action-plan'] },
      { id: 'Rencana aksi', en: 'Action plan' },
      {
        id: 'Rencana aksi: kebijakan, SDM, infrastruktur, aplikasi, dan literasi, masing-masing dengan tabel.',
        en: 'An action plan: policy, human resources, infrastructure, applications and literacy, a table each.',
      },
      { optional: true },
    ),
    body(
      'roadmap',
      { id: ['peta-jalan'], en: ['roadmap'] },
      { id: 'Peta jalan: tabel per tahun', en: 'Roadmap: a table by year' },
      {
        id: 'Tabel peta jalan dengan satu kolom per tahun; beri tanda pada tahun pelaksanaan tiap program.',
        en: 'A roadmap table with a column for each year; mark the years in which a programme runs.',
      },
      { shapes: { roadmap: 'table' } },
    ),
    body(
      'executive-summary',
      { id: ['ringkasan-eksekutif'], en: ['executive-summary'] },
      { id: 'Ringkasan eksekutif', en: 'Executive summary' },
      {
        id: 'Ringkasan: visi dan misi, strategi tiap dimensi, program utama, dan quick win.',
        en: 'A summary: vision and mission, the strategy of each dimension, programmes and quick wins.',
      },
    ),
    body(
      'institutions',
      { id: ['kelembagaan'], en: ['institutions'] },
      { id: 'Kelembagaan', en: 'Institutions' },
      { id: 'Dewan, tim pelaksana, dan forum smart city.', en: 'Council, executing team and forum.' },
      { optional: true },
    ),
  ];
}

function comments(): SkeletonSnippet[] {
  const written = (
    prefix: SkeletonSnippet['prefix'],
    name: Text,
    description: Text,
    parts: SkeletonSnippet['parts'],
  ) => ({
    prefix,
    name,
    description,
    chapter: 'dimension',
    opensFile: false,
    sections: [],
    parts,
  });
  const rule = { text: 'placeholder', key: 'rule' };
  return [
    written(
      { id: ['review', 'catatan-penelaah', 'catatan-reviu'], en: ['review-note'] },
      { id: 'Catatan penelaah', en: 'Review note' },
      {
        id: 'Catatan penelaah di dalam naskah; tampil di daftar masalah sampai dihapus.',
        en: "A reviewer's note in the text; it is listed with the problems until it is removed.",
      },
      (language) => [
        [
          '<!-- REVIEW(',
          { text: language === 'id' ? 'nama' : 'name' },
          '): ',
          { text: language === 'id' ? 'catatan' : 'note' },
          ' -->',
        ],
      ],
    ),
    written(
      { id: ['abaikan-baris'], en: ['ignore-line'] },
      { id: 'Abaikan aturan: baris berikut', en: 'Ignore a rule: next line' },
      {
        id: 'Satu aturan tidak diperiksa pada baris berikutnya.',
        en: 'One rule is not checked on the next line.',
      },
      () => [['<!-- masterplan-disable-next-line ', rule, ' -->']],
    ),
    written(
      { id: ['abaikan-bagian'], en: ['ignore-part'] },
      { id: 'Abaikan aturan: sebagian naskah', en: 'Ignore a rule: a part of the text' },
      {
        id: 'Satu aturan tidak diperiksa di antara kedua komentar ini.',
        en: 'One rule is not checked between these two comments.',
      },
      () => [
        ['<!-- masterplan-disable ', rule, ' -->'],
        [],
        [{ text: '' }],
        [],
        ['<!-- masterplan-enable ', rule, ' -->'],
      ],
    ),
  ];
}
