/** Names that `package.json` and the code share. */

export const outlineView = 'masterplan.outline';
export const configurationSection = 'masterplan';

export const manifestGlob = '**/masterplan.{yaml,yml}';

/** True once a session runs: what needs one is offered only then. */
export const activeContext = 'masterplan.active';

/** True where a session runs and has found nothing. */
export const emptyContext = 'masterplan.empty';

/** True while the cursor is in a table of a chapter. */
export const tableContext = 'masterplan.inTable';

/**
 * What can be called before there is a session: from the palette, the walkthrough or a key of one's own. All the others are
 * about what only a session shows, and each takes time in every window where Markdown is open.
 */
export const earlyCommands = {
  newMasterplan: 'masterplan.newMasterplan',
  openExample: 'masterplan.openExample',
  newChapter: 'masterplan.newChapter',
  showOutline: 'masterplan.showOutline',
  showCoverage: 'masterplan.showCoverage',
  showRoadmap: 'masterplan.showRoadmap',
  export: 'masterplan.export',
} as const;

export const commands = {
  ...earlyCommands,
  goTo: 'masterplan.goTo',
  explainRule: 'masterplan.explainRule',
  insertSection: 'masterplan.insertSection',
  nextCell: 'masterplan.nextCell',
  previousCell: 'masterplan.previousCell',
  addRow: 'masterplan.addRow',
  alignTable: 'masterplan.alignTable',
  showOpenSections: 'masterplan.showOpenSections',
  showLog: 'masterplan.showLog',
} as const;

/** What is done to items of the tree. */
export const arrangingCommands = {
  moveUp: 'masterplan.moveUp',
  moveDown: 'masterplan.moveDown',
  raise: 'masterplan.raise',
  lower: 'masterplan.lower',
  moveToChapter: 'masterplan.moveToChapter',
  setDraft: 'masterplan.setDraft',
  setReview: 'masterplan.setReview',
  setFinal: 'masterplan.setFinal',
} as const;

/** True where the tree shows only what has problems. */
export const onlyProblemsContext = 'masterplan.onlyProblems';

export const filterCommands = {
  showOnlyProblems: 'masterplan.showOnlyProblems',
  showEverything: 'masterplan.showEverything',
} as const;
