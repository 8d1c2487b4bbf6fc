/**
 * On which page everything stands in a Word document. Apart from the rest, for it is large: where it is left out, the
 * page numbers in the contents are filled in by Word, when it opens the file.
 */

import { estimatePageNumbersWith } from 'docx/layout';
import type { PageNumbers } from './docx-contents';

/** Lays a document out as Word does, and guesses where Word has its secrets. Takes seconds for a book of a hundred pages. */
export const pageNumbers: PageNumbers = estimatePageNumbersWith({ guess: true });
