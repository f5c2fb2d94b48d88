import type { SearchResult } from './combine.js';
import type { FoundChunk } from './found-chunk.js';
import type { NeighboursRepository } from './neighbours.repository.js';

/** What was said beside a result, as much as it takes to read it. */
export interface Neighbour {
  id: string;
  source_id: string;
  sender: FoundChunk['sender'];
  text: string;
  source_url: string | null;
  created_at: Date;
}

export interface NeighbouredResult extends SearchResult {
  /** Present where it was asked for; both null where the result is of no conversation. */
  neighbours?: { before: Neighbour | null; after: Neighbour | null };
}

/** The results, each with what was said before and after it in its conversation. */
export async function withNeighbours(
  repository: NeighboursRepository,
  projectId: string,
  results: readonly SearchResult[],
): Promise<NeighbouredResult[]> {
  const found = await repository.of(
    projectId,
    results.map(({ id }) => id),
  );
  return results.map((result) => {
    const { before = null, after = null } = found.get(result.id) ?? {};
    return { ...result, neighbours: { before: before && shown(before), after: after && shown(after) } };
  });
}

const shown = ({ id, source_id, sender, text, source_url, occurred_at }: FoundChunk): Neighbour => ({
  id,
  source_id,
  sender,
  text,
  source_url,
  created_at: occurred_at,
});
