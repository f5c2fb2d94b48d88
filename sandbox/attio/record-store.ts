import { isDeepStrictEqual } from 'node:util';
import type { Core } from './core.js';
import { mergedEvent, rowEvent } from './events.js';
import type { Link, ObjectSlug, RecordRow, StoredValue, ValueRow } from './records.js';
import { bodyOf } from './value-input.js';

export const isActive = (value: StoredValue): boolean => value.active_until === null;

/** Records and entries: their values and what these were before, deletions, merges. */
export class RecordStore {
  constructor(private readonly core: Core) {}

  insert(object: ObjectSlug, inputs: Record<string, readonly unknown[]>, createdAt?: string): RecordRow {
    const created_at = createdAt ?? this.core.clock.stamp();
    const id = this.core.nextId('record');
    const row: RecordRow = { id, owner: object, created_at, created_by: this.core.actor(), values: {} };
    this.fill(row, inputs);
    this.core.tables.records.set(id, row);
    this.core.changed(rowEvent(this.core.schema, 'created', row, row.created_by));
    return row;
  }

  insertEntry(list: string, parent: Link, inputs: Record<string, readonly unknown[]>): ValueRow {
    const created_at = this.core.clock.stamp();
    const id = this.core.nextId('entry');
    const row: ValueRow = { id, owner: list, parent, created_at, created_by: this.core.actor(), values: {} };
    this.fill(row, inputs);
    this.core.tables.entries.set(id, row);
    this.core.changed(rowEvent(this.core.schema, 'created', row, row.created_by));
    return row;
  }

  /**
   * Gives an attribute these values and no others; what was there becomes history. Nothing happens when nothing
   * differs.
   */
  set(row: ValueRow, slug: string, inputs: readonly unknown[]): void {
    const def = this.core.schema.column(row.owner, slug);
    if (def.inverse) throw new Error(`${slug} is the other side of ${def.inverse.object}.${def.inverse.attribute}`);
    const wanted = inputs.map((input) => bodyOf(def, input));
    const stored = row.values[slug] ?? [];
    const active = stored.filter(isActive);
    const gone = active.filter((value) => !wanted.some((body) => isDeepStrictEqual(body, value.body)));
    const added = wanted.filter((body) => !active.some((value) => isDeepStrictEqual(body, value.body)));
    if (gone.length === 0 && added.length === 0) return;
    const at = this.core.clock.stamp();
    const actor = this.core.actor();
    for (const value of gone) value.active_until = at;
    const fresh = added.map((body) => ({ active_from: at, active_until: null, actor, body }));
    row.values[slug] = [...(def.intelligence ? stored.filter(isActive) : stored), ...fresh];
    this.core.changed(rowEvent(this.core.schema, 'updated', row, actor, def.id));
  }

  /**
   * Gone without a tombstone: references to it end, its notes and entries go with it, tasks and meetings lose the link.
   */
  delete(id: string): void {
    const { tables, schema } = this.core;
    const row = tables.record(id);
    tables.records.delete(id);
    this.repoint(id, null);
    this.core.changed(rowEvent(schema, 'deleted', row, this.core.actor()));
  }

  /** A new record with both ones' values, the first one's where only one can be; the two are gone afterwards. */
  merge(firstId: string, secondId: string): RecordRow {
    const { tables, schema } = this.core;
    const [first, second] = [tables.record(firstId), tables.record(secondId)];
    if (first === second) throw new Error('a record can not be merged with itself');
    if (first.owner !== second.owner) throw new Error(`${first.owner} and ${second.owner} can not be merged`);
    const id = this.core.nextId('record');
    const actor = this.core.actor();
    const row: RecordRow = { ...structuredClone(first), id, created_at: this.core.clock.stamp(), created_by: actor };
    for (const [slug, values] of Object.entries(second.values)) {
      const own = row.values[slug] ?? [];
      const active = own.filter(isActive);
      const multi = schema.column(row.owner, slug).multi;
      const added = values.filter(
        (value) =>
          isActive(value) &&
          (multi ? !active.some((each) => isDeepStrictEqual(each.body, value.body)) : active.length === 0),
      );
      row.values[slug] = [...own, ...structuredClone(added)];
    }
    tables.records.set(id, row);
    for (const old of [firstId, secondId]) {
      tables.records.delete(old);
      this.repoint(old, id);
    }
    this.core.changed(mergedEvent(schema, row, firstId, actor), mergedEvent(schema, row, secondId, actor));
    return row;
  }

  private fill(row: ValueRow, inputs: Record<string, readonly unknown[]>): void {
    for (const [slug, given] of Object.entries(inputs)) {
      const def = this.core.schema.column(row.owner, slug);
      row.values[slug] = given.map((input) => ({
        active_from: row.created_at,
        active_until: null,
        actor: row.created_by,
        body: bodyOf(def, input),
      }));
    }
  }

  private repoint(from: string, to: string | null): void {
    const { tables } = this.core;
    for (const row of tables.records.values()) {
      for (const [slug, values] of Object.entries(row.values)) {
        // Nearly none does: the rest is not looked at more closely, or a thousand deletions take their time.
        if (!values.some((value) => value.body['target_record_id'] === from)) continue;
        const targets = values.filter(isActive).map((value) => value.body['target_record_id']);
        if (!targets.includes(from)) continue;
        const kept = targets.map((id) => (id === from ? to : id)).filter((id) => id !== null);
        this.set(row, slug, [...new Set(kept)]);
      }
    }
    for (const entry of tables.entries.values()) {
      if (entry.parent?.record_id !== from) continue;
      if (to === null) tables.entries.delete(entry.id);
      else entry.parent.record_id = to;
    }
    for (const note of tables.notes.values()) {
      if (note.parent_record_id !== from) continue;
      if (to === null) tables.notes.delete(note.id);
      else note.parent_record_id = to;
    }
    for (const row of [...tables.tasks.values(), ...tables.meetings.values()]) {
      if (!row.links.some((link) => link.record_id === from)) continue;
      const kept = row.links.flatMap((link) =>
        link.record_id !== from ? [link] : to ? [{ ...link, record_id: to }] : [],
      );
      row.links = kept.filter((link, i) => kept.findIndex((other) => other.record_id === link.record_id) === i);
    }
  }
}
