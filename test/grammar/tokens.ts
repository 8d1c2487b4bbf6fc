/** Tokenises lines as the editor does: the base grammar of Markdown, ours, and the injections as `package.json` has them. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';

const root = join(import.meta.dirname, '..', '..');

interface GrammarContribution {
  readonly scopeName: string;
  readonly path: string;
  readonly language?: string;
  readonly injectTo?: readonly string[];
}

function contributedGrammars(extension: string): (GrammarContribution & { readonly file: string })[] {
  const { contributes } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  return ((contributes?.grammars ?? []) as GrammarContribution[]).map((grammar) => ({
    ...grammar,
    file: join(extension, grammar.path),
  }));
}

/** A base for Markdown: grammar files by scope name. */
export interface Base {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Little grammars of our own, so that the tests need no editor. */
export const standIn: Base = {
  name: 'the stand-in grammar',
  files: new Map([
    ['text.html.markdown', join(import.meta.dirname, 'markdown.tmLanguage.json')],
    ['source.yaml', join(import.meta.dirname, 'yaml.tmLanguage.json')],
  ]),
};

/** The Markdown of the real editors that lie in the cache of `npm run hosts`; none where they were not installed yet. */
export function realBases(): Base[] {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'masterplan-hosts');
  if (!existsSync(cache)) return [];
  const bases = new Map<string, Base>();
  for (const folder of readdirSync(cache)) {
    const web = join(cache, folder, 'web');
    const builds = existsSync(web) ? readdirSync(web).map((build) => join(web, build)) : [];
    for (const build of [...builds, join(cache, folder, 'node_modules', 'code-server', 'lib', 'vscode')]) {
      const extensions = ['markdown-basics', 'markdown-math', 'html', 'yaml'].map((id) =>
        join(build, 'extensions', id),
      );
      if (!extensions.every((extension) => existsSync(join(extension, 'package.json')))) continue;
      const name = `the Markdown of VS Code ${build.startsWith(web) ? 'for the Web' : 'on the desktop'}`;
      const grammars = extensions.flatMap(contributedGrammars);
      bases.set(name, { name, files: new Map(grammars.map(({ scopeName, file }) => [scopeName, file])) });
    }
  }
  return [...bases.values()];
}

export interface Token {
  readonly text: string;
  /** Scopes from the second on: the first is the document's. */
  readonly scopes: readonly string[];
}

let ready: Promise<textmate.IOnigLib> | undefined;

function onigLib(): Promise<textmate.IOnigLib> {
  ready ??= (async () => {
    const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
    await oniguruma.loadWASM(wasm);
    return {
      createOnigScanner: (patterns) => oniguruma.createOnigScanner(patterns),
      createOnigString: (text) => oniguruma.createOnigString(text),
    };
  })();
  return ready;
}

export interface Tokeniser {
  /** The tokens of every line of a text. */
  readonly tokens: (text: string) => Token[][];
}

const made = new Map<string, Promise<Tokeniser>>();

/**
 * @param scopeName `text.html.markdown`, or `text.html.markdown.masterplan` for `*.masterplan.md`.
 * @param ours without them the text is only Markdown.
 */
export function tokeniser(base: Base, scopeName: string, ours = true): Promise<Tokeniser> {
  const key = `${base.name} ${scopeName} ${ours}`;
  const there = made.get(key) ?? makeTokeniser(base, scopeName, ours);
  made.set(key, there);
  return there;
}

async function makeTokeniser(base: Base, scopeName: string, ours: boolean): Promise<Tokeniser> {
  const own = contributedGrammars(root);
  const files = new Map([...base.files, ...own.map(({ scopeName: name, file }) => [name, file] as const)]);
  const registry = new textmate.Registry({
    onigLib: onigLib(),
    loadGrammar: async (name) => {
      const file = files.get(name);
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
    // As in the editor: what is injected into a scope is injected into all scopes that begin with it.
    getInjections: (name) =>
      own
        .filter(({ injectTo }) => ours && injectTo?.some((scope) => name === scope || name.startsWith(`${scope}.`)))
        .map((grammar) => grammar.scopeName),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`No grammar ${scopeName}`);
  return {
    tokens: (text) => {
      let state = textmate.INITIAL;
      return text.split('\n').map((line) => {
        const result = grammar.tokenizeLine(line, state);
        state = result.ruleStack;
        return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
          text: line.slice(startIndex, endIndex),
          scopes: scopes.slice(1),
        }));
      });
    },
  };
}

/** The scopes that are ours, `meta` ones left out, with their text: what one sees in colour. */
export function marks(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ text, scopes }) => {
    const own = scopes.filter((scope) => scope.endsWith('.masterplan') && !scope.startsWith('meta.'));
    return own.length === 0 ? [] : [`${text} = ${own.join(' ').replaceAll('.masterplan', '')}`];
  });
}
