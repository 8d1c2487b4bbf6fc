/**
 * A finished book as a Word document, as Indonesian government books are made: title page, contents and lists with Roman
 * page numbers, `BAB` chapters with Arabic ones, captions numbered by chapter, wide tables on pages on their side.
 */

import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  type IParagraphOptions,
  type ISectionOptions,
  LevelFormat,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  SectionType,
  StyleLevel,
  Tab,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type {
  BlockContent,
  DefinitionContent,
  Image,
  List,
  TableCell as MarkdownCell,
  Table as MarkdownTable,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import type { Book } from '../book/book';
import { toRoman } from '../language/numbering';
import { type CodeMark, codeMarks, piecesOf } from './codes';
import { wideTable } from './html';
import type { Manuscript, ManuscriptBook, ManuscriptChapter } from './manuscript';
import { type BookWords, bookWords } from './words';

/** An image that a host has read. Sizes in pixels. */
export interface ReadImage {
  readonly type: 'png' | 'jpg' | 'gif' | 'bmp';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface DocxWishes {
  /** By chapter's URI and what it writes as the image's address, joined by a blank. */
  readonly images?: ReadonlyMap<string, ReadImage>;
  /** `word/styles.xml` of a reference document; its styles take the place of ours. */
  readonly styles?: string;
}

const page = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };
const margin = { top: 25, right: 25, bottom: 25, left: 30 } as const;
/** Widths of the text in twips, upright and on its side. */
const uprightWidth = page.width - convertMillimetersToTwip(margin.left + margin.right);
const sideWidth = page.height - convertMillimetersToTwip(margin.top + margin.bottom);
const font = 'Times New Roman';

/** Writes one finished book. @returns the bytes of the `.docx` file. */
export async function writeDocx(
  book: Book,
  manuscript: Manuscript,
  one: ManuscriptBook,
  wishes: DocxWishes = {},
): Promise<Uint8Array> {
  const writer = new DocxWriter(book, manuscript, one, wishes);
  return new Uint8Array(await Packer.toArrayBuffer(writer.document()));
}

interface Style {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
}

/** Where blocks are written: how far they are indented, and on how wide a page. */
interface Place {
  readonly chapter: ManuscriptChapter;
  readonly depth: number;
  readonly quote: boolean;
}

class DocxWriter {
  private readonly words: BookWords;
  private readonly marks: ReadonlyMap<string, readonly CodeMark[]>;
  private readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  private footnoteCount = 0;
  private orderedLists = 0;
  private readonly hasTables: boolean;
  private readonly hasFigures: boolean;

  constructor(
    book: Book,
    private readonly manuscript: Manuscript,
    private readonly one: ManuscriptBook,
    private readonly wishes: DocxWishes,
  ) {
    this.words = bookWords(manuscript.language);
    this.marks = codeMarks(book);
    const captions = one.chapters.flatMap((chapter) => [...chapter.captions.values()]);
    this.hasTables = captions.some(({ kind }) => kind === 'table');
    this.hasFigures = captions.some(({ kind }) => kind === 'figure');
  }

  document(): Document {
    const body = this.bodySections();
    return new Document({
      title: `${this.manuscript.title}: ${this.one.title}`,
      creator: this.manuscript.region ?? '',
      features: { updateFields: false },
      footnotes: this.footnotes,
      pageNumbers: estimatePageNumbersWith({ guess: true }),
      numbering: { config: [bullets, numbers] },
      ...(this.wishes.styles === undefined ? {} : { externalStyles: this.wishes.styles }),
      styles: this.wishes.styles === undefined ? styles : { paragraphStyles: captionStyles },
      sections: [this.titlePage(), this.frontMatter(), ...body],
    });
  }

  private titlePage(): ISectionOptions {
    const line = (text: string | undefined, style: string) =>
      text === undefined ? [] : [new Paragraph({ style, text })];
    return {
      properties: { page: upright, type: SectionType.NEXT_PAGE },
      children: [
        ...line(this.manuscript.region?.toUpperCase(), 'Region'),
        ...line(this.manuscript.title, 'Title'),
        ...line(this.one.title, 'Subtitle'),
        ...line(this.manuscript.period, 'Region'),
      ],
    };
  }

  private frontMatter(): ISectionOptions {
    const { words } = this;
    const children: FileChild[] = [
      new Paragraph({ style: 'FrontHeading', text: words.contents }),
      new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-3' }),
    ];
    const list = (title: string, style: string) => {
      children.push(
        new Paragraph({ style: 'FrontHeading', text: title, pageBreakBefore: true }),
        new TableOfContents(title, { hyperlink: true, stylesWithLevels: [new StyleLevel(style, 1)] }),
      );
    };
    if (this.hasTables) list(words.tables, 'TableCaption');
    if (this.hasFigures) list(words.figures, 'FigureCaption');
    return {
      properties: {
        page: { ...upright, pageNumbers: { start: 1, formatType: NumberFormat.LOWER_ROMAN } },
        type: SectionType.NEXT_PAGE,
      },
      footers: { default: pageNumberFooter() },
      children,
    };
  }

  /** Chapters in sections: a new one where a chapter begins, and around each run of wide tables. */
  private bodySections(): ISectionOptions[] {
    const sections: ISectionOptions[] = [];
    let children: FileChild[] = [];
    let onItsSide = false;
    const close = () => {
      if (children.length === 0) return;
      const first = sections.length === 0;
      sections.push({
        properties: {
          page: {
            ...(onItsSide ? side : upright),
            pageNumbers: { formatType: NumberFormat.DECIMAL, ...(first ? { start: 1 } : {}) },
          },
          type: SectionType.NEXT_PAGE,
        },
        footers: { default: pageNumberFooter() },
        children,
      });
      children = [];
    };
    for (const chapter of this.one.chapters) {
      close();
      onItsSide = false;
      children.push(this.chapterHeading(chapter));
      for (const block of chapter.content) {
        const isWide = block.type === 'table' && (block.children[0]?.children.length ?? 0) >= wideTable;
        if (isWide !== onItsSide) {
          close();
          onItsSide = isWide;
        }
        children.push(...this.block(block, { chapter, depth: 0, quote: false }));
      }
    }
    close();
    return sections;
  }

  private chapterHeading({ number, title }: ManuscriptChapter): Paragraph {
    return new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [
        new TextRun({ text: `${this.words.chapter} ${toRoman(number)}` }),
        new TextRun({ text: title.toUpperCase(), break: 1 }),
      ],
    });
  }

  // ---- Blocks

  private block(block: RootContent, place: Place): FileChild[] {
    switch (block.type) {
      case 'heading': {
        const number = place.chapter.headingNumbers.get(block);
        const level = headingLevels[Math.min(5, Math.max(1, block.depth - 1))];
        return [
          new Paragraph({
            ...(level === undefined ? {} : { heading: level }),
            children: [
              ...(number === undefined ? [] : [new TextRun({ text: number }), new TextRun({ children: [new Tab()] })]),
              ...this.inline(block.children, place.chapter, {}),
            ],
          }),
        ];
      }
      case 'paragraph':
        return this.paragraph(block.children, place);
      case 'list':
        return this.list(block, place);
      case 'table':
        return this.table(block, place.chapter);
      case 'blockquote':
        return block.children.flatMap((inner) => this.block(inner, { ...place, quote: true }));
      case 'code':
        return block.value.split('\n').map((line) => new Paragraph({ style: 'Code', text: line }));
      case 'html': {
        const words = withoutTags(block.value);
        return words === '' ? [] : [new Paragraph({ style: 'BodyText', text: words })];
      }
      case 'thematicBreak':
        return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'A0A8B0' } } })];
      default:
        return [];
    }
  }

  /** Images stand on lines of their own, with their captions below. */
  private paragraph(children: readonly PhrasingContent[], place: Place): Paragraph[] {
    const paragraphs: Paragraph[] = [];
    let run: PhrasingContent[] = [];
    const close = () => {
      if (run.some((child) => plainTextOf(child).trim() !== '' || child.type === 'footnoteReference')) {
        paragraphs.push(new Paragraph({ ...this.frame(place), children: this.inline(run, place.chapter, {}) }));
      }
      run = [];
    };
    for (const child of children) {
      if (child.type !== 'image') {
        run.push(child);
        continue;
      }
      close();
      paragraphs.push(...this.figure(child, place.chapter));
    }
    close();
    return paragraphs;
  }

  private frame({ depth, quote }: Place): IParagraphOptions {
    if (quote) return { style: 'Quote' };
    return depth === 0 ? { style: 'BodyText' } : { style: 'ListText', indent: { left: depth * listStep } };
  }

  private figure(image: Image, chapter: ManuscriptChapter): Paragraph[] {
    const read = this.wishes.images?.get(`${chapter.chapter.uri} ${image.url}`);
    const caption = chapter.captions.get(image);
    const words = caption === undefined ? (image.alt ?? '') : `${this.words.figure} ${caption.number} ${caption.text}`;
    const below = new Paragraph({ style: 'FigureCaption', text: words });
    if (read === undefined) return [below];
    const widest = (uprightWidth / 1440) * 96;
    const scale = Math.min(1, widest / read.width);
    return [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        keepNext: true,
        children: [
          new ImageRun({
            type: read.type,
            data: read.bytes,
            transformation: { width: Math.round(read.width * scale), height: Math.round(read.height * scale) },
          }),
        ],
      }),
      below,
    ];
  }

  private list(list: List, place: Place): FileChild[] {
    const instance = list.ordered ? ++this.orderedLists : 0;
    return list.children.flatMap((item) =>
      item.children.flatMap((inner: BlockContent | DefinitionContent, at): FileChild[] => {
        const deeper = { ...place, depth: place.depth + 1 };
        if (inner.type !== 'paragraph' || at > 0) return this.block(inner, deeper);
        const task = typeof item.checked === 'boolean' ? [new TextRun({ text: item.checked ? '☑ ' : '☐ ' })] : [];
        return [
          new Paragraph({
            style: 'ListText',
            numbering: list.ordered
              ? { reference: numbers.reference, level: Math.min(8, place.depth), instance }
              : { reference: bullets.reference, level: Math.min(8, place.depth) },
            children: [...task, ...this.inline(inner.children, place.chapter, {})],
          }),
        ];
      }),
    );
  }

  private table(table: MarkdownTable, chapter: ManuscriptChapter): FileChild[] {
    const caption = chapter.captions.get(table);
    const columns = table.children[0]?.children.length ?? 1;
    const width = columns >= wideTable ? sideWidth : uprightWidth;
    const widths = columnWidths(table, width);
    const size = columns >= wideTable ? 16 : 20;
    const rows = table.children.map(
      (row, at) =>
        new TableRow({
          tableHeader: at === 0,
          cantSplit: true,
          children: Array.from({ length: columns }, (_, column) =>
            this.cell(row.children[column], chapter, at === 0, size, widths[column] ?? 0),
          ),
        }),
    );
    return [
      ...(caption === undefined
        ? []
        : [new Paragraph({ style: 'TableCaption', text: `${this.words.table} ${caption.number} ${caption.text}` })]),
      new Table({ rows, width: { size: width, type: WidthType.DXA }, columnWidths: widths }),
      new Paragraph({ style: 'AfterTable' }),
    ];
  }

  private cell(
    cell: MarkdownCell | undefined,
    chapter: ManuscriptChapter,
    isHeader: boolean,
    size: number,
    width: number,
  ): TableCell {
    const children = cell === undefined ? [] : this.inline(cell.children, chapter, { bold: isHeader }, size);
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(isHeader ? { shading: { fill: 'E8EDF2' } } : {}),
      children: [new Paragraph({ style: 'TableText', children })],
    });
  }

  // ---- Inline

  private inline(
    nodes: readonly PhrasingContent[],
    chapter: ManuscriptChapter,
    style: Style,
    size?: number,
  ): ParagraphChild[] {
    return nodes.flatMap((node): ParagraphChild[] => {
      switch (node.type) {
        case 'text':
          return piecesOf(node, chapter.chapter, this.marks.get(chapter.chapter.uri) ?? []).map(({ value, mark }) => {
            const run = textRun(value.replace(/\s*\n\s*/g, ' '), style, size);
            if (mark === undefined) return run;
            return mark.isDefinition
              ? new Bookmark({ id: mark.anchor, children: [run] })
              : new InternalHyperlink({ anchor: mark.anchor, children: [run] });
          });
        case 'strong':
          return this.inline(node.children, chapter, { ...style, bold: true }, size);
        case 'emphasis':
          return this.inline(node.children, chapter, { ...style, italics: true }, size);
        case 'delete':
          return this.inline(node.children, chapter, { ...style, strike: true }, size);
        case 'inlineCode':
          return [textRun(node.value, { ...style, code: true }, size)];
        case 'break':
          return [new TextRun({ break: 1 })];
        case 'link':
          // Between files of the masterplan there is nothing to click on paper; the words stay.
          return /^[a-z][a-z0-9+.-]*:/i.test(node.url)
            ? [
                new ExternalHyperlink({
                  link: node.url,
                  children: this.inline(node.children, chapter, style, size) as TextRun[],
                }),
              ]
            : this.inline(node.children, chapter, style, size);
        case 'linkReference':
          return this.inline(node.children, chapter, style, size);
        case 'image':
        case 'imageReference':
          return [textRun(node.alt ?? '', { ...style, italics: true }, size)];
        case 'footnoteReference': {
          const children = chapter.footnotes.get(node.identifier);
          if (children === undefined) return [textRun(`[^${node.identifier}]`, style, size)];
          const id = ++this.footnoteCount;
          this.footnotes[id] = {
            children: children.map(
              (block) =>
                new Paragraph({
                  style: 'FootnoteText',
                  children:
                    block.type === 'paragraph'
                      ? this.inline(block.children, chapter, {})
                      : [textRun(plainTextOf(block), {})],
                }),
            ),
          };
          return [new FootnoteReferenceRun(id)];
        }
        case 'html': {
          if (/^<br\s*\/?>$/i.test(node.value)) return [new TextRun({ break: 1 })];
          const words = withoutTags(node.value);
          return words === '' ? [] : [textRun(words, style, size)];
        }
        default:
          return [];
      }
    });
  }
}

