import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Locale } from '../common/locale.js';
import { Config } from '../config/index.js';
import { withinWholeScopes } from '../database/index.js';
import { OnsetsRepository, OUTCOME_TYPES } from '../kag-snapshots/index.js';
import { CasePools } from './case-pools.js';
import { CaseOutcomesRepository, type SeenOutcome } from './case-outcomes.repository.js';
import type { CasePool, CaseWindow, RankedCase } from './domain/case-pool.js';
import type { WindowDays } from './domain/signature.js';
import { followedOf, type Followed, type WindowEnd } from './domain/what-followed.js';
import { keySharedPatterns, whySimilar, type SimilarityReason } from './domain/why-similar.js';

/** Another project that was, or is, in a similar place. */
export interface SimilarCase {
  case_project_id: string;
  case_project_name: string;
  /** The last day of that project's window which is so similar. */
  window_end: string;
  /** 0 to 1. */
  similarity_score: number;
  /** At least one. */
  why_similar: SimilarityReason[];
  /** Five at most, the rarest first, as `a>b`. */
  key_shared_patterns: string[];
  /** What came about within 30 days after that window, oldest first. */
  outcomes_seen: SeenOutcome[];
}

type FoundCase = Omit<SimilarCase, 'case_project_name' | 'outcomes_seen'>;

/** For how long comparing may keep everything else in this process from running. */
const SLICE_MS = 20;

/** Finds the projects of the same account scope that went through the same. */
@Injectable()
export class SimilarCases {
  constructor(
    private readonly pools: CasePools,
    private readonly outcomes: CaseOutcomesRepository,
    private readonly onsets: OnsetsRepository,
    private readonly config: Config,
  ) {}

  /**
   * For each of the projects the `k` most similar others, best first; none while either side has no signature. Two
   * statements, however many projects of however many scopes; one more where windows have changed since the last time.
   */
  top(
    projectIds: readonly string[],
    windowDays: WindowDays,
    k: number,
    locale: Locale = this.config.RECOMMENDATIONS_LOCALE,
  ): Promise<Map<string, SimilarCase[]>> {
    return withinWholeScopes(() => this.found(projectIds, windowDays, k, locale));
  }

  private async found(projectIds: readonly string[], windowDays: WindowDays, k: number, locale: Locale) {
    const found = new Map<string, FoundCase[]>();
    let began = performance.now();
    for (const pool of await this.pools.around(projectIds, windowDays)) {
      for (const projectId of projectIds) {
        const own = pool.latestOf(projectId);
        if (!own) continue;
        const best = pool.top(projectId, k);
        found.set(
          projectId,
          best.map((ranked) => this.explained(own, ranked, pool, locale)),
        );
        if (performance.now() - began < SLICE_MS) continue;
        await setImmediate();
        began = performance.now();
      }
    }
    const windows = new Map([...found.values()].flat().map((one) => [keyOf(one), endOf(one)]));
    const outcomes = await this.outcomes.of([...windows.values()]);
    const known = new Map([...windows.keys()].map((key, n) => [key, outcomes[n] ?? null]));
    const complete = (one: FoundCase): SimilarCase[] => {
      const project = known.get(keyOf(one));
      // It may have been removed since its windows were read.
      return project ? [{ ...one, case_project_name: project.name, outcomes_seen: project.outcomes_seen }] : [];
    };
    return new Map(projectIds.map((projectId) => [projectId, (found.get(projectId) ?? []).flatMap(complete)]));
  }

  /**
   * How often each risk came about in these cases within 30 days after their windows, and how often it does after any
   * window of the account scope's other projects. Two statements; one more where windows have changed.
   * @param today UTC day: what is not over by then is not counted
   */
  async followed(
    projectId: string,
    windowDays: WindowDays,
    cases: readonly FoundCase[],
    today: string,
  ): Promise<Followed[]> {
    const { others, onsets } = await withinWholeScopes(() => this.othersOf(projectId, windowDays));
    return followedOf(OUTCOME_TYPES, cases.map(endOf), others, onsets, today);
  }

  private async othersOf(projectId: string, windowDays: WindowDays) {
    const others = (await this.pools.around([projectId], windowDays)).flatMap((pool) =>
      pool.ends().filter(({ project_id }) => project_id !== projectId),
    );
    return { others, onsets: await this.onsets.of([...new Set(others.map(({ project_id }) => project_id))]) };
  }

  private explained(own: CaseWindow, { score, window }: RankedCase, pool: CasePool, locale: Locale): FoundCase {
    return {
      case_project_id: window.project_id,
      window_end: window.window_end,
      similarity_score: score,
      why_similar: whySimilar(own, window, locale),
      key_shared_patterns: keySharedPatterns(own, window, (pair) => pool.windowsWith(pair)),
    };
  }
}

type Shown = Pick<FoundCase, 'case_project_id' | 'window_end'>;
const endOf = ({ case_project_id, window_end }: Shown): WindowEnd => ({ project_id: case_project_id, window_end });
const keyOf = ({ case_project_id, window_end }: Shown): string => `${case_project_id} ${window_end}`;
