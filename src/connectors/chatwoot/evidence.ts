import type { EvidenceTable } from '../core/evidence-table.js';
import { CW_MESSAGES } from './tables.js';

export const CHATWOOT_EVIDENCE: readonly EvidenceTable[] = [
  {
    table: CW_MESSAGES,
    kind: `'message'`,
    text: 'content',
    author: 'sender_name',
    occurred_at: 'sent_at',
    facts: `jsonb_build_object('conversation_global_id', conversation_global_id, 'sender', CASE message_type WHEN 0 THEN 'client' WHEN 3 THEN 'bot' ELSE 'team' END)`,
  },
];
