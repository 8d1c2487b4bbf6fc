// Unit tests: the core, the command line, grammars, snippets and scripts. What needs a real editor is under test/vscode.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A busy machine is no fault: property tests may take their time.
    testTimeout: 60_000,
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/hosts/**'],
  },
});
