import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ENTRY = join(import.meta.dirname, '../../dist/demo/main.js');

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kag-demo-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The built demo, with its data in a folder of its own, until it ends by itself. */
async function demo(...options: string[]): Promise<{ code: number | null; output: string; errors: string }> {
  const child = spawn(process.execPath, [ENTRY, ...options], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output, errors };
}

describe('the demo', () => {
  it('goes from the vendors to a portfolio with the words behind what it recommends, and ends', async () => {
    const { code, output, errors } = await demo('--once', '--clients=2');
    expect([code, errors.includes('failed')]).toEqual([0, false]);
    const [, todo = '', portfolio = ''] = /WHAT IS TO BE DONE([^]*)THE PORTFOLIO([^]*)/.exec(output) ?? [];
    // Each of the two clients has left the team without an answer: both are told to follow up, each in their own words.
    expect(todo.match(/▸ Follow up: \d working days without an answer/g)).toHaveLength(2);
    expect(todo).toMatch(/“[^”]*please review and approve[^”]*”/);
    expect(todo).toMatch(/“[^”]*[Сс]огласуйте[^”]*”/);
    expect(todo.match(/\/conversations\/\d+\?messageId=\d+/g)?.length).toBeGreaterThanOrEqual(2);
    expect(todo.match(/^ similar cases$/gm)).toHaveLength(2);
    for (const name of ['Osteria Bruna', 'Мебельная фабрика «Клён»'])
      expect(portfolio).toMatch(new RegExp(`${name}.* client +\\d+ % +\\d+ % +\\d+ % +\\d`));
    for (const line of (todo + portfolio).split('\n')) expect(line.length).toBeLessThanOrEqual(110);
  });

  it.each([['--twice'], ['--clients=none'], ['--clients=0']])('refuses %s with its usage', async (option) => {
    const { code, errors } = await demo(option);
    expect([code, errors.includes('usage: npm run demo')]).toEqual([2, true]);
  });
});
