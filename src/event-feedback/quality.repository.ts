import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { HeardType } from '../kag-events/index.js';

/**
 * How many events of a type, heard in words of a language, people have judged, and how many of them they found right.
 */
export interface JudgedCount {
  account_scope_id: string;
  account_scope_name: string;
  event_type: HeardType;
  /** Null: it is not known. */
  language: string | null;
  judged: number;
  are_right: number;
}

@Injectable()
export class QualityRepository {
  constructor(private readonly database: Database) {}

  /**
   * Of the account scopes of a user, by the scope's name, type and language. What people added themselves is left out.
   */
  async counts(userId: string): Promise<JudgedCount[]> {
    return this.database.query<JudgedCount>(
      `SELECT a.id AS account_scope_id, a.name AS account_scope_name, e.event_type, said.language,
         count(*)::int AS judged, (count(*) FILTER (WHERE said.is_right))::int AS are_right
       FROM kag_event_feedback said
       JOIN kag_event_log e ON e.project_id = said.project_id AND e.id = said.event_id
       JOIN projects p ON p.id = said.project_id
       JOIN account_scopes a ON a.id = p.account_scope_id
       JOIN user_scopes us ON us.account_scope_id = a.id AND us.user_id = $1
       WHERE p.removed_at IS NULL AND e.payload_json ->> 'by_person' IS NULL AND said.judged_by NOT LIKE 'model:%'
       GROUP BY a.id, a.name, e.event_type, said.language
       ORDER BY a.name, a.id, e.event_type, said.language NULLS LAST`,
      [userId],
    );
  }
}
