/**
 * What programmes lack, asked by three rules, each for its own fields. Where a table has no column at all for one of
 * them, its header row speaks for the whole table, and its rows are judged by the columns it has.
 */

import type { Book } from '../book/book';
import { isGiven, type JoinedProgramme, joinedProgrammes, missingFields, plannedEntry } from '../book/programmes';
import type { Chapter, ProgrammeTable } from '../chapter/chapter';
import { hasPlaceFor } from '../chapter/programmes';
import { isPartlyRead } from '../chapter/scopes';
import { addColumns, addFields } from '../edits/programme-fields';
import type { Finding, FindingFix } from '../language/finding';
import { enumerateTexts, type Text } from '../language/language';
import type { Row } from '../markdown/blocks';
import type { Settings } from '../template/settings';
import type { Field } from '../template/template';
import { quoted } from './wording';

/** Any one of the fields will do. A fix adds the first. */
export type Need = readonly [Field, ...Field[]];

export interface LackingRule {
  needs(settings: Settings): readonly Need[];
  /** Whether a programme is left alone where rule `programme-incomplete` speaks about it. */
  readonly afterIncomplete: boolean;
}

interface Cached<T> {
  readonly settings: Settings;
  readonly found: T;
}

/** Finds what programmes lack; what was found about one that stands unchanged is not looked for again. */
export class LackingFields {
  private readonly ofProgrammes = new WeakMap<JoinedProgramme, Cached<readonly Finding[]>>();
  private readonly ofTables = new WeakMap<
    ProgrammeTable,
    Cached<readonly Finding[]> & { readonly rows: readonly JoinedProgramme[] }
  >();

  constructor(private readonly rule: LackingRule) {}

  *check(book: Book): Iterable<Finding> {
    const needs = this.rule.needs(book.settings);
    if (needs.length === 0) return;
    const tables = new Map<ProgrammeTable, { readonly chapter: Chapter; readonly rows: JoinedProgramme[] }>();
    for (const joined of joinedProgrammes(book)) {
      const entry = plannedEntry(joined);
      // A quick win that stands nowhere else is an orphan: rule `quick-win-orphan` speaks about it.
      if (entry === undefined) continue;
      const { table } = entry.programme;
      if (table !== undefined) {
        const known = tables.get(table);
        if (known === undefined) tables.set(table, { chapter: entry.chapter, rows: [joined] });
        else known.rows.push(joined);
      }
      yield* this.ofProgramme(joined, needs, book.settings);
    }
    for (const [table, { chapter, rows }] of tables) yield* this.ofTable(chapter, table, rows, needs, book.settings);
  }

  private ofProgramme(joined: JoinedProgramme, needs: readonly Need[], settings: Settings): readonly Finding[] {
    const known = this.ofProgrammes.get(joined);
    if (known?.settings === settings) return known.found;
    const found = this.programmeFindings(joined, needs, settings);
    this.ofProgrammes.set(joined, { settings, found });
    return found;
  }

  private programmeFindings(joined: JoinedProgramme, needs: readonly Need[], settings: Settings): readonly Finding[] {
    const entry = plannedEntry(joined);
    if (entry === undefined || (this.rule.afterIncomplete && missingFields(joined, settings).length > 0)) return [];
    const { chapter, programme } = entry;
    if (isPartlyRead(chapter, programme)) return [];
    const lacking = needs.filter(
      (need) => need.some(({ id }) => hasPlaceFor(programme, id)) && !need.some(({ id }) => isGiven(joined, id)),
    );
    if (lacking.length === 0) return [];
    const names = namesOf(lacking);
    const fixes: FindingFix[] = [];
    if (programme.table === undefined) {
      const edits = addFields(
        chapter,
        programme,
        lacking.map((need) => fieldToAdd(programme.values, need)),
        settings,
      );
      if (edits !== undefined) fixes.push({ title: addTitle(lacking), edits: [{ edits }] });
    }
    return [
      {
        uri: chapter.uri,
        range: programme.nameRange,
        message: {
          id: `Program ${quoted(programme.name)} belum memiliki ${names.id}.`,
          en: `Programme ${quoted(programme.name)} lacks: ${names.en}.`,
        },
        ...(fixes.length === 0 ? {} : { fixes }),
      },
    ];
  }

  private ofTable(
    chapter: Chapter,
    table: ProgrammeTable,
    rows: readonly JoinedProgramme[],
    needs: readonly Need[],
    settings: Settings,
  ): readonly Finding[] {
    const known = this.ofTables.get(table);
    if (known?.settings === settings && isSameList(known.rows, rows)) return known.found;
    const found = this.tableFindings(chapter, table, rows, needs, settings);
    this.ofTables.set(table, { settings, rows, found });
    return found;
  }

  private tableFindings(
    chapter: Chapter,
    table: ProgrammeTable,
    rows: readonly JoinedProgramme[],
    needs: readonly Need[],
    settings: Settings,
  ): readonly Finding[] {
    const programme = plannedEntry(rows[0] as JoinedProgramme)?.programme;
    if (programme === undefined) return [];
    const lacking = needs.filter((need) => !need.some(({ id }) => hasPlaceFor(programme, id)));
    if (lacking.length === 0) return [];
    const names = namesOf(lacking);
    const open = new Map<Row, JoinedProgramme>();
    for (const joined of rows) {
      const row = plannedEntry(joined)?.programme.row;
      if (row !== undefined) open.set(row, joined);
    }
    const needOf = new Map(lacking.map((need) => [need[0], need]));
    const edits = addColumns(chapter, table, [...needOf.keys()], settings, (row, field) => {
      const joined = open.get(row);
      return joined !== undefined && !(needOf.get(field) ?? [field]).some(({ id }) => isGiven(joined, id));
    });
    const { start, end } = table.table.header;
    return [
      {
        uri: chapter.uri,
        range: { start, end },
        message: {
          id: `Tabel program ini belum memiliki kolom ${names.id}.`,
          en: `This table of programmes has no column for ${names.en} yet.`,
        },
        fixes: [{ title: addColumnTitle(lacking), edits: [{ edits }] }],
      },
    ];
  }
}

/** Of the fields that will do, the one that is there already with nothing behind it, else the first. */
function fieldToAdd(values: readonly { readonly field: string }[], need: Need): Field {
  return need.find(({ id }) => values.some((value) => value.field === id)) ?? need[0];
}

function namesOf(needs: readonly Need[]): Text {
  return enumerateTexts(
    needs.map((need) => ({
      id: need.map((field) => field.title.id).join(' atau '),
      en: need.map((field) => field.title.en.toLowerCase()).join(' or '),
    })),
  );
}

function addTitle(needs: readonly Need[]): Text {
  const names = enumerateTexts(needs.map(([field]) => field.title));
  return { id: `Tambahkan ${names.id}`, en: `Add ${names.en}` };
}

function addColumnTitle(needs: readonly Need[]): Text {
  const names = enumerateTexts(needs.map(([field]) => field.title));
  const en = needs.length === 1 ? 'column' : 'columns';
  return { id: `Tambahkan kolom ${names.id}`, en: `Add the ${en} ${names.en}` };
}

function isSameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((each, i) => each === other[i]);
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
