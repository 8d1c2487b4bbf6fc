/** The page of a live view: strict about what it loads, with nothing taken for HTML that is not ours. */

import type { Language } from '../core/language/language';
import type { Range } from '../core/text/range';

export interface PageParts {
  readonly title: string;
  readonly language: Language;
  /** Addresses of the page's own styles and script, and what it may load them from. */
  readonly styles: readonly string[];
  readonly script: string;
  readonly source: string;
}

/** What stands in a page's `main`, and where its buttons lead, by their number. */
export interface PageMain {
  readonly html: string;
  readonly places: readonly { readonly uri: string; readonly range: Range }[];
}

/** The page around what changes; all that changes is in `main`. */
export function livePage({ title, language, styles, script, source }: PageParts, main: string): string {
  const policy = `default-src 'none'; style-src ${source}; script-src ${source}`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
${styles.map((style) => `<link rel="stylesheet" href="${escaped(style)}">`).join('\n')}
</head>
<body>
<main>${main}</main>
<script src="${escaped(script)}"></script>
</body>
</html>`;
}

/** Text as HTML shows it, in elements and in attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
