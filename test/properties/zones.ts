import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ChainInput } from './chain.js';

const PROGRAM = join(import.meta.dirname, 'chain-process.ts');

/** The chain in a process whose clock hangs in a time zone. */
export interface Zone {
  /** How far local time lies behind UTC there on the first of January and of July 2026, minutes. */
  offsets: [winter: number, summer: number];
  /** What the chain makes of it there. */
  chainOf(input: ChainInput): Promise<string>;
  close(): void;
}

/** A process of its own, since a zone is taken from TZ when a process begins and Jest's tests have no say in theirs. */
export async function openZone(zone: string): Promise<Zone> {
  const child = spawn(process.execPath, ['--experimental-transform-types', '--no-warnings', PROGRAM], {
    env: { PATH: process.env['PATH'] ?? '', TZ: zone },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done === true) throw new Error(`the process in ${zone} ended`);
    return line.value;
  };
  const offsets = JSON.parse(await next()) as Zone['offsets'];
  return {
    offsets,
    chainOf(input) {
      child.stdin.write(`${JSON.stringify(input)}\n`);
      return next();
    },
    close: () => child.stdin.end(),
  };
}
