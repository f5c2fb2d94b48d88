import type { Kind, NodeRow, Rows } from './records.js';
import { TYPE_NAMES } from './records.js';

/** Thrown when a mutation or a request names a row that is not there. */
export class MissingEntity extends Error {
  constructor(readonly type: string) {
    super(`Entity not found: ${type}`);
  }
}

/** The order of every list; rows of the same moment stand by id. */
export function newestFirst(a: TimedRow, b: TimedRow, time: 'createdAt' | 'updatedAt'): number {
  if (a[time] !== b[time]) return a[time] > b[time] ? -1 : 1;
  return a.id === b.id ? 0 : a.id > b.id ? -1 : 1;
}

type TimedRow = Pick<NodeRow, 'id' | 'createdAt' | 'updatedAt'>;
type Index = Map<unknown, unknown[]>;

/** Maps and indexes only: who may change them, and what else changes with them, is the world's business. */
export class LinearTables {
  readonly team = new Map<string, Rows['team']>();
  readonly state = new Map<string, Rows['state']>();
  readonly user = new Map<string, Rows['user']>();
  readonly projectStatus = new Map<string, Rows['projectStatus']>();
  readonly project = new Map<string, Rows['project']>();
  readonly projectUpdate = new Map<string, Rows['projectUpdate']>();
  readonly cycle = new Map<string, Rows['cycle']>();
  readonly label = new Map<string, Rows['label']>();
  readonly issue = new Map<string, Rows['issue']>();
  readonly relation = new Map<string, Rows['relation']>();
  readonly comment = new Map<string, Rows['comment']>();
  private readonly indexes = new Map<string, Index>();

  of<K extends Kind>(kind: K): Map<string, Rows[K]> {
    return this[kind] as unknown as Map<string, Rows[K]>;
  }

  list<K extends Kind>(kind: K): Rows[K][] {
    return [...this.of(kind).values()];
  }

  find<K extends Kind>(kind: K, id: string | null): Rows[K] | null {
    return (id === null ? undefined : this.of(kind).get(id)) ?? null;
  }

  /** @throws MissingEntity */
  get<K extends Kind>(kind: K, id: string): Rows[K] {
    const row = this.of(kind).get(id);
    if (!row) throw new MissingEntity(TYPE_NAMES[kind]);
    return row;
  }

  /**
   * By id, by identifier, or by an identifier it had before.
   * @throws MissingEntity
   */
  issueBy(reference: string): Rows['issue'] {
    const row =
      this.issue.get(reference) ??
      this.by('issue', 'identifier', reference)[0] ??
      this.list('issue').find((each) => each.previousIdentifiers.includes(reference));
    if (!row) throw new MissingEntity('Issue');
    return row;
  }

  /**
   * By id or key.
   * @throws MissingEntity
   */
  teamBy(reference: string): Rows['team'] {
    const row = this.team.get(reference) ?? this.by('team', 'key', reference)[0];
    if (!row) throw new MissingEntity('Team');
    return row;
  }

  /** Rows with this value in this column; the index lives until the next change. */
  by<K extends Kind>(kind: K, column: keyof Rows[K] & string, value: unknown): Rows[K][] {
    const key = `${kind}.${column}`;
    let index = this.indexes.get(key);
    if (!index) {
      index = new Map();
      for (const row of this.of(kind).values()) {
        const list = index.get(row[column]);
        if (list) list.push(row);
        else index.set(row[column], [row]);
      }
      this.indexes.set(key, index);
    }
    return (index.get(value) ?? []) as Rows[K][];
  }

  /** All rows, newest first by that time; kept until the next change, for long walks over long lists. */
  newest<K extends Kind>(kind: K, time: 'createdAt' | 'updatedAt'): readonly Rows[K][] {
    const key = `${kind} newest ${time}`;
    let index = this.indexes.get(key);
    if (!index) {
      index = new Map([[time, this.list(kind).sort((a, b) => newestFirst(a, b, time))]]);
      this.indexes.set(key, index);
    }
    return index.get(time) as Rows[K][];
  }

  changed(kind: Kind): void {
    for (const key of this.indexes.keys()) if (/^\w+/.exec(key)?.[0] === kind) this.indexes.delete(key);
  }
}
