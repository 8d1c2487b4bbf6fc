/** Dimensions whose programmes are applications for the most part. */

import { expect, test } from 'vitest';
import { economyWith, found, places } from './found';

const rule = 'app-heavy';
const short = (...names: string[]) =>
  `## Program Jangka Pendek\n\n| Program |\n|---|\n${names.map((name) => `| ${name} |`).join('\n')}`;

test('more than half, counted over all horizons, at the first of them', () => {
  const body = `${short('Aplikasi Pasar', 'Pasar').replace('Pendek', 'Menengah')}\n\n${short('SI Harga', 'Dashboard Pangan').replace('Pendek', 'Panjang')}`;
  expect(found(rule, economyWith(body))).toEqual([
    [
      '8 Program Jangka Menengah',
      '3 dari 4 program Smart Economy berupa aplikasi; kota cerdas juga memerlukan program nonaplikasi.',
      '3 of the 4 programmes of Smart Economy are applications; a smart city needs other programmes as well.',
    ],
  ]);
});

test.each([
  'Sistem Informasi Pasar',
  'system informasi pasar',
  'SIM Pasar',
  'e-Pasar',
  'E–Pasar',
  '**Website** pasar',
  'Command Center Kabupaten',
  'Situs Web Pasar',
])('%s is an application', (name) => {
  expect(places(rule, economyWith(short('SI A', 'SI B', name, 'Pasar')))).toHaveLength(1);
});

test.each(['SIMDA Pendapatan', 'Simpus', 'Pelatihan aplikasi', 'Ekonomi kreatif', 'Siskamling', 'Pasar e-Katalog'])(
  '%s is none',
  (name) => {
    expect(places(rule, economyWith(short('SI A', 'SI B', name, 'Pasar')))).toEqual([]);
  },
);

test('three programmes are too few to tell', () => {
  expect(places(rule, economyWith(short('SI A', 'SI B', 'SI C')))).toEqual([]);
});

test('orphaned quick wins do not count', () => {
  expect(
    places(rule, economyWith(`${short('SI A', 'SI B', 'Pasar')}\n\n## Quick Win\n\n| Quick Win |\n|---|\n| SI D |`)),
  ).toEqual([]);
});
