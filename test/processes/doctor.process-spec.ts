import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bareEnvironment } from '../../demo/bare-environment.js';
import { HANG_LIMIT_MS } from '../support/hang-limit.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const BUILT = join(import.meta.dirname, '../../dist/src');
const ENTRY = join(BUILT, 'doctor-cli.js');

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

/** Runs the built doctor until it ends by itself. */
const run = (env: Record<string, string>, ...args: string[]) =>
  new Promise<{ code: number; text: string }>((resolve) => {
    execFile(
      process.execPath,
      [ENTRY, ...args],
      { env: { ...bareEnvironment(), ...env }, timeout: HANG_LIMIT_MS },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, text: stdout + stderr }),
    );
  });

it('ends by itself with what it found: nobody works on this database', async () => {
  const { code, text } = await run({ DATABASE_URL: db.url });
  expect([code, text]).toEqual([1, expect.stringContaining('0 workers alive.')]);
  expect(text).toContain('There is no project yet');
});

it('tells of a database that is away, and how it is used', async () => {
  const away = await run({ DATABASE_URL: 'postgres://me:hidden@127.0.0.1:1/kag' });
  expect([away.code, away.text]).toEqual([1, expect.stringContaining('127.0.0.1:1/kag')]);
  expect(away.text).not.toContain('hidden');
  expect(await run({}, '--help')).toEqual({ code: 0, text: expect.stringMatching(/^usage: npm run doctor/) });
});

it('tells of an embedded database that can’t be opened, and what cures it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kag-doctor-'));
  await mkdir(join(folder, 'pg'));
  await writeFile(join(folder, 'pg/PG_VERSION'), '15\n');
  const { code, text } = await run({ EMBEDDED_DATA_DIR: folder }, '--json');
  expect([code, JSON.parse(text)]).toEqual([
    1,
    {
      projects: [],
      failure: expect.objectContaining({
        observed: expect.stringMatching(/^The embedded database in .* can't be used: /),
        remedy: [expect.objectContaining({ run: null, note: expect.stringContaining('EMBEDDED_DATA_DIR') })],
      }),
    },
  ]);
  await rm(folder, { recursive: true });
});

it.each([
  ['migrate-cli.js', 'the schema is at head'],
  ['reseal-cli.js', 'credentials: 0 sealed again'],
])('%s reads the .env beside it, as the server does', async (program, said) => {
  const folder = await mkdtemp(join(tmpdir(), 'kag-dotenv-'));
  const key = Buffer.alloc(32, 7).toString('base64');
  await writeFile(join(folder, '.env'), `DATABASE_URL=${db.url}\nSECRETS_KEY=${key}\n`);
  const answer = await new Promise<{ code: number; text: string }>((resolve) => {
    execFile(
      process.execPath,
      [join(BUILT, program)],
      { cwd: folder, env: bareEnvironment(), timeout: HANG_LIMIT_MS },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, text: stdout + stderr }),
    );
  });
  expect(answer).toEqual({ code: 0, text: expect.stringContaining(said) });
  // No database of its own was made there.
  expect(await readdir(folder)).toEqual(['.env']);
  await rm(folder, { recursive: true });
});
