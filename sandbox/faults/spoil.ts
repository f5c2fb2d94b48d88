import { type Exchange, isRecord, type Reply } from '../http/exchange.js';
import { makePartial, rootNodes } from '../linear/fault-answers.js';
import type { Random } from '../random.js';
import type { FaultRule } from './rule.js';

type Row = Record<string, unknown>;

/** Damages a good answer in place: the status stays 200, which is what makes these faults nasty. */
export function spoil(fault: FaultRule, reply: Reply, exchange: Exchange, random: Random): void {
  if (reply.status !== 200) return;
  // A copy, because rows may be shared with the world behind the answer.
  reply.body = structuredClone(reply.body);
  if (fault.kind === 'edit') return fault.edit?.(reply, exchange);
  if (fault.kind === 'cut_json') {
    const text = JSON.stringify(reply.body);
    reply.body = text.slice(0, Math.floor(text.length * 0.6));
    reply.headers = { ...reply.headers, 'content-type': 'application/json; charset=utf-8' };
    return;
  }
  if (fault.kind === 'partial') return isRecord(reply.body) ? makePartial(reply.body, fault.field) : undefined;
  const rows = rowsOf(reply.body);
  if (fault.kind === 'bad_shape') return corrupt(fault, rows ?? singleOf(reply.body));
  if (!rows) return;
  if (fault.kind === 'repeat_rows') {
    rows.splice(0, rows.length, ...rows.flatMap((row, i) => (i % 3 === 0 ? [row, structuredClone(row)] : [row])));
  }
  if (fault.kind === 'reorder_rows') shuffle(rows, random);
}

/** @returns the list inside any of the known wrappers, undefined for a single object */
function rowsOf(body: unknown): Row[] | undefined {
  if (Array.isArray(body)) return body as Row[];
  if (!isRecord(body)) return undefined;
  const nodes = rootNodes(body);
  if (nodes) return nodes as Row[];
  const data = body['data'];
  const list = Array.isArray(body['payload']) ? body['payload'] : isRecord(data) ? data['payload'] : data;
  return Array.isArray(list) ? (list as Row[]) : undefined;
}

/** @returns the one object an answer is, or has as its data */
function singleOf(body: unknown): Row[] {
  if (!isRecord(body)) return [];
  return [isRecord(body['data']) ? body['data'] : body];
}

/** Attio's ids are objects of uuids. */
const hasId = (row: Row, wanted: number | string): boolean =>
  row['id'] === wanted || (isRecord(row['id']) && Object.values(row['id']).includes(wanted));

function corrupt(fault: FaultRule, rows: Row[]): void {
  // All of them: a server that spoils one vector among good ones is told apart in the embedder's own tests.
  if (rows.every((row) => 'embedding' in row)) return rows.forEach((row) => (row['embedding'] = 'not a vector'));
  const wanted = fault.recordId;
  const row = wanted === undefined ? rows[Math.floor(rows.length / 2)] : rows.find((each) => hasId(each, wanted));
  if (!row) return;
  if (fault.field !== undefined) row[fault.field] = fault.value;
  else if (typeof row['updatedAt'] === 'string') row['updatedAt'] = { at: 'noon' };
  else if ('html_url' in row) row['updated_at'] = { at: 'noon' };
  else if ('values' in row) row['values'] = 'none';
  else if ('message_type' in row || 'created_by_actor' in row) row['created_at'] = 'yesterday';
  else if ('inbox_id' in row) row['last_activity_at'] = { at: 'noon' };
  else row['id'] = { value: String(row['id']) };
}

function shuffle(rows: Row[], random: Random): void {
  for (let i = rows.length - 1; i > 0; i--) {
    const j = random.int(0, i);
    [rows[i], rows[j]] = [rows[j] as Row, rows[i] as Row];
  }
}
