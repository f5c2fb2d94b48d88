import type { Source } from '../core/contract.js';
import type { VendorAnswer, VendorHttp } from '../core/vendor-http.js';
import { listOf, pageSizes } from '../core/page-sizes.js';
import type { OffsetPage } from '../kit/walk-offsets.js';
import { readAttio } from './parse.js';
import { cursorPageSchema, pageSchema, singleSchema } from './payloads.js';

export type ObjectSlug = 'companies' | 'people' | 'deals';
export type ActivityPath = 'notes' | 'tasks' | 'meetings';

/** The most rows that an answer is documented to hold, endpoint by endpoint (docs/contract/vendors.md#attio). */
export const PAGE_SIZES = { records: 500, notes: 50, tasks: 500, meetings: 200 } as const;

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
  constructor(
    private readonly http: VendorHttp,
    private readonly source: Source,
  ) {}

  /** Records in order of creation. Reading by POST: the filter and the page stand in the body. */
  records(object: ObjectSlug, offset: number, fresh: boolean): Promise<OffsetPage> {
    const template = `objects/${object}/records/query`;
    return this.page(template, PAGE_SIZES.records, async (limit, divisible) => {
      const { body, sentAt } = await this.http.json({
        method: 'POST',
        path: `/v2/objects/${object}/records/query`,
        body: { sorts: [{ attribute: 'created_at', direction: 'asc' }], limit, offset },
        template,
        shared: !fresh,
        divisible,
      });
      return { rows: readAttio(pageSchema, body, template).data, limit, sentAt };
    });
  }

  async record(object: ObjectSlug, id: string): Promise<unknown> {
    return this.single(`/objects/${object}/records/${encodeURIComponent(id)}`, `objects/${object}/records/:id`);
  }

  /** Notes in an order of the vendor's own: the list takes no sort. */
  notes(offset: number, fresh: boolean): Promise<OffsetPage> {
    return this.page('notes', PAGE_SIZES.notes, (limit, divisible) =>
      this.list('/notes', { limit, offset }, fresh, divisible),
    );
  }

  tasks(offset: number, fresh: boolean): Promise<OffsetPage> {
    return this.page('tasks', PAGE_SIZES.tasks, (limit, divisible) =>
      this.list('/tasks', { limit, offset, sort: 'created_at:asc' }, fresh, divisible),
    );
  }

  /** The only list with a cursor, which no deletion can shift. */
  meetings(cursor: string | null): Promise<OffsetPage & { next: string | null }> {
    return this.page('meetings', PAGE_SIZES.meetings, async (limit, divisible) => {
      const query = { limit, sort: 'start_asc', cursor: cursor ?? undefined };
      const { body, sentAt } = await this.get('/meetings', 'meetings', query, true, divisible);
      const { data, pagination } = readAttio(cursorPageSchema, body, 'meetings');
      return { rows: data, limit, sentAt, next: pagination?.next_cursor ?? null };
    });
  }

  activity(path: ActivityPath, id: string): Promise<unknown> {
    return this.single(`/${path}/${encodeURIComponent(id)}`, `${path}/:id`);
  }

  /** A record named by its ref: `deals:ID`, `note:ID`. */
  byRef(ref: string): Promise<unknown> {
    const [kind = '', id = ''] = ref.split(':');
    const isActivity = kind === 'note' || kind === 'task' || kind === 'meeting';
    return isActivity ? this.activity(`${kind}s`, id) : this.record(kind as ObjectSlug, id);
  }

  /** What the token is and belongs to; a bad one is answered too, as inactive. */
  async self(): Promise<unknown> {
    return (await this.get('/self', 'self', {}, true)).body;
  }

  members(): Promise<OffsetPage> {
    return this.list('/workspace_members', {}, false);
  }

  objects(): Promise<OffsetPage> {
    return this.list('/objects', {}, false);
  }

  /** A page of as many rows as are answered. */
  private page<T>(list: string, most: number, read: (limit: number, divisible: boolean) => Promise<T>): Promise<T> {
    return pageSizes.read(listOf(this.source, list), most, read);
  }

  private async list(path: string, query: Query, fresh: boolean, divisible = false): Promise<OffsetPage> {
    const template = path.slice(1);
    const { body, sentAt } = await this.get(path, template, query, !fresh, divisible);
    const { data: rows } = readAttio(pageSchema, body, template);
    return { rows, limit: Number(query['limit'] ?? rows.length), sentAt };
  }

  private async single(path: string, template: string): Promise<unknown> {
    return readAttio(singleSchema, (await this.get(path, template, {}, false)).body, template).data;
  }

  private get(path: string, template: string, query: Query, shared: boolean, divisible = false): Promise<VendorAnswer> {
    return this.http.json({ method: 'GET', path: `/v2${path}`, query, template, shared, divisible });
  }
}
