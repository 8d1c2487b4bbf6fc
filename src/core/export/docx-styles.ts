/** How a finished book looks in Word: page sizes, styles and numbering. All looks are styles, so that Word can change them. */

import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
  PageOrientation,
} from 'docx';

const size = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };
/** In millimetres; more on the left, where books are bound. */
const margin = { top: 30, right: 25, bottom: 25, left: 35 } as const;

/** Widths of the text in twips, upright and on its side. */
export const uprightWidth = size.width - convertMillimetersToTwip(margin.left + margin.right);
export const sideWidth = size.height - convertMillimetersToTwip(20 + 20);

export const upright = {
  size: { ...size, orientation: PageOrientation.PORTRAIT },
  margin: {
    top: convertMillimetersToTwip(margin.top),
    right: convertMillimetersToTwip(margin.right),
    bottom: convertMillimetersToTwip(margin.bottom),
    left: convertMillimetersToTwip(margin.left),
    header: convertMillimetersToTwip(15),
    footer: convertMillimetersToTwip(12),
  },
};

/** A page on its side is bound at its upper edge. */
export const side = {
  size: { ...size, orientation: PageOrientation.LANDSCAPE },
  margin: {
    top: convertMillimetersToTwip(margin.left),
    right: convertMillimetersToTwip(20),
    bottom: convertMillimetersToTwip(20),
    left: convertMillimetersToTwip(20),
    header: convertMillimetersToTwip(20),
    footer: convertMillimetersToTwip(10),
  },
};

const font = 'Times New Roman';
const ink = '1F3864';

/** The line below the title. */
export const rule = { style: BorderStyle.SINGLE, size: 18, color: ink, space: 1 } as const;

/** Word's own styles for headings of level 1 to 6. */
export const headingStyles = ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5', 'Heading6'] as const;

// ---- Numbering

/** How far each level of a list is indented, in twips. */
export const listStep = 425;
const levels = Array.from({ length: 9 }, (_, level) => level);

/** `BAB II`: counted by Word, so that a chapter put in between moves the others on. */
export function chapterNumbers(reference: string, word: string) {
  return {
    reference,
    levels: [
      {
        level: 0,
        format: LevelFormat.UPPER_ROMAN,
        text: `${word} %1`,
        suffix: LevelSuffix.NOTHING,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 0, hanging: 0 } } },
      },
    ],
  };
}

/**
 * `2.1`, `2.1.1`, `2.1.1.1`, `a.`, `1)`: the sections of one chapter. Its own number stands in the text of the levels:
 * as a level of the same list it would be Roman here too, in every program that does not know Word's exception for that.
 */
export function sectionNumbers(reference: string, chapter: string) {
  const decimal = (depth: number) => [chapter, ...Array.from({ length: depth + 1 }, (_, at) => `%${at + 1}`)].join('.');
  const hanging = [680, 850, 1020, 425, 425];
  return {
    reference,
    levels: hanging.map((indent, level) => ({
      level,
      format: level === 3 ? LevelFormat.LOWER_LETTER : LevelFormat.DECIMAL,
      text: level < 3 ? decimal(level) : level === 3 ? '%4.' : '%5)',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: indent, hanging: indent } } },
    })),
  };
}

export function bulletsOf() {
  return {
    reference: 'bullets',
    levels: levels.map((level) => ({
      level,
      format: LevelFormat.BULLET,
      text: ['•', '–', '▪'][level % 3] as string,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: (level + 1) * listStep, hanging: 340 } } },
    })),
  };
}

/** @param start of the given level; the others begin with 1. */
export function listNumbers(reference: string, atLevel = 0, start = 1) {
  const formats = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.DECIMAL] as const;
  return {
    reference,
    levels: levels.map((level) => ({
      level,
      format: formats[level % 3] as (typeof formats)[number],
      text: level % 3 === 2 ? `(%${level + 1})` : `%${level + 1}.`,
      start: level === atLevel ? start : 1,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: (level + 1) * listStep, hanging: 400 } } },
    })),
  };
}

// ---- Styles

