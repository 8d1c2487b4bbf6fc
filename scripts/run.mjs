// `node scripts/run.mjs WHAT ARGS...`: sets the project up where needed, then runs a script or an installed tool on a current Node.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { currentNode, root, setUp } from './setup.mjs';

/** The script file of a tool: a path in the project, or the name of a command that a package brings. */
function scriptOf(what) {
  const own = resolve(root, what);
  if (/\.m[jt]s$/.test(what) && existsSync(own)) return own;
  const packages = { biome: '@biomejs/biome', tsc: 'typescript', vsce: '@vscode/vsce' };
  const folder = join(root, 'node_modules', packages[what] ?? what);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[what]);
}

try {
  setUp();
  const [what, ...args] = process.argv.slice(2);
  const node = currentNode();
  // Tools that start further Node programs must find the same Node.
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
  const child = spawn(node, [scriptOf(what), ...args], { stdio: 'inherit', env });
  // Ctrl+C reaches the child by itself; this one stays until the child has cleared up.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`masterplan: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
} catch (error) {
  console.error(`masterplan: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
