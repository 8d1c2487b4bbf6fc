/** How the finished books look on a screen and on paper. */

export const htmlStyle = `
:root { color-scheme: light; --ink: #1c2430; --soft: #55606e; --line: #c3ccd6; --accent: #1f3864; }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; color: var(--ink); background: #fff; font: 16px/1.6 "Segoe UI", "Noto Sans", Arial, sans-serif;
  display: grid; grid-template-columns: 20rem minmax(0, 1fr); }
nav.contents { position: sticky; top: 0; align-self: start; height: 100vh; overflow: auto; padding: 1.5rem;
  border-right: 1px solid var(--line); font-size: .9rem; line-height: 1.4; background: #f7f9fb; }
nav.contents h2 { font-size: 1rem; margin: 0 0 .75rem; }
nav.contents h3 { font-size: .9rem; margin: 1.4rem 0 .4rem; color: var(--soft); }
nav.contents ol { list-style: none; margin: 0; padding: 0; }
nav.contents li { margin: .35rem 0; }
nav.contents ol ol { padding-left: .9rem; border-left: 1px solid var(--line); }
nav.contents ol ol li { margin: .2rem 0; }
main { padding: 2rem clamp(1rem, 4vw, 4rem) 6rem; max-width: 72rem; }
a { color: #0b57a4; text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
.front, .place { display: none; }
.cover { text-align: center; padding: 5rem 0; border-bottom: 1px solid var(--line); margin-bottom: 3rem; }
.cover p { margin: .4rem 0; }
.cover .region { text-transform: uppercase; letter-spacing: .12em; color: var(--soft); }
.cover h1 { font-size: 2rem; line-height: 1.25; margin: 2rem auto; color: var(--accent); max-width: 36rem; }
.cover .number { text-transform: uppercase; font-weight: 600; }
.cover .title { font-size: 1.3rem; font-weight: 600; }
.cover .period { margin-top: 1.5rem; }
h2.chapter { text-align: center; text-transform: uppercase; font-size: 1.4rem; line-height: 1.35; margin: 4rem 0 2rem; }
h2.chapter .label { display: block; }
h3 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; } h4 { font-size: 1.08rem; margin: 2rem 0 .6rem; }
h5, h6 { font-size: 1rem; margin: 1.5rem 0 .5rem; } h6 { font-style: italic; }
.table { overflow-x: auto; margin: 1.5rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.4; }
caption, .caption { caption-side: top; text-align: center; font-size: .9rem; font-weight: 600; padding: .4rem; }
th, td { border: 1px solid var(--line); padding: .4rem .55rem; text-align: left; vertical-align: top; }
th { background: #e3eaf4; text-align: center; vertical-align: middle; }
.code { white-space: nowrap; }
td.center { text-align: center; } td.right { text-align: right; }
td.filled { background: #8eaadb; color: #8eaadb; }
.figure { display: block; text-align: center; margin: 1.5rem 0; }
.figure .caption { display: block; } img { max-width: 100%; height: auto; }
.missing { display: inline-block; padding: .75rem 1.5rem; border: 1px dashed var(--soft); color: var(--soft); font-style: italic; }
blockquote { margin: 1rem 0; padding: .25rem 1.25rem; border-left: 3px solid var(--line); font-style: italic; }
pre { overflow-x: auto; padding: .75rem; background: #f5f7f9; font-size: .85rem; }
section.footnotes { font-size: .85rem; border-top: 1px solid var(--line); margin-top: 2rem; }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:target { background: #fff6cf; } article:target, h2:target { background: none; }
@media (max-width: 60rem) {
  body { display: block; }
  nav.contents { position: static; height: auto; border: 0; border-bottom: 1px solid var(--line); }
}
@page { size: A4; margin: 3cm 2.5cm 2.5cm 3.5cm; counter-increment: isi; font: italic 9pt "Times New Roman", serif; color: #595959;
  @top-left { vertical-align: bottom; padding-bottom: 2mm; margin-bottom: 8mm; border-bottom: .5pt solid #7f7f7f; white-space: nowrap; }
  @top-center { content: ""; vertical-align: bottom; margin-bottom: 8mm; border-bottom: .5pt solid #7f7f7f; }
  @top-right { vertical-align: bottom; padding-bottom: 2mm; margin-bottom: 8mm; border-bottom: .5pt solid #7f7f7f; white-space: nowrap; }
  @bottom-center { content: counter(isi); font: 10pt "Times New Roman", serif; color: #000; } }
@page front { counter-increment: muka; @bottom-center { content: counter(muka, lower-roman); }
  @top-left { content: none; } @top-center { content: none; } @top-right { content: none; } }
@page cover { counter-increment: none; counter-set: isi 0 muka 0; @bottom-center { content: none; }
  @top-left { content: none; } @top-center { content: none; } @top-right { content: none; } }
@page wide { size: A4 landscape; margin: 3.5cm 2cm 2cm; }
@media print {
  body { display: block; font: 12pt/1.5 "Times New Roman", "Liberation Serif", serif; color: #000; }
  nav.contents { display: none; }
  main { padding: 0; max-width: none; }
  a { color: inherit; }
  .cover { page: cover; border: 0; padding: 2cm 0 0; margin: 0; }
  .cover p { text-align: center; }
  .cover .region { font-size: 16pt; font-weight: 700; color: inherit; letter-spacing: 0; margin-bottom: 5cm; }
  .cover h1 { font-size: 26pt; text-transform: uppercase; padding-bottom: 1cm; border-bottom: 2pt solid var(--accent); }
  .cover .number { font-size: 16pt; } .cover .title { font-size: 18pt; }
  .cover .period { font-size: 16pt; font-weight: 700; margin-top: 5cm; }
  .book + .book { break-before: page; }
  .front { display: block; page: front; break-before: page; line-height: 1.3; }
  .front h2 { text-align: center; text-transform: uppercase; font-size: 14pt; margin: 0 0 .6cm; break-before: page; }
  .front h2:first-child { break-before: auto; }
  .front ol { list-style: none; margin: 0; padding: 0; } .front ol ol { padding-left: .8cm; }
  .front > ol > li > a { font-weight: 700; } .front h2 ~ h2 + ol > li > a { font-weight: 400; }
  .front li { margin: .12cm 0; }
  .front a { display: flex; align-items: baseline; align-items: last baseline; text-align: left; }
  .front .dots { flex: 1 1 1em; min-width: 1em; margin: 0 .12cm; border-bottom: .12em dotted; }
  .front .page { flex: none; min-width: 1.6em; text-align: right; }
  .front > ol:first-of-type > li > a { text-transform: uppercase; }
  .place { display: block; }
  article { break-before: page; }
  h2.chapter { font-size: 14pt; margin: 0 0 .8cm; }
  h3 { font-size: 13pt; margin: .8cm 0 .3cm; } h4, h5, h6 { font-size: 12pt; margin: .6cm 0 .2cm; }
  h2, h3, h4, h5, h6, caption, .figure img { break-after: avoid; }
  p { text-align: justify; margin: 0 0 .3cm; orphans: 2; widows: 2; }
  .table { overflow: visible; margin: .4cm 0; } .side { page: wide; }
  table { font-size: 10pt; line-height: 1.25; } .wide table { font-size: 8pt; }
  th, td { padding: .08cm .14cm; border-color: #7f7f7f; }
  th, td.filled { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  thead { display: table-header-group; } tr, .figure { break-inside: avoid; }
  thead, thead tr { break-after: avoid; } tbody, tbody tr:first-child { break-before: avoid; }
  :target { background: none; }
}
`;
