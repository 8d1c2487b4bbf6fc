import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoney, readScale } from '../../../src/core/language/money';
import { expectLinear } from '../growth';

describe('readMoney', () => {
  it.each([
    ['Rp 1.250.000.000', 1_250_000_000],
    ['Rp1.250.000.000,00', 1_250_000_000],
    ['1,25 M', 1_250_000_000],
    ['Rp1,25 M', 1_250_000_000],
    ['Rp1,25 m', 1_250_000_000],
    ['1.2 miliar', 1_200_000_000],
    ['1,250 M', 1_250_000_000],
    ['1.250 juta', 1_250_000_000],
    ['750 juta', 750_000_000],
    ['Rp750 jt/tahun', 750_000_000],
    ['500 jt', 500_000_000],
    ['Rp1,2 T', 1_200_000_000_000],
    ['Rp. 500.000.000,-', 500_000_000],
    ['Rp.500.000.000,-', 500_000_000],
    ['Rp.500 juta', 500_000_000],
    ['Rp.1,2 M', 1_200_000_000],
    ['IDR.500.000', 500_000],
    ['1,250,000,000', 1_250_000_000],
    ['Rp 1,250,000.50', 1_250_001],
    ['Rp 0', 0],
    ['500', 500],
    ['Rp 1 500 000 000', 1_500_000_000],
    ['Rp. 1\u00a0250\u00a0000,00', 1_250_000],
    ['Rp 500\u202f000 per desa', 500_000],
    ['12 500 000', 12_500_000],
    ['Rp 3 M dan Rp 1 250 000', 3_001_250_000],
    ['2 paket Rp 500 000.', 500_000],
  ])('reads %s', (text, amount) => {
    expect(readMoney(text)).toBe(amount);
  });

  it.each([
    'miliar',
    'Milliar',
    'milyar',
    'Millyar',
    'Miliyar',
    'milliyar',
    'miljar',
    'milyard',
    'Milliard',
    'miliyaran',
    'billion',
  ])('reads the spelling %s', (unit) => {
    expect(readMoney(`Rp 1,75 ${unit}`)).toBe(1_750_000_000);
    expect(readMoney(`3 ${unit}`)).toBe(3_000_000_000);
    expect(readScale(`Anggaran (${unit})`)).toBe(1e9);
  });

  it.each(['triliun', 'Trilyun', 'trilliun', 'triliyun', 'triliunan', 'trillion'])('reads the spelling %s', (unit) => {
    expect(readMoney(`Rp 1,2 ${unit}`)).toBe(1_200_000_000_000);
  });

  it.each([
    'Rp 3 miliat',
    'Rp 3 Mil.',
    'Rp 1,75 Mily',
    'Rp.500 jutta',
    'Rp 500 Jut',
    'Rp 500 rbu',
    'Rp 1,5 mlyr',
    'Rp 1 - 2 miliat',
    'Rp 500 juta dan 2 triiliun',
    'Rp 2 miliat - Rp 3 miliar',
  ])('reads no amount where a unit is garbled: %s', (text) => {
    expect(readMoney(text)).toBeUndefined();
  });

  it.each([
    ['Rp 500 per orang', 500],
    ['Rp 500 untuk 3 orang', 500],
    ['Rp 0', 0],
    ['Rp 0 untuk 2025', 0],
    ['Rp 750 (ribu)', 750],
    ['Rp 500 rupiah', 500],
    ['Rp 250,00 tiap lembar', 250],
    ['Rp 996,74/kWh', 997],
    ['Rp 500.000 juga', 500_000],
    ['Rp 250 ribu untuk 3 bulan', 250_000],
    ['Rp 2 M untuk zona 12 mil', 2_000_000_000],
    ['Rp 2 M untuk 3 juri', 2_000_000_000],
    ['Rp 2 M (2025), 2026 juga', 2_000_000_000],
    ['Rp 2 M untuk 100 jutawan', 2_000_000_000],
  ])('takes no other word for a garbled unit: %s', (text, amount) => {
    expect(readMoney(text)).toBe(amount);
  });

  it('takes a fraction for one of the unit in the title', () => {
    expect(readMoney('Rp 1,5 untuk pelatihan', 1e9)).toBe(1_500_000_000);
    expect(readMoney('Rp 750 Duta Wisata', 1e6)).toBe(750_000_000);
    expect(readMoney('Rp 3 miliat', 1e6)).toBeUndefined();
  });

  it.each([
    ['24,8 juta per aplikasi per tahun', 24_800_000],
    ['Rp 41.223.000 per aplikasi', 41_223_000],
    ['2 paket @ Rp 500.000', 500_000],
    ['1.000.000 x 12 bulan', 1_000_000],
    ['± Rp 2 M selama 5 tahun', 2_000_000_000],
    ['10% dari 500 juta', 500_000_000],
    ['2025 Rp.500.000.000', 500_000_000],
    ['Tahun 2025: Rp.500.000.000,-', 500_000_000],
  ])('allows words around an amount: %s', (text, amount) => {
    expect(readMoney(text)).toBe(amount);
  });

  it.each([
    ['1 miliar 250 juta', 1_250_000_000],
    ['APBD 500 juta; CSR 250 juta', 750_000_000],
    ['APBD 500 juta - CSR 250 juta', 750_000_000],
    ['Rp 500 juta ---- Rp 250 juta', 750_000_000],
    ['2025: 500 juta, 2026: 700 juta', 1_200_000_000],
    ['Rp.100.000.000 (2025) dan Rp. 50.000.000', 150_000_000],
    ['100.000.000 Rp.50.000.000', 150_000_000],
    ['Rp 100 juta (2025) – Rp 200 juta (2026)', 300_000_000],
  ])('sums several amounts: %s', (text, amount) => {
    expect(readMoney(text)).toBe(amount);
  });

  it.each([
    ['500-750 juta', 750_000_000],
    ['Rp 500 juta – Rp 1 miliar', 1_000_000_000],
    ['Rp 500.000.000,- s.d. Rp 750.000.000,-', 750_000_000],
    ['Rp 500.000 - 750.000', 750_000],
    ['Rp 500.000.000 - 1 M', 1_000_000_000],
    ['1 sampai dengan 2 M', 2_000_000_000],
    ['Rp 100 juta -- Rp 200 juta', 200_000_000],
    ['Rp 100 juta --- Rp 200 juta', 200_000_000],
    ['Rp 100 juta ‑ Rp 200 juta', 200_000_000],
    ['Rp 100 juta − Rp 200 juta', 200_000_000],
    ['Rp 500.000.000,- -- 1 M', 1_000_000_000],
    ['500--750 juta', 750_000_000],
    ['Rp.500.000.000,- s.d. Rp.750.000.000,-', 750_000_000],
  ])('counts the upper end of a range: %s', (text, amount) => {
    expect(readMoney(text)).toBe(amount);
  });

  it.each([
    '',
    'menyesuaikan',
    '2 paket',
    '500 m',
    '500 M2',
    '10%',
    '$5',
    '2025',
    'Rp 1.25.000',
    'Rp.1.25.000',
    'Rp',
    'Rp.',
    '.500',
    'SK No.500/2025',
    '$.500',
  ])('reads no amount in %j', (text) => {
    expect(readMoney(text)).toBeUndefined();
  });

  it('scales amounts that have no unit of their own', () => {
    expect(readMoney('750', 1e6)).toBe(750_000_000);
    expect(readMoney('1.250', 1e6)).toBe(1_250_000_000);
    expect(readMoney('1,25', 1e9)).toBe(1_250_000_000);
    expect(readMoney('Rp 1.250', 1e6)).toBe(1_250_000_000);
    expect(readMoney('2000', 1e6)).toBe(2_000_000_000);
    expect(readMoney('500 juta', 1e9)).toBe(500_000_000);
    expect(readMoney('Rp 750.000.000', 1e6)).toBe(750_000_000);
  });

  it('reads every whole amount back from both ways of grouping', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999_999 }), (rupiah) => {
        const groups = String(rupiah).replace(/\B(?=(\d{3})+$)/g, '.');
        expect(readMoney(`Rp ${groups}`)).toBe(rupiah);
        expect(readMoney(`Rp${groups},-`)).toBe(rupiah);
        expect(readMoney(`Rp.${groups},-`)).toBe(rupiah);
        expect(readMoney(`Rp ${groups},00`)).toBe(rupiah);
        expect(readMoney(`IDR ${groups.replaceAll('.', ',')}`)).toBe(rupiah);
      }),
    );
  });

  it('never throws and never gives anything but a whole number of rupiah', () => {
    const piece = fc.constantFrom('Rp', ' ', '1', '250', '.', ',', '-', ' M', 'juta', '000', 's.d.', '(', '%', '—');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const amount = readMoney(text);
          expect(amount === undefined || (Number.isFinite(amount) && Math.round(amount) === amount)).toBe(true);
        },
      ),
    );
  });

  it('answers hostile text at once', () => {
    for (const piece of ['1', '1,', 'Rp ', 'Rp.', '1 - ', '1 rp'])
      expectLinear((size) => readMoney(piece.repeat(size)), 5000);
  });
});

describe('readScale', () => {
  it.each([
    ['Anggaran', 1],
    ['Anggaran (Rp)', 1],
    ['Usulan Anggaran', 1],
    ['Anggaran (Rp juta)', 1e6],
    ['Anggaran (juta rupiah)', 1e6],
    ['Pagu (dalam jutaan)', 1e6],
    ['Pagu Indikatif Rp Miliar', 1e9],
    ['Anggaran (M)', 1e9],
    ['Anggaran (Rp T)', 1e12],
    ['Anggaran (Rp. 000)', 1e3],
    ['Biaya (Rp.000,-)', 1e3],
    ['Anggaran (Rp 1.000)', 1e3],
    ['Anggaran (Rp 000.000)', 1e6],
    ['Anggaran (x Rp 1.000.000)', 1e6],
    ['Kebutuhan Anggaran (2025)', 1],
  ])('reads the unit of %s', (title, scale) => {
    expect(readScale(title)).toBe(scale);
  });
});