const centered = AlignmentType.CENTER;
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO }) as const;
const single = lines(240);

function heading(letters: number, before: number, more: { centered?: true; italics?: true } = {}) {
  return {
    run: {
      size: letters,
      bold: true,
      font,
      color: '000000',
      ...(more.centered ? { allCaps: true } : {}),
      ...(more.italics ? { italics: true } : {}),
    },
    paragraph: {
      spacing: { before, after: more.centered ? 360 : 120, ...lines(more.centered ? 320 : 276) },
      keepNext: true,
      keepLines: true,
      ...(more.centered ? { alignment: centered } : {}),
    },
  };
}

/** Styles of ours that Word does not know; they take the letters of `Normal`, also that of a reference document. */
const own: readonly IParagraphStyleOptions[] = [
  {
    id: 'CoverRegion',
    name: 'Cover Region',
    basedOn: 'Normal',
    run: { size: 32, bold: true, allCaps: true },
    paragraph: { alignment: centered, spacing: { before: 600, after: 2600, ...lines(300) } },
  },
  {
    id: 'CoverRule',
    name: 'Cover Rule',
    basedOn: 'Normal',
    run: { size: 8 },
    paragraph: { spacing: { before: 0, after: 480, ...single }, indent: { left: 1700, right: 1700 } },
  },
  {
    id: 'CoverBook',
    name: 'Cover Book',
    basedOn: 'Normal',
    run: { size: 32, bold: true, allCaps: true },
    paragraph: { alignment: centered, spacing: { after: 120, ...lines(300) } },
  },
  {
    id: 'CoverPeriod',
    name: 'Cover Period',
    basedOn: 'Normal',
    run: { size: 32, bold: true },
    paragraph: { alignment: centered, spacing: { before: 2600, ...lines(300) } },
  },
  {
    id: 'FrontHeading',
    name: 'Front Heading',
    basedOn: 'Normal',
    run: { size: 28, bold: true, allCaps: true },
    paragraph: { alignment: centered, spacing: { before: 480, after: 300 }, keepNext: true },
  },
  {
    id: 'BodyText',
    name: 'Body Text',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { alignment: AlignmentType.JUSTIFIED, spacing: { after: 160 } },
  },
  {
    id: 'ListText',
    name: 'List Text',
    basedOn: 'BodyText',
    quickFormat: true,
    paragraph: { alignment: AlignmentType.JUSTIFIED, spacing: { after: 80 } },
  },
  {
    id: 'TableText',
    name: 'Table Text',
    basedOn: 'BodyText',
    quickFormat: true,
    run: { size: 20 },
    paragraph: { spacing: { before: 0, after: 0, ...single } },
  },
  {
    id: 'AfterTable',
    name: 'After Table',
    basedOn: 'Normal',
    run: { size: 16 },
    paragraph: { spacing: { before: 0, after: 0, ...single } },
  },
  {
    id: 'FigureText',
    name: 'Figure Text',
    basedOn: 'Normal',
    paragraph: { alignment: centered, spacing: { before: 240, after: 120, ...single } },
  },
  {
    id: 'TableCaption',
    name: 'Table Caption',
    basedOn: 'Caption',
    next: 'BodyText',
    paragraph: {
      alignment: centered,
      spacing: { before: 200, after: 100, ...single },
      keepNext: true,
      keepLines: true,
    },
  },
  {
    id: 'FigureCaption',
    name: 'Figure Caption',
    basedOn: 'Caption',
    next: 'BodyText',
    paragraph: { alignment: centered, spacing: { before: 60, after: 240, ...single }, keepLines: true },
  },
  {
    id: 'RunningHead',
    name: 'Running Head',
    basedOn: 'Normal',
    run: { size: 18, italics: true, color: '595959' },
    paragraph: { spacing: { before: 0, after: 0, ...single } },
  },
  {
    id: 'PageFoot',
    name: 'Page Foot',
    basedOn: 'Normal',
    run: { size: 20 },
    paragraph: { alignment: centered, spacing: { before: 0, after: 0, ...single } },
  },
  {
    id: 'Code',
    name: 'Code',
    basedOn: 'Normal',
    run: { font: 'Courier New', size: 18 },
    paragraph: { spacing: { before: 0, after: 0, ...single } },
  },
];

