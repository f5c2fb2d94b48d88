import type { MeetingRow, Member, NoteRow, RecordRow, StoredValue, TaskRow, ValueRow } from './records.js';

/** Thrown when a mutation names a row that is not there. */
export class NoSuchRow extends Error {
  constructor(kind: string, id: string) {
    super(`no ${kind} ${id}`);
  }
}

/** Rows only: who may change them, and what else changes with them, is the world's business. */
export class Tables {
  readonly members: Member[] = [];
  readonly records = new Map<string, RecordRow>();
  readonly entries = new Map<string, ValueRow>();
  readonly notes = new Map<string, NoteRow>();
  readonly tasks = new Map<string, TaskRow>();
  readonly meetings = new Map<string, MeetingRow>();
  /** Grows with every change; what is derived from rows is derived anew when it moved. */
  version = 0;
  private derivedAt = -1;
  private readonly inverses = new Map<string, StoredValue[]>();

  record = (id: string): RecordRow => found(this.records.get(id), 'record', id);
  entry = (id: string): ValueRow => found(this.entries.get(id), 'entry', id);
  note = (id: string): NoteRow => found(this.notes.get(id), 'note', id);
  task = (id: string): TaskRow => found(this.tasks.get(id), 'task', id);
  meeting = (id: string): MeetingRow => found(this.meetings.get(id), 'meeting', id);

  recordsOf(object: string): RecordRow[] {
    return [...this.records.values()].filter((row) => row.owner === object);
  }

  /** @returns references to a record through one attribute, as values that point back, history included */
  pointingAt(id: string, object: string, attribute: string): readonly StoredValue[] {
    if (this.derivedAt !== this.version) this.deriveInverses();
    return this.inverses.get(`${object}.${attribute}>${id}`) ?? [];
  }

  private deriveInverses(): void {
    this.inverses.clear();
    for (const row of this.records.values()) {
      for (const [slug, values] of Object.entries(row.values)) {
        for (const value of values) {
          const target = value.body['target_record_id'];
          if (typeof target !== 'string') continue;
          const key = `${row.owner}.${slug}>${target}`;
          const list = this.inverses.get(key) ?? [];
          this.inverses.set(key, list);
          list.push({ ...value, body: { target_object: row.owner, target_record_id: row.id } });
        }
      }
    }
    this.derivedAt = this.version;
  }
}

function found<T>(row: T | undefined, kind: string, id: string): T {
  if (row === undefined) throw new NoSuchRow(kind, id);
  return row;
}
