function readinessSection(id: string, name: string, english: string, also: readonly string[]): SectionKind {
  return section(`readiness-${id}`, `Kesiapan ${name}`, english, {
    also: [`Analisis ${name}`, `Analisis Kesiapan ${name}`, ...also],
  });
}

function quadrantSection(id: string, name: string, english: string, ...also: readonly string[]): SectionKind {
  return section(id, name, english, {
    also: [...also, `${name} (${english})`, `${english} (${name})`, `Faktor ${name}`],
  });
}

/** The strategies that one quadrant inside and one outside give together. */
function towsSection(inside: string, outside: string, pair: string, strength: string, chance: string): SectionKind {
  const both = inside + outside;
  return section(both.toLowerCase(), `Strategi ${both}`, `${both} Strategies`, {
    also: [
      `Strategi ${inside}-${outside}`,
      `Strategi ${strength}-${chance}`,
      `Strategi ${strength} – ${chance} (${both})`,
      `Strategi ${pair}`,
    ],
  });
}

/** The programmes of a horizon are called alike in all three. */
function horizonSection(horizon: Horizon, term: string, english: string): SectionKind {
  const kinds = ['Program Pembangunan', 'Program Kerja', 'Program dan Kegiatan', 'Program Prioritas', 'Kegiatan'];
  const plans = ['Rencana', 'Rencana Program', 'Rencana Aksi', 'Inisiatif'];
  return section(`programmes-${horizon}`, `Program ${term}`, `${english}-term Programmes`, {
    also: [term, `${english} Term`, `${english}-term Program`, ...pairs([...kinds, ...plans], [term])],
  });
}

/** What the books of all presets share: books, chapter kinds, sections, fields, and the words they are known by. */
import type { BookKind, ChapterKind, Field, Horizon, SectionKind, Template } from '../template';
import { chapter, field, pairs, section, titled } from './notation';

export const books: readonly BookKind[] = [
  titled('strategic-analysis', 'Analisis Strategis Smart City Daerah', 'Strategic Analysis', [
    'Buku 1',
    'Buku I',
    'Buku Satu',
    'Analisis Strategis',
    'Analisis Kesiapan Daerah',
  ]),
  titled('masterplan', 'Masterplan Smart City Daerah', 'Smart City Masterplan', [
    'Buku 2',
    'Buku II',
    'Rencana Induk Kota Cerdas',
    'Rencana Induk Smart City',
  ]),
  titled('executive-summary', 'Ringkasan Eksekutif', 'Executive Summary', [
    'Buku 3',
    'Buku III',
    'Rangkuman Eksekutif',
  ]),
  titled('quick-wins', 'Profil Quick Win', 'Quick Win Profiles', [
    'Buku 4',
    'Buku IV',
    'Program Percepatan',
    'Quick Win Program Unggulan',
  ]),
];

