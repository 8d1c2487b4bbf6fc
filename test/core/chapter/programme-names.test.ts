/** What programmes' names say. */

import { expect, test } from 'vitest';
import type { Programme } from '../../../src/core/chapter/chapter';
import { coreName, namesIn } from '../../../src/core/chapter/programme-names';
import { defaultTemplate } from '../../../src/core/template/presets/presets';

test('a name at its core', () => {
  expect(coreName('Labu Bali (Layanan Budaya Baca)')).toBe('Labu Bali');
  expect(coreName('Sobo Aksi - Warga Bintang Lima')).toBe('Sobo Aksi');
  expect(coreName('e-Pasar')).toBe('e-Pasar');
  expect(coreName('(tanpa nama)')).toBe('(tanpa nama)');
});

test('a name without what counts it', () => {
  const said = (name: string) => {
    const { whole, core, isApplication } = namesIn(defaultTemplate).of({ name } as Programme);
    return [whole, core, isApplication];
  };
  expect(said('Quick Win III – e-Pasar: Kartu Tani')).toEqual(['e pasar kartu tani', 'e pasar', true]);
  expect(said('🔹 Program 2: Kartu Tani')).toEqual(['kartu tani', 'kartu tani', false]);
  expect(said('Program 1')).toEqual(['program 1', 'program 1', false]);
  expect(said('Pasar 1: Kartu')).toEqual(['pasar 1 kartu', 'pasar 1', false]);
});
