import type { Columns } from '../kit/listed.js';
import type { Read } from '../kit/read-rows.js';
import { readStamp, type Stamp } from '../kit/stamp.js';
import type { AttioLink, Meeting, Note, Task } from './payloads.js';
import type { ActivityKind } from './tables.js';
import type { Workspace } from './workspace.js';

/** A record that an activity is about. */
export interface LinkedRecord {
  readonly object: string | null;
  readonly record_id: string;
}

const TITLE_CHARACTERS = 200;

export function noteRow({ fields, raw }: Read<Note>, workspace: Workspace): Columns {
  const { id, parent_object, parent_record_id, title, content_plaintext, content_markdown } = fields;
  const linked =
    parent_record_id === null ? [] : [{ object: workspace.objectSlug(parent_object), record_id: parent_record_id }];
  return activity('note', id.note_id, { fields, raw }, workspace, linked, {
    title,
    content: content_plaintext ?? content_markdown,
  });
}

export function taskRow({ fields, raw }: Read<Task>, workspace: Workspace): Columns {
  const { id, content_plaintext, is_completed, completed_at, deadline_at, linked_records } = fields;
  return activity('task', id.task_id, { fields, raw }, workspace, linksOf(linked_records, workspace), {
    title: content_plaintext?.split('\n')[0]?.slice(0, TITLE_CHARACTERS) ?? null,
    content: content_plaintext,
    is_completed,
    completed_at: completed_at?.at ?? null,
    completed_at_text: completed_at?.exact ?? null,
    deadline_at: deadline_at?.at ?? null,
  });
}

export function meetingRow({ fields, raw }: Read<Meeting>, workspace: Workspace): Columns {
  const { id, title, description, start, end, linked_records } = fields;
  return activity('meeting', id.meeting_id, { fields, raw }, workspace, linksOf(linked_records, workspace), {
    title,
    content: description,
    starts_at: momentOf(start),
    ends_at: momentOf(end),
  });
}

/** A task names the object of a record by its id, a meeting by its slug. */
function linksOf(links: readonly AttioLink[], workspace: Workspace): LinkedRecord[] {
  return links.flatMap((link) => {
    const record_id = link.target_record_id ?? link.record_id;
    const object = workspace.objectSlug(link.object_slug ?? link.target_object ?? link.target_object_id);
    return record_id === null ? [] : [{ object, record_id }];
  });
}

const momentOf = (moment: Meeting['start']): Date | null =>
  readStamp(moment?.datetime ?? moment?.date ?? null)?.at ?? null;

interface Made {
  readonly created_at: Stamp;
  readonly created_by_actor?: { type: string | null; id: string | null } | null | undefined;
}

function activity(
  kind: ActivityKind,
  activity_id: string,
  { fields, raw }: Read<Made>,
  workspace: Workspace,
  linked_records: readonly LinkedRecord[],
  more: Columns,
): Columns {
  const [first] = linked_records;
  const author = fields.created_by_actor?.id ?? null;
  return {
    activity_id,
    kind,
    record_id: first?.record_id ?? null,
    linked_records,
    is_completed: null,
    completed_at: null,
    completed_at_text: null,
    deadline_at: null,
    starts_at: null,
    ends_at: null,
    author_id: author,
    author_name: workspace.memberName(author),
    // An activity has no address of its own; it is shown on the page of its record.
    web_url: workspace.recordUrl(first?.object ?? null, first?.record_id ?? null),
    vendor_created_at: fields.created_at.at,
    vendor_created_at_text: fields.created_at.exact,
    data: { ...raw },
    ...more,
  };
}
