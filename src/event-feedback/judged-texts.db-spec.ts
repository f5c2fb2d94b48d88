import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { declaredRecords } from '../../test/support/declared-records.js';
import { newProject } from '../../test/support/search-parts.js';
import { addSpoken } from '../../test/support/spoken-rows.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { sha256 } from '../common/stable-hash.js';
import { judgedTexts } from './judged-texts.js';

const SENT = new Date('2026-03-02T10:00:00.000Z');

let db: TestDatabase;
let project: string;
beforeAll(async () => {
  db = await openTestDatabase();
  project = await newProject(db);
});
afterAll(() => db.close());

/** An event that was heard in a message, and what was said of it. */
async function judged(
  id: number,
  type: string,
  right: boolean,
  instead: string | null,
  hashed: string,
  by_person = false,
) {
  await db.database.run(
    `WITH heard AS (
       INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, source_message_id, payload_json, dedupe_key)
       SELECT project_id, $3, occurred_at, actor, source, source_message_id,
         CASE WHEN $7 THEN '{"by_person": true}'::jsonb ELSE '{}' END, $3 || ':' || source_message_id
       FROM kag_event_log WHERE project_id = $1 AND source_message_id = $2 AND event_type = 'message_sent' RETURNING id)
     INSERT INTO kag_event_feedback (project_id, event_id, is_right, instead, text_hash, language, judged_by)
     SELECT $1, id, $4, $5, $6, 'en', 'anna' FROM heard`,
    [project, `cwmsg:1:${id}`, type, right, instead, sha256(hashed), by_person],
  );
}

it('has the words that were judged, and leaves out those that are others now or gone', async () => {
  const say = (id: number, content: string) => ({ id, side: 'client' as const, name: 'Noor', content, sent_at: SENT });
  await addSpoken(db.database, project, [
    say(1, 'We need SEO'),
    say(2, 'Edited since'),
    say(3, 'Deleted since'),
    say(4, 'Added by a person'),
  ]);
  await judged(1, 'need_detected', false, 'scope_change_detected', 'We need SEO');
  await judged(2, 'need_detected', false, null, 'As it was');
  await judged(3, 'need_detected', true, null, 'Deleted since');
  await judged(4, 'need_detected', true, null, 'Added by a person', true);
  await db.database.run(`UPDATE cw_messages SET deleted_at = now() WHERE message_global_id = 'cwmsg:1:3'`);
  expect(await judgedTexts(db.database, declaredRecords())).toEqual({
    texts: [
      {
        text: 'We need SEO',
        actor: 'client',
        language: 'en',
        event_type: 'need_detected',
        right: false,
        instead: 'scope_change_detected',
      },
    ],
    left_out: 2,
  });
});
