/** What the fields of programmes mean, in a sentence each: beside columns and fields that are offered. */

import type { Text } from '../language/language';

/** By field id (format 3.3, 3.4); a field of a manifest's own is explained by nobody. */
export const fieldMeanings: Readonly<Record<string, Text>> = {
  code: {
    id: 'Kode unik di seluruh masterplan, misalnya GOV-P-01. Nomor urut saja bukan kode.',
    en: 'A code that is unique in the whole masterplan, such as GOV-P-01. A running number alone is none.',
  },
  name: { id: 'Nama program atau kegiatan.', en: 'The name of the programme or activity.' },
  objective: { id: 'Apa yang ingin dicapai program.', en: 'What the programme is to achieve.' },
  beneficiary: { id: 'Siapa yang menerima manfaat.', en: 'Who benefits.' },
  indicator: {
    id: 'Ukuran keberhasilan yang dapat dihitung, dengan angkanya.',
    en: 'What success is measured by, with its number.',
  },
  baseline: {
    id: 'Nilai indikator sebelum program dimulai.',
    en: "The indicator's value before the programme begins.",
  },
  target: { id: 'Nilai indikator yang hendak dicapai.', en: "The indicator's value to be reached." },
  agency: {
    id: 'Perangkat daerah penanggung jawab, seperti ditulis di daftar OPD manifes.',
    en: "The agency in charge, as the manifest's list of agencies has it.",
  },
  partners: { id: 'Siapa yang bekerja sama dengan penanggung jawab.', en: 'Who works with the agency in charge.' },
  years: {
    id: 'Tahun pelaksanaan: satu tahun, rentang (2025-2027), atau daftar.',
    en: 'The years in which it is carried out: one, a span (2025-2027), or a list.',
  },
  duration: { id: 'Lama pelaksanaan, misalnya 6 bulan.', en: 'How long it takes, such as 6 months.' },
  budget: {
    id: 'Perkiraan biaya, misalnya Rp 750 juta atau 1,25 M.',
    en: 'The expected cost, such as Rp 750 million.',
  },
  funding: { id: 'Dari mana biayanya: APBD, APBN, CSR, dan lainnya.', en: 'Who pays: APBD, APBN, CSR and so on.' },
  location: { id: 'Tempat pelaksanaan.', en: 'Where it is carried out.' },
  'sub-dimension': {
    id: 'Sub-dimensi yang dilayani program.',
    en: 'The sub-dimension that the programme serves.',
  },
  strategies: {
    id: 'Strategi yang dijalankan program, dengan kodenya (SO1). Di bagian strategi: teks strateginya.',
    en: 'The strategies that the programme carries out, by their codes (SO1). In the section on strategy: its words.',
  },
  'swot-items': {
    id: 'Butir SWOT yang dijawab, dengan kodenya (S1, O2).',
    en: 'The SWOT items answered, by their codes (S1, O2).',
  },
  related: {
    id: 'Program lain yang terkait, dengan kodenya.',
    en: 'Other programmes that it has to do with, by their codes.',
  },
  rpjmd: {
    id: 'Misi atau program RPJMD yang didukung.',
    en: 'The mission or programme of the RPJMD that it supports.',
  },
  status: { id: 'Sejauh mana sudah terlaksana.', en: 'How far it has come.' },
  dimension: { id: 'Dimensi tempat program berada.', en: 'The dimension that the programme belongs to.' },
  formulation: { id: 'Bagaimana quick win dirumuskan.', en: 'How the quick win was formulated.' },
  appeal: { id: 'Apa yang menarik perhatian masyarakat.', en: 'What draws the attention of the public.' },
  benefit: { id: 'Manfaat nyata bagi masyarakat.', en: 'What people really gain.' },
  uniqueness: { id: 'Apa yang baru atau berbeda.', en: 'What is new or different.' },
  'scale-up': { id: 'Bagaimana dapat diperluas.', en: 'How it can grow.' },
  sustainability: { id: 'Bagaimana terus berjalan setelah quick win.', en: 'How it goes on after the quick win.' },
  resources: { id: 'Orang, sarana, dan data yang diperlukan.', en: 'People, means and data that it needs.' },
  risk: { id: 'Apa yang dapat menghambat, dan penanganannya.', en: 'What may get in its way, and what is done then.' },
  continuity: { id: 'Siapa yang meneruskan.', en: 'Who carries it on.' },
};
