import pg from 'pg';
import type { BenchDatabase } from '../servers/database.js';

export interface VectorIndex {
  name: string;
  project: string;
  dim: number;
  /** Null: of vectors of any model. */
  model: string | null;
}

/** Makes an approximate index of a project's chunks as the product does: on the project's partition. */
export async function makeVectorIndex(
  database: BenchDatabase,
  { name, project, dim, model }: VectorIndex,
): Promise<void> {
  const [row] = await database.query<{ partition: string }>(
    'SELECT tableoid::regclass::text AS partition FROM rag_chunks WHERE project_id = $1 LIMIT 1',
    [project],
  );
  if (!row) throw new Error('the project has no chunks');
  const ofModel = model === null ? '' : `AND embedding_model = ${pg.escapeLiteral(model)}`;
  await database.query(
    `CREATE INDEX ${name} ON ${row.partition} USING hnsw ((embedding::halfvec(${dim})) halfvec_cosine_ops)
     WHERE project_id = ${pg.escapeLiteral(project)} ${ofModel} AND deleted_at IS NULL`,
  );
}
