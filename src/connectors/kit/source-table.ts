import { Column, type ColumnOptions, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ColumnType, TableSpec } from '../core/contract.js';

/** A column's type; with a question mark it may be null. */
export type Declared = ColumnType | `${ColumnType}?`;

type EntityClass = new () => object;

/** A table as the writer and the schema know it, declared once. */
export interface SourceTable extends TableSpec {
  readonly entity: EntityClass;
}

interface Declaration {
  /** The column that, after project_id, identifies a row. */
  readonly key: Readonly<Record<string, ColumnType>>;
  readonly columns: Readonly<Record<string, Declared>>;
  /** Names of indexes that a migration makes. */
  readonly indexes?: readonly string[];
  /** The table whose row a row goes with, and what the migration calls that key. */
  readonly partOf?: { readonly table: SourceTable; readonly name: string };
}

const isNullable = (declared: Declared): boolean => declared.endsWith('?');
const typeOf = (declared: Declared): ColumnType => declared.replace(/\?$/, '') as ColumnType;

/**
 * A table of records that a connector fills: the project's own rows, with the writer's columns beside the given ones.
 */
export function sourceTable(name: string, declaration: Declaration): SourceTable {
  const { key, columns } = declaration;
  const types = Object.entries(columns).map(([column, declared]) => [column, typeOf(declared)] as const);
  return {
    table: name,
    key: Object.keys(key),
    columns: { ...key, ...Object.fromEntries(types) },
    entity: entityOf(name, declaration),
  };
}

/** What decorators would say of a class that is written out. */
function entityOf(name: string, { key, columns, indexes = [], partOf }: Declaration): EntityClass {
  // By the name of its property, so that no two tables share one.
  const { [name]: entity = Object } = { [name]: class {} };
  const prototype = entity.prototype as object;
  const primary = (column: string, type: ColumnType | 'uuid') =>
    PrimaryColumn(type, { primaryKeyConstraintName: `pk_${name}` })(prototype, column);
  const column = (named: string, options: ColumnOptions) => Column(options)(prototype, named);
  primary('project_id', 'uuid');
  for (const [named, type] of Object.entries(key)) primary(named, type);
  for (const [named, declared] of Object.entries(columns))
    column(named, { type: typeOf(declared), nullable: isNullable(declared) });
  column('deleted_at', { type: 'timestamptz', nullable: true });
  for (const named of ['created_at', 'updated_at']) column(named, { type: 'timestamptz', default: () => 'now()' });
  Entity(name)(entity);
  ForeignKey('Project', ['project_id'], ['id'], { name: `fk_${name}_project`, onDelete: 'CASCADE' })(entity);
  if (partOf) {
    const tied = ['project_id', partOf.table.key[0] ?? ''] as const;
    ForeignKey(partOf.table.table, tied, tied, { name: partOf.name, onDelete: 'CASCADE' })(entity);
  }
  for (const index of indexes) Index(index, { synchronize: false })(entity);
  return entity;
}
