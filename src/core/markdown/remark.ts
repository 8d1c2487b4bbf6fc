/**
 * Blocks as remark reads them: what every other way of reading has to agree with. Inline constructs are switched off,
 * since blocks do not depend on them and they are half of the cost.
 */

import type { Node, Nodes, Parent } from 'mdast';
import type { Extension as MicromarkExtension } from 'micromark-util-types';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { isDigit } from '../text/characters';
import type { Range } from '../text/range';
import type { Block, Document, Heading, ListItem, Paragraph } from './blocks';
import { TableReader, tableLines } from './tables';

type Frontmatter = NonNullable<Document['frontmatter']>;

const blocksOnly: MicromarkExtension = {
  disable: {
    null: [
      'attention',
      'autolink',
      'characterEscape',
      'characterReference',
      'codeText',
      'hardBreakEscape',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
    ],
  },
};

type Enter = (this: { enter(node: unknown, token: unknown): void }, token: unknown) => void;
type Exit = (this: { exit(token: unknown): void }, token: unknown) => void;

const tableLineTypes = ['bookTableHeader', 'bookTableDelimiter', 'bookTableRow'] as const;

/** Puts the lines of tables into the tree. */
const tableLineBlocks = {
  enter: Object.fromEntries(
    tableLineTypes.map((type): [string, Enter] => [
      type,
      function (token) {
        this.enter({ type }, token);
      },
    ]),
  ),
  exit: Object.fromEntries(
    tableLineTypes.map((type): [string, Exit] => [
      type,
      function (token) {
        this.exit(token);
      },
    ]),
  ),
};

function makeProcessor(withFrontmatter: boolean) {
  const processor = unified()
    .use(remarkParse)
    .data('micromarkExtensions', [blocksOnly, tableLines()])
    .data('fromMarkdownExtensions', [tableLineBlocks]);
  if (withFrontmatter) processor.use(remarkFrontmatter);
  return processor.freeze();
}

type BlockProcessor = ReturnType<typeof makeProcessor>;
let processor: BlockProcessor | undefined;
let frontmatterProcessor: BlockProcessor | undefined;

export interface RemarkReading {
  readonly frontmatter?: Frontmatter;
  readonly blocks: Block[];
  /** The first table row that was left out because its table is too wide. */
  readonly beyond: Range | undefined;
}

/** Has this module loaded with all that it imports, where that has been left for later; that alone takes a while. */
export function haveRemarkLoaded(): void {}

/**
 * Blocks of `text` with offsets into it. A byte-order mark at its start counts for nothing.
 * @param options.frontmatter whether `---` lines at the very top hold frontmatter (else they are thematic breaks).
 * @param options.mark whether a byte-order mark may stand at the start; without it such a character is text.
 */
export function blocksByRemark(
  text: string,
  options: { readonly frontmatter: boolean; readonly mark: boolean },
): RemarkReading {
  const marked = text.charCodeAt(0) === 0xfeff;
  const base = marked && options.mark ? 1 : 0;
  let read = base === 1 ? text.slice(1) : text;
  // Micromark swallows one mark and does not count it; a second one is text.
  if (read.charCodeAt(0) === 0xfeff) read = `\uFEFF${read}`;
  let tree: Parent;
  if (options.frontmatter) {
    frontmatterProcessor ??= makeProcessor(true);
    tree = frontmatterProcessor.parse(read);
  } else {
    processor ??= makeProcessor(false);
    tree = processor.parse(read);
  }
  const reader = new TreeReader(text, base);
  const first = tree.children[0];
  if (first?.type !== 'yaml') {
    const blocks = reader.blocks(tree);
    return { blocks, beyond: reader.beyond };
  }
  const range = reader.rangeOf(first);
  const frontmatter = { ...range, content: frontmatterContent(text, range) };
  const blocks = reader.blocks({ ...tree, children: tree.children.slice(1) } as Parent);
  return { frontmatter, blocks, beyond: reader.beyond };
}