export const chapters: readonly ChapterKind[] = [
  chapter('introduction', 'Pendahuluan', 'Introduction', {
    book: 'any',
    sections: ['background', 'purpose', 'legal-basis*', 'scope'],
  }),
  chapter('regional-profile', 'Gambaran Umum Kondisi Daerah', 'Regional Profile', {
    book: 'strategic-analysis',
    once: true,
    also: ['Profil Daerah', 'Kondisi Umum Wilayah', 'Analisis Masa Depan'],
  }),
  chapter('readiness', 'Analisis Kesiapan Daerah', 'Readiness Analysis', {
    book: 'strategic-analysis',
    once: true,
    required: true,
    also: ['Kesiapan Smart City', 'Smart Readiness', 'Analisis Kesiapan Kabupaten', 'Analisis Kesiapan Kota'],
    sections: [
      'readiness-nature',
      'readiness-structure*',
      'readiness-infrastructure*',
      'readiness-superstructure*',
      'readiness-culture',
    ],
  }),
  chapter('gap-analysis', 'Analisis Kesenjangan', 'Gap Analysis', {
    book: 'strategic-analysis',
    once: true,
    required: true,
    also: ['Analisis Kesenjangan Strategis', 'Analisis GAP'],
  }),
  chapter('vision', 'Visi dan Misi Smart City', 'Vision and Mission', {
    book: 'masterplan',
    once: true,
    required: true,
    also: ['Visi Pembangunan Smart City', 'Arah Pembangunan Smart City'],
    sections: ['vision*', 'mission*', 'goals*', 'rpjmd-alignment*'],
  }),
  chapter('dimension', '{dimension}', '{dimension}', {
    book: 'masterplan',
    required: 'per-dimension',
    sections: [
      'swot*',
      'tows',
      'strategy*',
      'programmes',
      'programmes-short*',
      'programmes-medium*',
      'programmes-long*',
      'quick-wins*',
    ],
  }),
  chapter('dimensions', 'Strategi Pembangunan Smart City', 'Smart City Development Strategy', {
    book: 'masterplan',
    once: true,
    also: ['Strategi Pembangunan Smart City pada tiap Dimensi'],
  }),
  chapter('action-plan', 'Rencana Aksi Smart City', 'Action Plan', {
    book: 'masterplan',
    once: true,
    required: true,
    also: ['Rencana Aksi Daerah', 'RAD'],
    sections: [
      'action-policy',
      'action-capacity*',
      'action-infrastructure*',
      'action-application*',
      'action-literacy*',
    ],
  }),
  chapter('roadmap', 'Peta Jalan Pembangunan Smart City', 'Roadmap', {
    book: 'masterplan',
    once: true,
    required: true,
    also: ['Peta Jalan', 'Tahapan Pembangunan', 'Linimasa'],
  }),
  chapter('collaboration', 'Program Kolaborasi Kawasan', 'Regional Collaboration', {
    book: 'masterplan',
    once: true,
    also: ['Kerja Sama Antardaerah'],
  }),
  chapter('institutions', 'Kelembagaan Smart City', 'Institutional Arrangement', {
    book: 'masterplan',
    once: true,
    sections: ['council', 'team', 'forum'],
  }),
  chapter('financing', 'Pembiayaan', 'Financing', {
    book: 'masterplan',
    once: true,
    also: ['Sumber Pendanaan', 'Pendanaan Indikatif'],
  }),
  chapter('monitoring', 'Monitoring dan Evaluasi', 'Monitoring and Evaluation', {
    book: 'masterplan',
    once: true,
    also: ['Monev', 'Pengendalian dan Evaluasi'],
  }),
  chapter('executive-summary', 'Ringkasan Eksekutif', 'Executive Summary', {
    book: 'executive-summary',
    once: true,
    required: true,
  }),
  chapter('quick-wins', 'Profil Quick Win', 'Quick Win Profiles', {
    book: 'quick-wins',
    also: ['Quick Win', 'Program Percepatan'],
  }),
  chapter('closing', 'Penutup', 'Closing', { book: 'any' }),
  chapter('appendix', 'Lampiran', 'Appendix', { book: 'any' }),
];

