/** Which file is whose: nearest manifest, left-out folders, globs. */

import { describe, expect, test } from 'vitest';
import { isLeftOut, isManifest, markedFolders, mayBeChapter, nearestFolder } from '../../../src/core/book/places';
import { globMatcher } from '../../../src/core/text/glob';

describe('the nearest manifest', () => {
  const folders = markedFolders([
    'file:///a/masterplan.yaml',
    'file:///a/b/masterplan.yml',
    'file:///a/b/masterplan.yaml',
  ]);

  test('of two manifests in one folder masterplan.yaml counts', () => {
    expect(folders.get('file:///a/b/')).toBe('file:///a/b/masterplan.yaml');
    const turned = markedFolders(['file:///a/masterplan.yaml', 'file:///a/masterplan.yml']);
    expect(turned.get('file:///a/')).toBe('file:///a/masterplan.yaml');
  });

  test.each([
    ['file:///a/x.md', 'file:///a/'],
    ['file:///a/c/d/x.md', 'file:///a/'],
    ['file:///a/b/x.md', 'file:///a/b/'],
    ['file:///a/b/c/x.md', 'file:///a/b/'],
    ['file:///ab/x.md', undefined],
    ['file:///x.md', undefined],
    ['untitled:Untitled-1', undefined],
  ])('%s belongs to %s', (uri, folder) => {
    expect(nearestFolder(uri, folders)).toBe(folder);
  });
});

test('names of manifests and chapters', () => {
  expect(isManifest('file:///a/masterplan.yml')).toBe(true);
  expect(isManifest('file:///a/my-masterplan.yml')).toBe(false);
  expect(mayBeChapter('file:///a/01.masterplan.md')).toBe(true);
  expect(mayBeChapter('file:///a/01.MARKDOWN')).toBe(true);
  expect(mayBeChapter('file:///a/01.mdx')).toBe(false);
  expect(mayBeChapter('file:///a.md/b')).toBe(false);
});

describe('what is left out', () => {
  test.each([
    ['file:///a/x.md', [], false],
    ['file:///a/.git/x.md', [], true],
    ['file:///a/b/node_modules/c/x.md', [], true],
    ['file:///a/.x.md', [], false],
    ['file:///a/arsip/2020/x.md', ['arsip/**'], true],
    ['file:///a/arsip/2020/x.md', ['arsip'], true],
    ['file:///a/arsip%20lama/x.md', ['arsip lama/**'], true],
    ['file:///a/b/arsip/x.md', ['arsip/**'], false],
    ['file:///a/b/arsip/x.md', ['**/arsip/**'], true],
    ['file:///a/%/x.md', ['%'], true],
  ] as const)('%s without %j: %s', (uri, exclude, left) => {
    expect(isLeftOut(uri, 'file:///a/', globMatcher(exclude))).toBe(left);
  });
});
