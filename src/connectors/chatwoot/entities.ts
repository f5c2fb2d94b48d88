import { ChatwootAttachment } from './attachment.entity.js';
import { ChatwootContact } from './contact.entity.js';
import { ChatwootConversation } from './conversation.entity.js';
import { ChatwootInbox } from './inbox.entity.js';
import { ChatwootMessage } from './message.entity.js';

export const CHATWOOT_ENTITIES = [
  ChatwootInbox,
  ChatwootContact,
  ChatwootConversation,
  ChatwootMessage,
  ChatwootAttachment,
];
