// Unit tests: the core, the command line, grammars, snippets and scripts. What needs a real editor is under test/vscode.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/hosts/**'],
  },
});
