// `npm run fuzz -- [SECONDS]`: tries random texts, others each time, on every property of test/fuzz for so many seconds each.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { currentNode, root } from './setup.mjs';

const seconds = Number(process.argv[2] ?? 60);
if (!(seconds > 0)) throw new Error(`How many seconds is "${process.argv[2]}"?`);
const { status } = spawnSync(currentNode(), [join(root, 'scripts', 'run.mjs'), 'vitest', 'run', 'test/fuzz'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_SECONDS: String(seconds) },
});
process.exitCode = status ?? 1;
