/** The table of commands. A new one is a file beside this one and a line here. */

import type { CommandEntry } from '../command';

export const commands: readonly CommandEntry[] = [
  {
    name: 'check',
    summary: {
      id: 'memeriksa masterplan dan menunjukkan apa yang kurang atau keliru',
      en: 'check masterplans and show what is missing or wrong',
    },
    load: async () => (await import('./check')).check,
  },
  {
    name: 'coverage',
    summary: {
      id: 'menunjukkan apa yang sudah dicakup: dimensi, sub-dimensi, OPD',
      en: 'show what is covered: dimensions, sub-dimensions, agencies',
    },
    load: async () => (await import('./coverage')).coverage,
  },
  {
    name: 'refresh',
    summary: {
      id: 'menulis ulang blok buatan alat: peta jalan, daftar, dan jumlahnya',
      en: 'write generated blocks anew: roadmaps, lists and sums',
    },
    load: async () => (await import('./refresh')).refresh,
  },
  {
    name: 'init',
    summary: {
      id: 'memulai masterplan baru: manifes dan bab-bab wajib dengan isi awal',
      en: 'begin a masterplan: its manifest, and skeletons of the required chapters',
    },
    load: async () => (await import('./init')).init,
  },
  {
    name: 'new',
    summary: {
      id: 'menambah bab dengan isi awal',
      en: 'add a chapter with its skeleton',
    },
    load: async () => (await import('./new')).newCommand,
  },
  {
    name: 'export',
    summary: {
      id: 'menyusun buku jadi: docx, pdf, html, md, dan programnya sebagai xlsx atau csv',
      en: 'make the finished books: docx, pdf, html, md, and the programmes as xlsx or csv',
    },
    load: async () => (await import('./export')).exportCommand,
  },
];
