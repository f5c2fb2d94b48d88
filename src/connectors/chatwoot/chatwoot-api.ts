import type { Source } from '../core/contract.js';
import type { VendorHttp } from '../core/vendor-http.js';
import type { NumberedPage } from '../kit/walk-pages.js';
import { readWrapper, rowId } from './parse.js';
import { contactPageSchema, conversationPageSchema, payloadSchema } from './payloads.js';
import { inboxScope, singleInbox } from './scope.js';

export type ConversationSort = 'created_at_asc' | 'last_activity_at_desc';
export type ContactSort = 'created_at' | '-created_at' | '-last_activity_at';

/** The lists of pages, as a walk calls them and tells their rows apart. */
export const CONVERSATIONS = { name: "Chatwoot's conversations", idOf: rowId };
export const CONTACTS = { name: "Chatwoot's contacts", idOf: rowId };

/** The bounds of a message read; together they mean after <= id < before, alone `after` excludes its id. */
export interface MessageBounds {
  after?: number;
  before?: number;
}

type Query = Record<string, string | number | boolean | undefined>;

/** A page number behind every list: lists answer it with nothing, a read that isn't paginated doesn't look at it. */
const FAR_PAGE = 1_000_000;

/**
 * The header with dashes: nginx drops names with underscores, and Rack takes both for one
 * (docs/contract/vendors.md#chatwoot).
 */
export function chatwootRequestHeaders(source: Source): Record<string, string> {
  return { 'Api-Access-Token': source.apiToken };
}

/**
 * Chatwoot's application API, as far as a mirror needs it. Lists throw SyncError `bad_payload` when their wrapper can't
 * be read; everything else is thrown by the HTTP client, `gone` for what isn't there (any more).
 */
export class ChatwootApi {
  private readonly root: string;
  private readonly inboxId: number | undefined;

  constructor(
    private readonly http: VendorHttp,
    source: Source,
  ) {
    this.root = `/api/v1/accounts/${encodeURIComponent(source.externalId)}`;
    this.inboxId = singleInbox(inboxScope(source));
  }

  /** A page of conversations of every status: without `status=all` only open ones are listed. */
  conversations(sort: ConversationSort, page: number): Promise<NumberedPage> {
    return this.listConversations({ sort_by: sort, page });
  }

  /**
   * Every conversation updated within the last seconds, in one answer. Servers that don't know `updated_within` see a
   * page far behind the end instead, so rows in the answer prove that it was understood
   * (docs/contract/vendors.md#chatwoot).
   */
  conversationsUpdatedWithin(seconds: number): Promise<NumberedPage> {
    return this.listConversations({ sort_by: 'last_activity_at_desc', page: FAR_PAGE, updated_within: seconds });
  }

  async conversation(id: number): Promise<unknown> {
    return this.get(`/conversations/${id}`, 'conversations/:id');
  }

  async messages(conversationId: number, bounds: MessageBounds): Promise<readonly unknown[]> {
    const body = await this.get(`/conversations/${conversationId}/messages`, 'conversations/:id/messages', {
      ...bounds,
    });
    return readWrapper(payloadSchema, body, 'conversations/:id/messages').payload;
  }

  /** A page of contacts; without a sort the vendor has no order at all, and pages would overlap at will. */
  async contacts(sort: ContactSort, page: number): Promise<NumberedPage> {
    const body = await this.getList('/contacts', 'contacts', { sort, page, include_contact_inboxes: false });
    const { meta, payload } = readWrapper(contactPageSchema, body, 'contacts');
    return { rows: payload, total: meta?.count ?? null };
  }

  /**
   * One contact. Its wrapper is not documented (docs/contract/vendors.md#chatwoot): each of the known ones is taken
   * off.
   */
  async contact(id: number): Promise<unknown> {
    let body: unknown = await this.get(`/contacts/${id}`, 'contacts/:id', { include_contact_inboxes: false });
    for (const wrapper of ['payload', 'contact']) body = (body as Record<string, unknown> | null)?.[wrapper] ?? body;
    return body;
  }

  /**
   * Every inbox; the list has no pages.
   * @param fresh as it is now; else the answer may be a minute old
   */
  async inboxes(fresh: boolean): Promise<readonly unknown[]> {
    const body = fresh ? await this.get('/inboxes', 'inboxes') : await this.getList('/inboxes', 'inboxes');
    return readWrapper(payloadSchema, body, 'inboxes').payload;
  }

  private async listConversations(query: Record<string, string | number>): Promise<NumberedPage> {
    // A walk over everything is shorter for one inbox; what is latest is asked alike for all projects of the account.
    const scope = query['sort_by'] === 'created_at_asc' ? { inbox_id: this.inboxId } : {};
    const body = await this.getList('/conversations', 'conversations', { status: 'all', ...scope, ...query });
    const { data } = readWrapper(conversationPageSchema, body, 'conversations');
    return { rows: data.payload, total: data.meta?.all_count ?? null };
  }

  private async get(path: string, template: string, query: Query = {}): Promise<unknown> {
    return (await this.http.json({ method: 'GET', path: this.root + path, query, template })).body;
  }

  /**
   * A list, which syncs of several projects may share for a while. Single conversations and their messages never are:
   * messages older than the row that vouches for them would be taken for complete.
   */
  private async getList(path: string, template: string, query: Query = {}): Promise<unknown> {
    return (await this.http.json({ method: 'GET', path: this.root + path, query, template, shared: true })).body;
  }
}
