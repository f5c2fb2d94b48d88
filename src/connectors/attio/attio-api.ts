import type { Source } from '../core/contract.js';
import type { VendorAnswer, VendorHttp } from '../core/vendor-http.js';
import { readAnswer } from './parse.js';
import { cursorPageSchema, pageSchema, singleSchema } from './payloads.js';

export type ObjectSlug = 'companies' | 'people' | 'deals';
export type ActivityPath = 'notes' | 'tasks' | 'meetings';

/** The most rows that an answer is documented to hold (page sizes differ per endpoint). */
export const PAGE_SIZES = { records: 500, notes: 50, tasks: 500, meetings: 200 } as const;

/** A list's page, and when it was asked for: shared, it may be a minute old. */
export interface Listed {
  readonly rows: readonly unknown[];
  /** Epoch ms. */
  readonly sentAt: number;
}

type Query = Record<string, string | number | undefined>;

export function attioRequestHeaders(source: Source): Record<string, string> {
  return { authorization: `Bearer ${source.apiToken}` };
}

/**
 * Attio's REST API v2, as far as a mirror needs it. Lists throw SyncError `bad_payload` when their wrapper can't be
 * read; everything else is thrown by the HTTP client, `gone` for what isn't there (any more).
 *
 * `fresh` asks for the present moment. Without it a list's answer may be shared with the syncs of other projects of the
 * workspace, so that two hundred of them scan it once.
 */
export class AttioApi {
  constructor(private readonly http: VendorHttp) {}

  /** Records in order of creation. Reading by POST: the filter and the page stand in the body. */
  async records(object: ObjectSlug, offset: number, fresh: boolean): Promise<Listed> {
    const template = `objects/${object}/records/query`;
    const { body, sentAt } = await this.http.json({
      method: 'POST',
      path: `/v2/objects/${object}/records/query`,
      body: { sorts: [{ attribute: 'created_at', direction: 'asc' }], limit: PAGE_SIZES.records, offset },
      template,
      shared: !fresh,
    });
    return { rows: readAnswer(pageSchema, body, template).data, sentAt };
  }

  async record(object: ObjectSlug, id: string): Promise<unknown> {
    return this.single(`/objects/${object}/records/${encodeURIComponent(id)}`, `objects/${object}/records/:id`);
  }

  /** Notes in an order of the vendor's own: the list takes no sort. */
  notes(offset: number, fresh: boolean): Promise<Listed> {
    return this.list('/notes', { limit: PAGE_SIZES.notes, offset }, fresh);
  }

  tasks(offset: number, fresh: boolean): Promise<Listed> {
    return this.list('/tasks', { limit: PAGE_SIZES.tasks, offset, sort: 'created_at:asc' }, fresh);
  }

  /** The only list with a cursor, which no deletion can shift. */
  async meetings(cursor: string | null): Promise<Listed & { next: string | null }> {
    const query = { limit: PAGE_SIZES.meetings, sort: 'start_asc', cursor: cursor ?? undefined };
    const { body, sentAt } = await this.get('/meetings', 'meetings', query, true);
    const { data, pagination } = readAnswer(cursorPageSchema, body, 'meetings');
    return { rows: data, sentAt, next: pagination?.next_cursor ?? null };
  }

  activity(path: ActivityPath, id: string): Promise<unknown> {
    return this.single(`/${path}/${encodeURIComponent(id)}`, `${path}/:id`);
  }

  /** What the token is and belongs to; a bad one is answered too, as inactive. */
  async self(): Promise<unknown> {
    return (await this.get('/self', 'self', {}, true)).body;
  }

  members(): Promise<Listed> {
    return this.list('/workspace_members', {}, false);
  }

  objects(): Promise<Listed> {
    return this.list('/objects', {}, false);
  }

  private async list(path: string, query: Query, fresh: boolean): Promise<Listed> {
    const template = path.slice(1);
    const { body, sentAt } = await this.get(path, template, query, !fresh);
    return { rows: readAnswer(pageSchema, body, template).data, sentAt };
  }

  private async single(path: string, template: string): Promise<unknown> {
    return readAnswer(singleSchema, (await this.get(path, template, {}, false)).body, template).data;
  }

  private get(path: string, template: string, query: Query, shared: boolean): Promise<VendorAnswer> {
    return this.http.json({ method: 'GET', path: `/v2${path}`, query, template, shared });
  }
}
