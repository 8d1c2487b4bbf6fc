/** Loads what writes the finished books when somebody exports: it is larger than all the rest, and lies in bundles of its own. */

import type * as Core from '../core/export';
import type { PageNumbers } from '../core/export';
import type * as Printing from '../printing/browser';
import type { Session } from './session';

/** The room `core/export`. */
export async function loadExport({ host }: Session): Promise<typeof Core> {
  await host.bring('export');
  return import('../core/export');
}

/** What works out page numbers, where this package has it; without it Word fills them in itself. */
export async function loadPages({ host }: Session): Promise<PageNumbers | undefined> {
  try {
    await host.bring('pages');
    return (await import('../core/export/pages')).pageNumbers;
  } catch {
    return undefined;
  }
}

/** What prints PDF; nothing in a browser, which starts no programs. */
export async function loadPrinting({ host }: Session): Promise<typeof Printing | undefined> {
  return host.isNode ? import('../printing/browser') : undefined;
}
