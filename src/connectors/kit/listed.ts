import type { StreamSpec, SyncContext } from '../core/contract.js';
import type { SyncError } from '../core/sync-error.js';
import type { BatchBuilder } from './batch-builder.js';
import type { OwnFailures } from './own-failures.js';
import type { SourceTable } from './source-table.js';

/** A row's columns but for its hash. */
export type Columns = Record<string, unknown>;

/** Where a walk through a list goes on; plain JSON. */
export type WalkPlace = Readonly<Record<string, unknown>>;

/** Rows that a walk has not shown before. */
export interface WalkedPage {
  readonly rows: readonly unknown[];
  /** Names the page for a record on it without a readable id. */
  readonly at: string;
  /** Where the walk would go on behind it. */
  readonly next: WalkPlace;
  /** When the page was asked for, epoch ms: a shared answer may be older than what has been read since. */
  readonly sentAt: number;
  /** Why a row at this place can't be shown. */
  readonly broken?: SyncError;
}

/** Shows the pages of a list; its result says whether every row was shown that was there all the time. */
export type ListWalk = AsyncGenerator<WalkedPage, boolean>;

/** What every part of one sync shares. */
export interface ListRun {
  readonly context: SyncContext;
  readonly builder: BatchBuilder;
  /** When this run began, epoch ms of this process: answers from before are other runs' that it shares. */
  readonly began: number;
  /** When the oldest answer was asked for that this run took in, epoch ms. */
  oldestAnswer: number;
  /** Which failures of single records are their own; records are named by their refs. */
  readonly failures: OwnFailures;
}

/** How a list is read that was read as a whole once, and that the vendor shows in the order of changes. */
export interface Following<R extends ListRun> {
  /** The column of a row's time of change: texts that compare as times. */
  readonly column: string;
  /** Names what of the account is read: what is new in it has to be read as a whole first. */
  scopeOf(run: R): string;
  /** What changed at a time or later. */
  since(run: R, time: string): ListWalk;
  /** Whether a walk from one place to another has to show a row of ours; null is the list's beginning, and its end. */
  isBetween(run: R, id: string, changed: string, from: WalkPlace | null, to: WalkPlace | null): boolean;
}

/** A vendor's list: how it is walked, read and mapped, and which of its rows are the project's. */
export interface VendorList<R extends ListRun> {
  /** Its stream. */
  readonly name: string;
  /** What its refs begin with: `deals:ID`, `note:ID`. */
  readonly refName: string;
  readonly table: SourceTable;
  /** Of a table that several lists share, the rows that are its own. */
  readonly rows?: Readonly<Record<string, string>>;
  readonly main?: true;
  /** Whether an account may lack it: not switched on, or not in its plan. */
  readonly optional?: boolean;
  /** Whether the daily comparison looks at it. */
  readonly compared: boolean;
  /** The key of an object as it came; null where none can be read. */
  idOf(run: R, raw: unknown): string | null;
  /** @param start where to go on; null for the beginning */
  list(run: R, start: WalkPlace | null): ListWalk;
  /**
   * The rows of one page, for a failure that has only its place.
   * @throws SyncError `bad_payload` for a place that does not exist
   */
  page(run: R, at: string): Promise<readonly unknown[]>;
  get(run: R, id: string): Promise<unknown>;
  /** The row's columns but for the hash; null for what is not our record; or in words why the object can't be read. */
  map(run: R, raw: unknown): Columns | string | null;
  /** Unset: the vendor can't be asked for what changed, and every sync reads the whole list. */
  readonly following?: Following<R>;
  /** Unset: every record is the project's. */
  inScope?(run: R, row: Columns): boolean;
  /** Hears of each record that is taken, and of each that is not or no longer. */
  keep?(run: R, row: Columns): void;
  drop?(run: R, id: string): void;
}

/** Each list by itself, as the engine remembers it. */
export const streamsOf = <R extends ListRun>(lists: readonly VendorList<R>[]): readonly StreamSpec[] =>
  lists.map(({ name, table, rows = {}, main }) => ({ name, tables: [table], rows, ...(main ? { main } : {}) }));

export const refOf = <R extends ListRun>({ refName }: VendorList<R>, id: string): string => `${refName}:${id}`;
