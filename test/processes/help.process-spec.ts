import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const PROJECT = join(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const COMMANDS = Object.entries(scripts);
/** The suites take whatever Jest takes. */
const CHOOSY = COMMANDS.filter(([name]) => !name.startsWith('test'));

let folder: string;
let held: Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kag-help-'));
  held = createServer();
  await new Promise<void>((listening) => held.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  await new Promise((closed) => held.close(closed));
  await rm(folder, { recursive: true });
});

/** As `npm run` does it; a program that opened the port or made the folder it is given would be found out. */
async function run(script: string, args: string): Promise<{ code: number | null; output: string; errors: string }> {
  const port = String((held.address() as AddressInfo).port);
  const child = spawn('sh', ['-c', `${script} ${args}`], {
    cwd: PROJECT,
    env: {
      PATH: `${join(PROJECT, 'node_modules/.bin')}:${process.env['PATH']}`,
      EMBEDDED_DATA_DIR: join(folder, 'data'),
      PORT: port,
      SANDBOX_PORT: port,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output, errors };
}

/** When what is built was built. */
const built = () => statSync(join(PROJECT, 'dist/src/main.js')).mtimeMs;

const usageOf = (name: string) => new RegExp(`^usage: npm (run )?${name}`, 'm');

describe.each(COMMANDS)('npm run %s', (name, script) => {
  it.each(['--help', '-h'])('%s helps, and starts, builds and makes nothing', async (option) => {
    const before = built();
    const { code, output, errors } = await run(script, option);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toMatch(usageOf(name));
    expect([built(), existsSync(join(folder, 'data'))]).toEqual([before, false]);
  });
});

describe.each(CHOOSY)('npm run %s', (name, script) => {
  it('refuses what it does not know with its usage', async () => {
    const before = built();
    const { code, output, errors } = await run(script, '--no-such-thing');
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toMatch(usageOf(name));
    expect([built(), existsSync(join(folder, 'data'))]).toEqual([before, false]);
  });
});
