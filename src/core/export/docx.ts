/**
 * A finished book as a Word document, as Indonesian government books are made: title page, contents and lists with Roman
 * page numbers, `BAB` chapters with Arabic ones, captions numbered by chapter, wide tables on pages on their side.
 */

import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  Header,
  ImageRun,
  InternalHyperlink,
  type IParagraphOptions,
  type ISectionOptions,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  SectionType,
  SimpleField,
  StyleLevel,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type {
  BlockContent,
  DefinitionContent,
  FootnoteReference,
  Image,
  List,
  TableCell as MarkdownCell,
  Paragraph as MarkdownParagraph,
  Table as MarkdownTable,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import type { Book } from '../book/book';
import { type CodeMark, codeMarks, piecesOf } from './codes';
import { type ListNumber, numberedContents, type PageNumbers } from './docx-contents';
import {
  bulletsOf,
  captionLevel,
  chapterNumbers,
  documentStyles,
  extraStyles,
  headingStyles,
  listNumbers,
  listStep,
  rule,
  sectionNumbers,
  side,
  sideWidth,
  upright,
  uprightWidth,
} from './docx-styles';
import { htmlWords } from './html-words';
import { imageKey, insteadOfImage, type ReadImage } from './images';
import {
  type Caption,
  governmentOf,
  type Manuscript,
  type ManuscriptBook,
  type ManuscriptChapter,
  type ManuscriptPart,
} from './manuscript';
import { isWebAddress, placesOf } from './places';
import { type Stretch, stretchesOf } from './stretches';
import { alignmentsOf, columnsOf, hasTitles, isFilled, isWide, layOutTable, unbroken, wordsIn } from './tables';
import { type BookWords, bookWords } from './words';

export interface DocxWishes {
  /** By `imageKey`. An image that is not among them is said to be missing at its place. */
  readonly images?: ReadonlyMap<string, ReadImage>;
  /** Images that are there, but that Word does not show, by `imageKey`. */
  readonly unshown?: ReadonlySet<string>;
  /** `word/styles.xml` of a reference document; its styles take the place of ours. */
  readonly styles?: string;
  /** Without it the page numbers in the contents are left to Word, which offers to fill them in when it opens the file. */
  readonly pageNumbers?: PageNumbers;
}

/**
 * Writes one finished book.
 * @param one a book of the manuscript.
 * @returns the bytes of the `.docx` file.
 */
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
  readonly link?: boolean;
  /** In half points. */
  readonly size?: number;
}

/** Where blocks are written. */
interface Place {
  readonly chapter: ManuscriptChapter;
  readonly part: ManuscriptPart;
  /** Levels of lists around it. */
  readonly depth: number;
  readonly isQuote: boolean;
  /** Word has no footnotes to footnotes. */
  readonly isNote: boolean;
  /** Of the text, in twips. */
  readonly width: number;
}

/** So many lines of contents and lists stand on one page together. */
const shortContents = 26;

/** Left and right of the words in a cell, together. */
const cellPadding = 160;

class DocxWriter {
  private readonly words: BookWords;
  private readonly marks: ReadonlyMap<string, readonly CodeMark[]>;
  /** The bookmark of each file. */
  private readonly places: ReadonlyMap<string, string>;
  private readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  private footnoteCount = 0;
  private orderedLists = 0;
  /** Lists that do not begin with 1: level and first number. */
  private readonly starts = new Map<string, { level: number; start: number }>();
  /** What Word will write before the headings, in their order. */
  private readonly numbers: ListNumber[] = [];
  /** Without page numbers Word fills the contents in, when it is asked to. */
  private readonly freshness: { readonly beginDirty?: true };

  constructor(
    book: Book,
    private readonly manuscript: Manuscript,
    private readonly one: ManuscriptBook,
    private readonly wishes: DocxWishes,
  ) {
    this.words = bookWords(manuscript.language);
    this.freshness = wishes.pageNumbers === undefined ? { beginDirty: true } : {};
    const parts = one.chapters.flatMap((chapter) => chapter.parts);
    this.marks = codeMarks(
      book,
      parts.map(({ chapter }) => chapter),
    );
    this.places = placesOf(parts);
  }