/** What is between the two `---` lines, the last line end included. */
export function frontmatterContent(text: string, range: Range): Range {
  const start = nextLine(text, range.start);
  let end = range.end;
  while (end > start && !isLineEnd(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function nextLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
}

function isBlankOrLineEnd(code: number): boolean {
  return code === 32 || code === 9 || isLineEnd(code);
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** In quotes remark counts marks of lines that follow to what has ended before them. */
function endOf(inner: readonly Range[], whole: Range): number {
  return inner.at(-1)?.end ?? whole.end;
}

class TreeReader {
  beyond: Range | undefined;

  constructor(
    private readonly text: string,
    private readonly base: number,
  ) {}

  rangeOf(node: Node): Range {
    const start = (node.position?.start.offset ?? 0) + this.base;
    let end = (node.position?.end.offset ?? 0) + this.base;
    // Whether blanks and line ends below a block are counted to it depends on what follows; here they never are.
    while (end > start && isBlankOrLineEnd(this.text.charCodeAt(end - 1))) end--;
    return { start, end };
  }

  blocks(parent: Parent): Block[] {
    const blocks: Block[] = [];
    const { children } = parent;
    for (let i = 0; i < children.length; i++) {
      const child = children[i] as Nodes;
      if ((child.type as string) !== 'bookTableHeader') {
        blocks.push(this.behind(blocks.at(-1), this.block(child)));
        continue;
      }
      const table = new TableReader(this.text, this.lineOf(child), this.lineOf(children[++i] as Nodes));
      while ((children[i + 1]?.type as string | undefined) === 'bookTableRow') {
        const { start, end } = this.lineOf(children[++i] as Nodes);
        table.add(start, end);
      }
      blocks.push(table.read());
      this.beyond ??= table.beyond;
    }
    return blocks;
  }

  /** An underlined heading right below a link definition is told by remark as beginning where the definition does. */
  private behind(before: Block | undefined, block: Block): Block {
    const isOver = before !== undefined && block.start < before.end;
    return isOver && block.type === 'heading' ? { ...block, start: block.content.start } : block;
  }

  private block(node: Nodes): Block {
    const range = this.rangeOf(node);
    switch (node.type) {
      case 'heading':
        return this.heading(node, range, node.depth);
      case 'paragraph':
        return this.paragraph(node, range);
      case 'list': {
        const items = node.children.map((item) => this.item(item, this.rangeOf(item)));
        // In a quote remark counts blank lines below the last item to the list.
        return {
          type: 'list',
          start: range.start,
          end: items.at(-1)?.end ?? range.end,
          ordered: !!node.ordered,
          items,
        };
      }
      case 'blockquote': {
        const blocks = this.blocks(node);
        return { type: 'quote', start: range.start, end: endOf(blocks, range), blocks };
      }
      case 'code':
        return { type: 'code', ...range };
      case 'html':
        return { type: 'html', ...range };
      case 'definition':
        return { type: 'definition', ...range };
      default:
        return { type: 'break', ...range };
    }
  }

  private item(node: Parent, range: Range): ListItem {
    let end = range.start;
    while (isDigit(this.text.charCodeAt(end))) end++;
    const blocks = this.blocks(node);
    const marker = { start: range.start, end: end + 1 };
    return { start: range.start, end: endOf(blocks, range), marker, blocks };
  }

  private heading(node: Parent, range: Range, level: number): Heading {
    const first = node.children[0];
    const last = node.children.at(-1);
    if (this.text.charCodeAt(range.start) === 35 && !this.isSetext(range)) {
      const marks = { start: range.start, end: range.start + level };
      const content =
        first && last
          ? trim(this.text, this.rangeOf(first).start, this.rangeOf(last).end)
          : { start: marks.end, end: marks.end };
      return { type: 'heading', ...range, level, marks, content };
    }
    const under = level === 1 ? 61 : 45;
    let end = range.end;
    while (end > range.start && this.text.charCodeAt(end - 1) !== under) end--;
    let start = end;
    while (start > range.start && this.text.charCodeAt(start - 1) === under) start--;
    const content =
      first && last ? trim(this.text, this.rangeOf(first).start, this.rangeOf(last).end) : { start, end: start };
    return { type: 'heading', ...range, level, marks: { start, end }, content };
  }

  /** An ATX heading never holds a line end; a setext one (whose text may begin with `#`) always does. */
  private isSetext(range: Range): boolean {
    for (let at = range.start; at < range.end; at++) if (isLineEnd(this.text.charCodeAt(at))) return true;
    return false;
  }

  private paragraph(node: Parent, range: Range): Paragraph {
    let value = '';
    for (const child of node.children) value += 'value' in child ? child.value : '\n';
    const lines: Range[] = [];
    let at = range.start;
    for (const line of value.split(/\r\n|\r|\n/)) {
      let end = at;
      while (end < range.end && !isLineEnd(this.text.charCodeAt(end))) end++;
      const next = nextLine(this.text, end);
      end = trimmedEnd(this.text, at, end);
      // What containers put before a line is not in its value, and blanks are trimmed at both of its ends.
      lines.push(trim(this.text, Math.max(at, end - line.length), end));
      at = next;
    }
    return { type: 'paragraph', ...range, lines };
  }

  private lineOf(node: Node): Range {
    const { start, end } = this.rangeOf(node);
    return { start, end: trimmedEnd(this.text, start, end) };
  }
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text.charCodeAt(at - 1) === 32 || text.charCodeAt(at - 1) === 9)) at--;
  return at;
}

/** The range without the blanks of Markdown (blank and tab) at both ends. */
function trim(text: string, start: number, end: number): Range {
  const last = trimmedEnd(text, start, end);
  let first = start;
  while (first < last && (text.charCodeAt(first) === 32 || text.charCodeAt(first) === 9)) first++;
  return { start: first, end: last };
}
