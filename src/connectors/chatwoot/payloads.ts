import { z } from 'zod';
import { flag, items, number, text } from '../kit/atoms.js';

/** Unix seconds of 9999-12-31: a larger number is in another unit, and PostgreSQL could not hold it as a time. */
const LATEST = 253_402_300_799;

const id = z.union([
  z.int().positive(),
  z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
]);
/** A message's own words; in another form than a text they are not shown as if there were none. */
const words = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const object = z.record(z.string(), z.unknown());

/**
 * A time in unix seconds, with its fraction. Chatwoot writes 0 for a missing date in conversations, leaves the key out
 * in contacts, and has the same fact as an ISO text elsewhere; all three forms are taken everywhere.
 */
const time = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value, context) => {
    if (value === null || value === undefined || value === '') return null;
    const seconds = typeof value === 'number' || /^\d+(\.\d+)?$/.test(value) ? Number(value) : Date.parse(value) / 1000;
    if (Number.isFinite(seconds) && seconds <= LATEST) return seconds > 0 ? seconds : null;
    context.addIssue({ code: 'custom', message: 'is not a time' });
    return z.NEVER;
  });
const requiredTime = time.refine((value) => value !== null, 'is missing').transform((value) => value ?? 0);

/** Somebody or something that a record names. */
const optionalId = id.nullish().catch(null);
const named = z.looseObject({ id: optionalId, name: text }).nullish().catch(null);

export const conversationSchema = z
  .looseObject({
    id,
    uuid: text,
    inbox_id: id,
    status: text.transform((value) => value ?? 'unknown'),
    priority: text,
    labels: items(z.string()),
    snoozed_until: time,
    created_at: time,
    updated_at: time,
    last_activity_at: time,
    first_reply_created_at: time,
    waiting_since: time,
    unread_count: number,
    meta: z
      .looseObject({ sender: z.unknown().optional(), channel: text, assignee: named, team: named })
      .nullish()
      .catch(null),
  })
  .refine((row) => row.last_activity_at !== null || row.created_at !== null, 'has no date');
export type ChatwootConversation = z.infer<typeof conversationSchema>;

/** Integers in the API, words in webhooks and in some older answers. */
const MESSAGE_TYPES: Readonly<Record<string, number>> = { incoming: 0, outgoing: 1, activity: 2, template: 3 };

export const messageSchema = z.looseObject({
  id,
  content: words,
  inbox_id: optionalId,
  message_type: z.union([
    z.int(),
    z.enum(['incoming', 'outgoing', 'activity', 'template']).transform((word) => MESSAGE_TYPES[word] ?? 0),
  ]),
  content_type: text,
  status: text,
  content_attributes: object
    .nullish()
    .catch(null)
    .transform((value) => value ?? {}),
  created_at: requiredTime,
  // What may be a note for the team alone is never taken for a word to the client.
  private: flag(true),
  source_id: text,
  sender: z.looseObject({ id: optionalId, type: text, name: text }).nullish().catch(null),
  attachments: items(z.unknown()),
});
export type ChatwootMessage = z.infer<typeof messageSchema>;

export const attachmentSchema = z.looseObject({ id, file_type: text, data_url: text, file_size: number });
export type Attachment = z.infer<typeof attachmentSchema>;

export const contactSchema = z.looseObject({
  id,
  name: text,
  email: text,
  phone_number: text,
  identifier: text,
  blocked: flag(),
  last_activity_at: time,
  created_at: time,
});
export type Contact = z.infer<typeof contactSchema>;

export const inboxSchema = z.looseObject({ id, name: text, channel_type: text });
export type ChatwootInbox = z.infer<typeof inboxSchema>;

const rows = z.array(z.unknown());
/** Only the conversations list is wrapped in `data`. */
export const conversationPageSchema = z.object({
  data: z.object({ meta: z.looseObject({ all_count: number }).nullish(), payload: rows }),
});
export const contactPageSchema = z.object({ meta: z.looseObject({ count: number }).nullish(), payload: rows });
export const payloadSchema = z.object({ payload: rows });
