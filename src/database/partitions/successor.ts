import type { QueryRunner } from 'typeorm';
import { attachmentsOf } from './attachments.js';

/** Names that the successor's own things have until the table is gone whose names they take over. */
const AHEAD = 'next_';
/** Names of vector indexes of single projects. They are not copied: each is built again on its project's partition. */
const OF_ONE_PROJECT = 'hx\\_%';

interface Named {
  name: string;
  definition: string;
}

/** A foreign key's name is its table's own; an index has one for all tables. */
type Key = Named & { indexed: boolean };

/**
 * A table that is made beside another one, with its columns, checks, keys and indexes, and that takes its place with
 * all that hangs on it.
 */
export class Successor {
  readonly name: string;
  private readonly mirror: string;

  constructor(
    private readonly runner: QueryRunner,
    readonly table: string,
  ) {
    this.name = `${AHEAD}${table}`;
    this.mirror = `${AHEAD}${table}_mirror`;
  }

  async exists(): Promise<boolean> {
    const [row] = await this.ask<{ there: boolean }>(`SELECT to_regclass($1) IS NOT NULL AS there`, [this.name]);
    return row?.there ?? false;
  }

  /**
   * Makes the table, empty.
   * @param partitions how many parts by a hash of the project; null: one table
   */
  async make(partitions: number | null): Promise<void> {
    const by = partitions === null ? '' : 'PARTITION BY HASH (project_id)';
    await this.ask(
      `CREATE TABLE ${this.name} (LIKE ${this.table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE) ${by}`,
    );
    for (let part = 0; part < (partitions ?? 0); part++)
      await this.ask(
        `CREATE TABLE ${this.table}_p${String(part).padStart(2, '0')} PARTITION OF ${this.name}
         FOR VALUES WITH (MODULUS ${partitions}, REMAINDER ${part})`,
      );
    for (const { name, definition, indexed } of await this.keys())
      await this.ask(`ALTER TABLE ${this.name} ADD CONSTRAINT ${indexed ? AHEAD : ''}${name} ${definition}`);
    for (const { name, definition } of await this.indexes()) {
      const rest = definition.replace(
        /^CREATE (UNIQUE )?INDEX \S+ ON (?:ONLY )?\S+ /,
        `CREATE $1INDEX ${AHEAD}${name} ON ${this.name} `,
      );
      await this.ask(rest);
    }
  }

  /** Lets every later change of the table's rows happen to the successor's, in the same transaction. */
  async followChanges(): Promise<void> {
    const [row] = await this.ask<{ schema: string }>(`SELECT quote_ident(current_schema()) AS schema`);
    const [columns, key] = [await this.columns(), (await this.primaryKey()).map(({ name }) => name)];
    const each = (of: (column: string) => string, list = columns) => list.map(of).join(', ');
    // By the rights of the tables' owner: the role that the server works by has none on a table that is being made.
    await this.ask(`
      CREATE FUNCTION ${this.mirror}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
      SET search_path = ${row?.schema ?? 'public'}, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          DELETE FROM ${this.name} WHERE (${each(String, key)}) = (${each((column) => `OLD.${column}`, key)});
        ELSE
          INSERT INTO ${this.name} (${each(String)}) VALUES (${each((column) => `NEW.${column}`)})
          ON CONFLICT (${each(String, key)}) DO UPDATE SET ${each((column) => `${column} = excluded.${column}`)};
        END IF;
        RETURN NULL;
      END $$`);
    await this.ask(
      `CREATE TRIGGER ${this.mirror} AFTER INSERT OR UPDATE OR DELETE ON ${this.table}
       FOR EACH ROW EXECUTE FUNCTION ${this.mirror}()`,
    );
  }

  /** Copies all rows in one statement. */
  async copyAll(): Promise<void> {
    const columns = (await this.columns()).join(', ');
    await this.ask(`INSERT INTO ${this.name} (${columns}) SELECT ${columns} FROM ${this.table}`);
  }

