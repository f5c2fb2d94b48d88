import type { Api } from '../client/api.js';
import { ApiProblem } from '../client/api-problem.js';
import type {
  Recommendation as Whole,
  RecommendationChange,
  RecommendationResult,
  WantedBody,
} from '../client/published.js';
import type { Language } from '../shared/language.js';
import type { Kind } from './models/moves.js';
import type { Outcome } from './models/outcome.js';
import type { Recommendation } from './models/recommendation.js';

/** The most that the server changes at once. */
const MAX_AT_ONCE = 100;
/** Refusals that are about the recommendation; all others are about the request. */
const REFUSALS = new Set(['not_found', 'invalid_transition', 'validation_failed', 'conflict']);

/** Changes recommendations as they are in sight: what has changed meanwhile is refused, and told as it is now. */
export class Decisions {
  constructor(
    private readonly api: Api,
    private readonly language: () => Language,
  ) {}

  /** @throws ApiProblem where nothing was changed: no session, no right, no server */
  async decide(kind: Kind, rows: readonly Recommendation[], wanted: WantedBody): Promise<Outcome> {
    const [only] = rows;
    if (rows.length === 1 && only) return this.decideOne(kind, only, wanted);
    return this.several(kind, 'changes', rows, wanted);
  }

  /**
   * Takes back what became of these.
   * @throws ApiProblem as `decide`
   */
  undo(changed: readonly Recommendation[]): Promise<Outcome> {
    return this.several('undo', 'undo', changed, {});
  }

  /** Who changed it last, and when; null where that can't be told. */
  async lastChange(id: string): Promise<RecommendationChange | null> {
    try {
      const path = `recommendations/${encodeURIComponent(id)}/history`;
      const { history } = await this.api.get<'listRecommendationHistory'>(path);
      return history[0] ?? null;
    } catch {
      return null;
    }
  }

  private async decideOne(kind: Kind, { id, version }: Recommendation, wanted: WantedBody): Promise<Outcome> {
    const path = `recommendations/${encodeURIComponent(id)}?locale=${this.language()}`;
    const sending = { body: wanted, headers: { 'if-match': `"${version}"` } };
    try {
      const { recommendation } = await this.api.send<'decideRecommendation'>('PATCH', path, sending);
      return { kind, changed: [recommendation], stale: [], refused: [] };
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const now = error.code === 'precondition_failed' ? presentState(error) : null;
      if (now) return { kind, changed: [], stale: [now], refused: [] };
      if (REFUSALS.has(error.code)) return { kind, changed: [], stale: [], refused: [error.message] };
      throw error;
    }
  }

  private async several(
    kind: Outcome['kind'],
    route: 'changes' | 'undo',
    rows: readonly Recommendation[],
    wanted: WantedBody,
  ): Promise<Outcome> {
    const results: RecommendationResult[] = [];
    for (let from = 0; from < rows.length; from += MAX_AT_ONCE) {
      const recommendations = rows.slice(from, from + MAX_AT_ONCE).map(({ id, version }) => ({ id, version }));
      const path = `recommendations/${route}?locale=${this.language()}`;
      const body = { ...wanted, recommendations };
      const sent = await this.api.send<'changeRecommendations' | 'undoRecommendations'>('POST', path, { body });
      results.push(...sent.results);
    }
    return outcomeOf(kind, results);
  }
}

/** What the results come to. */
function outcomeOf(kind: Outcome['kind'], results: readonly RecommendationResult[]): Outcome {
  const withError = (isWanted: (error: string | null) => boolean) => results.filter(({ error }) => isWanted(error));
  const rowsOf = (some: readonly RecommendationResult[]) => some.flatMap(({ recommendation }) => recommendation ?? []);
  return {
    kind,
    changed: rowsOf(withError((error) => error === null)),
    stale: rowsOf(withError((error) => error === 'precondition_failed')),
    refused: withError((error) => error !== null && error !== 'precondition_failed').map(
      ({ message, error }) => message ?? error ?? '',
    ),
  };
}

/** What a 412 tells of the recommendation as it is now. */
function presentState({ details }: ApiProblem): Whole | null {
  const told = details as { recommendation?: Whole } | undefined;
  return told?.recommendation ?? null;
}
