import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bringToHead } from '../../../src/bring-to-head.js';
import { databaseFailure, openDatabase } from '../../../src/database/index.js';
import { OwnPostgres } from '../../../scenarios/chaos/own-postgres.js';
import { findPostgresPrograms, NoPostgres } from '../../../scenarios/chaos/postgres-programs.js';

const run = promisify(execFile);

const programs = (() => {
  try {
    return findPostgresPrograms();
  } catch (error) {
    if (error instanceof NoPostgres) return null;
    throw error;
  }
})();
/** Who is not the administrator of the machine can start programs as themselves only. */
const mayStart = programs !== null && [0, programs.uid].includes(process.getuid?.() ?? -1);
const describeWithPrograms = mayStart ? describe : describe.skip;

describeWithPrograms('a database with a certificate of its own (skipped without programs of PostgreSQL)', () => {
  let folder: string;
  let authority: string;
  let postgres: OwnPostgres;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kag-tls-'));
    authority = join(folder, 'server.crt');
    const key = join(folder, 'server.key');
    await run('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
      ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', authority],
    ]);
    postgres = await OwnPostgres.create(programs!, join(folder, 'postgres.log'));
    await postgres.secure({ cert: await readFile(authority, 'utf8'), key: await readFile(key, 'utf8') });
  });
  afterAll(async () => {
    await postgres.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const named = (parameters: string) => `${postgres.url.replace('127.0.0.1', 'localhost')}?${parameters}`;

  /** Whether the server's own connection goes by TLS; what people are told without it. */
  async function reached(url: string): Promise<boolean | string> {
    try {
      const open = await openDatabase(url, 1);
      try {
        const [row] = await open.database.query<{ ssl: boolean }>(
          'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
        );
        return row?.ssl ?? 'no row';
      } finally {
        await open.close();
      }
    } catch (error) {
      const said = databaseFailure(error, url);
      return said ? `${said.what} ${said.cure}` : String(error);
    }
  }

  it.each(['require', 'prefer', 'verify-ca', 'verify-full'])('is not trusted by sslmode=%s alone', async (mode) => {
    expect(await reached(named(`sslmode=${mode}`))).toMatch(/shows a certificate that is not trusted: .*sslrootcert=/);
  });

  it.each(['require', 'prefer', 'verify-ca', 'verify-full'])(
    'is trusted by sslmode=%s where sslrootcert names its authority, under its own name only',
    async (mode) => {
      expect(await reached(named(`sslmode=${mode}&sslrootcert=${authority}`))).toBe(true);
      const byAddress = `${postgres.url}?sslmode=${mode}&sslrootcert=${authority}`;
      expect(await reached(byAddress)).toContain('shows a certificate that is not trusted');
    },
  );

  it('is not looked at by sslmode=no-verify, and not reached without TLS', async () => {
    expect(await reached(named('sslmode=no-verify'))).toBe(true);
    expect(await reached(named('sslmode=disable'))).toMatch(/no encryption/);
  });

  it('is brought to head: by the migrations, the queue and all that opens connections of its own', async () => {
    expect(await bringToHead(named(`sslmode=verify-full&sslrootcert=${authority}`))).toContain(
      'the tables of the queue',
    );
  });

  it('is trusted by a process with NODE_EXTRA_CA_CERTS, and by none without', async () => {
    const program = `
      const { openDatabase } = await import('./src/database/open-database.js');
      const open = await openDatabase(process.env.URL_OF_TEST, 1).catch((error) => console.log(error.code));
      if (open) console.log(await open.database.query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()'));
      await open?.close();`;
    const printed = async (more: Record<string, string>) => {
      const { PATH = '' } = process.env;
      const env = { PATH, URL_OF_TEST: named('sslmode=verify-full'), ...more };
      const args = ['--import', './test/runner/typescript.js', '--input-type=module', '-e', program];
      return (await run(process.execPath, args, { env, cwd: join(import.meta.dirname, '../../..') })).stdout.trim();
    };
    expect(await printed({})).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(await printed({ NODE_EXTRA_CA_CERTS: authority })).toContain('ssl: true');
  });
});
