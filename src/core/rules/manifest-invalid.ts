/** The manifest: not YAML, a wrong value, an unknown key. Found while it is read; shown here. */

import type { BookRule } from './rule';

export const manifestInvalid: BookRule = {
  id: 'manifest-invalid',
  severity: 'error',
  scope: 'book',
  title: { id: 'Manifes tidak dapat dibaca seluruhnya', en: 'The manifest cannot be read in full' },
  hangsOn: ({ manifest }) => [manifest],
  *check({ manifest }) {
    if (manifest === undefined) return;
    for (const finding of manifest.findings) yield { ...finding, uri: manifest.uri };
  },
};
