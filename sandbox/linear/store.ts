import { createHash } from 'node:crypto';
import type { ChangeListener, LinearChange } from './changes.js';
import type { Kind, NodeRow, Rows } from './records.js';
import { LinearTables } from './tables.js';
import { WorldClock } from './world-clock.js';

type Fresh<K extends Kind> = Omit<Rows[K], keyof NodeRow> & Partial<NodeRow>;

/** Writes rows: ids, times and the news of every change, whatever the row means. */
export class LinearStore {
  readonly tables = new LinearTables();
  readonly clock: WorldClock;
  private readonly counters = new Map<string, number>();
  private readonly listeners = new Set<ChangeListener>();

  constructor(now: () => number) {
    this.clock = new WorldClock(now);
  }

  /** @returns a function that ends the watching */
  watch(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  insert<K extends Kind>(kind: K, fields: Fresh<K>): Rows[K] {
    const at = this.clock.tick();
    const node = { id: this.freshId(kind), createdAt: at, updatedAt: at, archivedAt: null };
    const row = { ...node, ...fields } as unknown as Rows[K];
    this.tables.of(kind).set(row.id, row);
    this.announce({ action: 'create', kind, row, at });
    return row;
  }

  /** An update that changes nothing leaves `updatedAt` alone, as Linear does. */
  patch<K extends Kind>(kind: K, row: Rows[K], changes: Partial<Rows[K]>, touch = true): Rows[K] {
    const updatedFrom: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(changes)) {
      const before = row[key as keyof Rows[K]];
      if (value !== undefined && JSON.stringify(before) !== JSON.stringify(value)) updatedFrom[key] = before;
    }
    if (Object.keys(updatedFrom).length === 0) return row;
    for (const key of Object.keys(updatedFrom)) Object.assign(row, { [key]: changes[key as keyof Rows[K]] });
    if (touch) {
      updatedFrom['updatedAt'] = row.updatedAt;
      row.updatedAt = this.clock.tick();
    }
    this.announce({ action: 'update', kind, row, updatedFrom, at: row.updatedAt });
    return row;
  }

  touch<K extends Kind>(kind: K, row: Rows[K]): void {
    const updatedFrom = { updatedAt: row.updatedAt };
    row.updatedAt = this.clock.tick();
    this.announce({ action: 'update', kind, row, updatedFrom, at: row.updatedAt });
  }

  remove<K extends Kind>(kind: K, row: Rows[K]): void {
    this.tables.of(kind).delete(row.id);
    this.announce({ action: 'remove', kind, row, at: this.clock.tick() });
  }

  /** The next number of a series: issues of a team, cycles of a team. */
  count(series: string): number {
    const next = (this.counters.get(series) ?? 0) + 1;
    this.counters.set(series, next);
    return next;
  }

  /** Version-4 uuids that depend on nothing but how many rows were made before. */
  freshId(kind: string): string {
    const hex = createHash('sha256')
      .update(`linear ${kind} ${this.count(`id ${kind}`)}`)
      .digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  private announce(change: LinearChange): void {
    this.tables.changed(change.kind);
    for (const listener of this.listeners) listener({ ...change, row: structuredClone(change.row) });
  }
}
