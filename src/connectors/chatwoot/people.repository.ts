import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

/** Somebody who wrote in the project's conversations. */
export interface Speaker {
  name: string | null;
  side: 'client' | 'team';
  messages: number;
  first_at: Date;
  last_at: Date;
}

@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  /**
   * Who wrote since then, those who wrote last first. Notes, lines of activity and Chatwoot's own messages do not
   * count. One statement.
   */
  async speakers(projectId: string, since: Date, limit: number): Promise<Speaker[]> {
    return this.database.query<Speaker>(
      `SELECT (array_agg(sender_name ORDER BY sent_at DESC))[1] AS name,
         CASE WHEN message_type = 0 THEN 'client' ELSE 'team' END AS side,
         count(*)::int AS messages, min(sent_at) AS first_at, max(sent_at) AS last_at
       FROM cw_messages
       WHERE project_id = $1 AND sent_at >= $2 AND deleted_at IS NULL AND NOT private AND message_type IN (0, 1)
       GROUP BY message_type, coalesce(sender_id::text, sender_name)
       ORDER BY last_at DESC, name LIMIT $3`,
      [projectId, since, limit],
    );
  }
}
