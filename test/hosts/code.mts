#!/usr/bin/env node
// Stands in for the `code` of a desktop VS Code where there is none: takes the flags with which `@vscode/test-electron` starts
// an editor, runs the tests in a VS Code served on this machine, prints what they print and ends with their exit code.
import { parseArgs } from 'node:util';
import { openBrowser, startServer, windowAddress } from './code-server.mts';

/** A run that takes longer than this hangs. */
const longest = 5 * 60_000;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionTestsPath: { type: 'string' },
    extensionDevelopmentPath: { type: 'string' },
    'disable-workspace-trust': { type: 'boolean' },
    'server-data-dir': { type: 'string' },
  },
});
const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
const folder = positionals[0];
const tests = text('extensionTestsPath');
if (!folder || !tests) {
  console.error('usage: code.mts FOLDER --extensionTestsPath=FILE [--extensionDevelopmentPath=FOLDER]');
  process.exit(2);
}

const extension = text('extensionDevelopmentPath');
const serverData = text('server-data-dir');
const server = await startServer({
  drivable: true,
  askForTrust: !values['disable-workspace-trust'],
  ...(serverData ? { serverData } : {}),
});
const { browser, page } = await openBrowser({ width: 1400, height: 900 });

let closing = false;
const code = await new Promise<number>((done) => {
  page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
    if (type === 'error' || type === 'warn') console.error(...args);
    else console.log(...args);
  });
  page.exposeFunction('codeAutomationExit', (result: number) => done(result));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done(130));
  setTimeout(() => {
    console.error('the editor did not come to an end');
    done(1);
  }, longest).unref();
  page.on('crash', () => {
    console.error('the page of the editor crashed');
    done(1);
  });
  server.ended.then((ended) => {
    if (!closing) console.error(`the VS Code server ended by itself with ${ended}`);
    done(1);
  });
  page.goto(windowAddress(server, { folder, tests, ...(extension ? { extension } : {}) })).catch((error: unknown) => {
    console.error(error);
    done(1);
  });
});
closing = true;
await browser.close();
await server.stop();
process.exitCode = code;