/** The level of the lists of tables and figures: their lines look different from those of the chapters. */
export const captionLevel = 4;

/** Styles that Word knows by these ids; a reference document that has them keeps its own. */
const known: readonly IParagraphStyleOptions[] = [
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    run: { size: 36, bold: true },
    paragraph: { alignment: centered, spacing: { after: 240, ...lines(320) } },
  },
  {
    id: 'Caption',
    name: 'caption',
    basedOn: 'Normal',
    next: 'BodyText',
    run: { size: 22, bold: true },
    paragraph: { spacing: { before: 120, after: 120, ...single } },
  },
  {
    id: 'Quote',
    name: 'Quote',
    basedOn: 'Normal',
    run: { italics: true },
    paragraph: { indent: { left: 567, right: 567 }, spacing: { after: 160, ...lines(300) } },
  },
  {
    id: 'FootnoteText',
    name: 'footnote text',
    basedOn: 'Normal',
    run: { size: 20 },
    paragraph: { spacing: { before: 0, after: 40, ...single } },
  },
  ...([1, 2, 3] as const).map((level): IParagraphStyleOptions => {
    const left = [0, 340, 900][level - 1] as number;
    return {
      id: `TOC${level}`,
      name: `toc ${level}`,
      basedOn: 'Normal',
      next: 'Normal',
      uiPriority: 39,
      ...(level === 1 ? { run: { bold: true, allCaps: true } } : {}),
      paragraph: {
        indent: { left: left + 567, hanging: level === 3 ? 680 : 567 },
        spacing: { before: level === 1 ? 120 : 0, after: 40, ...single },
      },
    };
  }),
  {
    id: `TOC${captionLevel}`,
    name: `toc ${captionLevel}`,
    basedOn: 'Normal',
    next: 'Normal',
    uiPriority: 39,
    paragraph: { indent: { left: 1100, hanging: 1100 }, spacing: { after: 60, ...single } },
  },
];

/** A reference document without a style for titles gets ours. */
const title: IParagraphStyleOptions = {
  id: 'Title',
  name: 'Title',
  basedOn: 'Normal',
  run: { size: 52, bold: true, color: ink, allCaps: true },
  paragraph: { alignment: centered, spacing: { before: 0, after: 240, ...lines(300) } },
};

/** The styles of a book without a reference document. @param locale of the spelling, `id-ID`. */
export function documentStyles(locale: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font, size: 24, language: { value: locale } },
        paragraph: { spacing: { ...lines(360) } },
      },
      title: {
        run: { size: 52, bold: true, font, color: ink, allCaps: true },
        paragraph: { alignment: centered, spacing: { before: 0, after: 240, ...lines(300) } },
      },
      heading1: heading(28, 0, { centered: true }),
      heading2: heading(26, 280),
      heading3: heading(24, 240),
      heading4: heading(24, 200),
      heading5: heading(24, 160, { italics: true }),
      heading6: heading(24, 160, { italics: true }),
    },
    paragraphStyles: [...known, ...own],
  };
}

/**
 * What has to be added to the styles of a reference document: those that a book needs and it does not have.
 * @param styles its `word/styles.xml`, as `referenceStyles` gives it.
 */
export function extraStyles(styles: string): IParagraphStyleOptions[] {
  // A document often has its own look for the first headings only: those below look like the one above them.
  const headings = headingStyles.map((id, at): IParagraphStyleOptions => {
    const above = headingStyles[at - 1];
    return {
      id,
      name: `heading ${at + 1}`,
      basedOn: above ?? 'Normal',
      next: 'BodyText',
      quickFormat: true,
      ...(above === undefined ? { run: { bold: true } } : {}),
      paragraph: { keepNext: true, keepLines: true, outlineLevel: at },
    };
  });
  return [...known, title, ...headings, ...own].filter(({ id }) => !styles.includes(`w:styleId="${id}"`));
}
