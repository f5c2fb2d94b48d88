import type { Database } from '../../src/database/index.js';
import { conclude } from './concluded-projects.js';
import { addDeal } from './deal-rows.js';
import { addForecast } from './forecast-rows.js';
import { addIssues } from './issue-rows.js';
import { addSpoken } from './spoken-rows.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What client and team say, the newest first. */
const TALK = [
  ['client', 'Noor Haddad', 'When will the checkout be ready? We have been waiting for three days.'],
  ['team', 'Ilse Brandt', 'The payment provider has not answered yet. I will ask again today.'],
  ['client', 'Noor Haddad', 'Could you also add a loyalty card to the app?'],
  ['client', 'Tom Okafor', 'The invoice is with our accountant, it will be paid on Friday.'],
  ['team', 'Ilse Brandt', 'The new design is online: https://staging.example/shop\nPlease have a look.'],
] as const;
const EVENTS = 40;

/** Where each value of a signal goes to over 90 days. */
const ENDS = {
  waiting_on_client_days: 0,
  waiting_on_us_hours: 21,
  response_time_median: 300,
  blockers_age: 4.5,
  stage_overdue: 2,
  agreement_overdue_count: 1,
  client_sentiment: -0.4,
  scope_creep_rate: 0.25,
  budget_burn_rate: 1.15,
} as const;

/**
 * Fills projects as syncs and refreshes would, the first of them with a story: words, work, money, and how it came to
 * that.
 */
export async function tellStory(database: Database, ids: readonly string[], now: Date): Promise<void> {
  await conclude(database, ids, now);
  const [first, ...others] = ids;
  if (first === undefined) return;
  await signalsOf(database, first);
  await database.run('DELETE FROM kag_event_log WHERE project_id = $1', [first]);
  await addSpoken(
    database,
    first,
    Array.from({ length: EVENTS }, (_, n) => {
      const [side, name, content] = TALK[n % TALK.length] ?? TALK[0];
      return { id: 9000 + n, side, name, content, sent_at: new Date(now.getTime() - (2 + 5 * n) * HOUR_MS) };
    }),
  );
  await logged(database, first, now);
  const day = (ago: number) => new Date(now.getTime() - ago * DAY_MS).toISOString();
  await addIssues(database, first, [
    { id: 'WEB-12', title: 'Checkout with saved cards', due: day(3).slice(0, 10), assignee: 'u1' },
    { id: 'WEB-15', title: 'Import of old customers', blocked: true },
    { id: 'WEB-19', title: 'Search in the shop', due: day(-5).slice(0, 10) },
    { id: 'WEB-4', title: 'Shop window', completed: now },
  ]);
  await addDeal(database, first, 'deal-1', { created: day(40), status: 'open' });
  await database.run(
    `UPDATE attio_opportunities_raw SET name = 'Web shop, second stage', stage_title = 'In progress', amount = 18500,
       currency = 'EUR', web_url = 'https://attio.example/deal-1' WHERE project_id = $1`,
    [first],
  );
  for (let ago = 60; ago >= 0; ago -= 1) {
    const p14 = 0.08 + 0.3 * (1 - ago / 60);
    const values = { p7: 0.6 * p14, p14, p30: 1.6 * p14 };
    await addForecast(database, first, day(ago), { ...values, risk_type: 'finance_risk' });
  }
  await similar(database, first, others, now);
}

/** Each signal on its way to where it ends. */
async function signalsOf(database: Database, id: string): Promise<void> {
  await database.run(
    `UPDATE project_snapshots s SET signals_json = signals_json || (
       SELECT jsonb_object_agg(key, jsonb_build_object('known', true, 'status', 'ok',
         'value', round((value::float8 * (1 - ago / 90.0) * (1 + 0.1 * sin(ago / 4.0)))::numeric, 3)))
       FROM jsonb_each_text($2::jsonb)) ||
       '{"margin_risk": {"known": false, "value": null}, "activity_drop": {"known": false, "value": null}}'
     FROM (SELECT snapshot_date AS day, max(snapshot_date) OVER () - snapshot_date AS ago
       FROM project_snapshots WHERE project_id = $1) AS d
     WHERE s.project_id = $1 AND s.snapshot_date = d.day`,
    [id, JSON.stringify(ENDS)],
  );
}

/** Events that no message tells of, and one more that the newest wish is. */
async function logged(database: Database, id: string, now: Date): Promise<void> {
  await database.run(
    `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, source_url, payload_json, dedupe_key)
     SELECT $1, type, $2::timestamptz - make_interval(hours => hours), 'team', source, url, payload, type
     FROM (VALUES
       ('issue_blocked', 'linear', 6, 'https://linear.example/WEB-15',
         '{"identifier": "WEB-15", "title": "Import of old customers", "reason": "state"}'::jsonb),
       ('stage_started', 'linear', 30, NULL, '{"stage_name": "Cycle 7", "due_at": "2026-02-20T00:00:00Z"}'),
       ('deal_stage_changed', 'attio', 31, 'https://attio.example/deal-1',
         '{"deal_name": "Web shop, second stage", "from": "Offer", "to": "In progress"}'),
       ('finance_entry_recorded', 'attio', 32, NULL,
         '{"deal_name": "Web shop, second stage", "entry_type": "cost", "amount": 10300, "currency": "EUR"}'))
       AS e (type, source, hours, url, payload)`,
    [id, now],
  );
  await database.run(
    `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, source_ref, source_url, source_message_id,
       payload_json, evidence_refs, dedupe_key)
     SELECT project_id, 'scope_change_detected', occurred_at, actor, source, source_ref, source_url, source_message_id,
       payload_json, evidence_refs, 'scope'
     FROM kag_event_log WHERE project_id = $1 AND source_message_id = 'cwmsg:1:9002'`,
    [id],
  );
}

/**
 * Each project as it is now, and the others as they were when they were much like the first; one came into trouble
 * then.
 */
async function similar(database: Database, id: string, others: readonly string[], now: Date): Promise<void> {
  await database.run(
    `INSERT INTO case_signatures (project_id, window_days, window_end, vector, pairs, context, snapshots, hash)
     SELECT project_id, 14, $3::timestamptz::date - CASE WHEN project_id = $1 THEN 0 ELSE 40 END,
       ARRAY[.6, .5, .4, 0, 0, .7, 0, .3, 0, 0, 0, .1, 0, 0]::float8[], ARRAY['issue_blocked>message_sent'],
       '{"project_type": "mixed", "budget_band": "md", "deal_stage": "open"}', 14, project_id::text
     FROM unnest(array_prepend($1::uuid, $2::uuid[])) AS p (project_id)`,
    [id, others, now],
  );
  await database.run(
    `INSERT INTO risk_onsets (project_id, risk_type, began, known, source, severity, evidence_refs)
     SELECT p, 'finance_risk', $2::timestamptz::date - 30, $2::timestamptz::date - 30, 'rule', 4,
       '[{"source_table": "cw_messages", "source_pk": "cwmsg:1:1"}]' FROM unnest($1::uuid[]) AS p LIMIT 1`,
    [others, now],
  );
}
