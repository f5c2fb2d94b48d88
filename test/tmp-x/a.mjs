import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';
const db = await PGlite.create('memory://');
const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 100 });
await server.start();
const pool = new pg.Pool({ connectionString: `postgres://postgres:postgres@${server.getServerConn()}/postgres?sslmode=disable`, max: 10 });
const ask = async (on, i) => (await on.query(i % 2 ? 'SELECT $1::int AS n' : 'SELECT $1::int AS n, $2::text AS other', i % 2 ? [i] : [i, 'x'])).rows[0]?.n;
const r = await Promise.allSettled(Array.from({length:300}, async (_, i)=>{
  if (i % 5) return ask(pool, i);
  const client = await pool.connect();
  try { await client.query('BEGIN'); const n = await ask(client, i); await client.query('COMMIT'); return n; } finally { client.release(); }
}));
console.log('failed', r.filter(x=>x.status==='rejected').length, 'wrong', r.filter((x,i)=>x.status==='fulfilled' && x.value !== i).length);
process.exit(0);
