import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { compose, type Content } from './domain/compose.js';
import { stepsOf } from './domain/episodes.js';
import type { Status } from './domain/lifecycle.js';
import type { Category } from './domain/recommendation.js';
import type { Known } from './domain/situation.js';
import { EN } from './domain/texts/en.js';
import { RU } from './domain/texts/ru.js';
import type { Texts } from './domain/texts/texts.js';
import { RecommendationsRepository, type LockedEpisode, type NewContent } from './recommendations.repository.js';

const TEXTS: Readonly<Record<Config['RECOMMENDATIONS_LOCALE'], Texts>> = { en: EN, ru: RU };

/** What a refresh did in one project. */
export interface Refreshed {
  created: number;
  updated: number;
  /** Episodes that are over; `expired` of them had a recommendation that nobody had touched. */
  ended: number;
  expired: number;
  /** What holds now but is not shown, and why. */
  hidden: { category: Category; reason: string }[];
}

/** Keeps one recommendation for each episode of a condition. */
@Injectable()
export class RecommendationsService {
  constructor(
    private readonly repository: RecommendationsRepository,
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** Brings the projects' recommendations in line with what is known now. Five statements, however many projects. */
  async refresh(inputs: ReadonlyMap<string, Known>, now: Date): Promise<Map<string, Refreshed>> {
    const contents = new Map([...inputs].map(([projectId, known]) => [projectId, this.compose(known, now)]));
    return this.database.transaction(async (tx) => {
      const open = byProject(await this.repository.lockOpen(tx, [...contents.keys()]));
      const plans = new Map([...contents].map(([id, own]) => [id, planOf(id, own, open.get(id) ?? [], now)]));
      const all = [...plans.values()];
      // What is over goes first: its category's place is taken by the next episode.
      await this.repository.end(
        tx,
        all.flatMap((plan) => plan.end),
        now,
      );
      await this.repository.pause(
        tx,
        all.flatMap((plan) => plan.pause),
        now,
      );
      await this.repository.goOn(
        tx,
        all.flatMap((plan) => plan.goOn),
        now,
      );
      const begun = await this.repository.begin(
        tx,
        all.flatMap((plan) => plan.begin),
        now,
      );
      const created = byProject(begun);
      return new Map([...plans].map(([id, plan]) => [id, summary(plan, created.get(id)?.length ?? 0)]));
    });
  }

  private compose(known: Known, now: Date): Content[] {
    const settings = {
      min_count: this.config.RECOMMENDATIONS_EVIDENCE_MIN_COUNT,
      min_quality: this.config.RECOMMENDATIONS_EVIDENCE_MIN_QUALITY,
      allow_secondary_only: this.config.RECOMMENDATIONS_EVIDENCE_ALLOW_SECONDARY_ONLY,
    };
    return compose(known, settings, TEXTS[this.config.RECOMMENDATIONS_LOCALE], now);
  }
}

/** What a refresh is to write of one project. */
interface Plan {
  begin: NewContent[];
  goOn: (NewContent & { id: string })[];
  pause: { project_id: string; id: string }[];
  end: { project_id: string; id: string; status: Status }[];
  hidden: Refreshed['hidden'];
}

function planOf(project_id: string, contents: readonly Content[], open: readonly LockedEpisode[], now: Date): Plan {
  const said = new Map(contents.map((content) => [content.category, { ...content, project_id }]));
  const steps = stepsOf([...said.keys()], open, now);
  return {
    begin: steps.begin.flatMap((category) => said.get(category) ?? []),
    goOn: steps.goOn.flatMap(({ id, category }) => {
      const content = said.get(category);
      return content ? { ...content, id } : [];
    }),
    pause: steps.pause.map(({ id }) => ({ project_id, id })),
    end: steps.end.map(({ episode: { id }, status }) => ({ project_id, id, status })),
    hidden: contents.flatMap(({ category, evidence_gate_reason: reason }) =>
      reason === null ? [] : [{ category, reason }],
    ),
  };
}

const summary = ({ goOn, end, hidden }: Plan, created: number): Refreshed => ({
  created,
  updated: goOn.length,
  ended: end.length,
  expired: end.filter(({ status }) => status === 'expired').length,
  hidden,
});

function byProject<T extends { project_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.project_id);
    if (group) group.push(row);
    else groups.set(row.project_id, [row]);
  }
  return groups;
}
