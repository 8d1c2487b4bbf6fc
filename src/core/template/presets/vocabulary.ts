/** What the books of all presets share: books, chapter kinds, sections, fields, and the words they are known by. */
import type { BookKind, ChapterKind, Field, SectionKind, Template } from '../template';
import { chapter, field, section, titled } from './notation';

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
  section('background', 'Latar Belakang', 'Background'),
  section('purpose', 'Maksud dan Tujuan', 'Purpose', { also: ['Tujuan', 'Maksud & Tujuan'] }),
  section('legal-basis', 'Dasar Hukum', 'Legal Basis', {
    also: ['Landasan Hukum', 'Landasan Regulasi', 'Referensi Hukum'],
  }),
  section('scope', 'Ruang Lingkup', 'Scope'),
  section('readiness-nature', 'Kesiapan Nature', 'Nature', {
    also: ['Analisis Nature', 'Analisis Kesiapan Nature', 'Nature'],
  }),
  section('readiness-structure', 'Kesiapan Struktur', 'Structure', {
    also: ['Analisis Struktur', 'Analisis Kesiapan Struktur', 'Struktur'],
  }),
  section('readiness-infrastructure', 'Kesiapan Infrastruktur', 'Infrastructure', {
    also: ['Analisis Infrastruktur', 'Analisis Kesiapan Infrastruktur', 'Infrastruktur'],
  }),
  section('readiness-superstructure', 'Kesiapan Suprastruktur', 'Superstructure', {
    also: ['Analisis Suprastruktur', 'Analisis Kesiapan Suprastruktur', 'Suprastruktur', 'Superstruktur'],
  }),
  section('readiness-culture', 'Kesiapan Kultur', 'Culture', {
    also: ['Analisis Kultur', 'Analisis Kesiapan Kultur', 'Kultur', 'Budaya'],
  }),
  section('swot', 'Analisis SWOT', 'SWOT Analysis', {
    also: ['SWOT', 'Pemetaan SWOT', 'Matriks SWOT', 'Kekuatan Kelemahan Peluang dan Ancaman', 'IFAS dan EFAS'],
    sections: ['strengths*', 'weaknesses*', 'opportunities*', 'threats*'],
  }),
  section('strengths', 'Kekuatan', 'Strengths', { also: ['Strength', 'Kekuatan (Strengths)', 'Strengths (Kekuatan)'] }),
  section('weaknesses', 'Kelemahan', 'Weaknesses', { also: ['Weakness', 'Kelemahan (Weaknesses)'] }),
  section('opportunities', 'Peluang', 'Opportunities', {
    also: ['Opportunity', 'Kesempatan', 'Peluang (Opportunities)'],
  }),
  section('threats', 'Ancaman', 'Threats', { also: ['Threat', 'Tantangan', 'Ancaman (Threats)'] }),
  section('tows', 'Matriks Strategi SWOT', 'TOWS Matrix', {
    also: ['Matriks TOWS', 'Analisis TOWS'],
    sections: ['so', 'wo', 'st', 'wt'],
  }),
  section('so', 'Strategi SO', 'SO Strategies', {
    also: ['Strategi S-O', 'Strategi Strength-Opportunity', 'Strategi Strength – Opportunity (SO)'],
  }),
  section('wo', 'Strategi WO', 'WO Strategies', {
    also: ['Strategi W-O', 'Strategi Weakness-Opportunity', 'Strategi Weakness – Opportunity (WO)'],
  }),
  section('st', 'Strategi ST', 'ST Strategies', {
    also: ['Strategi S-T', 'Strategi Strength-Threat', 'Strategi Strength – Threat (ST)'],
  }),
  section('wt', 'Strategi WT', 'WT Strategies', {
    also: ['Strategi W-T', 'Strategi Weakness-Threat', 'Strategi Weakness – Threat (WT)'],
  }),
  section('vision', 'Visi Smart City', 'Vision', { also: ['Visi', 'Visi Kota Cerdas', 'Visi Pembangunan Smart City'] }),
  section('mission', 'Misi Smart City', 'Mission', { also: ['Misi', 'Misi Pembangunan'] }),
  section('goals', 'Sasaran Smart City', 'Goals', { also: ['Sasaran', 'Tujuan dan Sasaran', 'Sasaran Pembangunan'] }),
  section('rpjmd-alignment', 'Keselarasan dengan RPJMD', 'Alignment with the RPJMD', {
    also: [
      'Sinkronisasi RPJMD',
      'Keterkaitan RPJMD',
      'Keterkaitan dengan RPJMD',
      'Keselarasan dengan RPJMD dan Dokumen Perencanaan',
      'Keterkaitan dengan Dokumen Perencanaan',
    ],
  }),
  section('strategy', 'Strategi Pembangunan', 'Strategy', {
    also: ['Strategi', 'Strategies', 'Strategi dan Sasaran', 'Strategi Pembangunan Smart City'],
  }),
  // A group: the horizon sections may stand in it or beside it. What follows them in the scope around it may as well,
  // but where a quick-win section is missing, it is not the group that lacks it.
  section('programmes', 'Program', 'Programmes', {
    also: [
      'Rencana Program',
      'Rencana Program Pembangunan',
      'Program dan Kegiatan',
      'Program Pembangunan',
      'Programs',
      'Inisiatif',
    ],
    group: true,
    sections: ['programmes-short', 'programmes-medium', 'programmes-long'],
  }),
  section('programmes-short', 'Program Jangka Pendek', 'Short-term Programmes', {
    also: [
      'Jangka Pendek',
      'Rencana Jangka Pendek',
      'Program Pembangunan Jangka Pendek',
      'Short Term',
      'Short-term Programs',
    ],
  }),
  section('programmes-medium', 'Program Jangka Menengah', 'Medium-term Programmes', {
    also: [
      'Jangka Menengah',
      'Rencana Jangka Menengah',
      'Program Pembangunan Jangka Menengah',
      'Medium Term',
      'Medium-term Programs',
    ],
  }),
  section('programmes-long', 'Program Jangka Panjang', 'Long-term Programmes', {
    also: [
      'Jangka Panjang',
      'Rencana Jangka Panjang',
      'Program Pembangunan Jangka Panjang',
      'Long Term',
      'Long-term Programs',
    ],
  }),
  section('quick-wins', 'Quick Win', 'Quick Wins', { also: ['Program Quick Win', 'Program Percepatan'] }),
  section('action-policy', 'Kebijakan dan Kelembagaan', 'Policy and Institutions'),
  section('action-capacity', 'Peningkatan Kapasitas SDM', 'Human Resources', {
    also: ['Pengembangan SDM', 'Pengembangan Sumber Daya Manusia'],
  }),
  section('action-infrastructure', 'Pembangunan Infrastruktur Pendukung', 'Supporting Infrastructure', {
    also: ['Infrastruktur', 'Infrastruktur TIK'],
  }),
  section('action-application', 'Pengembangan Aplikasi Pendukung', 'Supporting Applications', {
    also: ['Pengembangan Aplikasi', 'Perangkat Lunak', 'Sistem Informasi'],
  }),
  section('action-literacy', 'Penguatan Literasi Smart City', 'Smart City Literacy', {
    also: ['Literasi', 'Literasi Smart City'],
  }),
  section('council', 'Dewan Smart City', 'Smart City Council'),
  section('team', 'Tim Pelaksana Smart City', 'Executing Team'),
  section('forum', 'Forum Smart City', 'Smart City Forum'),
];