function textRun(text: string, { code, ...style }: Style, size?: number): TextRun {
  return new TextRun({
    text,
    ...style,
    ...(code ? { font: 'Courier New' } : {}),
    ...(size === undefined ? {} : { size }),
  });
}

function withoutTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Columns as wide as their words ask for, none so narrow that a word of usual length breaks. */
function columnWidths(table: MarkdownTable, width: number): number[] {
  const columns = table.children[0]?.children.length ?? 1;
  const weights = Array.from({ length: columns }, (_, column) => {
    let longestWord = 3;
    let characters = 0;
    for (const row of table.children) {
      const cell = row.children[column];
      const words = cell === undefined ? '' : plainTextOf(cell);
      characters += Math.min(words.length, 160);
      for (const word of words.split(/\s+/)) longestWord = Math.max(longestWord, Math.min(word.length, 16));
    }
    return Math.max(longestWord, Math.sqrt(characters / Math.max(1, table.children.length)) * 3);
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const widths = weights.map((weight) => Math.floor((weight / all) * width));
  widths[0] = (widths[0] as number) + width - widths.reduce((sum, one) => sum + one, 0);
  return widths;
}

const upright = {
  size: { width: page.width, height: page.height, orientation: PageOrientation.PORTRAIT },
  margin: {
    top: convertMillimetersToTwip(margin.top),
    right: convertMillimetersToTwip(margin.right),
    bottom: convertMillimetersToTwip(margin.bottom),
    left: convertMillimetersToTwip(margin.left),
  },
};

/** A page on its side is bound at its upper edge: the margins turn with it. */
const side = {
  size: { width: page.width, height: page.height, orientation: PageOrientation.LANDSCAPE },
  margin: {
    top: convertMillimetersToTwip(margin.left),
    right: convertMillimetersToTwip(margin.top),
    bottom: convertMillimetersToTwip(margin.right),
    left: convertMillimetersToTwip(margin.bottom),
  },
};

function pageNumberFooter(): Footer {
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
    ],
  });
}

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** How far each level of a list is indented, in twips. */
const listStep = 425;
const levels = Array.from({ length: 9 }, (_, level) => level);

