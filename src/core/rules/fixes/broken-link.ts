/** Where a broken link was most likely to lead. */

import { type BrokenLink, fileKey } from '../../book/links';
import { folderOf } from '../../book/places';
import type { FindingFix } from '../../language/finding';
import { nearest } from '../../text/distance';
import { quoted } from '../wording';

/** The address that comes nearest to the one written; nothing where none is near. */
export function nearestAddress({ local, anchors, files }: BrokenLink): FindingFix[] {
  const { link, file, anchor } = local;
  const address =
    anchors === undefined
      ? nearestFile(link.url, file, files)
      : nearestAnchor(link.url, anchor as string, [...anchors.headings]);
  if (address === undefined) return [];
  return [
    {
      title: { id: `Ganti dengan ${quoted(address)}`, en: `Replace by ${quoted(address)}` },
      edits: [{ edits: [{ range: link.target, text: address }] }],
    },
  ];
}

/** A chapter in the folder that the link names, with a name much like the one written. */
function nearestFile(url: string, file: string, files: readonly string[]): string | undefined {
  const folder = folderOf(file);
  const names = files.flatMap((uri) => {
    const own = folderOf(uri);
    return fileKey(own) === fileKey(folder) ? [uri.slice(own.length)] : [];
  });
  const name = nearest(file.slice(folder.length), names);
  if (name === undefined) return undefined;
  const path = url.replace(/[?#].*$/, '');
  return path.slice(0, path.lastIndexOf('/') + 1) + name + url.slice(path.length);
}

/** The anchor that goes on where the written one stops (a heading that grew), else one much like it. */
function nearestAnchor(url: string, anchor: string, anchors: readonly string[]): string | undefined {
  const grown = anchors.filter((candidate) => candidate.startsWith(`${anchor.toLowerCase()}-`));
  const right = grown.length === 1 ? grown[0] : nearest(anchor, anchors);
  return right === undefined ? undefined : `${url.slice(0, url.indexOf('#'))}#${right}`;
}
