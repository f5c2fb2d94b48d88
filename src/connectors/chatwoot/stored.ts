import type { OutsideRows, StoredRows, Taken } from '../core/stored-rows.js';
import type { TableSpec } from '../core/contract.js';
import { inboxScope } from './scope.js';
import { CHATWOOT_TABLES, CW_ATTACHMENTS, CW_CONTACTS, CW_CONVERSATIONS, CW_INBOXES, CW_MESSAGES } from './tables.js';

/** Of another account than `$2`, or of no inbox of `$3` where the source names any. */
const elsewhere = (row: string) =>
  `${row}.account_id <> $2 OR $3::bigint[] IS NOT NULL AND ${row}.inbox_id <> ALL ($3::bigint[])`;
const ofConversation = (condition: string) => `EXISTS (SELECT FROM cw_conversations c
  WHERE c.project_id = t.project_id AND c.conversation_global_id = t.conversation_global_id AND (${condition}))`;

function outside(source: Taken): OutsideRows[] {
  const inboxes = inboxScope(source);
  const values = [source.externalId, inboxes && [...inboxes]];
  const rows = (table: TableSpec, where: string) => ({ table, where, values });
  return [
    rows(CW_ATTACHMENTS, ofConversation(elsewhere('c'))),
    rows(CW_MESSAGES, ofConversation(elsewhere('c'))),
    rows(CW_CONVERSATIONS, elsewhere('t')),
    rows(
      CW_CONTACTS,
      `t.account_id <> $2 OR $3::bigint[] IS NOT NULL AND NOT EXISTS (SELECT FROM cw_conversations c
         WHERE c.project_id = t.project_id AND c.contact_global_id = t.contact_global_id)`,
    ),
    rows(CW_INBOXES, elsewhere('t')),
  ];
}

export const CHATWOOT_STORED: StoredRows = {
  tables: CHATWOOT_TABLES,
  outside,
  chunks: {
    kind: 'message',
    lost: `NOT EXISTS (SELECT FROM cw_messages m WHERE m.project_id = t.project_id AND m.message_global_id = t.source_id)`,
  },
};
