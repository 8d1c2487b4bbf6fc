/** The snippet files as they stand in the repository; the editor reads them, so they are written ahead of time. */

import { defaultTemplate, presets } from '../template/presets/presets';
import { skeletonSnippets, writtenSnippets } from './skeleton-snippets';

/** Path in the repository -> text of the file. */
export function snippetFiles(): Record<string, string> {
  const others = Object.values(presets).filter((preset) => preset !== defaultTemplate);
  const snippets = skeletonSnippets([defaultTemplate, ...others]);
  return {
    'snippets/masterplan.id.json': `${JSON.stringify(writtenSnippets(snippets, 'id'), undefined, 2)}\n`,
    'snippets/masterplan.en.json': `${JSON.stringify(writtenSnippets(snippets, 'en'), undefined, 2)}\n`,
  };
}
