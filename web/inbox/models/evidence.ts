import type { AnswerOf, EvidenceRef } from '../../client/published.js';
import type { Format } from '../../shared/format.js';
import type { Texts } from '../texts/index.js';

/** What evidence says, as far as it is shown. */
export type Evidence = Omit<AnswerOf<'openEvidence'>['evidence'][number], 'facts'>;

/** Words that a recommendation rests on, and where to find them. */
export interface Quote {
  key: string;
  text: string;
  /** What it is, of whom and when, as far as that is known. */
  from: string;
  url: string | null;
}

/** The most that GET /kag/evidence opens at once. */
const MAX_REFS = 50;

export function evidencePath(projectId: string, refs: readonly EvidenceRef[]): string {
  const named = refs.slice(0, MAX_REFS).map(({ source_table, source_pk }) => `${source_table}:${source_pk}`);
  return `kag/evidence?refs=${encodeURIComponent(named.join(','))}&project_id=${encodeURIComponent(projectId)}`;
}

/** What is said of each piece of evidence. Of one whose words are not there only its place is told. */
export function quotesOf(
  refs: readonly EvidenceRef[],
  evidence: readonly Evidence[],
  texts: Texts,
  format: Format,
): Quote[] {
  const { evidence: words } = texts;
  return refs.map(({ source_table, source_pk, url = null }) => {
    const found = evidence.find((one) => one.source_table === source_table && one.source_pk === source_pk);
    const told = [found?.title, found?.text].filter(Boolean).join(': ');
    const from = [
      found ? (words.kinds[found.kind] ?? found.kind) : null,
      found?.author,
      found?.occurred_at ? format.time(found.occurred_at) : null,
    ];
    return {
      key: `${source_table}:${source_pk}`,
      text: found?.deleted === true ? words.gone : told || words.unnamed,
      from: from.filter(Boolean).join(', '),
      // Links that are not of the web are none to follow.
      url: url !== null && /^https?:\/\//.test(url) ? url : null,
    };
  });
}
