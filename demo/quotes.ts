import type { ApiClient } from './api-client.js';
import type { DemoProject } from './clients.js';

export interface EvidenceRef {
  source_table: string;
  source_pk: string;
  url?: string;
}

/** What somebody said or wrote, and where it can be seen. */
export interface Quote {
  kind: string;
  title: string | null;
  text: string | null;
  author: string | null;
  occurred_at: string | null;
  facts: Record<string, unknown>;
  url: string | null;
}

type Opened = EvidenceRef & Omit<Quote, 'url'> & { deleted: boolean };

/** The piece of evidence that shows best why something is recommended; null when none can be opened any more. */
export async function quote(
  api: ApiClient,
  project: DemoProject,
  { evidence_refs }: { evidence_refs: readonly EvidenceRef[] },
): Promise<Quote | null> {
  if (evidence_refs.length === 0) return null;
  const keyOf = ({ source_table, source_pk }: EvidenceRef) => `${source_table}:${source_pk}`;
  const own = new Map(evidence_refs.map((ref) => [keyOf(ref), ref]));
  const { evidence } = await api.call<{ evidence: Opened[] }>(
    'GET',
    `/kag/evidence?project_id=${project.id}&refs=${encodeURIComponent([...own.keys()].join(','))}`,
  );
  // What shows best why comes first.
  const best = evidence.find(({ deleted, text, title }) => !deleted && (text ?? title) !== null);
  return best ? { ...best, url: own.get(keyOf(best))?.url ?? null } : null;
}
