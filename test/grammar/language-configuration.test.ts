import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface EnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly action: { readonly indent: 'none' | 'indent' | 'outdent' | 'indentOutdent'; readonly appendText?: string };
}

const configuration = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'language-configuration.json'), 'utf8'),
);
const enterRules: readonly EnterRule[] = configuration.onEnterRules;

/** The line that Enter makes, as the editor does: the first rule that fits; `¦` is the cursor. */
function enter(line: string): string {
  const [before = '', after = ''] = line.split('¦');
  const rule = enterRules.find(
    ({ beforeText, afterText }) =>
      new RegExp(beforeText).test(before) && (afterText === undefined || new RegExp(afterText).test(after)),
  );
  const indent = /^\s*/.exec(before)?.[0] ?? '';
  const kept = rule?.action.indent === 'outdent' ? indent.slice(2) : indent;
  return kept + (rule?.action.appendText ?? '') + after.trimStart();
}

function words(text: string): string[] {
  const { pattern, flags } = configuration.wordPattern;
  return [...text.matchAll(new RegExp(pattern, flags))].map(([word]) => word);
}

describe('words', () => {
  test.each([
    ['Program GOV-P-01: layanan', ['Program', 'GOV-P-01', 'layanan']],
    ['(S1, O2)', ['S1', 'O2']],
    ['[LIV-ST-1]', ['LIV-ST-1']],
    ['governance:S1', ['governance', 'S1']],
    ['undang-undang dan kupu-kupu', ['undang-undang', 'dan', 'kupu-kupu']],
    ['program-program di Jum’at dan Jumat', ['program-program', 'di', 'Jum’at', 'dan', 'Jumat']],
    ['e-government – e-SAKIP', ['e-government', 'e-SAKIP']],
    ['2025–2027 dan 2028-2030', ['2025', '2027', 'dan', '2028-2030']],
    ['**tebal**, `kode`', ['tebal', 'kode']],
    ['- butir', ['butir']],
    ['ujung- dan -awal', ['ujung', 'dan', 'awal']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('Enter', () => {
  test.each([
    ['- butir¦', '- '],
    ['  - butir dalam¦', '  - '],
    ['* butir¦', '* '],
    ['+ butir¦', '+ '],
    ['- bu¦tir', '- tir'],
    ['- [x] tugas¦', '- [ ] '],
    ['- [ ] tugas¦', '- [ ] '],
    ['- S1. kekuatan¦', '- '],
    ['1. butir¦', '2. '],
    ['9. butir¦', '10. '],
    ['  3) butir¦', '  4) '],
    ['30. butir¦', '31. '],
    ['> kutipan¦', '> '],
    ['| GOV-P-01 | Nama |¦', '| '],
  ])('%s goes on', (line, expected) => {
    expect(enter(line)).toBe(expected);
  });

  test.each([
    ['- ¦', ''],
    ['  - ¦', ''],
    ['- [ ] ¦', ''],
    ['2. ¦', ''],
    ['> ¦', ''],
    ['|  |  |¦', ''],
    ['| ¦', ''],
    ['| GOV-P-01 ¦| Nama |', '| Nama |'],
    ['---¦', ''],
    ['**tebal**¦', ''],
    ['-5 derajat¦', ''],
    ['2025. tahun¦', ''],
    ['Teks biasa¦', ''],
    ['¦- butir', '- butir'],
  ])('%s does not', (line, expected) => {
    expect(enter(line)).toBe(expected);
  });
});

describe('folding', () => {
  const start = new RegExp(configuration.folding.markers.start);
  const end = new RegExp(configuration.folding.markers.end);

  test.each([
    ['<!-- masterplan:begin peta-jalan -->', '<!-- masterplan:end peta-jalan -->'],
    ['<!-- #region Lampiran -->', '<!-- #endregion -->'],
    ['  <!--region-->', '  <!--endregion-->'],
  ])('%s to %s', (first, last) => {
    expect([start.test(first), end.test(first)]).toEqual([true, false]);
    expect([start.test(last), end.test(last)]).toEqual([false, true]);
  });

  test.each(['<!-- masterplan-disable swot-code -->', '<!-- regional -->', 'masterplan:begin x', '## Region'])(
    'not at %s',
    (line) => {
      expect([start.test(line), end.test(line)]).toEqual([false, false]);
    },
  );
});
