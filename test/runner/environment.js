import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';
import { forgetSaid, said } from './said-by-servers.js';

/** Where test files run: in Node's own world, which the files of a worker share. Jest's would be new for each file. */
export default class SharedEnvironment {
  global = globalThis;
  #console = globalThis.console;
  #exit = process.exit;

  constructor({ projectConfig }) {
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {}

  /** Takes back what Jest puts in place for a file. */
  async teardown() {
    this.fakeTimersModern.dispose();
    globalThis.console = this.#console;
    process.exit = this.#exit;
  }

  /** What the servers under test said is told only of tests that fail: it holds the cause of a status 500. */
  async handleTestEvent(event) {
    if (event.name === 'test_start') forgetSaid();
    if (event.name !== 'test_done' || event.test.errors.length === 0) return;
    const lines = said();
    if (lines.length > 0) process.stderr.write(`What the servers said in '${event.test.name}':\n${lines.join('')}\n`);
  }

  getVmContext() {
    return null;
  }
}
