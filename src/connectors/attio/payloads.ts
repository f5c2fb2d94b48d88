import { z } from 'zod';
import { flag, items, text, tie } from '../kit/atoms.js';
import { maybeStamp, stamp } from '../kit/stamp.js';

const id = z.string().regex(/^[\w-]{1,100}$/);
const object = z.record(z.string(), z.unknown());

const actor = z.looseObject({ type: text, id: text }).nullish().catch(null);
/** `{datetime, timezone}`, or `{date}` of whole days (meetings). */
const moment = z.looseObject({ datetime: text, date: text }).nullish().catch(null);

/** The active values of an attribute; one that isn't many may come without its list. */
const values = z.unknown().transform((given) => {
  const list: unknown[] = Array.isArray(given) ? given : [given];
  return list.filter(
    (value): value is Record<string, unknown> =>
      typeof value === 'object' && value !== null && ((value as Value)['active_until'] ?? null) === null,
  );
});
export type Value = Record<string, unknown>;

/** A record of any object. The generated schema of the vendor allows `values` to be null or missing. */
export const recordSchema = z.looseObject({
  id: z.looseObject({ record_id: id }),
  created_at: stamp,
  web_url: text,
  values: z
    .record(z.string(), values)
    .nullish()
    .transform((given) => given ?? {}),
});
export type AttioRecord = z.infer<typeof recordSchema>;

export const noteSchema = z.looseObject({
  id: z.looseObject({ note_id: id }),
  parent_object: text,
  parent_record_id: tie,
  title: text,
  content_plaintext: text,
  content_markdown: text,
  created_by_actor: actor,
  created_at: stamp,
});
export type Note = z.infer<typeof noteSchema>;

const link = z.looseObject({
  target_object_id: text,
  target_object: text,
  target_record_id: tie,
  object_slug: text,
  record_id: tie,
});
/** A link without a record leads nowhere; a value that is not a list could have named any record. */
const links = z
  .array(z.unknown())
  .nullish()
  .transform((value) => items(link).parse(value));
export type AttioLink = z.infer<typeof links>[number];

export const taskSchema = z.looseObject({
  id: z.looseObject({ task_id: id }),
  content_plaintext: text,
  deadline_at: maybeStamp,
  is_completed: flag(),
  completed_at: maybeStamp,
  linked_records: links,
  created_by_actor: actor,
  created_at: stamp,
});
export type Task = z.infer<typeof taskSchema>;

export const meetingSchema = z.looseObject({
  id: z.looseObject({ meeting_id: id }),
  title: text,
  description: text,
  start: moment,
  end: moment,
  linked_records: links,
  created_by_actor: actor,
  created_at: stamp,
});
export type Meeting = z.infer<typeof meetingSchema>;

export const pageSchema = z.looseObject({ data: z.array(z.unknown()) });
export const cursorPageSchema = z.looseObject({
  data: z.array(z.unknown()),
  pagination: z.looseObject({ next_cursor: text }).nullish(),
});
export const singleSchema = z.looseObject({ data: object });
export const selfSchema = z.looseObject({ active: flag(), workspace_id: text, workspace_slug: text });
export const memberSchema = z.looseObject({
  id: z.looseObject({ workspace_member_id: id }),
  first_name: text,
  last_name: text,
});
export const objectSchema = z.looseObject({ id: z.looseObject({ object_id: id }), api_slug: z.string() });
