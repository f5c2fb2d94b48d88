import type { EventEmitter } from 'node:events';
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

describe('a query that comes again', () => {
  let client: pg.Client;
  beforeAll(async () => {
    client = new pg.Client(embedded.url);
    await client.connect();
    await client.query('CREATE TABLE kept (id integer PRIMARY KEY, word text)');
  });
  afterAll(() => client.end());

  const all = async () => (await client.query('SELECT * FROM kept WHERE id > $1 ORDER BY id', [0])).rows;
  const add = (id: number) => client.query('INSERT INTO kept (id, word) VALUES ($1, $2)', [id, `word ${id}`]);

  it('is answered by its own values each time', async () => {
    const asked = Array.from({ length: 250 }, (_, i) => i + 1);
    for (const id of asked) await add(id);
    for (const id of asked) {
      const { rows, fields } = await client.query('SELECT word AS shown FROM kept WHERE id = $1', [id]);
      expect([rows, fields.map((field) => field.name)]).toEqual([[{ shown: `word ${id}` }], ['shown']]);
    }
    expect(await all()).toHaveLength(250);
  });

  it('fails each time with its own reason, and then works', async () => {
    for (let i = 0; i < 4; i++) await expect(add(1)).rejects.toThrow('duplicate key');
    for (let i = 0; i < 4; i++) await expect(client.query('SELECT $1::int / 0', [1])).rejects.toThrow('by zero');
    for (let i = 0; i < 4; i++)
      await expect(client.query('SELECT wrod FROM kept WHERE id = $1', [i])).rejects.toThrow('wrod');
    for (let id = 1001; id < 1005; id++) expect((await add(id)).rowCount).toBe(1);
  });

  it('is refused in a transaction that has failed, and answered after it', async () => {
    const before = await all();
    await client.query('BEGIN');
    await add(2001);
    await expect(add(2001)).rejects.toThrow('duplicate key');
    for (let i = 0; i < 3; i++) await expect(all()).rejects.toThrow('current transaction is aborted');
    await client.query('ROLLBACK');
    expect(await all()).toEqual(before);
  });

  it('shows columns that have come and gone', async () => {
    for (let i = 0; i < 3; i++) expect(Object.keys((await all())[0])).toEqual(['id', 'word']);
    await client.query('ALTER TABLE kept ADD COLUMN more text');
    for (let i = 0; i < 3; i++) expect(Object.keys((await all())[0])).toEqual(['id', 'word', 'more']);
    await client.query({ text: 'ALTER TABLE kept DROP COLUMN word, DROP COLUMN more', values: [] });
    for (let i = 0; i < 3; i++) expect(Object.keys((await all())[0])).toEqual(['id']);
  });

  it('is answered among more others than are kept', async () => {
    for (let i = 0; i < 700; i++) {
      const n = i >> 1;
      expect((await client.query(`SELECT $1::int + ${n} AS n`, [i])).rows).toEqual([{ n: i + n }]);
    }
    const { rows } = await client.query<{ kept: number }>('SELECT count(*)::int AS kept FROM pg_prepared_statements');
    expect(rows[0]?.kept).toBeLessThanOrEqual(300);
  });

  it('is answered in the same messages each time', async () => {
    const { connection } = client as unknown as { connection: EventEmitter };
    const received: string[] = [];
    const messages = ['parseComplete', 'bindComplete', 'closeComplete', 'rowDescription', 'commandComplete'];
    for (const name of messages) connection.on(name, () => received.push(name));
    for (let i = 0; i < 3; i++) await client.query('SELECT $1::int AS once_more', [i]);
    // One that has failed is closed with the next.
    for (let i = 0; i < 3; i++) await client.query('SELECT 1 / $1::int AS n', [0]).catch(() => {});
    received.length = 0;
    for (let i = 0; i < 3; i++) await client.query('SELECT $1::int AS once_more', [i]);
    const each = ['parseComplete', 'bindComplete', 'rowDescription', 'commandComplete'];
    expect(received).toEqual([...each, ...each, ...each]);
  });

  it('may have a name of its client’s', async () => {
    for (let i = 0; i < 3; i++)
      expect((await client.query({ name: 'mine', text: 'SELECT $1::int AS n', values: [i] })).rows).toEqual([{ n: i }]);
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
    expect(await readdir(folder)).toEqual(['owner.lock', 'pg']);
  });

  it('begins again where its making was cut short', async () => {
    await writeFile(join(folder, 'unfinished'), '');
    await rm(join(folder, 'pg/global'), { recursive: true });
    expect(await startTelling()).toContain(`making a database in ${folder}`);
  });

  it.each([
    ['another version of PostgreSQL', 'PG_VERSION', '15\n', /another version of PostgreSQL made it.*version 15/],
    ['damaged files', 'global/pg_control', '', /could not read file "global\/pg_control".*damaged/],
  ])('tells of %s in PostgreSQL’s own words, and frees the folder', async (_what, file, content, reason) => {
    const path = join(folder, 'pg', file);
    await mkdir(join(folder, 'kept'), { recursive: true });
    await copyFile(path, join(folder, 'kept/file'));
    await writeFile(path, content);
    await expect(startEmbedded(folder)).rejects.toThrow(reason);
    expect(await readdir(folder)).not.toContain('owner.pid');
    await copyFile(join(folder, 'kept/file'), path);
    await (await startEmbedded(folder)).stop();
  });
});
