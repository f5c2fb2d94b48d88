import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CreateSearch1763900300000 } from '../../migrations/1763900300000-create-search.js';
import { ShowChunksInReach1763903230000 } from '../../migrations/1763903230000-show-chunks-in-reach.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { RagChunk } from './chunk.entity.js';
import { EmbeddingGeneration } from './generation.entity.js';

// Stands in for the entity of another module, which foreign keys name without importing it.
@Entity('projects', { synchronize: false })
class Project {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;
}

describe('schema of search', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase({ entities: [Project, RagChunk, EmbeddingGeneration] });
  });
  afterAll(() => test.close());

  it('is what the entities say', async () => {
    const { upQueries } = await test.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('can be taken back and made again', async () => {
    const runner = test.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      const there = async () => {
        const { records } = await runner.query(`SELECT to_regclass('rag_chunks') IS NOT NULL AS there`, [], true);
        return (records as { there: boolean }[])[0]?.there;
      };
      await new ShowChunksInReach1763903230000().down(runner);
      await new CreateSearch1763900300000().down(runner);
      expect(await there()).toBe(false);
      await new CreateSearch1763900300000().up(runner);
      expect(await there()).toBe(true);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('leaves no bookkeeping of TypeORM in the database', async () => {
    expect(await test.database.query(`SELECT to_regclass('typeorm_metadata')::text AS name`)).toEqual([{ name: null }]);
  });
});
