/** What programmes' names say. */

import { expect, test } from 'vitest';
import { coreName } from '../../../src/core/chapter/programme-names';

test('a name at its core', () => {
  expect(coreName('Labu Bali (Layanan Budaya Baca)')).toBe('Labu Bali');
  expect(coreName('Sobo Aksi - Warga Bintang Lima')).toBe('Sobo Aksi');
  expect(coreName('e-Pasar')).toBe('e-Pasar');
  expect(coreName('(tanpa nama)')).toBe('(tanpa nama)');
});
