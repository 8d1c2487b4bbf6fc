/** What is worth knowing about an export besides the problems of its text: pictures that are not in it, numbers that have changed. */

import type { Chapter } from '../chapter/chapter';
import type { Text } from '../language/language';
import { linksOf } from '../markdown/links';
import type { Range } from '../text/range';
import { imageAddress, type NeededImage, neededImages, readImage } from './images';
import { type Manuscript, renumberedChapters } from './manuscript';
import type { ExportFormat } from './names';
import { isWebAddress } from './places';

export interface Remark {
  readonly chapter: Chapter;
  /** In the chapter's text. */
  readonly range: Range;
  readonly message: Text;
}

/**
 * The remarks of an export, in the order of the chapters.
 * @param images what a host could read, by `imageKey`; asked for where the format carries its images along.
 */
export function exportRemarks(
  manuscript: Manuscript,
  format: ExportFormat,
  images: ReadonlyMap<string, Uint8Array> = new Map(),
): Remark[] {
  if (format === 'xlsx' || format === 'csv') return [];
  const remarks: Remark[] = renumberedChapters(manuscript).map(({ chapter, typed, label }) => ({
    chapter,
    range: chapter.title?.heading ?? { start: 0, end: 0 },
    message: {
      id: `judulnya bertuliskan ${typed}, tetapi menurut urutannya menjadi ${label}; periksa rujukan ke bab ini.`,
      en: `its title says ${typed}, but by its place it becomes ${label}; check what refers to this chapter.`,
    },
  }));
  if (format !== 'md') {
    for (const needed of neededImages(manuscript)) {
      const message = imageRemark(needed, images.get(needed.key), format === 'docx');
      if (message !== undefined) remarks.push({ chapter: needed.chapter, range: rangeOf(needed), message });
    }
  }
  const order = manuscript.books.flatMap(({ chapters }) =>
    chapters.flatMap(({ parts }) => parts.map(({ chapter }) => chapter)),
  );
  return remarks.sort((a, b) => order.indexOf(a.chapter) - order.indexOf(b.chapter) || a.range.start - b.range.start);
}

function imageRemark({ url }: NeededImage, bytes: Uint8Array | undefined, isWord: boolean): Text | undefined {
  if (bytes === undefined) {
    return isWebAddress(url)
      ? {
          id: `gambar dari internet tidak dimuat; simpan berkasnya di folder masterplan: ${url}`,
          en: `pictures from the internet are not put in; save the file in the masterplan's folder: ${url}`,
        }
      : { id: `gambar tidak ditemukan: ${url}`, en: `the picture was not found: ${url}` };
  }
  if (!isWord) {
    return imageAddress(bytes) === undefined
      ? {
          id: `gambar ini tidak dapat ditampilkan peramban; ubah ke PNG atau JPEG: ${url}`,
          en: `browsers cannot show this picture; convert it to PNG or JPEG: ${url}`,
        }
      : undefined;
  }
  const read = readImage(bytes);
  if (read === undefined) {
    return {
      id: `gambar ini tidak dapat dimuat di Word; ubah ke PNG atau JPEG: ${url}`,
      en: `this picture cannot be put into Word; convert it to PNG or JPEG: ${url}`,
    };
  }
  return read.type === 'svg'
    ? {
        id: `gambar SVG hanya tampil di Word 2016 dan yang lebih baru, serta LibreOffice 7.6 dan yang lebih baru; ubah ke PNG bila buku dibaca dengan yang lama: ${url}`,
        en: `SVG pictures are shown by Word from 2016 on and LibreOffice from 7.6 on; convert it to PNG where older ones read the book: ${url}`,
      }
    : undefined;
}

function rangeOf({ chapter, url }: NeededImage): Range {
  const found = linksOf(chapter.source, chapter.blocks).find((link) => link.url === url);
  return found ?? chapter.title?.heading ?? { start: 0, end: 0 };
}
