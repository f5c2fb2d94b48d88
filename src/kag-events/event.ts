import { CONNECTORS } from '../projects/index.js';

/** Who did it: the client, the team, or the system. */
export const ACTORS = ['client', 'team', 'system'] as const;
export type Actor = (typeof ACTORS)[number];
export const EVENT_SOURCES = [...CONNECTORS, 'system'] as const;
export type EventSource = (typeof EVENT_SOURCES)[number];

/** Where a conclusion comes from: one row of one table, and what a person would look for in the vendor's app. */
export interface EvidenceRef {
  message_id?: string;
  linear_issue_id?: string;
  attio_record_id?: string;
  doc_url?: string;
  rag_chunk_id?: string;
  source_table: string;
  source_pk: string;
  /** When what it shows happened, ISO 8601, and where it can be seen; in conclusions, not in the events themselves. */
  occurred_at?: string;
  url?: string;
}
