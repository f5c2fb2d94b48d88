import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { Backgrounds } from './backgrounds.service.js';
import type { GateSettings } from './domain/gate.js';
import { type Plan, planOf } from './domain/plan.js';
import type { Category } from './domain/recommendation.js';
import type { KnownProject } from './domain/situation-of.js';
import { PastEpisodesRepository } from './past-episodes.repository.js';
import { RecommendationsRepository } from './recommendations.repository.js';

/** What a refresh did in one project. */
export interface RefreshedRecommendations {
  created: number;
  updated: number;
  /** Of those that were updated: put away by a person, and open again. */
  reopened: number;
  /** Episodes that are over; `expired` of them had one that no person had taken up. */
  ended: number;
  expired: number;
  /** What holds now but is not shown, and why. */
  hidden: { category: Category; reason: string }[];
}

/** Keeps one recommendation for each episode of a reason. */
@Injectable()
export class RecommendationsService {
  constructor(
    private readonly repository: RecommendationsRepository,
    private readonly past: PastEpisodesRepository,
    private readonly backgrounds: Backgrounds,
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** Brings the projects' recommendations in line with what is known now. Ten statements, however many projects. */
  async refresh(inputs: ReadonlyMap<string, KnownProject>, now: Date): Promise<Map<string, RefreshedRecommendations>> {
    const ids = [...inputs.keys()];
    const background = await this.backgrounds.of(ids, now);
    return this.database.transaction(async (tx) => {
      const open = Map.groupBy(await this.repository.lockOpen(tx, ids), ({ project_id }) => project_id);
      const past = Map.groupBy(await this.past.latest(tx, ids), ({ project_id }) => project_id);
      const alarms = Map.groupBy(await this.past.falseAlarms(tx, ids), ({ project_id }) => project_id);
      const plans = [...inputs].map(([id, known]) => {
        const own = { open: open.get(id) ?? [], past: past.get(id) ?? [], falseAlarms: alarms.get(id) ?? [] };
        return [id, planOf(known, background(id), own, this.gate, now)] as const;
      });
      const all = <T extends object>(of: (plan: Plan) => readonly T[]) =>
        plans.flatMap(([project_id, plan]) => of(plan).map((one) => ({ ...one, project_id })));
      // What is over goes first: its category's place is taken by the next episode.
      await this.repository.end(
        tx,
        all((plan) => plan.end),
        now,
      );
      await this.repository.pause(
        tx,
        all((plan) => plan.pause),
        now,
      );
      await this.repository.goOn(
        tx,
        all((plan) => plan.goOn),
        now,
      );
      const begun = Map.groupBy(
        await this.repository.begin(
          tx,
          all((plan) => plan.begin),
          now,
        ),
        (one) => one.project_id,
      );
      return new Map(plans.map(([id, plan]) => [id, summary(plan, begun.get(id)?.length ?? 0)]));
    });
  }

  private get gate(): GateSettings {
    return {
      min_count: this.config.RECOMMENDATIONS_EVIDENCE_MIN_COUNT,
      min_quality: this.config.RECOMMENDATIONS_EVIDENCE_MIN_QUALITY,
      allow_secondary_only: this.config.RECOMMENDATIONS_EVIDENCE_ALLOW_SECONDARY_ONLY,
    };
  }
}

const summary = ({ begin, goOn, end }: Plan, created: number): RefreshedRecommendations => ({
  created,
  updated: goOn.length,
  reopened: goOn.filter(({ reopened_reason }) => reopened_reason !== null).length,
  ended: end.length,
  expired: end.filter(({ status }) => status === 'expired').length,
  hidden: [...begin, ...goOn].flatMap(({ category, evidence_gate_reason: reason }) =>
    reason === null ? [] : [{ category, reason }],
  ),
});
