// Keeps the direction of the rooms (docs/architecture.md): every import goes to a room that stands before, the core knows neither
// the editor nor Node, and the extension no Node either, since it runs in browsers too; where it does not, it asks the room
// printing. Prints what does not as FILE:LINE.
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix, sep } from 'node:path';
import { root } from './setup.mjs';

/** The rooms and what each may import from, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = (() => {
  const line = ['text', 'language', 'template', 'markdown', 'chapter', 'book'].map((room) => `core/${room}`);
  const before = [...line, 'core/edits', 'core/rules', 'core/views'];
  const all = [...before, 'core/export'];
  return {
    ...Object.fromEntries(line.map((room, place) => [room, line.slice(0, place)])),
    'core/edits': line,
    'core/rules': [...line, 'core/edits'],
    'core/views': [...line, 'core/edits'],
    'core/export': before,
    printing: ['core/language'],
    extension: [...all, 'printing'],
    cli: [...all, 'printing'],
  };
})();

/** Who loads a room by `import()` only: it is larger than all else and seldom needed, or not there in a browser. */
const lazyRooms: Readonly<Record<string, readonly string[]>> = {
  'core/export': ['extension', 'cli'],
  printing: ['extension'],
};

/** The rooms that know Node. */
const onNode: ReadonlySet<string> = new Set(['cli', 'printing']);

/** An import that must not be. */
export interface WrongImport {
  /** Path from the project's folder, with `/`. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** The room of a path such as `src/core/text/range.ts`, or undefined where it lies in none. */
function roomOf(path: string): string | undefined {
  const [, room] = /^src\/(core\/[^/]+|[^/]+)\//.exec(path) ?? [];
  return room !== undefined && Object.hasOwn(mayImport, room) ? room : undefined;
}

/** The source with its comments blanked, every character else in its place. */
function withoutComments(source: string): string {
  const parts = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return source.replace(parts, (part) => (part.startsWith('/') ? part.replace(/[^\n]/g, ' ') : part));
}

interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Loaded together with the file: neither types alone nor `import()`. */
  readonly isEager: boolean;
}

/** What a file imports and re-exports, types too, with the line of each. */
function importsOf(source: string): Import[] {
  const code = withoutComments(source);
  const forms =
    /(?:^|[;}\s])(?:(?:import|export)\b[^'"`;()=]*?\bfrom\s*|import\s*\(?\s*|require\s*\(\s*)(?<quote>['"`])(?<specifier>[^'"`\n]+)\k<quote>/g;
  return Array.from(code.matchAll(forms), (match) => {
    const specifier = match.groups?.specifier ?? '';
    const end = match.index + match[0].length;
    const isEager = !/^[;}\s]*(?:import|export)\s+type\b|\bimport\s*\(\s*['"`]/.test(match[0]);
    return { specifier, line: code.slice(0, end).split('\n').length, isEager };
  });
}

function isNode(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier.split('/')[0] ?? '');
}

/** Why an import is wrong, or undefined where it is right. */
function wrong(file: string, room: string, { specifier, isEager }: Import): string | undefined {
  if (specifier.startsWith('.')) {
    const hosts = ['extension', 'cli'];
    if (hosts.includes(room) && posix.join(posix.dirname(file), specifier) === 'package.json') return undefined;
    const target = roomOf(posix.join(posix.dirname(file), specifier, 'x'));
    // A path without its ending may name a file of a room or, with the `x`, the room itself.
    if (target === undefined) return `${specifier} leads out of the rooms`;
    if (target !== room && !mayImport[room]?.includes(target)) return `${room} must not import from ${target}`;
    if (isEager && lazyRooms[target]?.includes(room)) return `${target} is loaded by import() only`;
    return undefined;
  }
  if (specifier === 'vscode' && room !== 'extension') return `${room} must not know the editor`;
  if (isNode(specifier) && !onNode.has(room)) return `${room} must not know Node (${specifier})`;
  return undefined;
}

/**
 * Every import in the wrong direction.
 *
 * @param files Source text by path from the project's folder (`src/core/text/range.ts`).
 */
export function wrongImports(files: ReadonlyMap<string, string>): WrongImport[] {
  const found: WrongImport[] = [];
  for (const [file, source] of files) {
    const room = roomOf(file);
    if (room === undefined) {
      found.push({ file, line: 1, message: 'lies in no room' });
      continue;
    }
    for (const one of importsOf(source)) {
      const message = wrong(file, room, one);
      if (message !== undefined) found.push({ file, line: one.line, message });
    }
  }
  return found;
}

/** The sources of this project. */
function sources(): Map<string, string> {
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /\.[cm]?[jt]sx?$/.test(name)).sort();
  return new Map(
    files.map((name) => [`src/${name.split(sep).join('/')}`, readFileSync(join(root, 'src', name), 'utf8')]),
  );
}

if (import.meta.main) {
  const files = sources();
  const found = wrongImports(files);
  for (const { file, line, message } of found) console.error(`${file}:${line}: ${message}`);
  console.log(`arrows: ${files.size} files, ${found.length} imports in the wrong direction`);
  process.exitCode = found.length > 0 || files.size === 0 ? 1 : 0;
}
