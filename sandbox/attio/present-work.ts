import { plainText } from './plain-text.js';
import type { MeetingRow, Member, NoteRow, TaskRow } from './records.js';
import type { AttioWorld } from './world.js';

type Json = Record<string, unknown>;

export function presentNote(world: AttioWorld, row: NoteRow): Json {
  return {
    id: { workspace_id: world.schema.workspaceId, note_id: row.id },
    parent_object: row.parent_object,
    parent_record_id: row.parent_record_id,
    title: row.title,
    meeting_id: row.meeting_id,
    content_plaintext: plainText(row.markdown),
    content_markdown: row.markdown,
    tags: [],
    created_by_actor: row.created_by,
    created_at: row.created_at,
  };
}

export function presentTask(world: AttioWorld, row: TaskRow): Json {
  return {
    id: { workspace_id: world.schema.workspaceId, task_id: row.id },
    content_plaintext: row.content,
    deadline_at: row.deadline_at,
    is_completed: row.is_completed,
    completed_at: row.completed_at,
    // Attio's OpenAPI document calls this an id; the objects' slugs are accepted everywhere an id is, but are not sent
    // here.
    linked_records: row.links.map((link) => ({
      target_object_id: world.schema.objectId(link.object),
      target_record_id: link.record_id,
    })),
    assignees: row.assignees.map((id) => ({ referenced_actor_type: 'workspace-member', referenced_actor_id: id })),
    created_by_actor: row.created_by,
    created_at: row.created_at,
  };
}

export function presentMeeting(world: AttioWorld, row: MeetingRow): Json {
  return {
    id: { workspace_id: world.schema.workspaceId, meeting_id: row.id },
    title: row.title,
    description: row.description,
    is_all_day: row.is_all_day,
    start: row.start,
    end: row.end,
    participants: row.participants,
    linked_records: row.links.map((link) => ({
      object_slug: link.object,
      object_id: world.schema.objectId(link.object),
      record_id: link.record_id,
    })),
    created_at: row.created_at,
    created_by_actor: row.created_by,
  };
}

export function presentMember(world: AttioWorld, { id, ...member }: Member): Json {
  return { id: { workspace_id: world.schema.workspaceId, workspace_member_id: id }, ...member, avatar_url: null };
}
