import { type Exchange, isRecord, ok, type Reply, type Route } from '../http/exchange.js';
import { conversationOf } from './conversation-routes.js';
import { findMessages } from './message-finder.js';
import { readMessageForm } from './message-form.js';
import { presentAgentSender, presentContactSender } from './present-contact.js';
import { presentMessage } from './present-message.js';
import { unprocessable } from './problems.js';
import { type ConversationRow, INCOMING, OUTGOING } from './records.js';
import type { ChatwootWorld } from './world.js';

const MAX_CONTENT = 150_000;

export function messageRoutes(world: ChatwootWorld, options: { rangeReads: boolean }): Route[] {
  const list = (exchange: Exchange): Reply => {
    const conversation = conversationOf(world, exchange);
    const page = findMessages(world.tables.messagesOf(conversation.id), exchange.query, options.rangeReads);
    return ok({ meta: metaOf(world, conversation), payload: page.map((row) => presentMessage(world, row)) });
  };

  const create = async (exchange: Exchange): Promise<Reply> => {
    const conversation = conversationOf(world, exchange);
    const { body, files } = await readMessageForm(exchange);
    const content = typeof body['content'] === 'string' && body['content'] !== '' ? body['content'] : null;
    if (content === null && files.length === 0) throw unprocessable('Content or attachments must be present');
    if (content !== null && content.length > MAX_CONTENT)
      throw unprocessable(`Content is too long (maximum is ${MAX_CONTENT} characters)`);
    const type = body['message_type'] ?? 'outgoing';
    if (type !== 'outgoing' && type !== 'incoming')
      throw unprocessable(`${JSON.stringify(type)} is not a valid message_type`);
    const api = world.tables.inbox(conversation.inbox_id).channel_type === 'Channel::Api';
    if (type === 'incoming' && !api) throw unprocessable('Incoming messages are only allowed in Api inboxes');
    const attributes = body['content_attributes'];
    const row = world.addMessage({
      conversationId: conversation.id,
      message_type: type === 'incoming' ? INCOMING : OUTGOING,
      content,
      private: body['private'] === true || body['private'] === 'true',
      ...(typeof body['content_type'] === 'string' ? { content_type: body['content_type'] } : {}),
      ...(isRecord(attributes) ? { content_attributes: attributes } : {}),
      attachments: files,
      // The token's user writes, in any agent's conversation.
      agentId: world.tables.agents[0]?.id ?? 0,
    });
    const echo = body['echo_id'];
    return ok({ ...presentMessage(world, row), ...(echo === undefined ? {} : { echo_id: echo }) });
  };

  return [
    { method: 'GET', template: '/conversations/:id/messages', handle: list },
    { method: 'POST', template: '/conversations/:id/messages', handle: create },
  ];
}

/** Dates are ISO here and unix seconds in a conversation row: the same two facts in two forms. */
function metaOf(world: ChatwootWorld, row: ConversationRow): Record<string, unknown> {
  const iso = (seconds: number | null): string | null =>
    seconds === null ? null : new Date(seconds * 1000).toISOString();
  const assignee = world.tables.agents.find((agent) => agent.id === row.assignee_id);
  return {
    labels: row.labels,
    additional_attributes: row.additional_attributes,
    contact: presentContactSender(world.tables.contact(row.contact_id)),
    ...(assignee ? { assignee: presentAgentSender(assignee) } : {}),
    agent_last_seen_at: iso(row.agent_last_seen_at),
    assignee_last_seen_at: iso(row.assignee_last_seen_at),
  };
}
