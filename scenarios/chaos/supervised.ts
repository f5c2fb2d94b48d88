import { wait } from '../../src/common/wait.js';
import { freePort } from '../../demo/port.js';
import { startServer, type ServerProcess } from '../../demo/server-process.js';

/** Between the end of a process and its next start. */
const RESTART_AFTER_MS = 500;

/** A process of the built server on one port, which is started again whenever it ends. */
export class Supervised {
  private process: ServerProcess | null = null;
  private wanted = true;
  private signalled = false;
  private more: Record<string, string> = {};
  private keeping: Promise<void> = Promise.resolve();
  /** How those ended that got no signal. */
  readonly crashes: (number | null)[] = [];
  /** Since when the process that runs now is expected to answer; Infinity while none is, or it is held. */
  answersSince = Infinity;

  private constructor(
    readonly name: string,
    private readonly env: Record<string, string>,
    private readonly port: number,
    private readonly logFile: string,
  ) {}

  static async start(name: string, env: Record<string, string>, logFile: string): Promise<Supervised> {
    const one = new Supervised(name, env, await freePort(), logFile);
    one.keeping = one.keep();
    await one.running();
    return one;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The process that runs; waits for the next one where the last has ended. */
  async running(): Promise<ServerProcess> {
    while (!this.process) await wait(25);
    return this.process;
  }

  /** Sends a signal to the process that runs; it may end of it, and then comes again. */
  async signal(signal: NodeJS.Signals): Promise<void> {
    const { pid } = await this.running();
    this.signalled ||= signal !== 'SIGCONT';
    if (signal === 'SIGKILL' || signal === 'SIGTERM' || signal === 'SIGSTOP') this.answersSince = Infinity;
    process.kill(pid, signal);
    if (signal === 'SIGCONT') this.answersSince = performance.now();
  }

  /**
   * Waits until the process that runs now has ended.
   * @returns how it did
   */
  async ended(): Promise<number | null> {
    return (await this.running()).ended;
  }

  /** Ends it in good order and starts it again, with these variables beside its own. */
  async restartWith(more: Record<string, string>): Promise<void> {
    this.more = more;
    const old = await this.running();
    await this.signal('SIGTERM');
    await old.ended;
    while (this.process === old) await wait(25);
    await this.running();
  }

  async stop(): Promise<void> {
    this.wanted = false;
    this.answersSince = Infinity;
    await this.process?.stop();
    await this.keeping;
  }

  private async keep(): Promise<void> {
    while (this.wanted) {
      try {
        const options = { port: this.port, logFile: this.logFile };
        this.process = await startServer({ ...this.env, ...this.more }, options);
        this.answersSince = performance.now();
        const code = await this.process.ended;
        if (!this.signalled && this.wanted) this.crashes.push(code);
        this.signalled = false;
      } catch {
        // Its log says why it did not start; its supervisor tries again.
      }
      this.answersSince = Infinity;
      this.process = null;
      if (this.wanted) await wait(RESTART_AFTER_MS);
    }
  }
}
