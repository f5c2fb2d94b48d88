import type { SourceKind } from '../../search/index.js';
import type { Source, TableSpec } from './contract.js';

/** Rows of a table that a source does not take: a condition in SQL over the row `t`, with values from `$2` on. */
export interface OutsideRows {
  readonly table: TableSpec;
  readonly where: string;
  readonly values: readonly unknown[];
}

/** What of a source says which records it takes. */
export type Taken = Pick<Source, 'externalId' | 'filter'>;

/** Where a connector's records are, as their removal has to know it. */
export interface StoredRows {
  /** Its tables in an order in which their references hold. */
  readonly tables: readonly TableSpec[];
  /**
   * The rows that a source does not take, in the order in which they can go; one condition may rest on those before it.
   */
  outside(source: Taken): readonly OutsideRows[];
  /** What its texts are in search, and when one is of a record that is not stored any more: SQL over the chunk `t`. */
  readonly chunks: { readonly kind: SourceKind; readonly lost: string };
}
