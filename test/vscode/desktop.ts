// Runs the mocha tests in an extension host on Node: desktop VS Code, or a VS Code server.
import Mocha from 'mocha';
import { finish, say } from './count';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, color: false, ...(TEST_GREP ? { grep: TEST_GREP } : {}) });
  Mocha.reporters.Base.consoleLog = say;
  // The suites want `describe` and `it` as globals, as mocha's own loader gives them.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('suites:desktop');
  return finish('desktop', (done) => mocha.run(done));
}
