// `npm run fuzz -- [SECONDS]`: tries what must always hold with random texts, others each time, for so many seconds each.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentNode, root } from './setup.mjs';

const seconds = Number(process.argv[2] ?? 60);
if (!(seconds > 0)) throw new Error(`How many seconds is "${process.argv[2]}"?`);
const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join('test', name))
  .filter((file) => /from '[./]+\/effort'/.test(readFileSync(join(root, file), 'utf8')));
const { status } = spawnSync(currentNode(), [join(root, 'scripts', 'run.mjs'), 'vitest', 'run', ...files], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_SECONDS: String(seconds) },
});
process.exitCode = status ?? 1;
