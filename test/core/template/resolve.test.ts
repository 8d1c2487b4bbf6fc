import { describe, expect, it } from 'vitest';
import { readManifest } from '../../../src/core/template/manifest';
import { defaultTemplate } from '../../../src/core/template/presets/presets';
import { resolveSettings } from '../../../src/core/template/resolve';

const settingsOf = (source: string, wishes = {}) =>
  resolveSettings(readManifest(source, 'memory:/masterplan.yaml'), wishes);
const horizonsOf = (source: string) => {
  const { horizons } = settingsOf(source);
  return (
    horizons && Object.fromEntries(Object.entries(horizons).map(([name, { from, to }]) => [name, `${from}-${to}`]))
  );
};

describe('resolveSettings', () => {
  it('gives a loose chapter the default template', () => {
    expect(resolveSettings(undefined)).toEqual({
      template: defaultTemplate,
      language: 'id',
      agencies: [],
      rules: {},
      quickWins: { perDimension: 1 },
      exclude: [],
    });
  });

  it('takes a rule from the manifest before the reader', () => {
    const { rules } = settingsOf('rules: { swot-unused: off }\n', {
      rules: { 'swot-unused': 'error', placeholder: 'info' },
    });
    expect(rules).toEqual({ 'swot-unused': 'off', placeholder: 'info' });
  });

  it('keeps the explicit wish for a language apart from that of the book', () => {
    expect(settingsOf('language: en\n')).toMatchObject({ language: 'en' });
    expect(settingsOf('language: en\n', { language: 'auto' }).readerLanguage).toBeUndefined();
    expect(settingsOf('language: en\n', { language: 'id' })).toMatchObject({ language: 'en', readerLanguage: 'id' });
  });

  it('carries along what the manifest says', () => {
    expect(
      settingsOf('region: X\ntitle: Y\nperiod: 2025-2027\nquick-wins: { total: 2 }\nexclude: [a]\nagencies: [B]\n'),
    ).toMatchObject({
      region: 'X',
      title: 'Y',
      period: { from: 2025, to: 2027 },
      quickWins: { total: 2 },
      exclude: ['a'],
      agencies: [{ id: 'b', name: 'B', aliases: [] }],
    });
  });
});

describe('horizons', () => {
  it.each([
    ['period: 2025-2034\n', { short: '2025-2025', medium: '2026-2029', long: '2030-2034' }],
    ['period: 2025-2027\n', { short: '2025-2025', medium: '2026-2027' }],
    ['period: 2025\n', { short: '2025-2025' }],
    ['', undefined],
    ['horizons: { short: 2025 }\n', { short: '2025-2025' }],
    [
      'period: 2025-2034\nhorizons: { short: 2025-2026 }\n',
      { short: '2025-2026', medium: '2027-2029', long: '2030-2034' },
    ],
    [
      'period: 2025-2034\nhorizons: { medium: 2027-2030 }\n',
      { short: '2025-2026', medium: '2027-2030', long: '2031-2034' },
    ],
    [
      'period: 2025-2034\nhorizons: { long: 2029-2034 }\n',
      { short: '2025-2025', medium: '2026-2028', long: '2029-2034' },
    ],
    [
      'period: 2019-2028\nhorizons: { short: 2019, medium: 2020-2023, long: 2024-2028 }\n',
      { short: '2019-2019', medium: '2020-2023', long: '2024-2028' },
    ],
  ])('of %j are shared out', (source, expected) => {
    expect(horizonsOf(source)).toEqual(expected);
  });
});