export const sections: readonly SectionKind[] = [
  section('background', 'Latar Belakang', 'Background', { also: ['Latar Belakang Penyusunan'] }),
  section('purpose', 'Maksud dan Tujuan', 'Purpose', {
    also: [
      'Tujuan',
      'Maksud & Tujuan',
      'Maksud, Tujuan, dan Sasaran',
      'Tujuan Penyusunan',
      'Maksud dan Tujuan Penyusunan',
    ],
  }),
  section('legal-basis', 'Dasar Hukum', 'Legal Basis', {
    also: [
      'Landasan Hukum',
      'Landasan Regulasi',
      'Referensi Hukum',
      'Landasan Yuridis',
      'Dasar Hukum Penyusunan',
      'Dasar Hukum dan Kebijakan',
      'Peraturan Perundang-undangan',
    ],
  }),
  section('scope', 'Ruang Lingkup', 'Scope', { also: ['Ruang Lingkup Penyusunan'] }),
  readinessSection('nature', 'Nature', 'Nature', []),
  readinessSection('structure', 'Struktur', 'Structure', ['Struktur']),
  readinessSection('infrastructure', 'Infrastruktur', 'Infrastructure', ['Infrastruktur']),
  readinessSection('superstructure', 'Suprastruktur', 'Superstructure', ['Suprastruktur']),
  readinessSection('culture', 'Kultur', 'Culture', ['Kultur', 'Budaya']),
  section('swot', 'Analisis SWOT', 'SWOT Analysis', {
    also: [
      'SWOT',
      'Pemetaan SWOT',
      'Matriks SWOT',
      'Kekuatan Kelemahan Peluang dan Ancaman',
      'IFAS dan EFAS',
      'Analisis Kekuatan Kelemahan Peluang dan Ancaman',
      'Identifikasi SWOT',
      'Hasil Analisis SWOT',
      'Matriks Analisis SWOT',
      'Analisis Faktor Internal dan Eksternal',
      'Analisis IFAS dan EFAS',
      'Analisis IFAS EFAS',
    ],
    sections: ['strengths*', 'weaknesses*', 'opportunities*', 'threats*'],
  }),
  quadrantSection('strengths', 'Kekuatan', 'Strengths'),
  quadrantSection('weaknesses', 'Kelemahan', 'Weaknesses'),
  quadrantSection('opportunities', 'Peluang', 'Opportunities', 'Kesempatan'),
  quadrantSection('threats', 'Ancaman', 'Threats', 'Tantangan'),
  section('tows', 'Matriks Strategi SWOT', 'TOWS Matrix', {
    also: [
      'Matriks Strategi',
      'Matriks TOWS',
      'Analisis TOWS',
      'Analisis Matriks TOWS',
      'Matriks SWOT/TOWS',
      'Strategi SWOT',
      'Strategi TOWS',
      'Matriks Silang SWOT',
      'Matriks IFAS EFAS',
      'Matriks IFAS dan EFAS',
    ],
    sections: ['so', 'wo', 'st', 'wt'],
  }),
  towsSection('S', 'O', 'Kekuatan-Peluang', 'Strength', 'Opportunity'),
  towsSection('W', 'O', 'Kelemahan-Peluang', 'Weakness', 'Opportunity'),
  towsSection('S', 'T', 'Kekuatan-Ancaman', 'Strength', 'Threat'),
  towsSection('W', 'T', 'Kelemahan-Ancaman', 'Weakness', 'Threat'),
  section('vision', 'Visi Smart City', 'Vision', { also: ['Visi', 'Visi Pembangunan'] }),
  section('mission', 'Misi Smart City', 'Mission', { also: ['Misi', 'Misi Pembangunan'] }),
  section('goals', 'Sasaran Smart City', 'Goals', {
    also: [
      'Sasaran',
      'Tujuan dan Sasaran',
      'Sasaran Pembangunan',
      'Tujuan, Sasaran, dan Indikator',
      'Sasaran dan Indikator',
      'Sasaran Strategis',
    ],
  }),
  section('rpjmd-alignment', 'Keselarasan dengan RPJMD', 'Alignment with the RPJMD', {
    also: [
      'Sinkronisasi RPJMD',
      'Keterkaitan RPJMD',
      'Keterkaitan dengan RPJMD',
      'Keselarasan dengan RPJMD dan Dokumen Perencanaan',
      'Keterkaitan dengan Dokumen Perencanaan',
      'Sinkronisasi dengan RPJMD',
      'Keselarasan RPJMD',
      'Integrasi dengan RPJMD',
      'Keselarasan dengan Dokumen Perencanaan',
      'Keselarasan Visi dengan RPJMD',
      'Keselarasan Visi Misi dengan RPJMD',
    ],
  }),
  section('strategy', 'Strategi Pembangunan', 'Strategy', {
    also: [
      'Strategi',
      'Strategies',
      'Strategi dan Sasaran',
      'Strategi Pengembangan',
      'Rumusan Strategi',
      'Perumusan Strategi',
      'Strategi dan Arah Kebijakan',
      'Arah Kebijakan dan Strategi',
    ],
  }),
  // A group: the horizon sections may stand in it or beside it. What follows them in the scope around it may as well,
  // but where a quick-win section is missing, it is not the group that lacks it.
  section('programmes', 'Program', 'Programmes', {
    also: [
      'Rencana Program',
      'Rencana Program Pembangunan',
      'Program dan Kegiatan',
      'Program Pembangunan',
      'Inisiatif',
      'Rencana Program dan Kegiatan',
      'Program Kerja',
      'Program Prioritas',
      'Rencana Kerja',
    ],
    group: true,
    sections: ['programmes-short', 'programmes-medium', 'programmes-long'],
  }),
  horizonSection('short', 'Jangka Pendek', 'Short'),
  horizonSection('medium', 'Jangka Menengah', 'Medium'),
  horizonSection('long', 'Jangka Panjang', 'Long'),
  section('quick-wins', 'Quick Win', 'Quick Wins', {
    also: [
      'Program Quick Win',
      'Program Percepatan',
      'Program Unggulan (Quick Win)',
      'Inisiatif Quick Win',
      'Rencana Quick Win',
    ],
  }),
  section('action-policy', 'Kebijakan dan Kelembagaan', 'Policy and Institutions', {
    also: [
      'Kebijakan',
      'Kelembagaan',
      'Kebijakan dan Regulasi',
      ...pairs(['Penguatan', 'Pengembangan'], ['Kebijakan dan Kelembagaan']),
    ],
  }),
  section('action-capacity', 'Peningkatan Kapasitas SDM', 'Human Resources', {
    also: [...pairs(['Pengembangan', 'Penguatan'], ['SDM', 'Kapasitas SDM']), 'Peningkatan SDM', 'SDM'],
  }),
  section('action-infrastructure', 'Pembangunan Infrastruktur Pendukung', 'Supporting Infrastructure', {
    also: [
      'Infrastruktur',
      'Infrastruktur TIK',
      'Infrastruktur Pendukung',
      'Pembangunan Infrastruktur',
      ...pairs(['Pengembangan', 'Penyediaan'], ['Infrastruktur', 'Infrastruktur Pendukung']),
    ],
  }),
  section('action-application', 'Pengembangan Aplikasi Pendukung', 'Supporting Applications', {
    also: [
      'Perangkat Lunak',
      'Sistem Informasi',
      'Aplikasi Pendukung',
      'Pembangunan Aplikasi Pendukung',
      ...pairs(
        ['Pengembangan', 'Pembangunan'],
        ['Aplikasi', 'Perangkat Lunak', 'Aplikasi dan Perangkat Lunak', 'Aplikasi dan Perangkat Lunak Pendukung'],
      ),
    ],
  }),
  section('action-literacy', 'Penguatan Literasi Smart City', 'Smart City Literacy', {
    also: ['Literasi', ...pairs(['Penguatan', 'Peningkatan'], ['Literasi']), 'Literasi Masyarakat'],
  }),
  section('council', 'Dewan Smart City', 'Smart City Council'),
  section('team', 'Tim Pelaksana Smart City', 'Executing Team'),
  section('forum', 'Forum Smart City', 'Smart City Forum'),
];

