/** The coverage of a masterplan as a page: three matrices for eyes, keyboard and screen reader. Nothing is taken for HTML. */

import type { Language, Text } from '../core/language/language';
import type { Coverage, CoveragePlace, CoverageState, ProgrammeCounts } from '../core/views/coverage';
import { escaped, type PageMain } from './page';

export const stateWords: Readonly<Record<CoverageState, Text & { readonly mark: string }>> = {
  there: { mark: '●', id: 'terisi', en: 'written' },
  partial: { mark: '◐', id: 'sebagian', en: 'in part' },
  empty: { mark: '○', id: 'masih kosong', en: 'empty' },
  missing: { mark: '✕', id: 'belum ada', en: 'missing' },
  optional: { mark: '·', id: 'tidak wajib', en: 'not required' },
};

const counted: readonly [Exclude<keyof ProgrammeCounts, 'place'>, Text][] = [
  ['short', { id: 'Pendek', en: 'Short' }],
  ['medium', { id: 'Menengah', en: 'Medium' }],
  ['long', { id: 'Panjang', en: 'Long' }],
  ['other', { id: 'Lainnya', en: 'Other' }],
  ['total', { id: 'Jumlah', en: 'All' }],
  ['quickWins', { id: 'Quick win', en: 'Quick wins' }],
];

/** Heading, key, and the matrices; one without rows is left out. */
export function coverageMain(coverage: Coverage, title: string, language: Language): PageMain {
  const places: CoveragePlace[] = [];
  const say = (text: Text) => text[language];
  const { sections, dimensions, subDimensions, agencies } = coverage;

  /** A cell that leads to a place, where there is one. */
  const cell = (shown: string, label: string, state: string, place: CoveragePlace | undefined): string => {
    const kind = `class="${state}"`;
    if (place === undefined) {
      return `<td ${kind}><span aria-hidden="true">${shown}</span><span class="words">${escaped(label)}</span></td>`;
    }
    places.push(place);
    const number = places.length - 1;
    const words = `aria-label="${escaped(label)}" title="${escaped(label)}"`;
    return `<td ${kind}><button type="button" tabindex="-1" data-place="${number}" ${words}>${shown}</button></td>`;
  };

  const required = sections.filter((section) => section.required);
  const states = dimensions.flatMap((row) =>
    row.sections.filter((one) => required.some(({ id }) => id === one.section)),
  );
  const written = states.filter(({ state }) => state === 'there').length;
  const matrices = [
    matrix(
      say({ id: 'Dimensi dan bagiannya', en: 'Dimensions and their sections' }),
      say({
        id: `${written} dari ${states.length} bagian wajib terisi`,
        en: `${written} of ${states.length} required sections written`,
      }),
      [say({ id: 'Dimensi', en: 'Dimension' }), ...sections.map((one) => say(one.title) + (one.required ? ' *' : ''))],
      dimensions.map((row) => ({
        name: say(row.dimension.title),
        cells: row.sections.map((one, at) => {
          const label = `${say(row.dimension.title)}, ${say(sections[at]?.title ?? { id: '', en: '' })}: ${say(stateWords[one.state])}`;
          return cell(stateWords[one.state].mark, label, one.state, one.place ?? row.place);
        }),
      })),
    ),
    matrix(
      say({ id: 'Sub-dimensi dan programnya', en: 'Sub-dimensions and their programmes' }),
      covered(subDimensions, say({ id: 'sub-dimensi', en: 'sub-dimensions' })),
      heads(say({ id: 'Sub-dimensi', en: 'Sub-dimension' })),
      subDimensions.map((row) => counts(`${say(row.dimension.title)}: ${say(row.title)}`, row)),
    ),
    matrix(
      say({ id: 'OPD dan programnya', en: 'Agencies and their programmes' }),
      covered(agencies, say({ id: 'OPD', en: 'agencies' })),
      heads(say({ id: 'OPD', en: 'Agency' })),
      agencies.map((row) =>
        counts(
          row.known ? row.name : `${row.name} (${say({ id: 'tidak ada di manifes', en: 'not in the manifest' })})`,
          row,
        ),
      ),
    ),
  ];
  const key = Object.values(stateWords)
    .map((words) => `<li><span aria-hidden="true">${words.mark}</span> ${say(words)}</li>`)
    .join('');
  const starred = say({ id: 'wajib', en: 'required' });
  const hint = say({
    id: 'Tab memilih tabel, panah memilih sel, Enter membuka tempatnya.',
    en: 'Tab chooses a table, arrow keys choose a cell, Enter opens its place.',
  });
  const html = `<h1>${escaped(title)}</h1>\n<p id="hint">${hint}</p>\n<ul class="key">${key}<li>* ${starred}</li></ul>\n${matrices.join('\n')}`;
  return { html, places };

  function heads(first: string): string[] {
    return [first, ...counted.map(([, text]) => say(text))];
  }

  function covered(rows: readonly ProgrammeCounts[], what: string): string {
    const some = rows.filter(({ total }) => total > 0).length;
    return say({
      id: `${some} dari ${rows.length} ${what} memiliki program`,
      en: `${some} of ${rows.length} ${what} have programmes`,
    });
  }

  function counts(name: string, row: ProgrammeCounts) {
    const cells = counted.map(([field, text]) => {
      const count = row[field];
      const state = count > 0 ? 'some' : row.total === 0 ? 'missing' : 'none';
      return cell(String(count), `${name}, ${say(text)}: ${count}`, state, count > 0 ? row.place : undefined);
    });
    return { name, cells };
  }
}

function matrix(
  title: string,
  caption: string,
  heads: readonly string[],
  rows: readonly { readonly name: string; readonly cells: readonly string[] }[],
): string {
  if (rows.length === 0) return '';
  const header = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  const lines = rows.map(({ name, cells }) => `<tr><th scope="row">${escaped(name)}</th>${cells.join('')}</tr>`);
  return `<h2>${escaped(title)}</h2>
<div class="scroll">
<table aria-describedby="hint">
<caption>${escaped(caption)}</caption>
<thead><tr>${header}</tr></thead>
<tbody>${lines.join('\n')}</tbody>
</table>
</div>`;
}
