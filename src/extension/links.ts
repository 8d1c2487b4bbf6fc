/** Symbolic links in a folder: what they lead to is read once, as the terminal does. */

import * as vscode from 'vscode';
import { folderOf, isLeftOut } from '../core/book/places';
import { inBatches } from './files';

/**
 * Which of these files or folders are met twice: they are reached by a link and stand below the same folder at their own
 * place, or were reached by another link before. Only Node can tell.
 * @param root a folder; as all folders here, a URI that ends with `/`.
 * @param isMet whether something at its own place below the folder is met there.
 */
export async function metTwice(
  root: string,
  uris: readonly string[],
  isMet: (place: string) => boolean = () => true,
): Promise<Set<string>> {
  const twice = new Set<string>();
  if (!root.startsWith('file:')) return twice;
  const links = await linksAbove(root, uris);
  if (links.length === 0) return twice;
  const { realpath } = await import('../printing/real-path');
  const placeOf = async (uri: string) => {
    const place = vscode.Uri.file(await realpath(vscode.Uri.parse(uri).fsPath)).toString();
    return uri.endsWith('/') ? `${place}/` : place;
  };
  const ownRoot = await placeOf(root);
  const seen = new Set<string>();
  const reached = uris.filter((uri) => links.some((link) => uri === link || uri.startsWith(`${link}/`)));
  for (const uri of reached.sort()) {
    const place = await placeOf(uri).catch(() => uri);
    const isBelow = place.startsWith(ownRoot) && !isLeftOut(place, ownRoot, () => false);
    if (seen.has(place) || (isBelow && isMet(place))) twice.add(uri);
    seen.add(place);
  }
  return twice;
}

/** The links among the folders that lead to these from the root, and among these themselves. */
async function linksAbove(root: string, uris: readonly string[]): Promise<string[]> {
  const folders = new Set<string>();
  for (const uri of uris) {
    for (let above = folderOf(uri); above.length >= root.length && !folders.has(above); ) {
      folders.add(above);
      above = folderOf(above.slice(0, -1));
    }
  }
  const links: string[] = [];
  await inBatches([...folders], async (folder) => {
    const uri = vscode.Uri.parse(folder);
    const entries = await vscode.workspace.fs.readDirectory(uri).then(undefined, () => []);
    for (const [name, type] of entries) {
      if ((type & vscode.FileType.SymbolicLink) !== 0) links.push(vscode.Uri.joinPath(uri, name).toString());
    }
  });
  return links;
}
