export const SOURCE_KINDS = ['message', 'issue', 'note'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const SENDERS = ['client', 'team'] as const;
export type Sender = (typeof SENDERS)[number];

export type EmbeddingStatus = 'pending' | 'processing' | 'ready' | 'failed';

/** The whole text of one thing that a person could open: what connectors hand over to be searched. */
export interface SourceText {
  source_kind: SourceKind;
  /** A message's global id, an issue's id or a note's id; with the kind unique in the project. */
  source_id: string;
  message_global_id?: string | null;
  conversation_global_id?: string | null;
  sender: Sender | null;
  /** Null when the source was deleted or has nothing to search: its chunks leave search. */
  text: string | null;
  /** What the source is called by (ENG-12), where its text may not say so. */
  identifiers?: readonly string[];
  source_url: string | null;
  occurred_at: Date;
}
