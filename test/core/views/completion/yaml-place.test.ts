import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { yamlPlaceAt } from '../../../../src/core/views/completion/yaml-place';

/** The place at `^` as `path role "word"`, with what stands beside it. */
function place(marked: string): string | undefined {
  const offset = marked.indexOf('^');
  const source = marked.replace('^', '');
  const found = yamlPlaceAt(source, { start: 0, end: source.length }, offset);
  if (found === undefined) return undefined;
  const { path, role, range, beside, hasColon } = found;
  const word = source.slice(range.start, range.end);
  const others = beside.size === 0 ? '' : ` beside ${[...beside].sort().join(' ')}`;
  return `${path.join('.') || '-'} ${role}${hasColon ? ':' : ''} "${word}"${others}`;
}

test.each([
  ['^', '- key ""'],
  ['per^', '- key "per"'],
  ['per^iod: 2025', '- key: "period"'],
  ['region: x\nper^\ntitle: y', '- key "per" beside region title'],
  ['region: x\n^\ntitle: y', '- key "" beside region title'],
  ['period: ^', 'period value ""'],
  ['period:^', 'period value ""'],
  ['period: 20^25', 'period value "2025"'],
  ['period: 2025 ^', undefined],
  ['language: id # ^', undefined],
  ['horizons:\n  sh^', 'horizons key "sh"'],
  ['horizons:\n  short: 2025\n  ^', 'horizons key "" beside short'],
  ['horizons:\n  short: 2025\n^', '- key "" beside horizons'],
  ['horizons: { sh^ }', 'horizons key "sh"'],
  ['horizons: { short: 2025, ^ }', 'horizons key "" beside short'],
  ['horizons: { short: 2^025, long: 2030 }', 'horizons.short value "2025" beside long short'],
  ['horizons: { short: ^', 'horizons.short value "" beside short'],
  ['agencies:\n  - ^', 'agencies.[] value ""'],
  ['agencies:\n  - Din^as', 'agencies.[] value "Dinas"'],
  ['agencies:\n- id: x\n  na^', 'agencies.[] key "na" beside id'],
  ['agencies:\n  - id: x\n    name: y\n  - ^', 'agencies.[] value ""'],
  ['agencies:\n  - { id: x, ^ }', 'agencies.[] key "" beside id'],
  ['agencies:\n  - { id: x, name: y }\n  - { ^', 'agencies.[] key ""'],
  ['chapters:\n  - id: dimension\n    sections: [swot*, ^]', 'chapters.[].sections.[] value "" beside swot*'],
  ['chapters:\n  - { id: dimension, sections: [sw^ot*, tows] }', 'chapters.[].sections.[] value "swot*" beside tows'],
  ['dimensions:\n  - id: a\n    sub:\n      - id: ^', 'dimensions.[].sub.[].id value ""'],
  ['dimensions:\n  - id: a\n    title: { ^ }\n    also: x', 'dimensions.[].title key ""'],
  ['rules: { swot-unused: ^ }\nexclude: [a]', 'rules.swot-unused value "" beside swot-unused'],
  ['rules:\n  swot-unused: of^', 'rules.swot-unused value "of"'],
  ['rules: {\n  swot-unused: off,\n  ^\n}', 'rules key "" beside swot-unused'],
  ['rules: { swot\nexclude: ^', 'exclude value ""'],
  ['"title": ^', 'title value ""'],
  ['# a comment ^', undefined],
  ['contributors: [Bappeda, ^]\r\nowner: x\r\n', 'contributors.[] value "" beside Bappeda'],
  ['chapter: dimension\r\ndimension: ^\r\n', 'dimension value ""'],
])('%j is %s', (marked, expected) => {
  expect(place(marked)).toBe(expected);
});

test('any text and any offset get an answer whose range holds the offset', () => {
  const words = fc.constantFrom('a:', ' ', '- ', '\n', '{', '}', '[', ']', ', ', ': ', '"', '#', 'kata', '\r\n', "'");
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), fc.nat(), (parts, at) => {
      const source = parts.join('');
      const offset = at % (source.length + 1);
      const found = yamlPlaceAt(source, { start: 0, end: source.length }, offset);
      if (found === undefined) return;
      expect(found.range.start).toBeLessThanOrEqual(offset);
      expect(found.range.end).toBeGreaterThanOrEqual(offset);
      expect(source.slice(found.range.start, found.range.end)).not.toMatch(/[\r\n]/);
    }),
    { numRuns: 500 },
  );
});
