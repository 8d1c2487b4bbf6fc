/** The small tree that manifest and frontmatter are read from: YAML with exact ranges. */

import type { Finding } from '../language/finding';
import type { Range } from '../text/range';

export type YamlValue = YamlScalar | YamlList | YamlMap;

export interface YamlScalar extends Range {
  readonly type: 'scalar';
  /** YAML 1.2 core schema: dates and `No` are text. */
  readonly value: string | number | boolean | null;
}

export interface YamlList extends Range {
  readonly type: 'list';
  readonly items: readonly YamlValue[];
}

export interface YamlMap extends Range {
  readonly type: 'map';
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: YamlValue;
}

export interface YamlReading {
  /** What can be read, even where something is wrong. Absent for an empty text. */
  readonly root?: YamlValue;
  /** The first error of the syntax, at its place. */
  readonly fault?: Finding;
}
