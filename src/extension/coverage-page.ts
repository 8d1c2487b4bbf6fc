/** The coverage of a masterplan as a page: three matrices for eyes, keyboard and screen reader. Nothing is taken for HTML. */

import type { Language, Text } from '../core/language/language';
import {
  type Coverage,
  type CoveragePlace,
  type CoverageState,
  countColumns,
  type ProgrammeCounts,
  plannedWords,
  rowWords,
  statesToTell,
  stateWords,
  writtenWords,
} from '../core/views/coverage';
import { escaped, type PageMain } from './page';

const marks: Readonly<Record<CoverageState, string>> = {
  there: '●',
  partial: '◐',
  empty: '○',
  missing: '✕',
  unknown: '?',
  optional: '·',
};

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

  const matrices = [
    matrix(
      say({ id: 'Dimensi dan bagiannya', en: 'Dimensions and their sections' }),
      say(writtenWords(coverage)),
      [
        say({ id: 'Dimensi', en: 'Dimension' }),
        ...sections.map((one) => say(one.title) + (one.required ? '\u00a0*' : '')),
      ],
      dimensions.map((row) => ({
        name: say(row.dimension.title),
        cells: row.sections.map((one, at) => {
          const label = `${say(row.dimension.title)}, ${say(sections[at]?.title ?? { id: '', en: '' })}: ${say(stateWords[one.state])}`;
          return cell(marks[one.state], label, one.state, one.place ?? row.place);
        }),
      })),
    ),
    matrix(
      say({ id: 'Sub-dimensi dan programnya', en: 'Sub-dimensions and their programmes' }),
      say(plannedWords(subDimensions, rowWords.subDimensions)),
      heads(say({ id: 'Sub-dimensi', en: 'Sub-dimension' })),
      subDimensions.map((row) => counts(`${say(row.dimension.title)}: ${say(row.title)}`, row)),
    ),
    matrix(
      say({ id: 'OPD dan programnya', en: 'Agencies and their programmes' }),
      say(plannedWords(agencies, rowWords.agencies)),
      heads(say({ id: 'OPD', en: 'Agency' })),
      agencies.map((row) =>
        counts(
          row.known ? row.name : `${row.name} (${say({ id: 'tidak ada di manifes', en: 'not in the manifest' })})`,
          row,
        ),
      ),
    ),
  ];
  const key = statesToTell(coverage)
    .map((state) => `<li><span aria-hidden="true">${marks[state]}</span> ${say(stateWords[state])}</li>`)
    .join('');
  const starred = say({ id: 'wajib', en: 'required' });
  const hint = say({
    id: 'Tab memilih tabel, panah memilih sel, Enter membuka tempatnya.',
    en: 'Tab chooses a table, arrow keys choose a cell, Enter opens its place.',
  });
  const html = `<h1>${escaped(title)}</h1>\n<p id="hint">${hint}</p>\n<ul class="key">${key}<li>* ${starred}</li></ul>\n${matrices.join('\n')}`;
  return { html, places };

  function heads(first: string): string[] {
    return [first, ...countColumns.map(([, text]) => say(text))];
  }

  function counts(name: string, row: ProgrammeCounts) {
    const cells = countColumns.map(([field, text]) => {
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
