import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded, type EmbeddedDatabase } from './embedded.js';

let embedded: EmbeddedDatabase;

beforeAll(async () => {
  embedded = await startEmbedded('memory://');
});
afterAll(() => embedded.stop());

describe('the embedded database', () => {
  // Without whole queries this fails: those that wait for a transaction's end all go on at once, message by message.
  it('gives every connection its own answers, however many ask at once', async () => {
    const pool = new pg.Pool({ connectionString: embedded.url, max: 10 });
    const ask = async (on: Pick<pg.Client, 'query'>, i: number) => {
      const text = i % 2 ? 'SELECT $1::int AS n' : 'SELECT $1::int AS n, $2::text AS other';
      return (await on.query<{ n: number }>(text, i % 2 ? [i] : [i, 'x'])).rows[0]?.n;
    };
    const inTransaction = async (i: number) => {
      const client = await pool.connect();
      await client.query('BEGIN');
      const answer = await ask(client, i);
      await client.query('COMMIT');
      client.release();
      return answer;
    };
    const asked = Array.from({ length: 300 }, (_, i) => i);
    expect(await Promise.all(asked.map((i) => (i % 5 ? ask(pool, i) : inTransaction(i))))).toEqual(asked);
    await pool.end();
  });

  it('goes on when a connection goes away in the middle of a query', async () => {
    const [gone, other] = [new pg.Client(embedded.url), new pg.Client(embedded.url)];
    await Promise.all([gone.connect(), other.connect()]);
    gone.on('error', () => {});
    const { stream } = (
      gone as unknown as { connection: { stream: { write(bytes: Buffer, sent: () => void): void; destroy(): void } } }
    ).connection;
    // A parse without its sync.
    const text = Buffer.from('\0SELECT 1\0\0\0');
    const parse = Buffer.concat([Buffer.from('P'), Buffer.from([0, 0, 0, text.length + 4]), text]);
    await new Promise<void>((sent) => void stream.write(parse, () => sent()));
    // What is sent arrives before the connection's end, so this one is asked, and waits, in the middle of it.
    const asked = other.query('SELECT $1::int AS n', [1]);
    stream.destroy();
    expect((await asked).rows).toEqual([{ n: 1 }]);
    await other.end();
  });
});

describe('the embedded database in a folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kag-embedded-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const startTelling = async () => {
    const steps: string[] = [];
    const started = await startEmbedded(folder, { onProgress: (doing) => steps.push(doing) });
    await started.stop();
    return [...new Set(steps)];
  };

  it('says what it does while it is waited for, and what it does the second time', async () => {
    expect(await startTelling()).toEqual(['loading PostgreSQL', `making a database in ${folder}`]);
    expect(await startTelling()).toEqual(['loading PostgreSQL', `opening the database in ${folder}`]);
    expect(await readdir(folder)).toEqual(['pg']);
  });

  it('begins again where its making was cut short', async () => {
    await writeFile(join(folder, 'unfinished'), '');
    await rm(join(folder, 'pg/global'), { recursive: true });
    expect(await startTelling()).toContain(`making a database in ${folder}`);
  });

  it.each([
    ['another version of PostgreSQL', 'PG_VERSION', '15\n', /another version of PostgreSQL made it.*version 15/],
    ['damaged files', 'global/pg_control', '', /could not read file "global\/pg_control".*damaged/],
  ])('tells of %s in PostgreSQL’s own words, and frees the folder', async (_what, file, content, told) => {
    const path = join(folder, 'pg', file);
    await mkdir(join(folder, 'kept'), { recursive: true });
    await copyFile(path, join(folder, 'kept/file'));
    await writeFile(path, content);
    await expect(startEmbedded(folder)).rejects.toThrow(told);
    expect(await readdir(folder)).not.toContain('owner.pid');
    await copyFile(join(folder, 'kept/file'), path);
    await (await startEmbedded(folder)).stop();
  });
});
