import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const PROJECT = join(import.meta.dirname, '../..');
/** What a project needs to check code and to run cases. */
const COPIED = [
  'src',
  'migrations',
  'sandbox',
  'scenarios',
  'test',
  'jest.config.js',
  'package.json',
  'tsconfig.json',
  '.oxlintrc.json',
  '.prettierrc.json',
  'lint',
];
const NAMES = ['trello', 'averylongnameofaconnector'];

let copy: string;
const paths: string[] = [];

/** @returns what it said, and with what it ended */
async function run(file: string, ...args: string[]): Promise<{ code: number; said: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(PROJECT, file), ...args], {
      cwd: copy,
    });
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}
const make = (...args: string[]) => run('commands/run.js', 'connector:new', ...args);

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'kag-connector-'));
  for (const part of COPIED) await cp(join(PROJECT, part), join(copy, part), { recursive: true });
  await symlink(join(PROJECT, 'node_modules'), join(copy, 'node_modules'));
  for (const name of NAMES) {
    const { code, said } = await make(name, '--out', copy);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('Next: ') });
    paths.push(...[...said.matchAll(/^ {2}(\S+)$/gm)].map(([, path = '']) => path));
  }
});
afterAll(() => rm(copy, { recursive: true }));

describe('what a new connector is made of', () => {
  it('is a folder beside the others’, a sandbox, cases and a migration', async () => {
    expect(await readdir(join(copy, 'src/connectors/trello'))).toEqual(
      expect.arrayContaining([
        'index.ts',
        'mapper.ts',
        'tables.ts',
        'trello-api.ts',
        'trello-connector.ts',
        'vendor.ts',
      ]),
    );
    expect(paths).toEqual(
      expect.arrayContaining([
        'sandbox/trello/world.ts',
        'test/connectors/trello-harness.ts',
        expect.stringMatching(/^migrations\/\d{13}-create-trello\.ts$/),
      ]),
    );
  });

  it('passes the types, the rules and the format', async () => {
    expect(await run('node_modules/oxlint/bin/oxlint', ...paths)).toEqual({
      code: 0,
      said: expect.stringMatching(/^Found 0 warnings and 0 errors/),
    });
    expect(await run('node_modules/prettier/bin/prettier.cjs', '--check', ...paths)).toMatchObject({ code: 0 });
  });

  it('has contract cases that fail, and say what to fill in where', async () => {
    const { code, said } = await run(
      'node_modules/jest/bin/jest.js',
      'test/connectors/trello.contract',
      '--selectProjects',
      'modules',
    );
    expect(code).toBe(1);
    expect(said).toMatch(/Fill in sandbox\/trello\/world\.ts: what the vendor holds/);
    expect(said).toMatch(/trello keeps the contract of connectors:/);
    expect(said).not.toMatch(/✓ .*first sync/);
  });
});

it.each([
  [['trello', '--out'], 'There is a src/connectors/trello already'],
  [['github'], 'There is a src/connectors/github already'],
  [['Trello'], 'lower-case letters and digits'],
  [['../escape'], 'lower-case letters and digits'],
  [['a', 'b'], 'One connector at a time'],
  [[], 'Name the connector'],
])('refuses %j, and makes nothing', async (args, why) => {
  const before = await readdir(join(copy, 'src/connectors'));
  const { code, said } = await make(...args, ...(args.at(-1) === '--out' ? [copy] : []));
  expect(code).toBeGreaterThan(0);
  expect(said).toContain(why);
  expect(await readdir(join(copy, 'src/connectors'))).toEqual(before);
});
