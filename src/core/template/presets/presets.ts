/** The templates that come with the tool. They differ in their dimensions only. */

import type { Dimension, Template } from '../template';
import { giffingerDimensions, komdigi2026Dimensions, kominfoDimensions } from './dimensions';
import {
  applicationWords,
  books,
  chapters,
  fields,
  fundingSources,
  placeholders,
  quickWinFields,
  sections,
  spellingFolds,
} from './vocabulary';

/** By the name that a manifest's `template` and `dimensions` give. */
export const dimensionSets: Readonly<Record<string, readonly Dimension[]>> = {
  kominfo: kominfoDimensions,
  giffinger: giffingerDimensions,
  'komdigi-2026': komdigi2026Dimensions,
};

/** The template of a manifest that names none, and of a loose chapter. */
export const defaultPreset = 'kominfo';

/** By the name that a manifest's `template` gives. */
export const presets: Readonly<Record<string, Template>> = Object.fromEntries(
  Object.entries(dimensionSets).map(([id, dimensions]): [string, Template] => [
    id,
    {
      id,
      books,
      dimensions,
      chapters,
      sections,
      fields,
      quickWinFields,
      fundingSources,
      spellingFolds,
      placeholders,
      applicationWords,
    },
  ]),
);

export const defaultTemplate = presets[defaultPreset] as Template;
