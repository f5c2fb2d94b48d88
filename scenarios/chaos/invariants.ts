import { sourceDifferences } from '../source-differences.js';
import type { Load } from './load.js';
import type { Site } from './site.js';

/** What holds after any fault; the name heads a column of the table. */
export interface Invariant {
  name: string;
  /** What is against it; empty where it holds. */
  look(site: Site, load: Load, mayFailWith: readonly string[]): Promise<string[]>;
}

interface EndedRun {
  id: string;
  job_type: string;
  status: string;
  code: string | null;
  message: string | null;
}

export const INVARIANTS: readonly Invariant[] = [
  {
    name: 'tables',
    async look({ projectIds, query, sandbox }) {
      const source = sandbox.world.snapshot();
      const found = [];
      for (const id of projectIds) found.push(...(await sourceDifferences(query, id, source)));
      return found;
    },
  },
  {
    name: 'events',
    async look({ query }) {
      const twice = await query<{ text: string }>(
        `SELECT format('%s of %s is in the log %s times', event_type, source_message_id, count(*)) AS text
         FROM kag_event_log WHERE event_type = 'message_sent'
         GROUP BY project_id, event_type, source_message_id HAVING count(*) > 1 LIMIT 10`,
      );
      return twice.map(({ text }) => text);
    },
  },
  { name: 'jobs', look: (site, load, mayFailWith) => jobFaults(site, load, mayFailWith) },
  {
    name: 'at rest',
    async look({ query }) {
      const stuck = await query<{ text: string }>(
        `SELECT format('%s is %s, and no message in the queue is about it', job_type, status) AS text FROM job_runs r
         WHERE status IN ('queued', 'running') AND parent_run_id IS NULL AND created_at < now() - interval '30 seconds'
           AND NOT EXISTS (SELECT FROM pgboss.job j WHERE j.state IN ('created', 'retry', 'active')
             AND j.data -> 'runs' @> jsonb_build_array(jsonb_build_object('id', r.id)))
         UNION ALL
         SELECT format('the sync of %s is marked as running, and no run has it', connector) FROM connector_sync_state s
         WHERE status = 'running'
           AND NOT EXISTS (SELECT FROM job_runs r WHERE r.id = s.run_id AND r.status IN ('queued', 'running'))`,
      );
      return stuck.map(({ text }) => text);
    },
  },
  { name: 'answers', look: async (_, load) => [...new Set(load.broken)].slice(0, 5) },
];

/** Promised runs that are lost or have failed for no reason of their own, and runs that were done twice. */
async function jobFaults({ query }: Site, load: Load, mayFailWith: readonly string[]): Promise<string[]> {
  const promised = [...load.promised];
  const runs = await query<EndedRun>(
    `SELECT id, job_type, status, error ->> 'code' AS code, error ->> 'message' AS message FROM job_runs WHERE id = ANY ($1)`,
    [promised],
  );
  const known = new Set(runs.map(({ id }) => id));
  const twice = await query<{ text: string }>(
    `SELECT format('%s ran twice at once', job_type) AS text FROM (
       SELECT job_type, started_at, max(finished_at) OVER (
         PARTITION BY project_id, job_type ORDER BY started_at, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
       ) AS others_until
       FROM job_runs WHERE finished_at > started_at) runs
     WHERE started_at < others_until
     UNION ALL
     SELECT format('%s %s has ended %s times', r.job_type, r.id, count(*)) FROM kag_event_log e
     -- The steps of a run tell of their ends too, once more where it was picked up again.
     JOIN job_runs r ON r.project_id = e.project_id AND r.id::text = e.source_ref AND e.payload_json ->> 'process' = r.job_type
     WHERE e.event_type IN ('process_finished', 'process_failed')
     GROUP BY r.job_type, r.id HAVING count(*) > 1 LIMIT 10`,
  );
  return [
    ...promised.filter((id) => !known.has(id)).map((id) => `run ${id} was promised and is lost`),
    ...runs
      .filter(({ status, code }) => status !== 'succeeded' && !(code !== null && mayFailWith.includes(code)))
      .map(({ id, job_type, status, code, message }) =>
        `${job_type} ${id} is ${status}: ${code ?? ''} ${message ?? ''}`.trim(),
      ),
    ...twice.map(({ text }) => text),
  ];
}