  /**
   * Copies the next rows in the order of the primary key, in the transaction that is open. Those that are there already
   * are passed over: a change has brought them.
   * @param after the primary key of the last row that was copied; null: there was none yet
   * @returns the primary key to go on after; null: there were no more rows
   */
  async copySome(after: readonly string[] | null, limit: number): Promise<string[] | null> {
    const [columns, primary] = [(await this.columns()).join(', '), await this.primaryKey()];
    const key = primary.map(({ name }) => name).join(', ');
    const numbered = (of: (at: number) => string) => primary.map((_, at) => of(at)).join(', ');
    const beyond = after === null ? '' : `WHERE (${key}) > (${numbered((at) => `$${at + 1}`)})`;
    // The lock keeps a row from being deleted before its copy is committed: the deletion would miss the copy.
    const rows = await this.ask<{ key: string[] }>(
      `SELECT ARRAY[${primary.map(({ name }) => `${name}::text`).join(', ')}] AS key
       FROM ${this.table} ${beyond} ORDER BY ${key} LIMIT ${limit} FOR KEY SHARE`,
      [...(after ?? [])],
    );
    await this.ask(
      `INSERT INTO ${this.name} (${columns})
       SELECT ${columns} FROM ${this.table}
       WHERE (${key}) IN (SELECT * FROM unnest(${numbered((at) => `$${at + 1}::${primary[at]?.type}[]`)}))
       ON CONFLICT DO NOTHING`,
      primary.map((_, at) => rows.map((row) => row.key[at])),
    );
    return rows.at(-1)?.key ?? null;
  }

  /** Reads how values are spread, over all partitions too, so that the first statements are planned by that. */
  async analyze(): Promise<void> {
    await this.ask(`ANALYZE ${this.name}`);
  }

  /** Keeps everybody from the table until the open transaction ends. */
  async lock(): Promise<void> {
    await this.ask(`LOCK TABLE ${this.table} IN ACCESS EXCLUSIVE MODE`);
  }

  /**
   * Takes the table's place and name, in the transaction that is open: with its rights and policies, its triggers, the
   * views that read it and the keys that refer to it. The table is gone then.
   */
  async takePlace(): Promise<void> {
    const [keys, indexes] = [await this.keys(), await this.indexes()];
    const attachments = await attachmentsOf(this.runner, this.table, this.mirror);
    for (const statement of attachments.detach) await this.ask(statement);
    await this.ask(`DROP TABLE ${this.table}`);
    await this.ask(`DROP FUNCTION IF EXISTS ${this.mirror}()`);
    await this.ask(`ALTER TABLE ${this.name} RENAME TO ${this.table}`);
    for (const { name } of keys.filter(({ indexed }) => indexed))
      await this.ask(`ALTER TABLE ${this.table} RENAME CONSTRAINT ${AHEAD}${name} TO ${name}`);
    for (const { name } of indexes) await this.ask(`ALTER INDEX ${AHEAD}${name} RENAME TO ${name}`);
    for (const statement of attachments.attach) await this.ask(statement);
  }

  private async columns(): Promise<string[]> {
    const rows = await this.ask<Pick<Named, 'name'>>(
      `SELECT quote_ident(attname) AS name FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
      [this.table],
    );
    return rows.map(({ name }) => name);
  }

  private primaryKey(): Promise<{ name: string; type: string }[]> {
    return this.ask(
      `SELECT quote_ident(a.attname) AS name, format_type(a.atttypid, NULL) AS type FROM pg_index i
       CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, n)
       JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
       WHERE i.indrelid = $1::regclass AND i.indisprimary ORDER BY k.n`,
      [this.table],
    );
  }

  /** Primary, unique and foreign keys; checks come with the columns. */
  private keys(): Promise<Key[]> {
    return this.ask<Key>(
      `SELECT conname AS name, pg_get_constraintdef(oid) AS definition, contype <> 'f' AS indexed FROM pg_constraint
       WHERE conrelid = $1::regclass AND contype IN ('p', 'u', 'f') ORDER BY contype DESC, conname`,
      [this.table],
    );
  }

  private indexes(): Promise<Named[]> {
    return this.ask<Named>(
      `SELECT c.relname AS name, pg_get_indexdef(c.oid) AS definition FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
       WHERE i.indrelid = $1::regclass AND c.relname NOT LIKE '${OF_ONE_PROJECT}'
         AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = i.indrelid AND k.conindid = c.oid) ORDER BY 1`,
      [this.table],
    );
  }

  private ask<Row>(text: string, parameters?: unknown[]): Promise<Row[]> {
    return this.runner.query(text, parameters) as Promise<Row[]>;
  }
}
