// Builds what ships: the extension for the desktop (entry and session apart, so that starting costs nothing), the
// extension for the browser, and the command line. `--watch` builds on every change, `--production` small and without
// source maps. The test bundles for the real editors are built here too.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './setup.mjs';

const dist = join(root, 'dist');
const testOut = join(root, 'out', 'vscode-tests');

/** What is loaded only when it is needed: the end of what `import()` asks for, and the bundle that it gets. */
const lazyBundles: readonly (readonly [RegExp, string])[] = [
  [/^\.\/session$/, './session.js'],
  [/\/core\/export$/, './export.js'],
  [/\/core\/export\/pages$/, './pages.js'],
];

/** Leaves such imports to bundles of their own, which Node loads when the call is reached. */
const lazy: esbuild.Plugin = {
  name: 'lazy',
  setup(build) {
    for (const [filter, path] of lazyBundles) {
      build.onResolve({ filter }, ({ kind }) => {
        return kind === 'dynamic-import' ? { path, namespace: 'lazy' } : undefined;
      });
    }
    // `require` knows all names that a bundle exports, whatever it was built for; Node's `import()` guesses them.
    build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
    build.onResolve({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({ path, external: true }));
  },
};

/** Modules of the core that only unusual texts need, with what they export: most books are read without them. */
const unusualModules: Readonly<Record<string, { readonly path: string; readonly names: readonly string[] }>> = {
  './remark': { path: 'src/core/markdown/remark.ts', names: ['blocksByRemark'] },
  './inline-remark': { path: 'src/core/markdown/inline-remark.ts', names: ['inlineByRemark'] },
  './yaml-full': { path: 'src/core/template/yaml-full.ts', names: ['readFullYaml'] },
};

/** Has Node load such modules from a bundle of their own, when the first of their functions is called. */
const unusualLater: esbuild.Plugin = {
  name: 'unusual-later',
  setup(build) {
    build.onResolve({ filter: /^\.\/(?:remark|inline-remark|yaml-full)$/ }, ({ path, importer }) => {
      return importer.replaceAll('\\', '/').includes('/src/core/') ? { path, namespace: 'unusual' } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: 'unusual' }, ({ path }) => {
      const names = unusualModules[path]?.names ?? [];
      const calls = names.map((name) => `exports.${name} = (...args) => require('./unusual.js').${name}(...args);`);
      return { contents: calls.join('\n') };
    });
    build.onResolve({ filter: /^\.\/unusual\.js$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** The entry of the bundle that holds them. */
const unusualEntry = Object.values(unusualModules)
  .map(({ path, names }) => `export { ${names.join(', ')} } from './${path.replace(/\.ts$/, '')}';`)
  .join('\n');

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

/** The bundles that ship. */
export function productBundles(production: boolean): esbuild.BuildOptions[] {
  const shared: esbuild.BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    target: ['node20', 'es2022'],
    external: ['vscode'],
    minify: production,
    sourcemap: production ? false : 'linked',
    legalComments: 'none',
    logLevel: 'warning',
  };
  const nodeBundle: esbuild.BuildOptions = {
    ...shared,
    platform: 'node',
    mainFields: ['module', 'main'],
    plugins: [lazy, unusualLater],
    define: { IN_BROWSER: 'false' },
  };
  const browserBundle: esbuild.BuildOptions = {
    ...shared,
    platform: 'browser',
    // An extension host in a browser is a worker: it has no document.
    conditions: ['worker'],
    outdir: 'dist',
    define: { IN_BROWSER: 'true' },
  };
  return [
    { ...nodeBundle, entryPoints: ['src/extension/extension.ts'], outdir: 'dist' },
    { ...nodeBundle, entryPoints: ['src/extension/session.ts'], outdir: 'dist' },
    { ...nodeBundle, entryPoints: { cli: 'src/cli/main.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
    // For all hosts: nothing of Node is in them.
    {
      ...browserBundle,
      stdin: { contents: unusualEntry, resolveDir: root, sourcefile: 'unusual.ts', loader: 'ts' },
      outdir: undefined,
      outfile: 'dist/unusual.js',
    },
    { ...browserBundle, entryPoints: { export: 'src/core/export/index.ts' } },
    { ...browserBundle, entryPoints: { pages: 'src/core/export/pages.ts' } },
    { ...browserBundle, entryPoints: { browser: 'src/extension/extension.ts' } },
  ];
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

/** Builds what ships, and takes away what an earlier build left. Whoever reads a bundle meanwhile reads all of the old one. */
export async function buildProduct(production: boolean): Promise<void> {
  const bundles = productBundles(production).map((bundle) => esbuild.build({ ...bundle, write: false }));
  const outputs = (await Promise.all(bundles)).flatMap(({ outputFiles = [] }) => outputFiles);
  mkdirSync(dist, { recursive: true });
  for (const { path, contents } of outputs) {
    const part = `${path}.${process.pid}.part`;
    writeFileSync(part, contents, { mode: basename(path) === 'cli.js' ? 0o755 : 0o644 });
    renameSync(part, path);
  }
  const made = new Set(outputs.map(({ path }) => basename(path)));
  const stale = readdirSync(dist).filter((name) => !made.has(name) && !name.endsWith('.part'));
  for (const name of stale) rmSync(join(dist, name), { recursive: true, force: true });
  report();
}

/** Prints the size of every bundle: what people download and what the editor reads when it starts. */
function report(): void {
  for (const name of readdirSync(dist).filter((file) => file.endsWith('.js'))) {
    const kilobytes = statSync(join(dist, name)).size / 1024;
    console.log(`dist/${name.padEnd(14)} ${kilobytes.toFixed(1).padStart(8)} KB`);
  }
}

if (import.meta.main) {
  const flags = new Set(process.argv.slice(2));
  if (flags.has('--watch')) {
    mkdirSync(dist, { recursive: true });
    const contexts = await Promise.all(
      productBundles(false).map((bundle) => esbuild.context({ ...bundle, logLevel: 'info' })),
    );
    await Promise.all(contexts.map((context) => context.watch()));
  } else {
    try {
      await buildProduct(flags.has('--production'));
    } catch (error) {
      // esbuild has printed what is wrong in the source; anything else is a fault of this script.
      if (!(error instanceof Error && 'errors' in error)) throw error;
      process.exitCode = 1;
    }
  }
}
