/** Text of a book inside the Markdown that the editor shows: nothing in it means anything there. */

import * as vscode from 'vscode';
import type { Position } from '../core/text/lines';

/** Longer words are cut: a card is for recognising, not for reading. */
const longest = 300;

export function escapeMarkdown(text: string): string {
  const short = text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
  return short.replace(/[\\`*_{}[\]()#+\-.!|<>~$&]/g, '\\$&').replace(/\s+/g, ' ');
}

/** A link to a place in a file, as the editor follows it. */
export function linkTo(uri: string, { line, character }: Position, label: string): string {
  const target = vscode.Uri.parse(uri).with({ fragment: `L${line + 1},${character + 1}` });
  return `[${escapeMarkdown(label)}](${target.toString().replace(/[()]/g, encodeURIComponent)})`;
}
