/** Tells at a glance whether a document may be a chapter, without the core. */

import type { TextDocument } from 'vscode';

/** Frontmatter longer than this is not looked through before the core is there. */
const mostLines = 200;

/** Whether a Markdown document begins with frontmatter in which a line begins with `chapter:` (format 2.1). */
export function looksLikeChapter(document: TextDocument): boolean {
  const { languageId, lineCount, uri } = document;
  const isMarkdown = languageId === 'markdown' || languageId === 'masterplan' || /\.(?:md|markdown)$/i.test(uri.path);
  if (!isMarkdown || document.lineAt(0).text.trimEnd() !== '---') return false;
  for (let line = 1; line < Math.min(lineCount, mostLines); line++) {
    const { text } = document.lineAt(line);
    if (/^["']?chapter["']?[ \t]*:/.test(text)) return true;
    if (text.trimEnd() === '---') return false;
  }
  return false;
}
