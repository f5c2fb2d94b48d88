import type { Sender, SourceKind } from './source-text.js';

/** What a search may be narrowed to. */
export interface ChunkFilter {
  source_kind?: SourceKind;
  /** Sources of this time or later, and of this time or earlier. */
  from?: Date;
  to?: Date;
  /** Global id of a conversation. */
  conversation?: string;
  sender?: Sender;
}

/**
 * Conditions on `rag_chunks c` for live chunks of a project that pass the filter; their values go into `parameters`.
 */
export function chunkConditions(projectId: string, filter: ChunkFilter, parameters: unknown[]): string {
  const value = (held: unknown) => `$${parameters.push(held)}`;
  return [
    `c.project_id = ${value(projectId)}`,
    'c.deleted_at IS NULL',
    ...(filter.source_kind === undefined ? [] : [`c.source_kind = ${value(filter.source_kind)}`]),
    ...(filter.from === undefined ? [] : [`c.occurred_at >= ${value(filter.from)}`]),
    ...(filter.to === undefined ? [] : [`c.occurred_at <= ${value(filter.to)}`]),
    ...(filter.conversation === undefined ? [] : [`c.conversation_global_id = ${value(filter.conversation)}`]),
    ...(filter.sender === undefined ? [] : [`c.sender = ${value(filter.sender)}`]),
  ].join(' AND ');
}