/** What an agency is called that answers for a programme. */
const responsible = ['Penanggung Jawab', 'Pelaksana', 'Pengampu'];

/** Fields of programmes; `*`: a programme without it is incomplete. */
export const fields: readonly Field[] = [
  // A bare running number is not a code.
  field('code', 'Kode', 'Code', { also: ['No', 'No.', 'Nomor', '#'] }),
  field('name*', 'Program', 'Programme', {
    also: [
      'Kegiatan',
      'Inovasi',
      'Inisiatif',
      'Quick Win',
      'Program/Kegiatan',
      'Program dan Kegiatan',
      'Sub Kegiatan',
      'Rencana Aksi',
      ...pairs(['Nama'], ['Program', 'Kegiatan', 'Inovasi', 'Quick Win', 'Program/Kegiatan']),
      ...pairs(['Uraian'], ['Program', 'Kegiatan']),
      ...pairs(['Program'], ['Kerja', 'Inovasi', 'Unggulan', 'Quick Win']),
    ],
  }),
  field('objective', 'Tujuan', 'Objective', {
    also: ['Maksud', 'Tujuan Program', 'Tujuan Kegiatan', 'Maksud dan Tujuan'],
  }),
  field('beneficiary', 'Sasaran', 'Beneficiary', {
    also: ['Penerima Manfaat', 'Kelompok Sasaran', 'Sasaran Program', 'Sasaran Kegiatan', 'Sasaran Penerima Manfaat'],
  }),
  field('indicator*', 'Indikator', 'Indicator', {
    also: [
      ...pairs(
        ['Indikator'],
        [
          'Keberhasilan',
          'Kinerja',
          'Output',
          'Program',
          'Kegiatan',
          'Kinerja Utama',
          'Kinerja Program',
          'Kinerja Kegiatan',
          'Sasaran',
          'Capaian',
          'Hasil',
          'Outcome',
        ],
      ),
      'KPI',
      'IKU',
      'Tolok Ukur',
      'Output',
      'Keluaran',
    ],
  }),
  field('baseline', 'Kondisi Awal', 'Baseline', {
    also: ['Kondisi Existing', 'Baseline', 'Data Awal', 'Data Dasar', 'Kondisi Eksisting', 'Kondisi Saat Ini'],
  }),
  field('target', 'Target', 'Target', {
    also: pairs(['Target'], ['Capaian', 'Kinerja', 'Program', 'Kegiatan', 'Output', 'Indikator']),
  }),
  field('agency*', 'OPD', 'Responsible agency', {
    also: [
      ...responsible,
      ...['Perangkat Daerah', 'SKPD', 'Instansi', 'Dinas', 'Unit Kerja'],
      ...pairs(['OPD', 'Perangkat Daerah', 'SKPD', 'Instansi', 'Dinas'], responsible),
      'OPD Penanggung Jawab Utama',
      'OPD Terkait',
      'OPD Pengusul',
      'Unit Penanggung Jawab',
      'Leading Sector',
      'Leading Sektor',
      'PIC',
    ],
  }),
  field('partners', 'Kerja Sama', 'Partners', {
    also: [
      'Kerjasama',
      'Kemitraan',
      'Mitra',
      'OPD Pendukung',
      'Instansi Terkait',
      'Stakeholder',
      'Mitra Kerja Sama',
      'OPD Kolaborator',
      'Perangkat Daerah Pendukung',
      'Pemangku Kepentingan',
    ],
  }),
  field('years*', 'Tahun', 'Years', {
    also: [
      'Timeline',
      'Waktu',
      'Jadwal',
      'Periode',
      ...pairs(['Waktu', 'Tahun', 'Jadwal', 'Periode', 'Rencana', 'Rencana Waktu'], ['Pelaksanaan']),
      'Tahun Rencana',
      'Tahun Anggaran',
      'Rencana Waktu',
      'Target Waktu',
      'Waktu dan Tahun',
    ],
  }),
  field('duration', 'Durasi', 'Duration', { also: ['Estimasi Durasi', 'Lama Pelaksanaan', 'Jangka Waktu'] }),
  field('budget', 'Anggaran', 'Budget', {
    also: [
      ...pairs(
        ['Usulan', 'Estimasi', 'Perkiraan', 'Rencana', 'Kebutuhan', 'Indikasi', 'Alokasi', 'Jumlah', 'Total'],
        ['Anggaran', 'Biaya'],
      ),
      'Biaya',
      'Anggaran Indikatif',
      'Kebutuhan Dana',
      'Kebutuhan Pendanaan',
      'Pagu',
      'Pagu Indikatif',
      'Pagu Anggaran',
      'Pagu Dana',
      'Indikasi Pagu',
      'Alokasi Dana',
      'Rp',
      'Rp Juta',
      'Rupiah',
    ],
  }),
  field('funding', 'Sumber Dana', 'Funding source', {
    also: [
      'Pembiayaan',
      ...pairs(['Sumber'], ['Pembiayaan', 'Pendanaan', 'Anggaran', 'Biaya', 'Pembiayaan/Pendanaan']),
    ],
  }),
  field('location', 'Lokasi', 'Location', { also: ['Lokus'] }),
  field('sub-dimension', 'Sub-dimensi', 'Sub-dimension', {
    also: ['Sub Dimensi', 'Subdimensi', 'Sub Dimensi Smart City', 'Subpilar', 'Sub Pilar'],
  }),
  field('strategies', 'Strategi', 'Strategy', {
    also: ['Strategi Terkait', 'Strategi Pembangunan'],
    refersTo: 'strategy',
  }),
  field('swot-items', 'Dasar SWOT', 'SWOT basis', {
    also: ['SWOT', 'Dasar Analisis SWOT', 'Keterkaitan SWOT'],
    refersTo: 'swot-item',
  }),
  field('related', 'Program Terkait', 'Related programmes', { refersTo: 'programme' }),
  field('rpjmd', 'Keterkaitan RPJMD', 'RPJMD link', {
    also: [
      'Misi RPJMD',
      'Program RPJMD',
      'Program Renstra',
      'Keterkaitan dengan RPJMD',
      'Program Prioritas RPJMD',
      'Dasar RPJMD',
    ],
  }),
  field('status', 'Status', 'Status', { also: ['Progres', 'Realisasi'] }),
];

