/**
 * What programmes lack, asked by three rules, each for its own fields. Where a table has no column at all for one of
 * them, its header row speaks for the whole table, and its rows are judged by the columns it has.
 */

import {
  type ChapterProgrammes,
  isGiven,
  type JoinedProgramme,
  missingFields,
  type ProgrammeEntry,
  plannedEntry,
  programmesByChapter,
} from '../book/programmes';
import type { Chapter, ProgrammeTable } from '../chapter/chapter';
import { hasPlaceFor } from '../chapter/programmes';
import { type RowContent, RowLook } from '../chapter/row-contents';
import { isPartlyRead } from '../chapter/scopes';
import type { Finding } from '../language/finding';
import { enumerateTexts, type Text } from '../language/language';
import type { Settings } from '../template/settings';
import { numberOf } from '../template/settings-number';
import type { Field } from '../template/template';
import { emptyList } from '../text/lists';
import { Attached } from '../text/memo';
import { addLackingColumns, addLackingFields } from './fixes/lacking';
import { contentsOf } from './remembered';
import type { PieceRule } from './rule';
import { quoted } from './wording';

/** Any one of the fields will do. A fix adds the first. */
export type Need = readonly [Field, ...Field[]];

export interface LackingRule {
  needs(settings: Settings): readonly Need[];
  /** Whether a programme is left alone where rule `programme-incomplete` speaks about it. */
  readonly afterIncomplete: boolean;
}

/** A planned programme of which can be said what it lacks. Both are classes, as is all that holds a whole chapter (`chapter/read.ts`). */
class PlannedProgramme {
  constructor(
    readonly joined: JoinedProgramme,
    readonly entry: ProgrammeEntry,
    readonly content: RowContent | undefined,
  ) {}
}

/** The planned programmes of a chapter, and those of each of its tables. */
class Planned {
  readonly planned = emptyList<PlannedProgramme>();
  readonly tables = new Map<ProgrammeTable, JoinedProgramme[]>();
}

const plannedOfChapters = new Attached<ChapterProgrammes, Planned>();

/** Told once for all rules that ask what programmes lack. */
function plannedOf(programmes: ChapterProgrammes): Planned {
  let known = plannedOfChapters.get(programmes);
  if (known === undefined) {
    known = findPlanned(programmes);
    plannedOfChapters.set(programmes, known);
  }
  return known;
}

function findPlanned(programmes: ChapterProgrammes): Planned {
  const contents = contentsOf(programmes);
  const found = new Planned();
  const { planned, tables } = found;
  let last: ProgrammeTable | undefined;
  let rows = emptyList<JoinedProgramme>();
  for (let at = 0; at < programmes.joined.length; at++) {
    const joined = programmes.joined[at] as JoinedProgramme;
    const entry = plannedEntry(joined);
    // A quick win that stands nowhere else is an orphan: rule `quick-win-orphan` speaks about it.
    if (entry === undefined) continue;
    const { table } = entry.programme;
    if (table !== undefined) {
      // Rows of one table follow each other.
      if (table !== last) {
        rows = tables.get(table) ?? emptyList();
        tables.set(table, rows);
        last = table;
      }
      rows.push(joined);
    }
    // What a programme lacks may stand in the part of it that was not read.
    if (!joined.entries.some(({ chapter, programme }) => isPartlyRead(chapter, programme)))
      planned.push(new PlannedProgramme(joined, entry, contents[at]));
  }
  return found;
}

/** Finds what programmes lack; only those of changed chapters are looked at again. */
export function lackingFields(rule: LackingRule): Pick<PieceRule<ChapterProgrammes>, 'scope' | 'pieces' | 'check'> {
  const lacking = new LackingFields(rule);
  return {
    scope: 'pieces',
    pieces: programmesByChapter,
    check: (programmes, { settings }) => lacking.inChapter(programmes, settings),
  };
}

class LackingFields {
  private readonly look = new RowLook();

  constructor(private readonly rule: LackingRule) {}

  inChapter(programmes: ChapterProgrammes, settings: Settings): readonly Finding[] {
    const needs = this.rule.needs(settings);
    if (needs.length === 0) return [];
    const findings: Finding[] = [];
    const { planned, tables } = plannedOf(programmes);
    const number = numberOf(settings);
    for (const { joined, entry, content } of planned) {
      if (content?.isClean(this.look, number)) continue;
      const lacking = this.ofProgramme(joined, entry, needs, settings);
      if (lacking.length === 0) content?.noteClean(this.look, number);
      else findings.push(programmeFinding(entry, lacking, settings));
    }
    for (const [table, rows] of tables) {
      const first = plannedEntry(rows[0] as JoinedProgramme);
      if (first === undefined) continue;
      const lacking = needs.filter((need) => !need.some(({ id }) => hasPlaceFor(first.programme, id)));
      if (lacking.length > 0) findings.push(tableFinding(first.chapter, table, rows, lacking, settings));
    }
    return findings;
  }

  private ofProgramme(
    joined: JoinedProgramme,
    { programme }: ProgrammeEntry,
    needs: readonly Need[],
    settings: Settings,
  ): readonly Need[] {
    if (this.rule.afterIncomplete && missingFields(joined, settings).length > 0) return [];
    return needs.filter(
      (need) => need.some(({ id }) => hasPlaceFor(programme, id)) && !need.some(({ id }) => isGiven(joined, id)),
    );
  }
}

function programmeFinding(
  { chapter, programme }: ProgrammeEntry,
  lacking: readonly Need[],
  settings: Settings,
): Finding {
  const names = namesOf(lacking);
  return {
    uri: chapter.uri,
    range: programme.nameRange,
    message: {
      id: `Program ${quoted(programme.name)} belum memiliki ${names.id}.`,
      en: `Programme ${quoted(programme.name)} lacks: ${names.en}.`,
    },
    writeFixes: () => addLackingFields(chapter, programme, lacking, settings),
  };
}

function tableFinding(
  chapter: Chapter,
  table: ProgrammeTable,
  rows: readonly JoinedProgramme[],
  lacking: readonly Need[],
  settings: Settings,
): Finding {
  const names = namesOf(lacking);
  const { start, end } = table.titles;
  return {
    uri: chapter.uri,
    range: { start, end },
    message: {
      id: `Tabel program ini belum memiliki kolom ${names.id}.`,
      en: `This table of programmes has no column for ${names.en} yet.`,
    },
    writeFixes: () => addLackingColumns(chapter, table, rows, lacking, settings),
  };
}

function namesOf(needs: readonly Need[]): Text {
  return enumerateTexts(
    needs.map((need) => ({
      id: need.map((field) => field.title.id).join(' atau '),
      en: need.map((field) => field.title.en.toLowerCase()).join(' or '),
    })),
  );
}

/**
 * Needs by the fields' ids; ids that the template does not have are passed over, and so are needs that a template has
 * made required: about those `programme-incomplete` speaks.
 */
export function needsOf(settings: Settings, needs: readonly (readonly string[])[]): readonly Need[] {
  return needs.flatMap((ids): Need[] => {
    const fields = ids.flatMap((id) => settings.template.fields.filter((field) => field.id === id));
    const [first, ...others] = fields;
    return first === undefined || fields.some((field) => field.required) ? [] : [[first, ...others]];
  });
}
