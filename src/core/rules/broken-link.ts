/** A relative link or image to a file or a heading that is not there. */

import { brokenLinks, linksHangOn } from '../book/links';
import { nearestAddress } from './fixes/broken-link';
import type { BookRule } from './rule';
import { quoted } from './wording';

export const brokenLink: BookRule = {
  id: 'broken-link',
  severity: 'warning',
  scope: 'book',
  title: { id: 'Tautan tidak menemukan tujuannya', en: 'A link leads nowhere' },
  hangsOn: linksHangOn,
  *check(book) {
    for (const broken of brokenLinks(book)) {
      const { chapter, link, anchor } = broken;
      const path = link.url.replace(/#.*$/, '');
      yield {
        uri: chapter.uri,
        range: link.target,
        message:
          broken.broken === 'file'
            ? {
                id: `Berkas ${quoted(path)} tidak ditemukan.`,
                en: `There is no file ${quoted(path)}.`,
              }
            : {
                id: `Judul ${quoted(`#${anchor}`)} tidak ada${path === '' ? ' di bab ini' : ` di ${quoted(path)}`}.`,
                en: `There is no heading ${quoted(`#${anchor}`)} in ${path === '' ? 'this chapter' : quoted(path)}.`,
              },
        writeFixes: () => nearestAddress(book, broken),
      };
    }
  },
};