/** Further fields of a quick win's profile: its dimension, then the ten things a quick win is scored on. */
export const quickWinFields: readonly Field[] = [
  field('dimension', 'Dimensi', 'Dimension', { also: ['Pilar', 'Bidang'] }),
  field('formulation', 'Perumusan', 'Formulation'),
  field('appeal', 'Daya Tarik', 'Appeal'),
  field('benefit', 'Manfaat', 'Benefit'),
  field('uniqueness', 'Keunikan', 'Uniqueness', { also: ['Kebaruan', 'Kreativitas'] }),
  field('partners', 'Peluang Kemitraan', 'Partners', { also: ['Kemitraan'] }),
  field('scale-up', 'Potensi Pengembangan', 'Scale-up'),
  field('sustainability', 'Strategi Keberlangsungan', 'Sustainability', { also: ['Keberlangsungan'] }),
  field('resources', 'Sumber Daya', 'Resources'),
  field('risk', 'Manajemen Risiko', 'Risk', { also: ['Risiko', 'Identifikasi dan Mitigasi Risiko'] }),
  field('continuity', 'Keberlanjutan', 'Continuity'),
];

export const fundingSources: readonly string[] = [
  'APBD Kabupaten/Kota',
  'APBD Provinsi',
  'APBN',
  'DAK',
  'Dana Desa',
  'CSR/TJSLP',
  'KPBU',
  'Hibah',
  'BLUD',
  'BUMD',
  'Swasta',
  'Swadaya',
];

