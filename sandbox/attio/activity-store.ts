import type { Core } from './core.js';
import { noteEvent, taskEvent } from './events.js';
import type { NewMeeting, NewNote, NewTask } from './mutations.js';
import { nanosOf, nanoStamp } from './nano-clock.js';
import type { Link, MeetingRow, Moment, NoteRow, Participant, TaskRow, ValueRow } from './records.js';
import { isActive, type RecordStore } from './record-store.js';

const HOUR = 3_600_000_000_000n;

/** Notes, tasks and meetings. None of them has a date of change. */
export class ActivityStore {
  constructor(
    private readonly core: Core,
    private readonly records: RecordStore,
  ) {}

  addNote(note: NewNote): NoteRow {
    const parent = this.core.tables.record(note.record);
    const row: NoteRow = {
      id: this.core.nextId('note'),
      parent_object: parent.owner,
      parent_record_id: parent.id,
      title: note.title,
      markdown: note.content,
      meeting_id: note.meetingId ?? null,
      created_by: this.core.actor(note.author),
      created_at: this.createdAt(note),
    };
    this.core.tables.notes.set(row.id, row);
    this.core.changed(noteEvent(this.core.schema, 'note.created', row, row.created_by));
    return row;
  }

  editNote(id: string, change: { title?: string; content?: string }): NoteRow {
    const { tables, schema } = this.core;
    const row = tables.note(id);
    const actor = this.core.actor();
    if (change.title !== undefined && change.title !== row.title) {
      row.title = change.title;
      this.core.changed(noteEvent(schema, 'note.updated', row, actor));
    }
    if (change.content !== undefined && change.content !== row.markdown) {
      row.markdown = change.content;
      this.core.changed(noteEvent(schema, 'note-content.updated', row, actor));
    }
    return row;
  }

  deleteNote(id: string): void {
    const row = this.core.tables.note(id);
    this.core.tables.notes.delete(id);
    this.core.changed(noteEvent(this.core.schema, 'note.deleted', row, this.core.actor()));
  }

  addTask(task: NewTask): TaskRow {
    const actor = this.core.actor();
    const created_at = this.createdAt(task);
    const done = task.isCompleted ?? false;
    const row: TaskRow = {
      id: this.core.nextId('task'),
      content: task.content,
      deadline_at:
        task.deadlineAt === undefined || task.deadlineAt === null ? null : this.core.stampOf(task.deadlineAt),
      is_completed: done,
      completed_at: done ? created_at : null,
      links: this.links(task.records),
      assignees: task.assignees ?? (actor.id === null ? [] : [actor.id]),
      created_by: actor,
      created_at,
    };
    this.core.tables.tasks.set(row.id, row);
    this.core.changed(taskEvent(this.core.schema, 'created', row.id, actor));
    return row;
  }

  complete(id: string, done: boolean): TaskRow {
    const row = this.core.tables.task(id);
    if (row.is_completed === done) return row;
    row.is_completed = done;
    row.completed_at = done ? this.core.clock.stamp() : null;
    this.core.changed(taskEvent(this.core.schema, 'updated', id, this.core.actor()));
    return row;
  }

  deleteTask(id: string): void {
    this.core.tables.task(id);
    this.core.tables.tasks.delete(id);
    this.core.changed(taskEvent(this.core.schema, 'deleted', id, this.core.actor()));
  }

  addMeeting(meeting: NewMeeting): MeetingRow {
    const { start, end } = this.span(meeting);
    const links = this.links(meeting.records);
    const row: MeetingRow = {
      id: this.core.nextId('meeting'),
      title: meeting.title,
      description: meeting.description ?? '',
      is_all_day: meeting.allDay ?? false,
      start,
      end,
      participants: this.participants(links, meeting.organizer),
      links,
      created_by: { type: 'system', id: null },
      created_at: this.createdAt(meeting),
    };
    this.core.tables.meetings.set(row.id, row);
    this.core.changed();
    for (const link of links) this.interacted(this.core.tables.record(link.record_id), startOf(row));
    return row;
  }

  /** No event tells of it; the interactions that came from it stay. */
  deleteMeeting(id: string): void {
    this.core.tables.meeting(id);
    this.core.tables.meetings.delete(id);
    this.core.changed();
  }

  private createdAt(given: { createdAt?: number | string }): string {
    return given.createdAt === undefined ? this.core.clock.stamp() : this.core.stampOf(given.createdAt);
  }

  private links(ids: readonly string[] = []): Link[] {
    return ids.map((id) => ({ object: this.core.tables.record(id).owner, record_id: id }));
  }

  private span(meeting: NewMeeting): { start: Moment; end: Moment } {
    const begin = this.core.stampOf(meeting.start);
    const later = (by: bigint): string => nanoStamp((nanosOf(begin) ?? 0n) + by);
    const finish =
      meeting.end === undefined ? later(meeting.allDay ? 24n * HOUR : HOUR) : this.core.stampOf(meeting.end);
    if (meeting.allDay) return { start: { date: begin.slice(0, 10) }, end: { date: finish.slice(0, 10) } };
    const timezone = meeting.timezone ?? 'Europe/Berlin';
    return { start: { datetime: begin, timezone }, end: { datetime: finish, timezone } };
  }

  private participants(links: readonly Link[], organizer?: string): Participant[] {
    const { tables } = this.core;
    const host = tables.members.find((each) => each.id === organizer) ?? tables.members[0];
    const hosts: Participant[] = host
      ? [
          {
            status: 'accepted',
            is_organizer: true,
            email_address: host.email_address,
            name: `${host.first_name} ${host.last_name}`,
          },
        ]
      : [];
    const guests = links.flatMap((link): Participant[] => {
      const { values } = tables.record(link.record_id);
      const address = values['email_addresses']?.find(isActive)?.body['email_address'];
      if (typeof address !== 'string') return [];
      const name = values['name']?.find(isActive)?.body['full_name'];
      return [
        {
          status: 'accepted',
          is_organizer: false,
          email_address: address,
          name: typeof name === 'string' ? name : null,
        },
      ];
    });
    return [...hosts, ...guests];
  }

  /** Moves the first, last and next interaction of a person or company. */
  private interacted(row: ValueRow, at: string): void {
    if (row.owner === 'deals') return;
    const future = (nanosOf(at) ?? 0n) > BigInt(Math.floor(this.core.clock.now())) * 1_000_000n;
    const known = (slug: string): unknown => row.values[slug]?.find(isActive)?.body['interacted_at'];
    const put = (slug: string): void =>
      this.records.set(row, slug, [
        { interaction_type: 'calendar-event', interacted_at: at, owner_actor: this.core.actor() },
      ]);
    const [first, last, next] = ['first_interaction', 'last_interaction', 'next_interaction'].map(known);
    if (future) return typeof next === 'string' && next <= at ? undefined : put('next_interaction');
    if (typeof first !== 'string' || first > at) put('first_interaction');
    if (typeof last !== 'string' || last < at) put('last_interaction');
  }
}

/** @returns a stamp also for a meeting that has days only */
export function startOf(meeting: MeetingRow): string {
  return stampOfMoment(meeting.start);
}

export function stampOfMoment(moment: Moment): string {
  return 'date' in moment ? `${moment.date}T00:00:00.000000000Z` : moment.datetime;
}