/** Fields of programmes; `*`: a programme without it is incomplete. */
export const fields: readonly Field[] = [
  // A bare running number is not a code.
  field('code', 'Kode', 'Code', { also: ['No', 'No.', 'Nomor', '#'] }),
  field('name*', 'Program', 'Programme', {
    also: [
      'Nama Program',
      'Program Kerja',
      'Kegiatan',
      'Inovasi',
      'Inisiatif',
      'Nama Inovasi',
      'Nama Quick Win',
      'Quick Win',
      'Program/Kegiatan',
    ],
  }),
  field('objective', 'Tujuan', 'Objective', { also: ['Maksud'] }),
  field('beneficiary', 'Sasaran', 'Beneficiary', { also: ['Penerima Manfaat', 'Kelompok Sasaran'] }),
  field('indicator*', 'Indikator', 'Indicator', {
    also: ['Indikator Keberhasilan', 'Indikator Kinerja', 'Indikator Output', 'KPI', 'IKU'],
  }),
  field('baseline', 'Kondisi Awal', 'Baseline', { also: ['Kondisi Existing', 'Baseline'] }),
  field('target', 'Target', 'Target', { also: ['Target Capaian'] }),
  field('agency*', 'OPD', 'Responsible agency', {
    also: [
      'OPD Penanggung Jawab',
      'OPD Pelaksana',
      'OPD Pengampu',
      'Pelaksana',
      'Penanggung Jawab',
      'Perangkat Daerah',
      'SKPD',
      'Leading Sector',
      'PIC',
    ],
  }),
  field('partners', 'Kerja Sama', 'Partners', {
    also: ['Kerjasama', 'Kemitraan', 'Mitra', 'OPD Pendukung', 'Instansi Terkait', 'Stakeholder'],
  }),
  field('years*', 'Tahun', 'Years', { also: ['Timeline', 'Waktu Pelaksanaan', 'Waktu', 'Jadwal', 'Periode'] }),
  field('duration', 'Durasi', 'Duration', { also: ['Estimasi Durasi', 'Lama Pelaksanaan', 'Jangka Waktu'] }),
  field('budget', 'Anggaran', 'Budget', {
    also: ['Usulan Anggaran', 'Pagu Indikatif', 'Estimasi Biaya', 'Kebutuhan Anggaran', 'Biaya'],
  }),
  field('funding', 'Sumber Dana', 'Funding source', { also: ['Sumber Pembiayaan', 'Sumber Pendanaan', 'Pembiayaan'] }),
  field('location', 'Lokasi', 'Location', { also: ['Lokus'] }),
  field('sub-dimension', 'Sub-dimensi', 'Sub-dimension', { also: ['Sub Dimensi', 'Subdimensi'] }),
  field('strategies', 'Strategi', 'Strategy', { also: ['Strategi Terkait'], refersTo: 'strategy' }),
  field('swot-items', 'Dasar SWOT', 'SWOT basis', { also: ['SWOT'], refersTo: 'swot-item' }),
  field('related', 'Program Terkait', 'Related programmes', { refersTo: 'programme' }),
  field('rpjmd', 'Keterkaitan RPJMD', 'RPJMD link', { also: ['Misi RPJMD', 'Program RPJMD', 'Program Renstra'] }),
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
  programmes: ['programs'],
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
