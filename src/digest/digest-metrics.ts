import type { GaugeDefinitions } from '../metrics/index.js';

/** Digests on their way: what waits, and what was given up on the last day. */
export function defineDigestGauges(gauges: GaugeDefinitions): void {
  gauges.define({
    labels: ['status'],
    sql: `SELECT status, count(d.status)::int AS deliveries
          FROM unnest(ARRAY['waiting', 'failed']) AS status LEFT JOIN (
            SELECT status FROM digest_deliveries
            WHERE status = 'waiting' OR status = 'failed' AND created_at > now() - interval '1 day') d USING (status)
          GROUP BY status`,
    gauges: [
      {
        name: 'kag_digest_deliveries',
        help: 'Digests that wait to be sent, and those of the last day that were given up',
        column: 'deliveries',
      },
    ],
  });
}
