import type { AnswerOf, EvidenceRef, Recommendation as Published } from '../../client/published.js';
import type { Format } from '../../shared/format.js';
import type { Texts } from '../texts/index.js';
import type { Tone } from './tone.js';

export type Recommendation = Pick<
  Published,
  | 'id'
  | 'title'
  | 'category'
  | 'priority'
  | 'due_date'
  | 'owner_role'
  | 'assignee'
  | 'status'
  | 'snoozed_until'
  | 'resolution'
  | 'rationale'
  | 'why_now'
  | 'evidence_refs'
>;
/** What evidence says, as far as it is shown. */
export type Evidence = Omit<AnswerOf<'openEvidence'>['evidence'][number], 'facts'>;

export interface RecommendationView {
  id: string;
  title: string;
  category: string;
  priority: string;
  tone: Tone;
  status: string;
  owner: string;
  due: string | null;
  rationale: string;
  whyNow: string;
  evidence: string;
  refs: EvidenceRef[];
}

/** What is to be done, the most urgent first, then what is due first; what people have put away comes last. */
export function recommendationViews(
  open: readonly Recommendation[],
  texts: Texts,
  format: Format,
): RecommendationView[] {
  const words = texts.recommendations;
  return [...open]
    .sort(
      (a, b) =>
        Number(isPutAway(a)) - Number(isPutAway(b)) || b.priority - a.priority || a.due_date.localeCompare(b.due_date),
    )
    .map((one) => ({
      id: one.id,
      title: one.title,
      category: words.categories[one.category] ?? one.category,
      priority: words.priority(format.number(one.priority)),
      tone: isPutAway(one) ? 'quiet' : one.priority >= 5 ? 'bad' : one.priority === 4 ? 'warning' : 'quiet',
      status: statusWords(one, texts, format),
      owner: one.assignee ?? words.roles[one.owner_role] ?? one.owner_role,
      due: isPutAway(one) ? null : words.due(format.day(one.due_date)),
      rationale: one.rationale,
      whyNow: one.why_now,
      evidence: words.evidence(one.evidence_refs.length, format.number(one.evidence_refs.length)),
      refs: one.evidence_refs,
    }));
}

const isPutAway = ({ status }: Recommendation): boolean => status !== 'new' && status !== 'acknowledged';

/** What a person has made of it: until when it sleeps, or what became of it. */
function statusWords({ status, snoozed_until, resolution }: Recommendation, texts: Texts, format: Format): string {
  const words = texts.recommendations;
  if (status === 'snoozed' && snoozed_until !== null) return words.snoozedUntil(format.day(snoozed_until));
  const said = words.statuses[status] ?? status;
  return resolution === null ? said : `${said}: ${words.resolutions[resolution] ?? resolution}`;
}

/** The most that GET /kag/evidence opens at once. */
const MAX_REFS = 50;

/** The path that opens evidence. */
export function evidencePath(refs: readonly EvidenceRef[]): string {
  const named = refs.slice(0, MAX_REFS).map(({ source_table, source_pk }) => `${source_table}:${source_pk}`);
  return `kag/evidence?refs=${encodeURIComponent(named.join(','))}`;
}

export interface EvidenceView {
  key: string;
  kind: string;
  /** Who and when, as far as that is known. */
  from: string;
  text: string;
  url: string | null;
}

/** Words and where to find them; links that are not of the web are left out. */
export function evidenceViews(
  evidence: readonly Evidence[],
  refs: readonly EvidenceRef[],
  texts: Texts,
  format: Format,
): EvidenceView[] {
  const words = texts.recommendations;
  return evidence.map((one) => {
    const ref = refs.find(
      ({ source_table, source_pk }) => source_table === one.source_table && source_pk === one.source_pk,
    );
    const url = ref?.url ?? null;
    return {
      key: `${one.source_table}:${one.source_pk}`,
      kind: words.kinds[one.kind] ?? one.kind,
      from: [one.author, one.occurred_at === null ? null : format.time(one.occurred_at)].filter(Boolean).join(', '),
      text: one.deleted ? words.gone : [one.title, one.text].filter(Boolean).join(': ') || words.unnamed,
      url: url !== null && /^https?:\/\//.test(url) ? url : null,
    };
  });
}