export const spellingFolds: Template['spellingFolds'] = {
  analisis: ['analisa'],
  masterplan: ['master plan'],
  roadmap: ['road map'],
  'quick win': ['quick wins', 'quickwin', 'quickwins', 'quick-win'],
  'kerja sama': ['kerjasama'],
  sistem: ['system'],
  keberhasilan: ['keberha-silan'],
  pembiayaan: ['pembia-yaan'],
  programmes: ['programs', 'programme'],
  'penanggung jawab': ['penanggungjawab'],
  tahun: ['thn', 'th'],
  matriks: ['matrik'],
  struktur: ['structure'],
  infrastruktur: ['infrastructure'],
  suprastruktur: ['superstruktur', 'superstructure'],
  kultur: ['culture'],
  sdm: ['sumber daya manusia'],
  strength: ['strengths'],
  weakness: ['weaknesses'],
  opportunity: ['opportunities'],
  threat: ['threats'],
};

/** `…` within double braces stands for any text. */
export const placeholders: readonly string[] = [
  'TODO',
  'TBD',
  'FIXME',
  'lorem ipsum',
  'akan diisi',
  'belum diisi',
  'diisi kemudian',
  '[isi di sini]',
  '[...]',
  '[…]',
  '{{…}}',
  'Kabupaten X',
  'Kota X',
  'Kabupaten/Kota X',
  'Kabupaten XYZ',
  'Kota XYZ',
];

/** First words of an application's name; `e-*` is any name that begins with `e-`. */
export const applicationWords: readonly string[] = [
  'aplikasi',
  'sistem informasi',
  'sim',
  'si',
  'portal',
  'website',
  'situs web',
  'dashboard',
  'command center',
  'platform digital',
  'e-*',
];
