// Builds what ships: one graph of bundles for the extension and the command line, which share the engine, and the two
// entries of the extension. `--watch` builds on every change, `--production` small and without source maps. The test
// bundles for the real editors are built here too.
import { globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import {
  type OutputAsset,
  type OutputChunk,
  type OutputOptions,
  type Plugin,
  type PluginContext,
  type RolldownOptions,
  rolldown,
  watch,
} from 'rolldown';
import { root } from './setup.mjs';

const dist = join(root, 'dist');
const testOut = join(root, 'out', 'vscode-tests');

/**
 * Modules of the core that most sessions do without, or come to late, by the bundle that they are left to. Whoever stands
 * outside of a bundle and imports functions or classes from it gets doors to them: the bundle is loaded when the first is
 * called. What is neither has no door, and the build says so.
 */
const calledLater: Readonly<Record<string, readonly string[]>> = {
  // Most books are written so plainly that no parser of all of Markdown or YAML is needed, nor what reads the texts of
  // converters and weighs what is not read of them.
  markdown: [
    'markdown/{remark,inline-remark,silent-marks}.ts',
    'chapter/{meant-blocks,dressed-words,forms,listed-programmes,named-quick-wins}.ts',
    'book/hidden-profiles.ts',
  ],
  yaml: ['template/yaml-full.ts'],
  // Most manifests and chapters say of themselves what is expected.
  faults: ['template/{expected,faults,manifest-faults}.ts', 'chapter/frontmatter-faults.ts'],
  // What writes text: fixes are worked out where they are shown or applied, suggestions where they are asked for.
  edits: ['edits/!(next-code).ts', 'rules/fixes/*.ts', 'views/completion/*.ts'],
};

const bundleOf = new Map<string, string>();
for (const [bundle, patterns] of Object.entries(calledLater)) {
  for (const path of globSync(patterns, { cwd: join(root, 'src', 'core') })) {
    bundleOf.set(join(root, 'src', 'core', path), bundle);
  }
}

/** The functions and classes that a module exports by name, as our own sources write it. */
function callables(path: string): { readonly name: string; readonly isClass: boolean }[] {
  const declared = readFileSync(path, 'utf8').matchAll(/^export (?:async )?(function\*?|class) (\w+)/gm);
  return Array.from(declared, ([, what, name]) => ({ name: name as string, isClass: what === 'class' }));
}

const doorPrefix = '\0door:';
const roomPrefix = '\0room:';

/** Puts the doors in, and makes the entries of the bundles behind them. */
const doors: Plugin = {
  name: 'doors',
  resolveId: {
    order: 'pre',
    async handler(source, importer, options) {
      if (source.startsWith('room:')) return `\0${source}`;
      if (importer?.startsWith(doorPrefix)) return { id: source, external: true };
      if (importer === undefined || importer.startsWith(roomPrefix) || !source.startsWith('.')) return undefined;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const bundle = found && bundleOf.get(resolve(found.id));
      return bundle === undefined || bundleOf.get(resolve(importer)) === bundle ? found : doorPrefix + found?.id;
    },
  },
  load(id) {
    if (id.startsWith(roomPrefix)) {
      const paths = [...bundleOf].filter(([, bundle]) => bundle === id.slice(roomPrefix.length));
      const lines = paths.map(([path]) => {
        const names = callables(path).map(({ name }) => name);
        return `export { ${names.join(', ')} } from ${JSON.stringify(path)};`;
      });
      return lines.join('\n');
    }
    if (id.startsWith(doorPrefix)) {
      const path = id.slice(doorPrefix.length);
      const behind = (name: string) => `require('./${bundleOf.get(resolve(path))}.js').${name}`;
      const lines = callables(path).map(
        ({ name, isClass }) =>
          `export function ${name}(...given) { return ${isClass ? `new (${behind(name)})` : behind(name)}(...given); }`,
      );
      return lines.join('\n');
    }
    return undefined;
  },
};

/**
 * The package docx makes each of its asynchronous functions by calling a wrapper. Marked as calls that do nothing else, the
 * unused ones can be left out, and with them all of its reading and patching of documents. Writing to a stream, which nobody
 * here does, brings streams and events for browsers along. It also brings a copy of fflate, which our own dependency takes
 * the place of.
 */
const leanDocx: Plugin = {
  name: 'lean-docx',
  transform: {
    filter: { id: /[\\/]docx[\\/]dist[\\/]index\.mjs$/ },
    handler: (code) => ({
      code: code
        .replace(/^\/\/ node_modules\/fflate\/.*?(?=^\/\/ src\/)/ms, "import { unzipSync, zipSync } from 'fflate';\n")
        .replace(/^\/\/ src\/export\/packer\/stream\.ts.*?(?=^\/\/ )/ms, '')
        .replace(/^\tstatic toStream\(.*?^\t\}\n/ms, '')
        .replace(/^var [\w$]+ = (?=function\(\) \{$)/gm, '$&/* @__PURE__ */ '),
      map: null,
    }),
  },
};

/** The sheets that we write have neither pictures nor conditions in their formats, which write-excel-file would always bring. */
const leanSheets: Plugin = {
  name: 'lean-sheets',
  transform: {
    filter: { id: /[\\/]write-excel-file[\\/]modules[\\/]xlsx[\\/]getFeatures\.js$/ },
    handler: (code) => ({
      code: code.replace(/^\s*features\.push\((?:conditionalFormatting|images)\);$/gm, ''),
      map: null,
    }),
  },
};

/** The pages that we write show pictures as files, and have no elements of SVG whose attributes would need their names. */
const leanPages: Plugin = {
  name: 'lean-pages',
  transform: {
    filter: { id: /[\\/]property-information[\\/]lib[\\/]svg\.js$/ },
    handler: () => ({
      code: "import { create } from './util/create.js';\nexport const svg = create({ properties: {}, space: 'svg' });",
      map: null,
    }),
  },
};

/** The pages that we write tell what they must not write as it is by its number: no character's name is needed. */
const leanReferences: Plugin = {
  name: 'lean-references',
  transform: {
    filter: { id: /[\\/]stringify-entities[\\/]lib[\\/]util[\\/]to-named\.js$/ },
    handler: () => ({ code: "export const toNamed = () => '';", map: null }),
  },
};

/** Whoever clones something for the pages brings a way to do it along, for where the platform has none: every host of ours has. */
const leanClones: Plugin = {
  name: 'lean-clones',
  transform: {
    filter: { id: /[\\/]@ungap[\\/]structured-clone[\\/]esm[\\/]index\.js$/ },
    handler: () => ({ code: 'export default structuredClone;', map: null }),
  },
};

/**
 * Between bundles each name is a getter, because it might get another value later. What never does is exported as it is:
 * that is smaller, and quicker to ask for.
 */
const plainExports: Plugin = {
  name: 'plain-exports',
  renderChunk(code) {
    const declared = code.matchAll(/^(?:const|(?:async )?function\*?|var(?= [\w$]+ = class)) ([\w$]+)/gm);
    const lasting = new Set(Array.from(declared, ([, name]) => name));
    return code.replace(
      /^Object\.defineProperty\(exports, "(\w+)", \{\s+enumerable: true,\s+get: function \(\) \{\s+return ([\w$]+);\s+\}\s+\}\);$/gm,
      (getter, name, binding) => (lasting.has(binding) ? `exports.${name} = ${binding};` : getter),
    );
  },
};

/**
 * The API of the editor is only asked for by names (`import * as vscode`). It comes as it is: made into a module that has a
 * default as well, each of its hundreds of names would be copied by every bundle, which is most of what an entry costs.
 */
const editorAsItIs: Plugin = {
  name: 'editor-as-it-is',
  renderChunk: (code) =>
    code.replace(/^let ([\w$]+) = require\("vscode"\);\n\1 = [\w$.]+\(\1\);$/m, 'const $1 = require("vscode");'),
};

/** They change what has been bundled, so that no source map would be true: for what ships. */
const shortcuts = [plainExports, editorAsItIs];

/** What all bundles have in common. An extension host in a browser is a worker: it has no document. */
function options(production: boolean): RolldownOptions & { output: OutputOptions } {
  return {
    cwd: root,
    checks: { bundlerTimings: false },
    platform: 'browser',
    external: ['vscode', /^node:/],
    resolve: { mainFields: ['module', 'main'], conditionNames: ['worker', 'import'] },
    transform: { target: ['node20', 'es2022'] },
    output: {
      dir: dist,
      format: 'cjs',
      strict: true,
      exports: 'named',
      // In every host `import()` of a bundle of ours is `require`, which a browser's host gets from us.
      dynamicImportInCjs: false,
      polyfillRequire: false,
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      comments: false,
      minify: production,
      sourcemap: !production,
      banner: ({ name }) => (name === 'cli' ? '#!/usr/bin/env node' : ''),
    },
  };
}

/** Modules, those that they import without waiting, and what these import. */
function modulesFrom(first: readonly string[], modules: Pick<PluginContext, 'getModuleInfo'>): ReadonlySet<string> {
  const found = new Set(first);
  for (const id of found) for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

/** All but the entries of the extension: for every host the same, with `vscode` and Node only where they are imported. */
function graph(production: boolean): RolldownOptions & { output: OutputOptions } {
  const shared = options(production);
  // What a session needs to start is the engine: it reads and checks books. The program checks without its other commands.
  let engine: ReadonlySet<string> | undefined;
  let checking: ReadonlySet<string> | undefined;
  return {
    ...shared,
    input: {
      session: 'src/extension/session.ts',
      cli: 'src/cli/main.ts',
      export: 'src/core/export/index.ts',
      ...Object.fromEntries(Object.keys(calledLater).map((bundle) => [bundle, `room:${bundle}`])),
    },
    plugins: [doors, leanDocx, leanSheets, leanPages, leanReferences, leanClones, ...(production ? shortcuts : [])],
    // A bundle may export to its neighbours besides what it is asked for by name.
    preserveEntrySignatures: 'allow-extension',
    output: {
      ...shared.output,
      codeSplitting: {
        groups: [
          {
            debugName: 'engine',
            name: (id, modules) => {
              engine ??= modulesFrom([join(root, 'src', 'extension', 'session.ts')], modules);
              return engine.has(id) ? 'engine' : null;
            },
            test: /[\\/](?:src[\\/]core|node_modules)[\\/]/,
            priority: 4,
          },
          { name: 'views', test: /[\\/]src[\\/]core[\\/]/, minShareCount: 2, priority: 3 },
          { name: 'yaml', test: /[\\/]yaml-full\.ts$|room:yaml$/, priority: 2 },
          { name: 'markdown', test: /[\\/](?:inline-)?remark\.ts$|room:markdown$/, priority: 2 },
          { name: 'printing', test: /[\\/]src[\\/]printing[\\/]/, priority: 2 },
          { name: 'session', test: /[\\/]src[\\/]extension[\\/]session\.ts$/, priority: 1 },
          {
            debugName: 'cli',
            name: (id, modules) => {
              const cli = join(root, 'src', 'cli');
              checking ??= modulesFrom([join(cli, 'main.ts'), join(cli, 'commands', 'check.ts')], modules);
              return checking.has(id) ? 'cli' : 'commands';
            },
            test: /[\\/]src[\\/]cli[\\/]/,
            priority: 1,
          },
        ],
      },
    },
  };
}

/**
 * An entry of the extension: a file of its own, since the one of a browser can load no other before it knows how.
 * @param needs by bundle of the graph, the files that it may load without waiting, itself among them.
 */
function entry(
  name: 'extension' | 'browser',
  needs: Readonly<Record<string, readonly string[]>>,
  production: boolean,
): RolldownOptions & { output: OutputOptions } {
  const shared = options(production);
  const define = { IN_BROWSER: String(name === 'browser'), BUNDLES: JSON.stringify(needs) };
  return {
    ...shared,
    input: { [name]: 'src/extension/extension.ts' },
    external: ['vscode', './session'],
    plugins: production ? shortcuts : [],
    transform: { ...shared.transform, define },
    output: { ...shared.output, paths: { './session': './session.js' } },
  };
}

type Output = OutputChunk | OutputAsset;

async function generate({ output, ...input }: RolldownOptions & { output: OutputOptions }): Promise<Output[]> {
  const build = await rolldown(input);
  try {
    return (await build.generate(output)).output;
  } finally {
    await build.close();
  }
}

/** By bundle of the graph, the files that it may load without waiting: itself, and what is behind its doors. */
function needsOf(outputs: readonly Output[]): Record<string, string[]> {
  const chunks = outputs.filter((output) => output.type === 'chunk');
  const next = ({ imports, moduleIds }: OutputChunk) => {
    const opened = moduleIds.filter((id) => id.startsWith(doorPrefix));
    return [...imports, ...opened.map((id) => `${bundleOf.get(resolve(id.slice(doorPrefix.length)))}.js`)];
  };
  const closure = (first: OutputChunk) => {
    const found = new Set([first]);
    for (const chunk of found) {
      for (const name of next(chunk)) {
        const needed = chunks.find(({ fileName }) => fileName === name);
        if (needed) found.add(needed);
      }
    }
    return Array.from(found, ({ fileName }) => fileName);
  };
  return Object.fromEntries(chunks.map((chunk) => [chunk.name, closure(chunk)]));
}

/** All that ships, in memory. */
async function bundles(production: boolean): Promise<Output[]> {
  const shared = await generate(graph(production));
  const needs = needsOf(shared);
  const entries = [entry('extension', needs, production), entry('browser', needs, production)];
  return [...shared, ...(await Promise.all(entries.map(generate))).flat()];
}

/** `import 'suites:PATTERN'` imports every matching test file, so that no list of them has to be kept. */
function suites(folder: string): esbuild.Plugin {
  return {
    name: 'suites',
    setup(build) {
      build.onResolve({ filter: /^suites:/ }, ({ path }) => ({ path, namespace: 'suites' }));
      build.onLoad({ filter: /.*/, namespace: 'suites' }, ({ path }) => {
        const here = join(root, 'test', 'vscode', folder);
        const others = path === 'suites:web' ? '.desktop.test.ts' : '.web.test.ts';
        const files = readdirSync(here).filter((name) => name.endsWith('.test.ts') && !name.endsWith(others));
        const contents = files.sort().map((name) => `import './${name}';`);
        return { contents: contents.join('\n'), resolveDir: here, watchDirs: [here] };
      });
    },
  };
}

/** mocha's browser build would take the bundle's own `module` for its own; without one it sets the global `mocha`. */
const mochaForBrowsers: esbuild.Plugin = {
  name: 'mocha-for-browsers',
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `(function (exports, module, define) {${readFileSync(path, 'utf8')}\n}).call(globalThis);`,
    }));
  },
};

