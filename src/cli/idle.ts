/** What was named on the command line and held nothing to work on. */

import { fault, type Notice, note } from './notice';
import { isTarget, type Targets } from './targets';

/** Among others it is worth a note; alone it means that nothing was done. */
export function idleTargets(
  targets: Targets['targets'],
  files: readonly { readonly path: string }[],
  excluded: ReadonlySet<string>,
  said: readonly Notice[],
): Notice[] {
  const about = files.length > 0 ? note : fault;
  const idle: Notice[] = [];
  for (const target of targets) {
    const isWithinTarget = (path: string | undefined) => path !== undefined && isTarget([target], path);
    if (files.some((file) => isWithinTarget(file.path))) continue;
    if (said.some((notice) => notice.level === 'fault' && isWithinTarget(notice.path))) continue;
    if ([...excluded].some(isWithinTarget)) idle.push(about(excludedSentence, target.path));
    else if (target.type === 'folder') idle.push(fault(emptyFolder, target.path));
    else idle.push(about(noChapter, target.path));
  }
  return idle;
}

const emptyFolder = {
  id: 'tidak ada masterplan di sini: tidak ada masterplan.yaml, dan tidak ada bab (Markdown dengan kunci "chapter" di frontmatter).',
  en: 'there is no masterplan here: no masterplan.yaml, and no chapter (Markdown with the key "chapter" in its frontmatter).',
};

const noChapter = {
  id: 'ini bukan bab: tidak ada kunci "chapter" di frontmatter-nya.',
  en: 'this is no chapter: its frontmatter has no key "chapter".',
};

const excludedSentence = {
  id: 'tidak diperiksa, karena dikecualikan oleh "exclude" di masterplan.yaml.',
  en: 'was not checked: "exclude" in masterplan.yaml leaves it out.',
};
