/** What GET /search answers, as far as this page looks at it. */

export const SOURCE_KINDS = ['message', 'issue', 'note'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
export const SENDERS = ['client', 'team'] as const;
export type Sender = (typeof SENDERS)[number];

/** A stretch of a text, in UTF-16 units; `end` is behind its last one. */
export interface Highlight {
  start: number;
  end: number;
}

export interface Found {
  id: string;
  source_kind: SourceKind;
  conversation_global_id: string | null;
  sender: Sender | null;
  text: string;
  source_url: string | null;
  created_at: string;
  /** The place in each list; null: it is not in it. */
  ranks: { vector: number | null; lexical: number | null; exact: number | null };
  highlights: Highlight[];
}

export interface Answer {
  results: Found[];
  facets: { source_kind: Partial<Record<SourceKind, number>>; sender: Partial<Record<Sender, number>> };
  /** The provider of embeddings is away: words alone decide. */
  degraded: boolean;
  /** Why there may be nothing. */
  hint: string | null;
}