  document(): Document {
    const { manuscript, one, words } = this;
    const { styles, pageNumbers } = this.wishes;
    const body = this.one.chapters.flatMap((chapter, at) => this.chapterSections(chapter, at === 0));
    const locale = manuscript.language === 'id' ? 'id-ID' : 'en-GB';
    return new Document({
      title: `${manuscript.title}: ${one.title}`,
      subject: one.title,
      creator: manuscript.region ?? manuscript.title,
      footnotes: this.footnotes,
      numbering: {
        config: [
          chapterNumbers('chapters', words.chapter),
          chapterNumbers('appendices', words.appendix),
          ...this.one.chapters.map((chapter) => sectionNumbers(sectionsOf(chapter), prefixOf(chapter))),
          bulletsOf(),
          listNumbers('numbers'),
          ...[...this.starts].map(([reference, { level, start }]) => listNumbers(reference, level, start)),
        ],
      },
      pageNumbers: numberedContents(this.numbers, pageNumbers),
      ...(styles === undefined
        ? { styles: documentStyles(locale) }
        : { externalStyles: styles, styles: { paragraphStyles: extraStyles(styles) } }),
      sections: [this.titlePage(), this.frontMatter(), ...body],
    });
  }

  private titlePage(): ISectionOptions {
    const { manuscript, one, words } = this;
    const line = (text: string | undefined, style: string) =>
      text === undefined ? [] : [new Paragraph({ style, text })];
    return {
      properties: { page: upright, type: SectionType.NEXT_PAGE },
      children: [
        ...line(governmentOf(manuscript), 'CoverRegion'),
        ...line(manuscript.title, 'Title'),
        new Paragraph({ style: 'CoverRule', border: { bottom: rule } }),
        ...line(one.number === undefined ? undefined : `${words.book} ${one.number}`, 'CoverBook'),
        ...line(one.title, 'Subtitle'),
        ...line(manuscript.period?.replace('-', '–'), 'CoverPeriod'),
      ],
    };
  }

  private frontMatter(): ISectionOptions {
    const { words } = this;
    const children: FileChild[] = [
      new Paragraph({ style: 'FrontHeading', text: words.contents }),
      new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-3', ...this.freshness }),
    ];
    const captions = this.one.chapters.flatMap((chapter) => [...chapter.captions.values()]);
    const headings = this.one.chapters.flatMap((chapter) => [...chapter.headings.values()]);
    const lines = this.one.chapters.length + headings.filter(({ level }) => level <= 3).length + captions.length;
    const pageBreakBefore = lines > shortContents;
    const list = (title: string, kind: Caption['kind'], styleName: string) => {
      if (!captions.some((caption) => caption.kind === kind)) return;
      children.push(
        new Paragraph({ style: 'FrontHeading', text: title, pageBreakBefore }),
        new TableOfContents(title, {
          hyperlink: true,
          stylesWithLevels: [new StyleLevel(styleName, captionLevel)],
          ...this.freshness,
        }),
      );
    };
    list(words.tables, 'table', 'Table Caption');
    list(words.figures, 'figure', 'Figure Caption');
    return {
      properties: {
        page: { ...upright, pageNumbers: { start: 1, formatType: NumberFormat.LOWER_ROMAN } },
        type: SectionType.NEXT_PAGE,
      },
      footers: { default: pageNumberFooter() },
      children,
    };
  }

  /** A chapter begins on a page of its own, and so does each stretch that is turned. */
  private chapterSections(chapter: ManuscriptChapter, isFirst: boolean): ISectionOptions[] {
    const stretches = stretchesOf(chapter);
    const all: readonly Stretch[] = stretches.length === 0 ? [{ onItsSide: false, blocks: [] }] : stretches;
    const begun = new Set<ManuscriptPart>();
    return all.map(({ onItsSide, blocks }, at) => ({
      properties: {
        page: {
          ...(onItsSide ? side : upright),
          pageNumbers: { formatType: NumberFormat.DECIMAL, ...(isFirst && at === 0 ? { start: 1 } : {}) },
        },
        type: SectionType.NEXT_PAGE,
      },
      headers: { default: this.header(onItsSide) },
      footers: { default: pageNumberFooter() },
      children: [
        ...(at === 0 ? [this.chapterHeading(chapter)] : []),
        ...blocks.flatMap(({ block, part }) => {
          const width = onItsSide ? sideWidth : uprightWidth;
          const anchor = begun.has(part) || chapter.parts[0] === part ? undefined : this.places.get(part.chapter.uri);
          begun.add(part);
          return this.block(block, { chapter, part, depth: 0, isQuote: false, isNote: false, width }, anchor);
        }),
      ],
    }));
  }

