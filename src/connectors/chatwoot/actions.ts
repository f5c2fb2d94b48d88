import { z } from 'zod';
import type { Source } from '../core/contract.js';
import { SyncError } from '../core/sync-error.js';
import { outcomeOf, type ActionTalk, type Made, type Order, type VendorAction } from '../core/vendor-action.js';
import { ChatwootApi } from './chatwoot-api.js';
import { globalIds, isOfAccount } from './ids.js';
import { readWrapper, rowId } from './parse.js';

/** The mark of an action on its message. Servers of older versions drop it: then the text tells. */
const MARK = 'kag_action_id';
const OUTGOING = 1;
/** How far the vendor's clock may be behind ours. */
const SKEW_SECONDS = 600;
/** Pages of twenty messages that are looked through at most. */
const MAX_PAGES = 25;

const madeSchema = z.looseObject({ id: z.int().positive() });
const messageSchema = z.looseObject({
  id: z.int().positive(),
  content: z.string().nullish(),
  message_type: z.int(),
  private: z.boolean().nullish(),
  created_at: z.number(),
  content_attributes: z.record(z.string(), z.unknown()).nullish().catch(null),
});
type Message = z.infer<typeof messageSchema>;

/**
 * The id by which Chatwoot calls the conversation.
 * @throws SyncError where it is of another account
 */
function conversationId(target: string, source: Source): number {
  if (!isOfAccount(target, source))
    throw new SyncError('config', 'The conversation is of another Chatwoot account than the project reads from now');
  return Number(target.split(':')[2]);
}

function madeOf(id: number, { target }: Order, source: Source): Made {
  const where = `${source.baseUrl}/app/accounts/${source.externalId}/conversations/${conversationId(target, source)}`;
  return { ref: globalIds(source).message(id), url: `${where}?messageId=${id}` };
}

function writing(kind: string, isPrivate: boolean): VendorAction {
  const isOurs = (message: Message, { id, text, firstSentAt, taken }: Order, source: Source): boolean => {
    const mark = message.content_attributes?.[MARK];
    if (mark !== undefined) return mark === id;
    return (
      message.message_type === OUTGOING &&
      (message.private ?? false) === isPrivate &&
      (message.content ?? '').trim() === text.trim() &&
      message.created_at >= firstSentAt.getTime() / 1000 - SKEW_SECONDS &&
      !taken.includes(globalIds(source).message(message.id))
    );
  };
  return {
    kind,
    form: isPrivate ? 'note' : 'message',
    titled: false,
    reachesClient: !isPrivate,
    // The conversations that the reason rests on, then the liveliest.
    targets: `
      SELECT c.conversation_global_id AS id, concat_ws(' · ', k.name, i.name, '#' || c.conversation_id) AS label, NULL::text AS url
      FROM cw_conversations c
      LEFT JOIN cw_contacts k ON k.project_id = c.project_id AND k.contact_global_id = c.contact_global_id
      LEFT JOIN cw_inboxes_raw i ON i.project_id = c.project_id AND i.account_id = c.account_id AND i.inbox_id = c.inbox_id
      CROSS JOIN LATERAL (
        SELECT count(*) AS messages FROM cw_messages m WHERE m.project_id = c.project_id
          AND m.conversation_global_id = c.conversation_global_id AND 'cw_messages ' || m.message_global_id = ANY ($2::text[])) named
      WHERE c.project_id = $1 AND c.deleted_at IS NULL AND ($3::text IS NULL OR c.conversation_global_id = $3)
      ORDER BY named.messages DESC, c.last_activity_at DESC, c.conversation_global_id`,
    // Ids grow with time, so that no clock decides what came after.
    outcome: `(SELECT ${outcomeOf({
      gone: 'own.deleted_at IS NOT NULL',
      answered_at: `(SELECT min(m.sent_at) ${ANSWERS})`,
      answers: `(SELECT count(*) ${ANSWERS})`,
    })} FROM cw_messages own WHERE own.project_id = a.project_id AND own.message_global_id = a.vendor_ref)`,
    async send(order, { http, source }) {
      const path = `/api/v1/accounts/${encodeURIComponent(source.externalId)}/conversations/${conversationId(order.target, source)}/messages`;
      const body = { content: order.text, message_type: 'outgoing', private: isPrivate, echo_id: order.id };
      const answer = await http.json({
        method: 'POST',
        path,
        template: 'conversations/:id/messages',
        body: { ...body, content_attributes: { [MARK]: order.id } },
        writes: true,
      });
      return madeOf(readWrapper(madeSchema, answer.body, 'conversations/:id/messages').id, order, source);
    },
    async find(order, talk) {
      for await (const message of sinceFirstSent(order, talk))
        if (isOurs(message, order, talk.source)) return madeOf(message.id, order, talk.source);
      return null;
    },
  };
}

/** What the client wrote in the conversation after `own`. */
const ANSWERS = `FROM cw_messages m WHERE m.project_id = own.project_id AND m.conversation_global_id = own.conversation_global_id
  AND m.message_type = 0 AND m.deleted_at IS NULL AND m.message_id > own.message_id`;

/** Messages of the conversation, the newest first, back to before the order was first sent. */
async function* sinceFirstSent({ target, firstSentAt }: Order, { http, source }: ActionTalk): AsyncGenerator<Message> {
  const api = new ChatwootApi(http, source);
  const id = conversationId(target, source);
  const since = firstSentAt.getTime() / 1000 - SKEW_SECONDS;
  let before: number | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const rows = await api.messages(id, before === undefined ? {} : { before });
    const messages = rows.flatMap((row) => messageSchema.safeParse(row).data ?? []);
    yield* messages.toReversed();
    const ids = rows.flatMap((row) => rowId(row) ?? []);
    if (ids.length === 0 || messages.some(({ created_at: at }) => at < since)) return;
    before = Math.min(...ids);
  }
  throw new SyncError('vendor_error', 'There are too many messages since to tell whether it is among them');
}

export const CHATWOOT_ACTIONS: readonly VendorAction[] = [
  writing('chatwoot_note', true),
  writing('chatwoot_message', false),
];