/** Folders whose texts ship in one file each, by its name: see src/extension/packed-texts.ts. */
const packedFolders: Readonly<Record<string, string>> = {
  'kabupaten-contoh.json': 'examples/kabupaten-contoh',
  'rules.json': 'docs/rules',
};

/** All texts of a folder as one file. */
function packedTexts(path: string): string {
  const folder = join(root, path);
  const paths = globSync('**/*.{md,yaml}', { cwd: folder }).map((name) => name.replaceAll('\\', '/'));
  return JSON.stringify(
    Object.fromEntries(paths.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  );
}

/** The mocha tests of one folder of test/vscode (all, or those whose name matches `grep`), once for an extension host on Node and once for one in a browser. */
export function testBundles(folder: string, grep: string): esbuild.BuildOptions[] {
  const shared: esbuild.BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    target: ['node20', 'es2022'],
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: [suites(folder)],
    define: { TEST_GREP: JSON.stringify(grep) },
  };
  const outdir = join(testOut, folder);
  return [
    {
      ...shared,
      platform: 'node',
      external: ['vscode', 'mocha'],
      entryPoints: { desktop: 'test/vscode/desktop.ts' },
      outdir,
    },
    {
      ...shared,
      platform: 'browser',
      // As for what is tested: there is no document.
      conditions: ['worker'],
      entryPoints: { web: 'test/vscode/web.ts' },
      plugins: [suites(folder), mochaForBrowsers],
      outdir,
    },
  ];
}

