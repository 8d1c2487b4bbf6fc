/** All that a host needs to export a masterplan. Hosts load it when somebody exports, and not before: it brings much along. */

export { writeCsv } from './csv';
export { type DocxWishes, writeDocx } from './docx';
export type { PageNumbers } from './docx-contents';
export { type HtmlWishes, writeHtml } from './html';
export { imageKey, type NeededImage, neededImages } from './images';
export {
  type Manuscript,
  type ManuscriptBook,
  manuscriptOf,
} from './manuscript';
export { type MarkdownWishes, writeMarkdown } from './markdown';
export { type ExportFile, type ExportFormat, exportFiles, exportFormats, isPerBook } from './names';
export { referenceStyles } from './reference';
export { exportRemarks, type Remark } from './remarks';
export { type RenderWishes, renderExport } from './render';
export { writeXlsx } from './xlsx';
