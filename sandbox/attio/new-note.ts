import { type Exchange, isRecord, jsonObject } from '../http/exchange.js';
import type { NewNote } from './mutations.js';
import { invalid, tooLarge, unknownValue } from './problems.js';
import type { AttioWorld } from './world.js';

const MAX_CONTENT = 100_000;

/**
 * A new note of a record that is there.
 * @throws HttpProblem as Attio refuses it
 */
export function newNoteOf(world: AttioWorld, exchange: Exchange): NewNote {
  const data = jsonObject(exchange)?.['data'];
  if (!isRecord(data)) throw invalid('Body payload validation error: data is required.');
  const { parent_object: object, parent_record_id: record, title, format, content } = data;
  for (const [name, value] of Object.entries({ parent_object: object, parent_record_id: record, title, content }))
    if (typeof value !== 'string' || value === '') throw invalid(`Body payload validation error: ${name} is required.`);
  if (format !== 'plaintext' && format !== 'markdown') throw invalid('format must be plaintext or markdown.');
  if (String(content).length > MAX_CONTENT) throw tooLarge();
  const parent = world.tables.records.get(String(record));
  if (!parent || parent.owner !== world.schema.object(String(object))?.slug)
    throw unknownValue('The parent record was not found.');
  return { record: parent.id, title: String(title), content: String(content) };
}
