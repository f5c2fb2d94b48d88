import { openTestDatabase } from '../../test/support/test-database.js';
import { newProject, searchParts } from '../../test/support/search-parts.js';
it('bench', async () => {
  const test = await openTestDatabase(); const parts = searchParts(test, {});
  const db = test.database; const ids = [await newProject(test), await newProject(test), await newProject(test)];
  await db.query(`CREATE TABLE words AS SELECT i, 'w' || substr(md5(i::text), 1, 5) AS w FROM generate_series(0, 19999) i`);
  for (const [k, n] of [50000, 5000, 50000].entries()) {
    const t = Date.now();
    for (let from = 0; from < n; from += 5000)
    await db.query(`INSERT INTO rag_chunks (project_id, source_kind, source_id, chunk_index, text, text_hash, tsv, occurred_at, embedding, embedding_model, embedding_status)
      SELECT $1, 'message', n::text, 0, t, md5(t), rag_tsv(t), now() - make_interval(mins => n), (SELECT array_agg(sin(n * i))::real[]::vector::halfvec FROM generate_series(1, 16) i), 'm@16', 'ready'
      FROM generate_series($2::int, $3::int) n, (SELECT array_agg(w ORDER BY i) a FROM words) ws, LATERAL (SELECT string_agg(ws.a[1 + floor(20000 * power(random(), 3) + 0*n*j)::int], ' ') || ' please' AS t FROM generate_series(1, 60) j) y`, [ids[k], from + 1, from + 5000]);
    console.log('filled', n, Date.now() - t);
  }
  await db.query('VACUUM ANALYZE rag_chunks');
  console.log(await db.query(`SELECT pg_size_pretty(pg_relation_size('rag_chunks')) h, pg_size_pretty(pg_relation_size('ix_rag_chunks_tsv')) g`));
  const w = (await db.query<{ w: string }>(`SELECT w FROM words ORDER BY i LIMIT 3000`)).map((r) => r.w);
  const queries: Record<string, string> = { rare: `${w[2000]} ${w[2500]}`, mixed: `${w[5]} ${w[900]} ${w[2900]}`, common: 'please', commons: `please ${w[0]} ${w[1]} ${w[2]} ${w[3]}`, long: w.slice(0, 60).join(' '), ru: 'счёт оплачен вовремя' };
  for (const pid of ids.slice(0, 2)) for (const [name, text] of Object.entries(queries)) {
    const { LexicalSearchRepository } = await import('./lexical-search.repository.js'); const lex = new LexicalSearchRepository(db);
    const ts: number[] = []; let n = 0;
    for (let i = 0; i < 6; i++) { const s = performance.now(); n = (await lex.find({ projectId: pid, filter: {}, text, exact: [], wanted: 40 })).length; ts.push(performance.now() - s); }
    console.log(name, n, ts.map((t) => t.toFixed(0)).join(' '));
  }
  const plan = await db.query(`EXPLAIN (ANALYZE, BUFFERS) SELECT c.id FROM rag_chunks c WHERE project_id = $1 AND deleted_at IS NULL AND tsv @@ $2::tsquery LIMIT 2000`, [ids[1], `'${w[900]}'`]);
  console.log(plan.map((r) => Object.values(r)[0]).join('\n'));
  await db.query(`CREATE INDEX only_tsv ON rag_chunks USING gin (tsv) WHERE deleted_at IS NULL`); await db.query('DROP INDEX ix_rag_chunks_tsv');
  const plan2 = await db.query(`EXPLAIN (ANALYZE, BUFFERS) SELECT c.id FROM rag_chunks c WHERE project_id = $1 AND deleted_at IS NULL AND tsv @@ $2::tsquery LIMIT 2000`, [ids[1], `'${w[900]}'`]);
  console.log(plan2.map((r) => Object.values(r)[0]).join('\n'));
  void parts; await test.close();
}, 600000);
