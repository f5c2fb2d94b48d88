import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { wait } from '../src/common/wait.js';
import { SignsOfLife } from '../src/common/signs-of-life.js';
import { bareEnvironment } from './bare-environment.js';
import { cpuTimeOf } from './cpu-time.js';
import { freePort } from './port.js';
import { ServerLog } from './server-log.js';

const ASK_EVERY_MS = 50;
const LOOK_EVERY_MS = 1_000;
/** Looks without anything new after which a start hangs. */
const PATIENCE = 300;
/** A probe that gets no answer for so long is sent again. */
const PROBE_MS = 10_000;

/** The built server as a process of its own, as it would run anywhere. */
export interface ServerProcess {
  url: string;
  pid: number;
  /** From the start of the process to its first good answer to /health/ready. */
  readyMs: number;
  /** Asks it to stop and waits until it has; the exit code. */
  stop(): Promise<number | null>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Resolves with the exit code when it ends, for whatever reason. */
  ended: Promise<number | null>;
  /** Aborts when it has ended, with an error that tells of it. */
  gone: AbortSignal;
}

export interface ServerOptions {
  port?: number;
  quiet?: boolean;
  /** Told what the server does until it is ready. Of its log then only errors are shown. */
  onProgress?: (doing: string) => void;
  /** A file that what it prints is added to, instead of being shown. */
  logFile?: string;
  /** What Node runs, and with which options; otherwise the built server. */
  program?: readonly string[];
}

/** The built server, found from the built programs and, in tests, from their sources. */
const ENTRY = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../dist/src/main.js' : '../src/main.js', import.meta.url),
);

/** Starts the server with these variables on top of a bare environment and waits until it is ready, or hangs. */
export async function startServer(env: Record<string, string>, options: ServerOptions = {}): Promise<ServerProcess> {
  const port = options.port ?? (await freePort());
  const started = performance.now();
  const shown = shownBy(options);
  const child = spawn(process.execPath, options.program ?? ['--enable-source-maps', ENTRY], {
    env: { ...bareEnvironment(), HOST: '127.0.0.1', ...env, PORT: String(port) },
    stdio: ['ignore', shown, shown],
  });
  let ready = false;
  const log = new ServerLog(options.onProgress, (line) => {
    // Those before are told with the failure that they lead to.
    if (ready) process.stderr.write(`${line}\n`);
  });
  if (child.stdout) log.read(child.stdout);
  if (child.stderr) log.read(child.stderr);
  // The server has its own handle of the file.
  if (typeof shown === 'number') closeSync(shown);
  const url = `http://127.0.0.1:${port}`;
  const { ended, gone } = endOf(child);
  await untilReady(url, child, log, gone);
  ready = true;
  return {
    url,
    pid: child.pid ?? 0,
    readyMs: performance.now() - started,
    ended,
    gone,
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Where what a server prints goes: nowhere, into a file, to this program, or to whom this program prints. */
function shownBy({ quiet, logFile, onProgress }: ServerOptions): 'ignore' | number | 'pipe' | 'inherit' {
  if (logFile !== undefined) return openSync(logFile, 'a');
  return quiet ? 'ignore' : onProgress ? 'pipe' : 'inherit';
}

function endOf(child: ChildProcess): Pick<ServerProcess, 'ended' | 'gone'> {
  const gone = new AbortController();
  // It does not outlive the program that started it.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const ended = new Promise<number | null>((resolve) =>
    // When it has ended and all that it wrote is read.
    child.once('close', (code, signal) => {
      process.off('exit', end);
      gone.abort(new Error(`the server ended with ${code ?? signal}`));
      resolve(code);
    }),
  );
  return { ended, gone: gone.signal };
}

/**
 * Waits as long as the server does something.
 * @throws Error when it ends or hangs, with its last words
 */
async function untilReady(url: string, child: ChildProcess, log: ServerLog, gone: AbortSignal): Promise<void> {
  const life = new SignsOfLife(PATIENCE);
  for (let looked = -Infinity; ;) {
    const answer = await probe(url, gone);
    if (gone.aborted) {
      const code = child.exitCode ?? child.signalCode;
      throw new Error(
        [`the server ended with ${code} before it was ready`, log.lastErrors].filter(Boolean).join(':\n'),
      );
    }
    if (answer === 'ready') return;
    if (performance.now() - looked >= LOOK_EVERY_MS) {
      looked = performance.now();
      // One that answers works for each answer: there, only another answer counts.
      const work = answer ?? (await cpuTimeOf(child.pid ?? 0)) ?? looked;
      if (!life.seen(`${log.lines} ${work}`)) {
        child.kill('SIGKILL');
        throw new Error(hangs(answer, log));
      }
    }
    await wait(ASK_EVERY_MS, gone);
  }
}

function hangs(answer: string | null, log: ServerLog): string {
  const what =
    answer === null
      ? `the server hangs${log.doing && ` after "${log.doing}"`}: it does no work`
      : `the server is not ready and does not become so: ${answer}`;
  return [`${what}. See that its database and disk answer, and start it again`, log.lastErrors]
    .filter(Boolean)
    .join(':\n');
}

/** What /health/ready says: `ready`, else what is down; null where there is no answer. */
async function probe(url: string, gone: AbortSignal): Promise<string | null> {
  try {
    const signal = AbortSignal.any([gone, AbortSignal.timeout(PROBE_MS)]);
    const response = await fetch(`${url}/health/ready`, { signal });
    if (response.ok) return 'ready';
    const { error = {} } = (await response.json()) as { error?: Record<string, { message?: string }> };
    return Object.entries(error)
      .map(([part, { message }]) => `${part}: ${message ?? 'down'}`)
      .join(', ');
  } catch {
    return null;
  }
}
