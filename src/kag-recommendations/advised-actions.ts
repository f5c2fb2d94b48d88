import { Injectable } from '@nestjs/common';
import type { Locale } from '../common/locale.js';
import type { ActiveProject } from '../http/index.js';
import type { EvidenceRef } from '../kag-events/index.js';
import { ProjectLocales } from '../projects/index.js';
import { ReachedRecommendationsRepository } from './reached-recommendations.repository.js';
import { notFound } from './recommendation-actions.service.js';
import { RecommendationAnswers } from './recommendation-answers.js';

/** What a recommendation says for those who act on it, in the project's language. */
export interface AdviceOf {
  locale: Locale;
  said: {
    title: string;
    rationale: string;
    why_now: string;
    suggested_template: string;
    links: readonly { url: string }[];
  } | null;
  evidence_refs: readonly EvidenceRef[];
}

/** Recommendations as the beginning of what is done about them. */
@Injectable()
export class AdvisedActions {
  constructor(
    private readonly recommendations: ReachedRecommendationsRepository,
    private readonly answers: RecommendationAnswers,
    private readonly locales: ProjectLocales,
  ) {}

  /**
   * @param id null: of no recommendation.
   * @throws AppError `not_found`
   */
  async of(project: ActiveProject, id: string | null): Promise<AdviceOf> {
    const locale = (await this.locales.of([project.id]))(project.id);
    if (id === null) return { locale, said: null, evidence_refs: [] };
    const reach = { account_scope_ids: [project.account_scope_id], project_id: project.id };
    const [found] = await this.recommendations.find(reach, [id]);
    if (!found) throw notFound(id, reach);
    return { locale, said: this.answers.whole(found, locale), evidence_refs: found.evidence_refs };
  }
}
