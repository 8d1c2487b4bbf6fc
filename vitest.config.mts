// Unit tests: the core, the command line, grammars, snippets and scripts. What needs a real editor is under test/vscode.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A busy machine is no fault: property tests may take their time, and as long besides as somebody wished for.
    testTimeout: 300_000 + Number(process.env.FUZZ_SECONDS ?? 0) * 1000,
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/hosts/**'],
  },
});
