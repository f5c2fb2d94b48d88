import type { SearchResult } from '../../client/published.js';
import type { Format } from '../../shared/format.js';
import type { Texts } from '../texts/index.js';

/** Why a text was found: by which lists, the surest first, and in which place of each. */
export function whyFound({ ranks }: Pick<SearchResult, 'ranks'>, { why: words }: Texts, format: Format): string[] {
  const place = (rank: number | null, say: (place: string) => string) =>
    rank === null ? [] : [say(format.number(rank))];
  return [
    ...(ranks.exact === null ? [] : [words.exact]),
    ...place(ranks.vector, words.vector),
    ...place(ranks.lexical, words.lexical),
  ];
}

/** Why a search may find nothing, as the server names it. */
export type Lack = 'unread' | 'pending' | 'rejected' | 'other';

export function lackOf(hint: string): Lack {
  if (hint.startsWith('no chunks')) return 'unread';
  if (hint.startsWith('embeddings pending')) return 'pending';
  return hint.startsWith('embeddings failed') ? 'rejected' : 'other';
}
