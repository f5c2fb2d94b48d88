import { z } from 'zod';
import { SyncError } from '../core/sync-error.js';
import { outcomeOf, type Order, type VendorAction } from '../core/vendor-action.js';
import { PAGE_SIZES } from './attio-api.js';
import { readAttio } from './parse.js';
import { pageSchema } from './payloads.js';

/** Pages of a record's notes that are looked through at most. */
const MAX_PAGES = 40;

const noteSchema = z.looseObject({
  id: z.looseObject({ note_id: z.string().min(1) }),
  content_plaintext: z.string().nullish(),
});
const madeSchema = z.looseObject({ data: noteSchema });

/** Notes carry nothing but their words: the last line of them tells whose note it is. */
const markOf = ({ id }: Order): string => `[KAG ${id}]`;
const recordOf = ({ target }: Order) => {
  const [parent_object = '', parent_record_id = ''] = target.split(':');
  return { parent_object, parent_record_id };
};

/** Records of a table as targets; `named`: they are what the reason rests on. */
const records = (object: string, table: string, likelihood: string) => `
  SELECT '${object}:' || record_id AS id, coalesce(name, '${object}') AS label, web_url AS url,
    '${table} ' || record_id = ANY ($2::text[]) AS named, ${likelihood} AS likelihood, vendor_created_at AS since
  FROM ${table} WHERE project_id = $1 AND deleted_at IS NULL AND ($3::text IS NULL OR '${object}:' || record_id = $3)`;

/** A note of one of the project's deals or companies. */
const note: VendorAction = {
  kind: 'attio_note',
  form: 'note',
  titled: true,
  reachesClient: false,
  // What the reason rests on, then open deals, companies, and closed deals, of each the newest first.
  targets: `SELECT id, label, url FROM (
    ${records('deals', 'attio_opportunities_raw', 'CASE WHEN closed_at IS NULL THEN 2 ELSE 0 END')}
    UNION ALL ${records('companies', 'attio_accounts_raw', '1')}) records
    ORDER BY named DESC, likelihood DESC, since DESC, id`,
  outcome: `(SELECT ${outcomeOf({ gone: 'n.deleted_at IS NOT NULL' })} FROM attio_activities_raw n
    WHERE n.project_id = a.project_id AND n.kind = 'note' AND n.activity_id = a.vendor_ref)`,
  async send(order, { http }) {
    const { title, text } = order;
    const content = `${text}\n\n${markOf(order)}`;
    const { body } = await http.json({
      method: 'POST',
      path: '/v2/notes',
      template: 'notes',
      body: { data: { ...recordOf(order), title, format: 'plaintext', content } },
      writes: true,
    });
    return { ref: readAttio(madeSchema, body, 'notes').data.id.note_id, url: null };
  },
  async find(order, { http }) {
    const limit = PAGE_SIZES.notes;
    for (let page = 0; page < MAX_PAGES; page++) {
      const query = { ...recordOf(order), limit, offset: page * limit };
      const { body } = await http.json({ method: 'GET', path: '/v2/notes', query, template: 'notes' });
      const rows = readAttio(pageSchema, body, 'notes').data;
      const notes = rows.flatMap((row) => noteSchema.safeParse(row).data ?? []);
      const made = notes.find(({ content_plaintext }) => content_plaintext?.includes(markOf(order)));
      if (made) return { ref: made.id.note_id, url: null };
      if (rows.length < limit) return null;
    }
    throw new SyncError('vendor_error', 'The record has too many notes to tell whether it is among them');
  },
};

export const ATTIO_ACTIONS: readonly VendorAction[] = [note];