/** Builds the test bundles of one folder of test/vscode; the bundle's path for each kind of editor. */
export async function buildTests(folder: string, grep = ''): Promise<{ desktop: string; web: string }> {
  await Promise.all(testBundles(folder, grep).map((bundle) => esbuild.build(bundle)));
  return { desktop: join(testOut, folder, 'desktop.js'), web: join(testOut, folder, 'web.js') };
}

/**
 * Builds what ships into a folder, and takes away what an earlier build left. Whoever reads a bundle meanwhile reads all of
 * the old one.
 * @returns the names of the files.
 */
export async function buildInto(folder: string, production: boolean): Promise<string[]> {
  const files = new Map<string, string | Uint8Array>();
  for (const [name, folder] of Object.entries(packedFolders)) files.set(name, packedTexts(folder));
  for (const output of await bundles(production)) {
    files.set(output.fileName, output.type === 'chunk' ? output.code : output.source);
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) {
    const path = join(folder, name);
    const part = `${path}.${process.pid}.part`;
    writeFileSync(part, content, { mode: name === 'cli.js' ? 0o755 : 0o644 });
    renameSync(part, path);
  }
  const made = [...files.keys()];
  const stale = readdirSync(folder).filter((name) => !made.includes(name) && !name.endsWith('.part'));
  for (const name of stale) rmSync(join(folder, name), { recursive: true, force: true });
  return made;
}

