import type { StreamSpec } from '../core/contract.js';
import { CW_ATTACHMENTS, CW_CONTACTS, CW_CONVERSATIONS, CW_INBOXES, CW_MESSAGES } from './tables.js';

/** The lists of an account, in the order in which a sync reads them. */
export const CHATWOOT_STREAMS = [
  { name: 'conversations', tables: [CW_CONVERSATIONS, CW_MESSAGES, CW_ATTACHMENTS], main: true },
  { name: 'contacts', tables: [CW_CONTACTS] },
  { name: 'inboxes', tables: [CW_INBOXES] },
] as const satisfies readonly StreamSpec[];

export type StreamName = (typeof CHATWOOT_STREAMS)[number]['name'];
