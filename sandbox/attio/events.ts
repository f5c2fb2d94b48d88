import { createHmac, randomUUID } from 'node:crypto';
import type { Actor, NoteRow, ValueRow } from './records.js';
import type { Owner, Schema } from './schema.js';

/** What a webhook tells: which object, never its values. */
export interface WebhookEvent {
  event_type: string;
  id: Record<string, string>;
  parent_object_id?: string;
  parent_record_id?: string;
  duplicate_object_id?: string;
  duplicate_record_id?: string;
  actor: Actor;
}

export interface Delivery {
  headers: Record<string, string>;
  body: string;
}

export interface DeliveryOptions {
  webhookId?: string;
  /** One per message, the same when the message is sent again; default a new one. */
  idempotencyKey?: string;
}

/**
 * A webhook request as Attio sends it. Attio puts one event into each delivery today; receivers read the list.
 * @returns the raw body and headers whose signature fits it
 */
export function attioDelivery(
  events: WebhookEvent | readonly WebhookEvent[],
  secret: string,
  options: DeliveryOptions = {},
): Delivery {
  const webhook_id = options.webhookId ?? '9d1e5a44-0c39-4d52-a6b1-7f1f0b1f2c11';
  const body = JSON.stringify({ webhook_id, events: Array.isArray(events) ? events : [events] });
  const signature = createHmac('sha256', secret).update(body, 'utf8').digest('hex');
  return {
    headers: {
      'content-type': 'application/json',
      'attio-signature': signature,
      'x-attio-signature': signature,
      'idempotency-key': options.idempotencyKey ?? randomUUID(),
    },
    body,
  };
}

/** @param what created, updated (with the attribute) or deleted */
export function rowEvent(
  schema: Schema,
  what: string,
  row: ValueRow,
  actor: Actor,
  attributeId?: string,
): WebhookEvent {
  const owner: Owner = schema.owner(row.owner);
  const attribute: Record<string, string> = attributeId === undefined ? {} : { attribute_id: attributeId };
  const id = { ...schema.idsOf(owner), [row.parent ? 'entry_id' : 'record_id']: row.id, ...attribute };
  const event_type = `${row.parent ? 'list-entry' : 'record'}.${what}`;
  if (!row.parent) return { event_type, id, actor };
  const parent_object_id = schema.objectId(row.parent.object);
  return { event_type, id, parent_object_id, parent_record_id: row.parent.record_id, actor };
}

/** One merge makes two of these, one for each of the records that are gone. */
export function mergedEvent(schema: Schema, row: ValueRow, duplicateId: string, actor: Actor): WebhookEvent {
  const duplicate_object_id = schema.owner(row.owner).id;
  return { ...rowEvent(schema, 'merged', row, actor), duplicate_object_id, duplicate_record_id: duplicateId };
}

/** @param type note.created, note.updated (the title), note-content.updated (the text) or note.deleted */
export function noteEvent(schema: Schema, type: string, note: NoteRow, actor: Actor): WebhookEvent {
  return {
    event_type: type,
    id: { workspace_id: schema.workspaceId, note_id: note.id },
    parent_object_id: schema.objectId(note.parent_object),
    parent_record_id: note.parent_record_id,
    actor,
  };
}

export const taskEvent = (schema: Schema, what: string, taskId: string, actor: Actor): WebhookEvent => ({
  event_type: `task.${what}`,
  id: { workspace_id: schema.workspaceId, task_id: taskId },
  actor,
});