/** Builds what ships, where the editors look for it. */
export async function buildProduct(production: boolean): Promise<void> {
  report(await buildInto(dist, production));
}

/** Prints the size of every bundle: what people download and what the editor reads when it starts. */
function report(names: readonly string[]): void {
  for (const name of names.filter((file) => file.endsWith('.js')).sort()) {
    const kilobytes = statSync(join(dist, name)).size / 1024;
    console.log(`dist/${name.padEnd(20)} ${kilobytes.toFixed(1).padStart(8)} KB`);
  }
}

/** Builds once; what is wrong in the sources is said, anything else is a fault of this script. */
async function buildAndSay(production: boolean): Promise<void> {
  try {
    await buildProduct(production);
    process.exitCode = 0;
  } catch (error) {
    if (!(error instanceof Error && 'errors' in error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (import.meta.main) {
  const flags = new Set(process.argv.slice(2));
  if (flags.has('--watch')) {
    const watched = [graph(false), entry('extension', {}, false)];
    const watcher = watch(watched.map((one) => ({ ...one, watch: { skipWrite: true } })));
    watcher.on('event', async (event) => {
      if (event.code === 'BUNDLE_END') await event.result.close();
      if (event.code === 'ERROR') console.error(event.error.message);
      if (event.code === 'END') await buildAndSay(false);
    });
  } else {
    await buildAndSay(flags.has('--production'));
  }
}
