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