  private header(onItsSide: boolean): Header {
    const { manuscript, one } = this;
    return new Header({
      children: [
        new Paragraph({
          style: 'RunningHead',
          border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: '7F7F7F', space: 4 } },
          tabStops: [{ type: 'right', position: onItsSide ? sideWidth : uprightWidth }],
          children: [new TextRun(manuscript.title), new TextRun({ children: ['\t', one.title] })],
        }),
      ],
    });
  }

  private chapterHeading(chapter: ManuscriptChapter): Paragraph {
    const [part] = chapter.parts as [ManuscriptPart];
    const place = { chapter, part, depth: 0, isQuote: false, isNote: false, width: uprightWidth };
    const anchor = this.places.get(part.chapter.uri);
    const words = this.inline(chapter.heading, place, {});
    // The line break behind it is a blank in the contents.
    this.numbers.push({ text: chapter.label, separator: 'nothing' });
    return new Paragraph({
      style: headingStyles[0],
      numbering: { reference: chapter.isAppendix ? 'appendices' : 'chapters', level: 0 },
      children: [
        new TextRun({ break: 1 }),
        ...(anchor === undefined ? words : [new Bookmark({ id: anchor, children: words as TextRun[] })]),
      ],
    });
  }

  // ---- Blocks

  private block(block: RootContent, place: Place, anchor?: string): FileChild[] {
    switch (block.type) {
      case 'heading': {
        const at = place.chapter.headings.get(block);
        const words = this.inline(block.children, place, {});
        const level = at?.level ?? Math.min(6, Math.max(2, block.depth));
        const style = headingStyles[Math.min(6, level) - 1] as string;
        if (at !== undefined) this.numbers.push({ text: at.number, separator: 'tab' });
        return [
          new Paragraph({
            style,
            ...(at === undefined
              ? {}
              : { numbering: { reference: sectionsOf(place.chapter), level: Math.min(6, level) - 2 } }),
            children: anchor === undefined ? words : [new Bookmark({ id: anchor, children: words as TextRun[] })],
          }),
        ];
      }
      case 'paragraph':
        return this.paragraph(block.children, place);
      case 'list':
        return this.list(block, place);
      case 'table':
        return this.table(block, place);
      case 'blockquote':
        return block.children.flatMap((inner) => this.block(inner, { ...place, isQuote: true }));
      case 'code':
        return block.value.split('\n').map((line) => new Paragraph({ style: 'Code', text: line }));
      case 'html':
        return htmlWords(block.value).map((words) => new Paragraph({ ...this.frame(place), text: words }));
      case 'thematicBreak':
        return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: '7F7F7F' } } })];
      default:
        return [];
    }
  }

  /** Images stand on lines of their own, with their captions below. */
  private paragraph(children: readonly PhrasingContent[], place: Place): Paragraph[] {
    const paragraphs: Paragraph[] = [];
    let run: PhrasingContent[] = [];
    const close = () => {
      const words = plainTextOf({ type: 'paragraph', children: run } satisfies MarkdownParagraph);
      if (words.trim() !== '' || run.some(({ type }) => type === 'footnoteReference' || type === 'html')) {
        const keepNext = announces(run, words);
        // A justified line that is broken by hand is stretched to the margin.
        const isBroken = run.some(({ type }) => type === 'break' || type === 'html');
        paragraphs.push(
          new Paragraph({
            ...this.frame(place),
            ...(isBroken ? { alignment: AlignmentType.LEFT } : {}),
            keepNext,
            children: this.inline(run, place, {}),
          }),
        );
      }
      run = [];
    };
    for (const child of children) {
      if (child.type !== 'image' || !place.chapter.captions.has(child)) {
        run.push(child);
        continue;
      }
      close();
      paragraphs.push(...this.figure(child, place));
    }
    close();
    return paragraphs;
  }

  private frame({ depth, isQuote, isNote }: Place): IParagraphOptions {
    if (isNote) return { style: 'FootnoteText' };
    if (isQuote) return { style: 'Quote' };
    return depth === 0 ? { style: 'BodyText' } : { style: 'ListText', indent: { left: depth * listStep } };
  }

  private figure(image: Image, place: Place): Paragraph[] {
    const caption = place.chapter.captions.get(image);
    const key = imageKey(place.part.chapter, image.url);
    const read = this.wishes.images?.get(key);
    const instead = insteadOfImage(this.manuscript, image.url, this.wishes.unshown?.has(key) ?? false);
    const border = { style: BorderStyle.DASHED, size: 4, color: '7F7F7F', space: 8 };
    const picture =
      read === undefined
        ? new Paragraph({
            style: 'FigureText',
            keepNext: true,
            border: { top: border, bottom: border, left: border, right: border },
            children: [new TextRun({ text: instead, italics: true })],
          })
        : new Paragraph({
            style: 'FigureText',
            keepNext: true,
            children: [imageRun(read, image, place.width, place.width === sideWidth ? 130 : 200)],
          });
    return caption === undefined ? [picture] : [picture, this.caption(caption, 'FigureCaption', place)];
  }

  /** The number is a field, so that Word counts on where somebody adds a table. */
  private caption({ kind, number, place: count, children }: Caption, style: string, place: Place): Paragraph {
    const name = this.words[kind];
    const prefix = number.slice(0, number.lastIndexOf('.') + 1);
    return new Paragraph({
      style,
      children: [
        new TextRun(`${name} ${prefix}`),
        new SimpleField(` SEQ ${name}_${prefix.slice(0, -1)} \\* ARABIC `, String(count)),
        new TextRun(' '),
        ...this.inline(children, place, {}),
      ],
    });
  }

  private list(list: List, place: Place): FileChild[] {
    const level = Math.min(8, place.depth);
    const instance = list.ordered ? ++this.orderedLists : 0;
    const numbering = list.ordered
      ? { reference: this.numbersFrom(list.start ?? 1, level), level, instance }
      : { reference: 'bullets', level };
    return list.children.flatMap((item) => {
      const deeper = { ...place, depth: place.depth + 1 };
      const mark = typeof item.checked === 'boolean' ? [new TextRun(item.checked ? '☑ ' : '☐ ')] : [];
      const [first, ...others] = item.children as readonly (BlockContent | DefinitionContent)[];
      const isPlain = first?.type === 'paragraph' && !first.children.some((child) => this.isFigure(child, place));
      const opening = new Paragraph({
        style: 'ListText',
        numbering,
        children: [...mark, ...(isPlain ? this.inline(first.children, place, {}) : [])],
      });
      const rest = isPlain || first === undefined ? others : [first, ...others];
      return [opening, ...rest.flatMap((inner) => this.block(inner, deeper))];
    });
  }

  private isFigure(child: PhrasingContent, { chapter }: Place): boolean {
    return child.type === 'image' && chapter.captions.has(child);
  }

  private numbersFrom(start: number, level: number): string {
    if (start === 1) return 'numbers';
    const reference = `numbers-${level}-${start}`;
    this.starts.set(reference, { level, start });
    return reference;
  }

  private table(table: MarkdownTable, place: Place): FileChild[] {
    const caption = place.chapter.captions.get(table);
    const indent = place.depth * listStep;
    const width = (isWide(table) && place.width === sideWidth ? sideWidth : place.width) - indent;
    // Which letters a reference document has is not known; most are broader than ours.
    const breadth = this.wishes.styles === undefined ? 1 : 1.15;
    const { widths, size } = layOutTable(table, width, cellPadding, breadth);
    const alignments = alignmentsOf(table);
    const words = wordsIn(table);
    const isTitled = hasTitles(table);
    const rows = table.children.map((row, at) => {
      const isHeader = isTitled && at === 0;
      return new TableRow({
        tableHeader: isHeader,
        cantSplit: true,
        children: Array.from({ length: columnsOf(table) }, (_, column) =>
          this.cell(row.children[column], place, {
            isHeader,
            size,
            width: widths[column] ?? 0,
            alignment: isHeader ? 'center' : (alignments[column] ?? 'left'),
            isFilled: isFilled(words[at]?.[column] ?? ''),
          }),
        ),
      });
    });
    const line = { style: BorderStyle.SINGLE, size: 4, color: '7F7F7F' };
    return [
      ...(caption === undefined ? [] : [this.caption(caption, 'TableCaption', place)]),
      new Table({
        rows,
        width: { size: width, type: WidthType.DXA },
        ...(indent === 0 ? {} : { indent: { size: indent, type: WidthType.DXA } }),
        columnWidths: widths,
        layout: TableLayoutType.FIXED,
        borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
      }),
      new Paragraph({ style: 'AfterTable' }),
    ];
  }

  private cell(
    cell: MarkdownCell | undefined,
    place: Place,
    look: {
      readonly isHeader: boolean;
      readonly size: number;
      readonly width: number;
      readonly alignment: 'left' | 'center' | 'right';
      readonly isFilled: boolean;
    },
  ): TableCell {
    const style = { size: look.size, ...(look.isHeader ? { bold: true } : {}) };
    const children = cell === undefined ? [] : this.inline(cell.children, { ...place, width: look.width }, style);
    const fill = look.isHeader ? 'D9E2F3' : look.isFilled ? '8EAADB' : undefined;
    return new TableCell({
      width: { size: look.width, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: cellPadding / 2, right: cellPadding / 2 },
      verticalAlign: look.isHeader ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      ...(fill === undefined ? {} : { shading: { fill } }),
      children: [
        new Paragraph({ style: 'TableText', alignment: AlignmentType[alignmentNames[look.alignment]], children }),
      ],
    });
  }

  // ---- Inline

  private inline(content: readonly PhrasingContent[], place: Place, style: Style): ParagraphChild[] {
    return content.flatMap((part): ParagraphChild[] => {
      switch (part.type) {
        case 'text':
          return this.text(part, place, style);
        case 'strong':
          return this.inline(part.children, place, { ...style, bold: true });
        case 'emphasis':
          return this.inline(part.children, place, { ...style, italics: true });
        case 'delete':
          return this.inline(part.children, place, { ...style, strike: true });
        case 'inlineCode':
          return [textRun(part.value, { ...style, code: true })];
        case 'break':
          return [new TextRun({ break: 1 })];
        case 'link':
          return this.link(part.url, part.children, place, style);
        case 'image': {
          const read = this.wishes.images?.get(imageKey(place.part.chapter, part.url));
          if (read !== undefined) return [imageRun(read, part, place.width - cellPadding, 40)];
          return [textRun(part.alt ?? '', { ...style, italics: true })];
        }
        case 'footnoteReference':
          return this.footnote(part, place, style);
        case 'html':
          if (/^<br\s*\/?>$/i.test(part.value)) return [new TextRun({ break: 1 })];
          return htmlWords(part.value).map((words) => textRun(words, style));
        default:
          return [];
      }
    });
  }

  private text(text: Extract<PhrasingContent, { type: 'text' }>, place: Place, style: Style): ParagraphChild[] {
    const { chapter } = place.part;
    const marks = style.link ? [] : (this.marks.get(chapter.uri) ?? []);
    return piecesOf(text, chapter, marks).map(({ value, mark }) => {
      const run = textRun(unbroken(value.replace(/(?<!\s)\s*\n\s*/g, ' ')), style);
      if (mark === undefined) return run;
      return mark.isDefinition
        ? new Bookmark({ id: mark.anchor, children: [run] })
        : new InternalHyperlink({ anchor: mark.anchor, children: [run] });
    });
  }

  /** To what is not in the same document there is nothing to jump to; the words stay. */
  private link(url: string, content: readonly PhrasingContent[], place: Place, style: Style): ParagraphChild[] {
    const file = place.part.files.get(url);
    const anchor = file === undefined ? undefined : this.places.get(file);
    const isAbroad = isWebAddress(url);
    if (style.link || (anchor === undefined && !isAbroad)) return this.inline(content, place, style);
    const children = this.inline(content, place, { ...style, link: true }) as TextRun[];
    return anchor === undefined
      ? [new ExternalHyperlink({ link: url, children })]
      : [new InternalHyperlink({ anchor, children })];
  }

  private footnote({ identifier }: FootnoteReference, place: Place, style: Style): ParagraphChild[] {
    const content = place.part.footnotes.get(identifier);
    if (content === undefined) return [textRun(`[^${identifier}]`, style)];
    if (place.isNote) return [textRun(` (${wordsOf(content)})`, style)];
    const id = ++this.footnoteCount;
    // Taken before its text is written: a footnote in it has the next number.
    const note: { children: Paragraph[] } = { children: [] };
    this.footnotes[id] = note;
    note.children = this.noteParagraphs(content, { ...place, depth: 0, isQuote: false, isNote: true });
    return [new FootnoteReferenceRun(id)];
  }

  /** A footnote has paragraphs only: items and rows become lines. */
  private noteParagraphs(blocks: readonly RootContent[], place: Place, mark = ''): Paragraph[] {
    const line = (children: readonly PhrasingContent[], before: string) =>
      this.paragraph([...(before === '' ? [] : [{ type: 'text', value: before } as const]), ...children], place);
    return blocks.flatMap((block, at): Paragraph[] => {
      const before = at === 0 ? mark : '';
      switch (block.type) {
        case 'paragraph':
        case 'heading':
          return line(block.children, before);
        case 'list':
          return block.children.flatMap((item, count) => {
            const own = block.ordered ? `${(block.start ?? 1) + count}. ` : '• ';
            return this.noteParagraphs(item.children, place, before + own);
          });
        case 'blockquote':
          return this.noteParagraphs(block.children, place, before);
        case 'table':
          return block.children.flatMap((row) =>
            line(
              row.children.flatMap((cell, column) =>
                column === 0 ? cell.children : [{ type: 'text', value: ' | ' } as const, ...cell.children],
              ),
              before,
            ),
          );
        case 'code':
          return block.value.split('\n').map((text) => new Paragraph({ style: 'FootnoteText', text: before + text }));
        default:
          return this.block(block, place) as Paragraph[];
      }
    });
  }
}

