import { Injectable } from '@nestjs/common';
import { Database, itemsByProject, type Held } from '../database/index.js';
import { counts } from '../kag-events/index.js';
import { RecordTables } from '../source-records/index.js';
import type { SeenPair } from './domain/signature.js';

/** Up to which moment a project is looked at. */
export interface ProjectUntil {
  project_id: string;
  until: Date;
}

/** What a project is called, where its parts are planned, and how far its latest deal is. */
export interface Circumstances {
  name: string;
  source_names: string[];
  deal: { title: string | null; status: string } | null;
}

/** The looks as rows: `n` is their place in the list, from 1. */
const LOOKS = `unnest($1::uuid[], $2::timestamptz[]) WITH ORDINALITY AS w (project_id, until, n)`;
const parametersOf = (looks: readonly ProjectUntil[]): unknown[] => [
  looks.map((one) => one.project_id),
  looks.map((one) => one.until.toISOString()),
];

/** What signatures are made of beside snapshots, for many looks at once: a statement each, however many there are. */
@Injectable()
export class WindowFactsRepository {
  constructor(
    private readonly database: Database,
    private readonly records: RecordTables,
  ) {}

  /**
   * The pairs of consecutive domain events of the `days` days before each look, each once, in the order of the looks.
   */
  async pairs(looks: readonly ProjectUntil[], days: number): Promise<SeenPair[][]> {
    return itemsByProject(this.database, looks, (asked, held) => this.pairsBy(asked, days, held));
  }

  private async pairsBy(looks: readonly ProjectUntil[], days: number, held: Held): Promise<SeenPair[][]> {
    const rows = await this.database.query<SeenPair & { n: number }>(
      // A look at a time, since a project's events lie in its index in the order that is asked for.
      `SELECT w.n::int AS n, e.pair, max(e.began_at) AS began_at
       FROM ${LOOKS}
       CROSS JOIN LATERAL (
         SELECT lag(event_type) OVER in_order || '>' || event_type AS pair, lag(occurred_at) OVER in_order AS began_at
         FROM kag_event_log l
         WHERE l.project_id = w.project_id AND l.occurred_at > w.until - make_interval(hours => 24 * $3::int)
           AND l.occurred_at <= w.until AND ${counts('l')} ${held('l.project_id', '$1')}
         WINDOW in_order AS (ORDER BY occurred_at, id)
       ) AS e
       WHERE e.pair IS NOT NULL
       GROUP BY w.n, e.pair`,
      [...parametersOf(looks), days],
    );
    const pairs: SeenPair[][] = looks.map(() => []);
    for (const { n, pair, began_at } of rows) pairs[n - 1]?.push({ pair, began_at });
    return pairs;
  }

  /**
   * In the order of the looks; null for a project that is no more. The latest deal is the one whose stage changed last:
   * by the vendor's text of that time, to the second, since a text that is none must not fail everybody's windows. A
   * deal that has moved on since is where it then was by what the log says of its next move, and else nowhere yet:
   * hindsight would make a past window resemble what became of it.
   */
  async circumstances(looks: readonly ProjectUntil[]): Promise<(Circumstances | null)[]> {
    return itemsByProject(this.database, looks, (asked, held) => this.circumstancesBy(asked, held));
  }

  private async circumstancesBy(looks: readonly ProjectUntil[], held: Held): Promise<(Circumstances | null)[]> {
    const rows = await this.database.query<Circumstances & { n: number }>(
      `SELECT w.n::int AS n, p.name, to_jsonb(l.names) AS source_names, d.deal
       FROM ${LOOKS}
       JOIN projects p ON p.id = w.project_id
       CROSS JOIN LATERAL (
         SELECT coalesce(array_agg(name ORDER BY id), '{}') AS names FROM ${this.records.plans()} found
         WHERE project_id = p.id AND live ${held('project_id', '$1')}
       ) AS l
       LEFT JOIN LATERAL (
         SELECT CASE WHEN since.holds THEN jsonb_build_object('title', stage, 'status', status)
                ELSE jsonb_build_object('title', moved.from_title, 'status', 'open') END AS deal
         FROM ${this.records.deals()} o
         CROSS JOIN LATERAL (
           SELECT o.stage_since IS NULL
             OR left(o.stage_since, 19) COLLATE "C" <= to_char(w.until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') AS holds
         ) AS since
         LEFT JOIN LATERAL (
           SELECT payload_json ->> 'from' AS from_title FROM kag_event_log e
           WHERE NOT since.holds AND e.project_id = p.id AND e.event_type = 'deal_stage_changed' AND e.occurred_at > w.until
             AND e.payload_json ->> 'deal_id' = o.id ${held('e.project_id', '$1')}
           ORDER BY e.occurred_at, e.id LIMIT 1) AS moved ON true
         WHERE o.project_id = p.id AND o.deleted_at IS NULL AND o.opened_at <= w.until
           ${held('o.project_id', '$1')}
         ORDER BY since.holds DESC, o.stage_since COLLATE "C" DESC NULLS LAST, o.opened_at DESC, o.id COLLATE "C" LIMIT 1
       ) AS d ON true`,
      parametersOf(looks),
    );
    const found: (Circumstances | null)[] = looks.map(() => null);
    for (const { n, ...circumstances } of rows) found[n - 1] = circumstances;
    return found;
  }
}
