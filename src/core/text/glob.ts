/** Globs of a manifest (`exclude`): matched in time linear in the path, whatever a glob looks like. */

/** Whether a path is named by one of the globs it was made from. */
export type GlobMatcher = (path: string) => boolean;

/**
 * Makes one matcher of several globs (format 1.1): `*` and `?` stay within a folder or file name, `**` crosses folders,
 * `{a,b}` are alternatives. A glob names what it matches and all below it, so `arsip`, `arsip/` and `arsip/**`
 * are the same for a folder `arsip`; a leading `/` or `./` is only the manifest's own folder.
 * @returns a matcher for paths relative to the manifest's folder, separated by `/`, without a slash at either end.
 */
export function globMatcher(globs: readonly string[]): GlobMatcher {
  const cleaned = globs.map((glob) => clean(glob)).filter((glob) => glob !== '' && glob.length <= longestGlob);
  if (cleaned.length === 0) return () => false;
  const starts = cleaned.map((glob) => compile(glob));
  return (path) => run(starts, path);
}

/** No one writes a longer one by hand; beyond it a glob names nothing. */
const longestGlob = 1000;

function clean(glob: string): string {
  return glob
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')
    .replace(/\/+$/, '');
}

/** A state waits for one character, or forks without reading; `accepts` stands where a glob is used up. */
interface State {
  /** A character to read; `name`: any but a slash; `any`: any. */
  reads?: string | { readonly kind: 'name' | 'any' };
  next: State[];
  accepts?: true;
}

const anyInName = { kind: 'name' } as const;
const anyAtAll = { kind: 'any' } as const;

function compile(glob: string): State {
  const end: State = { next: [], accepts: true };
  return sequence(glob, 0, glob.length, end);
}

/** The states for `glob[from, to)`, leading on to `after`. Built from the back, so each state knows its follower. */
function sequence(glob: string, from: number, to: number, after: State): State {
  const parts: { readonly start: number; readonly end: number }[] = [];
  for (let at = from; at < to; ) {
    const end = endOfPart(glob, at, to);
    parts.push({ start: at, end });
    at = end;
  }
  let state = after;
  for (const part of parts.reverse()) state = partState(glob, part.start, part.end, state);
  return state;
}

function endOfPart(glob: string, at: number, to: number): number {
  const character = glob[at];
  if (character === '{') {
    const close = closingBrace(glob, at, to);
    return close === undefined ? at + 1 : close + 1;
  }
  if (character !== '*') return at + 1;
  let end = at;
  while (end < to && glob[end] === '*') end++;
  // `**/` is one part: no folder at all is a way through it.
  return end - at > 1 && glob[end] === '/' && end < to ? end + 1 : end;
}

function partState(glob: string, start: number, end: number, after: State): State {
  const character = glob[start] as string;
  if (character === '{' && end > start + 1) {
    return { next: alternatives(glob, start, end).map(([from, to]) => sequence(glob, from, to, after)) };
  }
  if (character === '?') return { reads: anyInName, next: [after] };
  if (character !== '*') return { reads: character, next: [after] };
  if (end - start === 1) return loop(anyInName, after);
  if (glob[end - 1] !== '/') return loop(anyAtAll, after);
  // Any number of whole folder names, each with its slash.
  const fork: State = { next: [after] };
  const folder = loop(anyInName, { reads: '/', next: [fork] });
  fork.next.push({ reads: anyInName, next: [folder] });
  return fork;
}

function loop(reads: typeof anyInName | typeof anyAtAll, after: State): State {
  const fork: State = { next: [after] };
  fork.next.push({ reads, next: [fork] });
  return fork;
}

function closingBrace(glob: string, open: number, to: number): number | undefined {
  let depth = 0;
  for (let at = open; at < to; at++) {
    if (glob[at] === '{') depth++;
    else if (glob[at] === '}' && --depth === 0) return at;
  }
  return undefined;
}

function alternatives(glob: string, open: number, end: number): [number, number][] {
  const found: [number, number][] = [];
  let depth = 0;
  let from = open + 1;
  for (let at = open + 1; at < end - 1; at++) {
    if (glob[at] === '{') depth++;
    else if (glob[at] === '}') depth--;
    else if (glob[at] === ',' && depth === 0) {
      found.push([from, at]);
      from = at + 1;
    }
  }
  found.push([from, end - 1]);
  return found;
}

function run(starts: readonly State[], path: string): boolean {
  let states = closure(starts);
  for (const character of path) {
    // A folder that is named takes all below it along.
    if (character === '/' && accepted(states)) return true;
    const reached: State[] = [];
    for (const state of states) {
      const { reads } = state;
      if (reads === undefined) continue;
      const fits = typeof reads === 'string' ? reads === character : reads.kind === 'any' || character !== '/';
      if (fits) reached.push(...state.next);
    }
    if (reached.length === 0) return false;
    states = closure(reached);
  }
  // `arsip/**` names the folder itself as well: nothing below it is left.
  return accepted(states) || accepted(closure(afterSlash(states)));
}

/** Where a slash and then `**` would lead: `arsip/**` seen from `arsip`. */
function afterSlash(states: Iterable<State>): State[] {
  const reached: State[] = [];
  for (const state of states) {
    if (state.reads !== '/') continue;
    for (const next of state.next) {
      if (next.next.some((way) => way.reads === anyAtAll)) reached.push(next);
    }
  }
  return reached;
}

function accepted(states: Iterable<State>): boolean {
  for (const state of states) if (state.accepts) return true;
  return false;
}

/** All states that can be reached without reading; each once, so that no glob multiplies the work. */
function closure(states: readonly State[]): Set<State> {
  const reached = new Set<State>();
  const open = [...states];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (reached.has(state)) continue;
    reached.add(state);
    if (state.reads === undefined) open.push(...state.next);
  }
  return reached;
}