const bullets = {
  reference: 'bullets',
  levels: levels.map((level) => ({
    level,
    format: LevelFormat.BULLET,
    text: ['•', '–', '▪'][level % 3] as string,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: (level + 1) * listStep, hanging: 340 } } },
  })),
};

const numbers = {
  reference: 'numbers',
  levels: levels.map((level) => ({
    level,
    format: [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.DECIMAL][
      level % 3
    ] as (typeof LevelFormat)['DECIMAL'],
    text: level % 3 === 2 ? `(%${level + 1})` : `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: (level + 1) * listStep, hanging: 340 } } },
  })),
};

const caption = {
  basedOn: 'Normal',
  next: 'BodyText',
  run: { size: 20, bold: true, font },
  paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 200, after: 100 } },
} as const;

const captionStyles = [
  { id: 'TableCaption', name: 'TableCaption', ...caption, paragraph: { ...caption.paragraph, keepNext: true } },
  { id: 'FigureCaption', name: 'FigureCaption', ...caption },
];

const heading = (size: number, before: number, alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]) => ({
  run: { size, bold: true, font, color: '000000' },
  paragraph: { spacing: { before, after: 120 }, keepNext: true, ...(alignment === undefined ? {} : { alignment }) },
});

const styles = {
  default: {
    document: { run: { font, size: 24 }, paragraph: { spacing: { line: 360 } } },
    title: {
      run: { size: 44, bold: true, font, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 2400, after: 600 } },
    },
    heading1: heading(28, 0, AlignmentType.CENTER),
    heading2: heading(26, 280),
    heading3: heading(24, 240),
    heading4: heading(24, 200),
    heading5: heading(24, 200),
    heading6: heading(24, 200),
  },
  paragraphStyles: [
    {
      id: 'Region',
      name: 'Region',
      basedOn: 'Normal',
      run: { size: 30, bold: true, font },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 900, after: 300 } },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { size: 32, font },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 1200 } },
    },
    {
      id: 'FrontHeading',
      name: 'Front Heading',
      basedOn: 'Normal',
      run: { size: 28, bold: true, font, allCaps: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 300 } },
    },
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font, size: 24 },
      paragraph: { alignment: AlignmentType.JUSTIFIED, spacing: { after: 160 } },
    },
    {
      id: 'ListText',
      name: 'List Text',
      basedOn: 'Normal',
      run: { font, size: 24 },
      paragraph: { spacing: { after: 60 } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { font, size: 20 },
      paragraph: { spacing: { line: 240 } },
    },
    {
      id: 'AfterTable',
      name: 'After Table',
      basedOn: 'Normal',
      run: { size: 12 },
      paragraph: { spacing: { line: 240 } },
    },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      run: { italics: true, font },
      paragraph: { indent: { left: 567, right: 567 }, spacing: { after: 160 } },
    },
    {
      id: 'Code',
      name: 'Code',
      basedOn: 'Normal',
      run: { font: 'Courier New', size: 18 },
      paragraph: { spacing: { line: 240 } },
    },
    {
      id: 'FootnoteText',
      name: 'footnote text',
      basedOn: 'Normal',
      run: { font, size: 20 },
      paragraph: { spacing: { line: 240 } },
    },
    ...captionStyles,
  ],
};
