/** The images of a manuscript: which files they are, and what a host has read of them. */

import { BMP } from 'image-size/types/bmp';
import { GIF } from 'image-size/types/gif';
import { HEIF } from 'image-size/types/heif';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { SVG } from 'image-size/types/svg';
import { WEBP } from 'image-size/types/webp';
import type { Image } from 'mdast';
import type { Chapter } from '../chapter/chapter';
import type { Manuscript } from './manuscript';

/** An image that Word can show, SVG from Word 2016 on. Sizes in pixels. */
export interface ReadImage {
  readonly type: 'png' | 'jpg' | 'gif' | 'bmp' | 'svg';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface NeededImage {
  readonly key: string;
  readonly chapter: Chapter;
  /** As the chapter writes it. */
  readonly url: string;
  /** The file's URI; absent where the address leads out of the files at hand. */
  readonly file?: string;
}

/** What an image is known by: the same address means other files in other chapters. */
export function imageKey(chapter: Chapter, url: string): string {
  return `${chapter.uri} ${url}`;
}

/** What stands in the place of an image. @param isThere where its file was found, but the format does not show it. */
export function insteadOfImage({ language }: Manuscript, url: string, isThere: boolean): string {
  const words = isThere
    ? { id: 'Gambar ini tidak dapat ditampilkan di sini', en: 'This picture cannot be shown here' }
    : { id: 'Gambar tidak ditemukan', en: 'Picture not found' };
  return `${words[language]}: ${url}`;
}

/** The images that a manuscript shows, each once, for a host to read. */
export function neededImages(manuscript: Manuscript): NeededImage[] {
  const needed = new Map<string, NeededImage>();
  for (const { chapters } of manuscript.books) {
    for (const { parts } of chapters) {
      for (const { chapter, content, footnotes, files } of parts) {
        for (const { url } of imagesIn([...content, ...[...footnotes.values()].flat()])) {
          const key = imageKey(chapter, url);
          const file = files.get(url);
          needed.set(key, { key, chapter, url, ...(file === undefined ? {} : { file }) });
        }
      }
    }
  }
  return [...needed.values()];
}

function* imagesIn(blocks: readonly unknown[]): Iterable<Image> {
  for (const block of blocks) {
    const { type, children } = block as { type: string; children?: readonly unknown[] };
    if (type === 'image') yield block as Image;
    if (children !== undefined) yield* imagesIn(children);
  }
}

const mimeTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  avif: 'image/avif',
};

/** The kinds that Word or a browser shows; `heif` is also what AVIF is told apart by. */
const kinds = { png: PNG, jpg: JPG, gif: GIF, bmp: BMP, webp: WEBP, heif: HEIF, svg: SVG };

interface Size {
  readonly type: string;
  readonly width: number;
  readonly height: number;
}

function sizeOf(bytes: Uint8Array): Size | undefined {
  try {
    const found = Object.entries(kinds).find(([, kind]) => kind.validate(bytes));
    if (found === undefined) return undefined;
    const { type = found[0], width, height, orientation = 1 } = found[1].calculate(bytes);
    if (!(width > 0) || !(height > 0)) return undefined;
    // A photograph taken upright may lie on its side in the file.
    return orientation >= 5 ? { type, width: height, height: width } : { type, width, height };
  } catch {
    return undefined;
  }
}

const wordTypes = ['png', 'jpg', 'gif', 'bmp', 'svg'] as const satisfies readonly ReadImage['type'][];

function isForWord(type: string): type is ReadImage['type'] {
  return (wordTypes as readonly string[]).includes(type);
}

/** An image for Word; nothing where the bytes are none, or of a kind that Word does not show (WebP). */
export function readImage(bytes: Uint8Array): ReadImage | undefined {
  const size = sizeOf(bytes);
  if (size === undefined) return undefined;
  const { type, width, height } = size;
  return isForWord(type) ? { type, width, height, bytes } : undefined;
}

/** An image as a `data:` address for HTML; nothing where the bytes are none. */
export function imageAddress(bytes: Uint8Array): string | undefined {
  const type = mimeTypes[sizeOf(bytes)?.type ?? ''];
  if (type === undefined) return undefined;
  let binary = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return `data:${type};base64,${btoa(binary)}`;
}
