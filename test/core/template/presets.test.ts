import { describe, expect, it } from 'vitest';
import { TitleFolder } from '../../../src/core/language/titles';
import { defaultTemplate, dimensionSets, presets } from '../../../src/core/template/presets/presets';
import { horizonSections, quadrants, type Titled } from '../../../src/core/template/template';

const ids = (list: readonly Titled[]) => list.map(({ id }) => id);
const namesOf = ({ title, also }: Titled) => [title.id, title.en, ...also];

describe.each(Object.entries(presets))('the preset %s', (name, template) => {
  const folder = new TitleFolder(template.spellingFolds);

  it('is called by its own name and has its set of dimensions', () => {
    expect(template.id).toBe(name);
    expect(template.dimensions).toBe(dimensionSets[name]);
  });

  it('has every id once', () => {
    for (const list of [
      template.books,
      template.dimensions,
      template.chapters,
      template.sections,
      template.fields,
      template.quickWinFields,
    ]) {
      expect(new Set(ids(list)).size).toBe(list.length);
    }
    for (const { sub } of template.dimensions) expect(new Set(ids(sub)).size).toBe(sub.length);
  });

  it('lists only sections and books that there are', () => {
    const sections = ids(template.sections);
    for (const { sections: uses } of [...template.chapters, ...template.sections]) {
      for (const use of uses) expect(sections).toContain(use.id);
    }
    for (const { book } of template.chapters) expect(['any', ...ids(template.books)]).toContain(book);
  });

  it('uses every section somewhere', () => {
    const used = new Set(
      [...template.chapters, ...template.sections].flatMap((kind) => kind.sections.map(({ id }) => id)),
    );
    expect(ids(template.sections).filter((id) => !used.has(id))).toEqual([]);
  });

  it('never has one title for two sections of a scope', () => {
    const byId = new Map(template.sections.map((kind) => [kind.id, kind]));
    for (const { id, sections } of [...template.chapters, ...template.sections]) {
      const seen = new Map<string, string>();
      for (const use of sections) {
        for (const written of namesOf(byId.get(use.id) as Titled)) {
          const folded = folder.fold(written);
          expect(`${id}: ${written} -> ${seen.get(folded) ?? use.id}`).toBe(`${id}: ${written} -> ${use.id}`);
          seen.set(folded, use.id);
        }
      }
    }
  });

  it('never has one name for two dimensions, right or wrong', () => {
    const seen = new Map<string, string>();
    for (const dimension of template.dimensions) {
      for (const written of [dimension.id, ...namesOf(dimension), ...dimension.wrong]) {
        const folded = folder.fold(written);
        expect(seen.get(folded) ?? dimension.id).toBe(dimension.id);
        seen.set(folded, dimension.id);
      }
      const right = namesOf(dimension).map((written) => folder.fold(written));
      for (const written of dimension.wrong) expect(right).not.toContain(folder.fold(written));
    }
  });

  it('never has one title for two fields of programmes', () => {
    const titles = template.fields.flatMap((field) => [
      ...new Set(namesOf(field).map((written) => folder.fold(written))),
    ]);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('has what the rules speak of', () => {
    const sections = ids(template.sections);
    for (const id of [
      'swot',
      'tows',
      'strategy',
      'programmes',
      'quick-wins',
      ...quadrants,
      ...Object.values(horizonSections),
    ]) {
      expect(sections).toContain(id);
    }
    expect(template.chapters.filter(({ required }) => required === 'per-dimension').map(({ id }) => id)).toEqual([
      'dimension',
    ]);
    expect(template.fields.filter(({ required }) => required).map(({ id }) => id)).toEqual([
      'name',
      'indicator',
      'agency',
      'years',
    ]);
  });
});

describe('the default template', () => {
  it('asks of a dimension what format 2.3 says', () => {
    const dimension = defaultTemplate.chapters.find(({ id }) => id === 'dimension');
    expect(dimension?.sections.filter(({ required }) => required).map(({ id }) => id)).toEqual([
      'swot',
      'strategy',
      'programmes-short',
      'programmes-medium',
      'programmes-long',
      'quick-wins',
    ]);
    const swot = defaultTemplate.sections.find(({ id }) => id === 'swot');
    expect(swot?.sections).toEqual(quadrants.map((id) => ({ id, required: true })));
  });

  it('has a group for the horizons, in which nothing is required by itself', () => {
    const groups = defaultTemplate.sections.filter(({ group }) => group);
    expect(ids(groups)).toEqual(['programmes']);
    expect(groups[0]?.sections.some(({ required }) => required)).toBe(false);
  });

  it("has the ministry's six dimensions with three sub-dimensions each", () => {
    expect(ids(defaultTemplate.dimensions)).toEqual([
      'governance',
      'branding',
      'economy',
      'living',
      'society',
      'environment',
    ]);
    expect(defaultTemplate.dimensions.map(({ sub }) => sub.length)).toEqual([3, 3, 3, 3, 3, 3]);
  });
});
