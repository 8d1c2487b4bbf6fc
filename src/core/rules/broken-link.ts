/** A relative link or image to a file or a heading that is not there. */

import { type BrokenLink, brokenLinksIn, type LinkingChapter, linkingChapters, linksHangOn } from '../book/links';
import type { Finding } from '../language/finding';
import type { Text } from '../language/language';
import type { Range } from '../text/range';
import { nearestAddress } from './fixes/broken-link';
import type { PieceRule } from './rule';
import { quoted } from './wording';

/** A class, and its message told when it is shown: a text may have very many. */
class LinkFinding implements Finding {
  readonly range: Range;
  private words: Text | undefined;

  /** @param before what was found in its place the last time: a link that only moved has the same words. */
  constructor(
    readonly uri: string,
    readonly broken: BrokenLink,
    before: LinkFinding | undefined,
  ) {
    this.range = broken.local.link.target;
    const { local, anchors } = before?.broken ?? {};
    const isSame = local?.link.url === broken.local.link.url && !anchors === !broken.anchors;
    this.words = isSame ? before?.words : undefined;
  }

  get message(): Text {
    this.words ??= wordsOf(this.broken);
    return this.words;
  }

  writeFixes() {
    return nearestAddress(this.broken);
  }
}

function wordsOf({ local, anchors }: BrokenLink): Text {
  const path = local.link.url.replace(/#.*$/, '');
  if (anchors === undefined) {
    return { id: `Berkas ${quoted(path)} tidak ditemukan.`, en: `There is no file ${quoted(path)}.` };
  }
  const anchor = quoted(`#${local.anchor}`);
  return {
    id: `Judul ${anchor} tidak ada${path === '' ? ' di bab ini' : ` di ${quoted(path)}`}.`,
    en: `There is no heading ${anchor} in ${path === '' ? 'this chapter' : quoted(path)}.`,
  };
}

export const brokenLink: PieceRule<LinkingChapter> = {
  id: 'broken-link',
  severity: 'warning',
  scope: 'pieces',
  title: { id: 'Tautan tidak menemukan tujuannya', en: 'A link leads nowhere' },
  pieces: linkingChapters,
  hangsOn: linksHangOn,
  *check(linking, book, before) {
    let at = 0;
    for (const broken of brokenLinksIn(linking, book)) {
      const old = before?.[at++];
      const known = old instanceof LinkFinding ? old : undefined;
      yield known?.broken.local === broken.local ? known : new LinkFinding(linking.chapter.uri, broken, known);
    }
  },
};
