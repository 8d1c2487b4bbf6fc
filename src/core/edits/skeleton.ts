/** Text with places to fill in, as data: written out plainly by a fix, or as a snippet that one tabs through. */

/** A place to fill in, and what stands there until somebody does. */
export interface Stop {
  readonly text: string;
  /** Stops of one key are one stop: what is typed at the first appears at the others. */
  readonly key?: string;
  /** A snippet offers these, the first of them chosen; a plain text holds `text`. */
  readonly choices?: readonly string[];
}

export type SkeletonPart = string | Stop;
export type SkeletonLine = readonly SkeletonPart[];
export type Skeleton = readonly SkeletonLine[];

/**
 * Writes a skeleton as plain text: every stop with its own words, no blanks at the ends of lines.
 * @param lineEnd as the file around it has it (`lineEndOf`).
 * @returns the lines joined; the last one has no line end.
 */
export function skeletonText(skeleton: Skeleton, lineEnd: '\n' | '\r\n' = '\n'): string {
  return skeleton
    .map((line) =>
      line
        .map((part) => (typeof part === 'string' ? part : part.text))
        .join('')
        .trimEnd(),
    )
    .join(lineEnd);
}

/**
 * Writes a skeleton in the editor's snippet syntax, one string per line: stops are numbered in the order of the text.
 * An empty stop keeps its place, so that Tab leads there.
 */
export function skeletonSnippet(skeleton: Skeleton): string[] {
  const numbers = new Map<string, number>();
  let last = 0;
  return skeleton.map((line) =>
    line
      .map((part) => {
        if (typeof part === 'string') return escapeLiteral(part);
        const known = part.key === undefined ? undefined : numbers.get(part.key);
        if (known !== undefined) return `\${${known}}`;
        last++;
        if (part.key !== undefined) numbers.set(part.key, last);
        if (part.choices !== undefined) return `\${${last}|${part.choices.map(escapeChoice).join(',')}|}`;
        return part.text === '' ? `\${${last}}` : `\${${last}:${escapeLiteral(part.text)}}`;
      })
      .join(''),
  );
}

function escapeLiteral(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function escapeChoice(text: string): string {
  return text.replace(/[\\,|]/g, '\\$&');
}
