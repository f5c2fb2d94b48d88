import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { RecordTables } from '../source-records/index.js';

export interface Counts {
  rag_counts: { pending: number; processing: number; ready: number; failed: number };
  entities: {
    contacts: number;
    conversations: number;
    messages: number;
    issues: number;
    deals: number;
    rag_chunks: number;
  };
}

/** What is stored of a project. It reads many modules' tables at once, which is what this module is for. */
@Injectable()
export class ProjectCounts {
  constructor(
    private readonly database: Database,
    private readonly records: RecordTables,
  ) {}

  /** Live rows only: what was deleted at its source is not counted. One statement. */
  async of(projectId: string): Promise<Counts> {
    const [row] = await this.database.query<{
      pending: number;
      processing: number;
      ready: number;
      failed: number;
      contacts: number;
      conversations: number;
      messages: number;
      issues: number;
      deals: number;
    }>(
      `SELECT c.*,
         ${this.records.counted('contacts')} AS contacts,
         ${this.records.counted('conversations')} AS conversations,
         ${this.records.counted('messages')} AS messages,
         ${this.records.counted('issues')} AS issues,
         ${this.records.counted('deals')} AS deals
       FROM (SELECT count(*) FILTER (WHERE embedding_status = 'pending')::int AS pending,
               count(*) FILTER (WHERE embedding_status = 'processing')::int AS processing,
               count(*) FILTER (WHERE embedding_status = 'ready')::int AS ready,
               count(*) FILTER (WHERE embedding_status = 'failed')::int AS failed
             FROM rag_chunks WHERE project_id = $1 AND deleted_at IS NULL) c`,
      [projectId],
    );
    const {
      pending = 0,
      processing = 0,
      ready = 0,
      failed = 0,
      contacts = 0,
      conversations = 0,
      messages = 0,
      issues = 0,
      deals = 0,
    } = row ?? {};
    return {
      rag_counts: { pending, processing, ready, failed },
      entities: {
        contacts,
        conversations,
        messages,
        issues,
        deals,
        rag_chunks: pending + processing + ready + failed,
      },
    };
  }
}
