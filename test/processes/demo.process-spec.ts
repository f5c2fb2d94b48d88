import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bareEnvironment } from '../../demo/bare-environment.js';
import { ApiClient } from '../../demo/api-client.js';
import { freePort } from '../../demo/port.js';
import { startServer } from '../../demo/server-process.js';

const ENTRY = join(import.meta.dirname, '../../dist/demo/main.js');

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kag-demo-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The built demo, with its data in a folder of its own, until it ends by itself. */
const demo = (...options: string[]) => demoWith({}, ...options);

async function demoWith(
  env: Record<string, string>,
  ...options: string[]
): Promise<{ code: number | null; output: string; errors: string }> {
  const child = spawn(process.execPath, [ENTRY, ...options], {
    cwd: folder,
    env: { ...bareEnvironment(), ...env },
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
    const port = String(await freePort());
    const { code, output, errors } = await demoWith({ PORT: port }, '--once', '--clients=2');
    expect([code, errors.includes('failed')]).toEqual([0, false]);
    expect(output).toMatch(new RegExp(`Server ready after [\\d.]+ s at http://127.0.0.1:${port}\n`));
    for (const step of ['loading PostgreSQL', 'making a database in', 'bringing the schema to head'])
      expect(errors).toMatch(new RegExp(`^Starting the server: ${step}.* … \\d+ s$`, 'm'));
    expect(output).toContain('Every check is well for 2 of 2 projects.\n');
    const [, todo = '', portfolio = ''] = /WHAT IS TO BE DONE([^]*)THE PORTFOLIO([^]*)/.exec(output) ?? [];
    // Each of the two clients has left the team without an answer: both are told to follow up, each in their own words.
    expect(todo.match(/▸ Follow up: \d working days without an answer/g)).toHaveLength(2);
    expect(todo).toMatch(/“[^”]*please review and approve[^”]*”/);
    expect(todo).toMatch(/“[^”]*[Сс]огласуйте[^”]*”/);
    expect(todo.match(/\/conversations\/\d+\?messageId=\d+/g)?.length).toBeGreaterThanOrEqual(2);
    expect(todo.match(/^ similar cases$/gm)).toHaveLength(2);
    for (const name of ['Osteria Bruna', 'Мебельная фабрика «Клён»'])
      expect(portfolio).toMatch(new RegExp(`${name}.* client +there +\\d`));
    for (const line of (todo + portfolio).split('\n')) expect(line.length).toBeLessThanOrEqual(110);
  });

  it('tells of a port that is taken, and of a folder that is a file, before it starts anything', async () => {
    const taken = createServer();
    await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
    const port = String((taken.address() as AddressInfo).port);
    const atPort = await demoWith({ PORT: port }, '--once');
    await new Promise((closed) => taken.close(closed));
    expect(atPort).toEqual({ code: 1, output: '', errors: expect.stringContaining(`Port ${port} is taken. Choose`) });

    await writeFile(join(folder, 'file'), '');
    const inFile = await demoWith({ EMBEDDED_DATA_DIR: join(folder, 'file') }, '--once');
    expect([inFile.code, inFile.errors]).toEqual([1, expect.stringMatching(/it is a file or lies in one/)]);
    expect(inFile.output).not.toContain('Sandbox');
  });

  it.each([['--twice'], ['--clients=none'], ['--clients=0']])('refuses %s with its usage', async (option) => {
    const { code, errors } = await demo(option);
    expect([code, errors.includes('usage: npm run demo')]).toEqual([2, true]);
  });
});

describe('a server that ends before it is ready', () => {
  it('is told with its own last words', async () => {
    const starting = startServer({ ROLE: 'boss' }, { onProgress: () => {} });
    await expect(starting).rejects.toThrow(/^the server ended with 1 before it was ready:\n[^]*ROLE holds/);
  });
});

describe('a request to a server that has ended', () => {
  it('is told as such when only the connection has broken yet', async () => {
    const gone = new AbortController();
    const breaking = createServer((socket) => {
      socket.destroy();
      setImmediate(() => gone.abort(new Error('the server ended with SIGKILL')));
    });
    await new Promise<void>((listening) => breaking.listen(0, '127.0.0.1', listening));
    const api = new ApiClient(`http://127.0.0.1:${(breaking.address() as AddressInfo).port}`, gone.signal);
    await expect(api.call('GET', '/projects')).rejects.toThrow('the server ended with SIGKILL');
    await new Promise((closed) => breaking.close(closed));
  });

  it('is broken off, and says so', async () => {
    const gone = new AbortController();
    const silent = createServer();
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
    const api = new ApiClient(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`, gone.signal);
    const asked = api.call('GET', '/projects');
    silent.once('connection', () => gone.abort(new Error('the server ended with 1')));
    await expect(asked).rejects.toThrow('the server ended with 1');
    await new Promise((closed) => silent.close(closed));
  });
});