/** All words of some blocks in one line. */
function wordsOf(blocks: readonly RootContent[]): string {
  return blocks
    .map((block) =>
      'children' in block && block.type !== 'paragraph' && block.type !== 'heading'
        ? wordsOf(block.children as readonly RootContent[])
        : plainTextOf(block),
    )
    .join(' ');
}

/** A label in bold letters, or words that end with a colon, stay with what they announce. */
function announces(content: readonly PhrasingContent[], words: string): boolean {
  return /:\s*$/.test(words) || (content.length === 1 && content[0]?.type === 'strong');
}

const alignmentNames = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const;

function textRun(text: string, { code, link, ...style }: Style): TextRun {
  return new TextRun({
    text,
    ...style,
    ...(code ? { font: 'Courier New' } : {}),
    ...(link ? { style: 'Hyperlink' } : {}),
  });
}

/** A picture of one grey point: programs that do not know SVG show a grey field, with the picture's words behind it. */
const greyPoint =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGN4BgAA6ADnJ9uH/gAAAABJRU5ErkJggg==';

/** @param width of the text in twips. @param highest in millimetres. */
function imageRun(read: ReadImage, image: Image, width: number, highest: number): ImageRun {
  const widest = (width / 1440) * 96;
  const scale = Math.min(1, widest / read.width, ((highest / 25.4) * 96) / read.height);
  const words = image.alt ?? '';
  return new ImageRun({
    ...(read.type === 'svg'
      ? { type: read.type, data: read.bytes, fallback: { type: 'png', data: greyPoint } }
      : { type: read.type, data: read.bytes }),
    transformation: {
      width: Math.max(1, Math.round(read.width * scale)),
      height: Math.max(1, Math.round(read.height * scale)),
    },
    altText: { name: words, title: words, description: words },
  });
}

/** The numbering of a chapter's sections. */
function sectionsOf({ label }: ManuscriptChapter): string {
  return `sections of ${label}`;
}

/** What stands before the first dot of the numbers in a chapter. */
function prefixOf({ isAppendix, number }: ManuscriptChapter): string {
  return isAppendix ? `L${number}` : String(number);
}

function pageNumberFooter(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'PageFoot',
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  });
}
