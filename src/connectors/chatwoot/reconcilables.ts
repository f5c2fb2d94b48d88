import type { Reconcilable } from '../core/contract.js';
import { CONTACTS, CONVERSATIONS } from './chatwoot-api.js';
import { globalIds, isOfAccount } from './ids.js';
import { activityOf, versionOf } from './mapper.js';
import { walkPages } from '../kit/walk-pages.js';
import { readRows } from './parse.js';
import { contactSchema, conversationSchema } from './payloads.js';
import { nowSeconds, startRun } from './run.js';
import { inScope } from './scope.js';
import { CW_CONTACTS, CW_CONVERSATIONS } from './tables.js';

const lastPart = (key: string) => key.slice(key.lastIndexOf(':') + 1);

/** Conversations by id and version; a conversation's messages are compared by reading it again. */
const conversations: Reconcilable = {
  resource: 'conversations',
  table: CW_CONVERSATIONS,
  versionColumn: 'vendor_updated_at',
  listedWhere: null,
  refOf: (key) => `conversation:${lastPart(key)}`,
  isOf: isOfAccount,
  async *list(context) {
    const run = startRun(context);
    const ids = globalIds(context.source);
    const horizon = nowSeconds(run) - context.lookbackDays * 86_400;
    const read = (number: number) => run.api.conversations('created_at_asc', number);
    for await (const page of walkPages({ ...CONVERSATIONS, read }, 1)) {
      const { records } = readRows(conversationSchema, page.rows, (id) => `conversation:${id}`);
      const ours = records.filter(({ fields }) => inScope(run.inboxes, fields.inbox_id));
      // What a first sync left out as too old is not missing; what we have is compared however old it is.
      const keys = ours.map(({ fields }) => ids.conversation(fields.id));
      const known = await context.known(CW_CONVERSATIONS, 'vendor_updated_at', keys);
      yield ours
        .filter(({ fields }) => activityOf(fields) >= horizon || known.has(ids.conversation(fields.id)))
        .map((record) => ({
          key: ids.conversation(record.fields.id),
          ref: `conversation:${record.fields.id}`,
          version: String(versionOf(record.fields)),
        }));
    }
  },
};

/**
 * Contacts by id; the vendor shows no version of them, and lists only those with an e-mail, a phone or an identifier.
 */
const contacts: Reconcilable = {
  resource: 'contacts',
  table: CW_CONTACTS,
  versionColumn: null,
  listedWhere: `coalesce(nullif(email, ''), nullif(phone_number, ''), nullif(identifier, '')) IS NOT NULL`,
  refOf: (key) => `contact:${lastPart(key)}`,
  isOf: isOfAccount,
  async *list(context) {
    const run = startRun(context);
    const ids = globalIds(context.source);
    // Narrowed to inboxes, a project has the contacts that its conversations name and no others.
    const ours = run.inboxes === null ? null : await context.live(CW_CONVERSATIONS, 'contact_global_id');
    const named = ours && new Set(ours.values());
    const read = (number: number) => run.api.contacts('created_at', number);
    for await (const page of walkPages({ ...CONTACTS, read }, 1)) {
      const { records } = readRows(contactSchema, page.rows, (id) => `contact:${id}`);
      let keys = records.map(({ fields }) => ids.contact(fields.id));
      if (named !== null) keys = keys.filter((key) => named.has(key));
      yield keys.map((key) => ({ key, ref: `contact:${lastPart(key)}`, version: null }));
    }
  },
};

export const CHATWOOT_RECONCILABLES: readonly Reconcilable[] = [conversations, contacts];
