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
    name: 'refresh',
    summary: {
      id: 'menulis ulang blok buatan alat: peta jalan, daftar, dan jumlahnya',
      en: 'write generated blocks anew: roadmaps, lists and sums',
    },
    load: async () => (await import('./refresh')).refresh,
  },
];
