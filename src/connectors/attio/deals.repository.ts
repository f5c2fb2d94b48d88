import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

export const DEAL_STATES = ['open', 'won', 'lost', 'all'] as const;
export type DealState = (typeof DEAL_STATES)[number];

export interface ListedDeal {
  id: string;
  name: string | null;
  stage: string | null;
  status: string;
  /** As the vendor writes it: a time, or a day. */
  stage_since: string | null;
  amount: number | null;
  currency: string | null;
  planned_budget: number | null;
  cost: number | null;
  owner: string | null;
  url: string | null;
  created_at: Date;
  closed_at: Date | null;
}

@Injectable()
export class DealsRepository {
  constructor(private readonly database: Database) {}

  /** The project's deals, latest first, after the one with the id `afterId`. One statement. */
  async list(projectId: string, state: DealState, limit: number, afterId: string | null): Promise<ListedDeal[]> {
    return this.database.query<ListedDeal>(
      `SELECT record_id AS id, name, stage_title AS stage, stage_status AS status, stage_since, amount,
         coalesce(currency, planned_budget_currency, cost_currency) AS currency, planned_budget, cost, owner_name AS owner,
         web_url AS url, vendor_created_at AS created_at, closed_at
       FROM attio_opportunities_raw d
       WHERE project_id = $1 AND deleted_at IS NULL AND ($2 = 'all' OR stage_status = $2)
         AND ($3::text IS NULL OR (vendor_created_at, record_id) < (
           SELECT l.vendor_created_at, l.record_id FROM attio_opportunities_raw l WHERE l.project_id = $1 AND l.record_id = $3))
       ORDER BY vendor_created_at DESC, record_id DESC LIMIT $4`,
      [projectId, state, afterId, limit],
    );
  }
}
