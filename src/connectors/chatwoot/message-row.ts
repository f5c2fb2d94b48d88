import { globalIds } from './ids.js';
import type { RowChange, Source } from '../core/contract.js';

type Values = Readonly<Record<string, unknown>>;

/** `message_type` of lines such as "Conversation was assigned to Ilse". */
const ACTIVITY = 2;
const SENDERS: Readonly<Record<number, 'client' | 'team'>> = { 0: 'client', 1: 'team', 3: 'team' };

/** Who speaks in a row of cw_messages to the other side; null for notes, activity lines and deleted messages. */
export function spokenBy(row: Values | null): 'client' | 'team' | null {
  if (!row || row['private'] === true || (row['deleted_at'] ?? null) !== null) return null;
  const type = Number(row['message_type']);
  return type === ACTIVITY ? null : (SENDERS[type] ?? null);
}

/** `message_type` of greetings, notes of absence and the like that Chatwoot sends by itself. */
const TEMPLATE = 3;

/** `sender_type` of agent bots and assistants, in the forms that Chatwoot has for them. */
const MACHINES = /bot|assistant|automation/i;
/** What only bots ask by. */
const FORMS = new Set(['input_csat', 'input_email', 'input_select', 'input_text', 'input_textarea', 'cards', 'form']);

/**
 * Whether no person wrote the row: Chatwoot itself, a bot, a rule of automation, a campaign; or a machine of the
 * client's whose mail says so.
 */
export function isByMachine(row: Values): boolean {
  const data = objectOf(row['data']);
  const attributes = objectOf(data['content_attributes']);
  if (spokenBy(row) === 'client') return isAutoReply(objectOf(attributes['email']));
  if (Number(row['message_type']) === TEMPLATE || MACHINES.test(textOf(row['sender_type']))) return true;
  if (FORMS.has(textOf(row['content_type']))) return true;
  const campaign = [data, attributes, objectOf(data['additional_attributes'])].some((part) =>
    isSet(part['campaign_id']),
  );
  return campaign || isSet(attributes['automation_rule_id']);
}

/** RFC 3834: a mail with any value but `no` was submitted by a machine. */
function isAutoReply(email: Values): boolean {
  if (email['auto_reply'] === true) return true;
  const headers = objectOf(email['headers']);
  const submitted = Object.entries(headers).find(([name]) => name.toLowerCase() === 'auto-submitted')?.[1];
  return submitted !== undefined && !/^no\b/i.test(textOf(submitted).trim());
}

const objectOf = (value: unknown): Values => (typeof value === 'object' && value !== null ? (value as Values) : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** What the message says to the other side; null when nothing (any more). */
export function spokenText(row: Values | null): string | null {
  const content = row?.['content'];
  return spokenBy(row) !== null && typeof content === 'string' && content.trim() !== '' ? content : null;
}

/** Who wrote the row, of the client's people or the team's; null where Chatwoot does not say. */
export function senderOf(row: Values, source: Source): string | null {
  const id = row['sender_id'] ?? null;
  if (id === null) return null;
  const ids = globalIds(source);
  return spokenBy(row) === 'client' ? ids.contact(Number(id)) : ids.agent(Number(id));
}

/** A message's ids and time, the same from the mapper's values and from the database's. */
export function messageFacts(row: RowChange['after'], source: Source) {
  const conversationId = Number(row['conversation_id']);
  const messageId = Number(row['message_id']);
  const ids = globalIds(source);
  return {
    message_global_id: ids.message(messageId),
    conversation_global_id: ids.conversation(conversationId),
    sent_at: new Date(row['sent_at'] as string | Date),
    url: `${source.baseUrl}/app/accounts/${source.externalId}/conversations/${conversationId}?messageId=${messageId}`,
  };
}
