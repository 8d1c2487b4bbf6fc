/** Inline text as remark reads it: the measure of what emphasis, links, code and escapes mean. */

import type { Nodes, Parent } from 'mdast';
import type { Extension as MicromarkExtension } from 'micromark-util-types';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type InlineLink, type InlinePart, type InlineParts, isLineBreakTag, joinParts } from './inline-parts';

/** Every text is one paragraph: what else could begin a block is switched off. */
const inlineOnly: MicromarkExtension = {
  disable: {
    null: [
      'blockQuote',
      'codeFenced',
      'codeIndented',
      'definition',
      'headingAtx',
      'htmlFlow',
      'list',
      'setextUnderline',
      'thematicBreak',
    ],
  },
};

/** Up to `valueEnd` of a text's value comes from this stretch of the source. */
interface Run {
  readonly valueEnd: number;
  readonly start: number;
  readonly end: number;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly type: string;
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

/** The tree tells what a text says; where each of its characters comes from is noted while it is built. */
class Notes {
  readonly runs = new Map<object, Run[]>();
  readonly targets = new Map<object, Place>();
  private target: Place | undefined;

  take(token: Token, parent: Partial<Parent> | undefined): void {
    const last = parent?.children?.at(-1);
    const start = token.start.offset;
    const end = token.end.offset;
    switch (token.type) {
      case 'resourceDestinationString':
        this.target = { start, end };
        return;
      case 'resource':
        this.target ??= { start: start + 1, end: start + 1 };
        return;
      case 'link':
      case 'image':
        if (last && this.target) this.targets.set(last, this.target);
        this.target = undefined;
        return;
      default: {
        if (last?.type !== 'text') return;
        let runs = this.runs.get(last);
        if (!runs) {
          runs = [];
          this.runs.set(last, runs);
        }
        runs.push({
          valueEnd: last.value.length,
          start: token.type === 'characterEscapeValue' ? start - 1 : start,
          end,
        });
      }
    }
  }
}

const noted = new Set([
  'data',
  'characterEscapeValue',
  'characterReference',
  'lineEnding',
  'resourceDestinationString',
  'resource',
  'link',
  'image',
]);

let notes = new Notes();

const noting = {
  afterExit(this: { readonly stack: readonly unknown[] }, token: Token): void {
    if (!noted.has(token.type)) return;
    notes.take(token, this.stack.at(-1) as Partial<Parent> | undefined);
  },
};

function makeProcessor() {
  return unified()
    .use(remarkParse)
    .data('micromarkExtensions', [inlineOnly])
    .data('fromMarkdownExtensions', [noting])
    .freeze();
}

let processor: ReturnType<typeof makeProcessor> | undefined;

/** Reads lines of text (joined by `\n`, none of them blank, trimmed) with offsets into `text`. */
export function inlineByRemark(text: string): InlineParts {
  processor ??= makeProcessor();
  notes = new Notes();
  const tree = processor.parse(text.charCodeAt(0) === 0xfeff ? `\uFEFF${text}` : text);
  const parts: InlinePart[] = [];
  const links: InlineLink[] = [];
  visit(tree, false);
  notes = new Notes();
  return { parts: joinParts(parts), links };

  function visit(node: Nodes, bold: boolean): void {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    switch (node.type) {
      case 'text':
        addText(node, node.value, bold);
        return;
      case 'inlineCode':
        addCode(node.value, start, end, bold);
        return;
      case 'break':
        add('break', '\n', { start, end }, { start, end }, bold);
        return;
      case 'html':
        addHtml(node.value, start, end, bold);
        return;
      case 'image': {
        addLink(node, node.url, start, end);
        const alt = node.alt ?? '';
        const literal = text.startsWith(alt, start + 2) && text.charCodeAt(start + 2 + alt.length) === 93;
        const words = literal ? { start: start + 2, end: start + 2 + alt.length } : { start, end };
        if (alt !== '') add('alt', alt, words, { start, end }, bold);
        return;
      }
      case 'link':
        if (!notes.targets.has(node)) {
          add('url', text.slice(start + 1, end - 1), { start: start + 1, end: end - 1 }, { start, end }, bold);
          return;
        }
        addLink(node, node.url, start, end);
        break;
    }
    if ('children' in node) for (const child of node.children) visit(child, bold || node.type === 'strong');
  }

  function addLink(node: Nodes & { readonly type: 'link' | 'image' }, url: string, start: number, end: number): void {
    const target = notes.targets.get(node);
    if (target) links.push({ type: node.type, start, end, targetStart: target.start, targetEnd: target.end, url });
  }

  function addText(node: Nodes, value: string, bold: boolean): void {
    let from = 0;
    for (const run of notes.runs.get(node) ?? []) {
      if (run.valueEnd === from) continue;
      add('text', value.slice(from, run.valueEnd), run, run, bold);
      from = run.valueEnd;
    }
  }

  function addCode(value: string, start: number, end: number, bold: boolean): void {
    let inner = start;
    while (text.charCodeAt(inner) === 96) inner++;
    // Of a blank after the opening and one before the closing backticks the code knows nothing.
    if (end - (inner - start) - inner > value.length) inner++;
    add('code', value, { start: inner, end: inner + value.length }, { start, end }, bold);
  }

  function addHtml(value: string, start: number, end: number, bold: boolean): void {
    const place = { start, end };
    if (isLineBreakTag(value)) add('break', '\n', place, place, bold);
    else add(value.startsWith('<!--') ? 'comment' : 'tag', '', place, place, bold);
  }

  function add(role: InlinePart['role'], said: string, inner: Place, outer: Place, bold: boolean): void {
    parts.push({
      role,
      text: said,
      start: inner.start,
      end: inner.end,
      outerStart: outer.start,
      outerEnd: outer.end,
      bold,
    });
  }
}
