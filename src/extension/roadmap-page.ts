/** The roadmap as a page: a table that screen readers and the keyboard understand. Nothing in it is taken for HTML. */

import type { Language } from '../core/language/language';
import { yearsText } from '../core/language/years';
import type { Dimension } from '../core/template/template';
import type { Roadmap, RoadmapRow } from '../core/views/roadmap';
import { escaped, type PageMain } from './page';

/** As many tones as `media/roadmap.css` has; further dimensions begin anew. */
const tones = 6;

/**
 * What stands in `main`: heading, how it is used, and the table. Rows are numbered as in the roadmap.
 * @param dimensions all of the set: each has its colour, whichever of them have programmes
 */
export function roadmapMain(
  { span, rows }: Roadmap,
  title: string,
  dimensions: readonly Dimension[],
  language: Language,
): PageMain {
  const say = (id: string, en: string) => (language === 'id' ? id : en);
  const heading = `<h1>${escaped(title)}</h1>`;
  if (rows.length === 0) {
    const nothing = say(
      'Belum ada program. Baris tabel di bagian Program Jangka Pendek, Menengah, dan Panjang menjadi baris peta jalan.',
      'There are no programmes yet. Rows of the tables of short-, medium- and long-term programmes become rows here.',
    );
    return { html: `${heading}\n<p>${nothing}</p>`, places: [] };
  }
  const years = span === undefined ? [] : Array.from({ length: span.to - span.from + 1 }, (_, at) => span.from + at);
  const hint = say(
    'Panah atas dan bawah memilih program, Enter membukanya di babnya.',
    'Arrow keys choose a programme, Enter opens it in its chapter.',
  );
  const head = [say('Kode', 'Code'), 'Program', say('OPD', 'Agency'), ...years.map(String)];
  if (language === 'en') head[1] = 'Programme';
  const classes = ['code', 'name', 'agency', ...years.map(() => 'year')];
  const header = head.map((text, at) => `<th scope="col" class="${classes[at]}">${text}</th>`).join('');
  const width = head.length;
  const groups: string[] = [];
  for (const [at, row] of rows.entries()) {
    if (at === 0 || row.dimension !== rows[at - 1]?.dimension) {
      if (at > 0) groups.push('</tbody>');
      const group = row.dimension?.title[language] ?? say('Rencana aksi', 'Action plan');
      const mark = row.dimension === undefined ? 'plain' : `tone-${dimensions.indexOf(row.dimension) % tones}`;
      groups.push(`<tbody class="${mark}">`);
      groups.push(`<tr class="group"><th scope="rowgroup" colspan="${width}"><span>${escaped(group)}</span></th></tr>`);
    }
    groups.push(tableRow(row, at, years, say));
  }
  groups.push('</tbody>');
  const caption = say(`${rows.length} program`, rows.length === 1 ? '1 programme' : `${rows.length} programmes`);
  const html = `${heading}
<p id="hint">${hint}</p>
<div class="scroll">
<table aria-describedby="hint">
<caption>${caption}</caption>
<thead><tr>${header}</tr></thead>
${groups.join('\n')}
</table>
</div>`;
  return { html, places: rows };
}

function tableRow(
  row: RoadmapRow,
  at: number,
  years: readonly number[],
  say: (id: string, en: string) => string,
): string {
  const quickWin = row.isQuickWin ? ` <span class="quick">Quick Win</span>` : '';
  const when = row.years.length === 0 ? say('tanpa tahun', 'no year') : yearsText(row.years);
  const label = [row.code, row.name, row.agency, when, row.isQuickWin ? 'Quick Win' : ''].filter(Boolean).join(', ');
  // The first row is where the Tab key arrives; the arrow keys go on from there.
  const tab = at === 0 ? 0 : -1;
  const button = `<button type="button" data-row="${at}" tabindex="${tab}" aria-label="${escaped(label)}">${escaped(row.name)}</button>`;
  const cells = years.map((year) => {
    if (!row.years.includes(year)) return '<td class="year"></td>';
    const ends = `${row.years.includes(year - 1) ? '' : ' first'}${row.years.includes(year + 1) ? '' : ' last'}`;
    return `<td class="year"><span class="bar${ends}" aria-hidden="true"></span><span class="words">${say('ya', 'yes')}</span></td>`;
  });
  const undated = row.years.length === 0 ? ` <span class="undated">${say('tanpa tahun', 'no year')}</span>` : '';
  return `<tr><td class="code">${escaped(row.code ?? '')}</td><th scope="row" class="name">${button}${quickWin}${undated}</th><td class="agency">${escaped(row.agency)}</td>${cells.join('')}</tr>`;
}
