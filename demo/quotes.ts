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

/** Each category's reason: the signal whose evidence shows it best, or the kind of event that does. */
const REASONS: Readonly<Record<string, { signal: string } | { event: string }>> = {
  waiting_on_client: { signal: 'waiting_on_client_days' },
  scope_creep_change_request: { signal: 'scope_creep_rate' },
  delivery_risk: { signal: 'blockers_age' },
  finance_risk: { signal: 'budget_burn_rate' },
  upsell_opportunity: { event: 'need_detected' },
  winback: { signal: 'waiting_on_client_days' },
};

/** In the order in which the server's rules stand. */
export const CATEGORIES = Object.keys(REASONS);

/** The piece of evidence that shows best why something is recommended; null when none can be opened any more. */
export async function quote(
  api: ApiClient,
  project: DemoProject,
  { category, evidence_refs }: { category: string; evidence_refs: readonly EvidenceRef[] },
): Promise<Quote | null> {
  const keyOf = ({ source_table, source_pk }: EvidenceRef) => `${source_table}:${source_pk}`;
  const own = new Map(evidence_refs.map((ref) => [keyOf(ref), ref]));
  const telling = (await reasonRefs(api, project, category)).filter((ref) => own.has(keyOf(ref)));
  const keys = [...new Set([...telling, ...evidence_refs].map(keyOf))].slice(0, 50);
  const { evidence } = await api.call<{ evidence: Opened[] }>(
    'GET',
    `/kag/evidence?project_id=${project.id}&refs=${encodeURIComponent(keys.join(','))}`,
  );
  const readable = evidence.filter(({ deleted, text, title }) => !deleted && (text ?? title) !== null);
  const said = readable.find(({ facts }) => facts['sender'] === 'client');
  const best = telling.length === 0 && said ? said : readable[0];
  return best ? { ...best, url: own.get(keyOf(best))?.url ?? null } : null;
}

async function reasonRefs(api: ApiClient, project: DemoProject, category: string): Promise<EvidenceRef[]> {
  const reason = REASONS[category];
  if (!reason) return [];
  const of = `project_id=${project.id}`;
  if ('event' in reason) {
    const path = `/kag/events?type=${reason.event}&limit=5&${of}`;
    const { events } = await api.call<{ events: { evidence_refs: EvidenceRef[] }[] }>('GET', path);
    return events.flatMap(({ evidence_refs }) => evidence_refs);
  }
  const { signals } = await api.call<{ signals: { signal_key: string; evidence_refs: EvidenceRef[] }[] }>(
    'GET',
    `/kag/signals?${of}`,
  );
  return signals.find(({ signal_key }) => signal_key === reason.signal)?.evidence_refs ?? [];
}
